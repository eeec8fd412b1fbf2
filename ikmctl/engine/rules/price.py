"""`{rule: price, max_ratio: 1.1}`: the member's price is at or near what the firm would pay."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import Field

from ikmctl.domain.numbers import format_decimal, format_exact, parse_decimal
from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.domain.scalars import Number, Slug


class PriceRule(RuleUse):
    """The unit price is at most the firm's highest price, or that times `max_ratio` where there is room to talk."""

    name: ClassVar[str] = "price"
    of_line: ClassVar[bool] = True
    called: ClassVar[Mapping[str, str]] = {"id": "harga satuan", "en": "unit price"}
    summary: ClassVar[Mapping[str, str]] = {
        "id": "harga satuan tidak jauh di atas harga perusahaan",
        "en": "the unit price is not far above the firm's price",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "price.met": {
            "id": "harga Rp{price}, harga perusahaan Rp{asked}",
            "en": "price Rp{price}, the firm's Rp{asked}",
        },
        "price.unasked": {"id": "perusahaan tidak menyebut harga", "en": "the firm names no price"},
        "price.above": {
            "id": "harga Rp{price} di atas Rp{most}, harga perusahaan Rp{asked}",
            "en": "price Rp{price} is above Rp{most}, the firm's price is Rp{asked}",
        },
        "price.unknown": {"id": "harga belum diisi ({field})", "en": "the price is not filled in ({field})"},
    }

    max_ratio: Annotated[Number, Field(ge=0)] = Decimal(1)
    """Most that the price may be, as a multiple of the firm's.
    id: Harga paling tinggi, sebagai kelipatan harga perusahaan."""
    field: Slug = "price"
    """The column with the unit price.
    id: Kolom harga satuan."""

    def fields(self) -> tuple[str, ...]:
        """The column."""
        return (self.field,)

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Compare with the firm's price."""
        asked = parse_decimal(case.line.get("price", ""))
        if asked is None:
            return True, self.say("unasked")
        price = case.number(self.field)
        if price is None:
            return None, self.say("unknown", field=self.field)
        most = Fraction(asked) * Fraction(self.max_ratio)
        said = {"price": format_decimal(price), "asked": format_decimal(asked)}
        return (True, self.say("met", **said)) if price <= most else (
            False, self.say("above", most=format_exact(most), **said)
        )  # fmt: skip
