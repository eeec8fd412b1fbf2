"""`{rule: size_class, by: industry, values: [small]}`: the size of the business by law."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.engine.legal import BASIS


class SizeClassRule(RuleUse):
    """Size by industry law (workers and investment) or by the MSME rules (capital or sales)."""

    name: ClassVar[str] = "size_class"
    called: ClassVar[Mapping[str, str]] = {"id": "skala usaha", "en": "size of the business"}
    summary: ClassVar[Mapping[str, str]] = {
        "id": "skala usaha menurut Permenperin 64/2016 atau PP 7/2021",
        "en": "size of the business by Permenperin 64/2016 or PP 7/2021",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "size_class.met": {"id": "skala {size} ({law})", "en": "size {size} ({law})"},
        "size_class.other": {
            "id": "skala {size}, yang diterima: {values} ({law})",
            "en": "size {size}, accepted: {values} ({law})",
        },
        "size_class.unknown": {
            "id": "skala usaha belum diketahui ({law})",
            "en": "the size of the business is not known ({law})",
        },
    }

    by: Literal["industry", "umkm"]
    """`industry`: Permenperin 64/2016; `umkm`: PP 7/2021. The two are different classifications.
    id: `industry`: Permenperin 64/2016; `umkm`: PP 7/2021. Keduanya penggolongan yang berbeda."""
    values: Annotated[tuple[Literal["micro", "small", "medium", "large"], ...], Field(min_length=1)]
    """Accepted sizes.
    id: Ukuran usaha yang diterima."""

    def fields(self) -> tuple[str, ...]:
        """The size that import works out."""
        return ("industry_size" if self.by == "industry" else "umkm_size",)

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Look the size up."""
        law = BASIS[self.by]
        size = case.fact(self.fields()[0])
        if size is None:
            return None, self.say("unknown", law=law)
        key = "met" if size in self.values else "other"
        return size in self.values, self.say(key, size=size, values=", ".join(self.values), law=law)
