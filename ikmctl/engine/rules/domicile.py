"""`{rule: domicile, within: "33.24"}`: the address lies in a region, by Kemendagri code."""

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from ikmctl.domain.program import Code
from ikmctl.domain.regions import today
from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.domain.scalars import Slug, one_or_many

_VILLAGE_LENGTH = len("33.24.01.2001")
_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?\Z")


class DomicileRule(RuleUse):
    """The stated district (or another level) lies within one of the regions."""

    name: ClassVar[str] = "domicile"
    called: ClassVar[Mapping[str, str]] = {"id": "domisili", "en": "domicile"}
    summary: ClassVar[Mapping[str, str]] = {
        "id": "alamat di dalam wilayah",
        "en": "the address lies within a region, by Kemendagri code",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "domicile.met": {"id": "berdomisili di {place}", "en": "lives in {place}"},
        "domicile.outside": {
            "id": "berdomisili di {place}, di luar {within}",
            "en": "lives in {place}, outside {within}",
        },
        "domicile.unknown": {"id": "domisili belum diketahui", "en": "the domicile is not known"},
    }

    within: Annotated[tuple[Code, ...], Field(min_length=1), BeforeValidator(one_or_many)]
    """Code of a province, regency, district or village, or a list of codes.
    id: Kode provinsi, kabupaten/kota, kecamatan atau desa, atau beberapa kode."""
    field: Slug | None = None
    """The column with the code; default `village` where a village is named, else `district`.
    id: Kolom kodenya; bawaan `village` bila yang disebut desa, selebihnya `district`."""

    @property
    def column(self) -> str:
        """The field that is compared."""
        if self.field is not None:
            return self.field
        return "village" if any(len(code) == _VILLAGE_LENGTH for code in self.within) else "district"

    def fields(self) -> tuple[str, ...]:
        """The column with the code."""
        return (self.column,)

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Compare whole parts of the codes in use today: `33.2` is not the start of `33.24`."""
        place = case.fact(self.column)
        if place is None or not _CODE.match(place):  # import keeps a village without its code by name
            return None, self.say("unknown")
        now = today(place)
        if any(f"{now}.".startswith(f"{today(code)}.") for code in self.within):
            return True, self.say("met", place=place)
        return False, self.say("outside", place=place, within=", ".join(self.within))
