"""`{rule: volume, min_share: 0.2}`: the member can make a fair part of what the firm wants each month."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from ikmctl.domain.numbers import format_decimal, format_exact, parse_decimal
from ikmctl.domain.quota import Share
from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.domain.scalars import Slug


class VolumeRule(RuleUse):
    """The monthly capacity, in the unit of the demand line, is at least a share of the wanted volume."""

    name: ClassVar[str] = "volume"
    of_line: ClassVar[bool] = True
    called: ClassVar[Mapping[str, str]] = {"id": "kapasitas", "en": "capacity"}
    summary: ClassVar[Mapping[str, str]] = {
        "id": "kapasitas per bulan mencukupi bagian dari kebutuhan perusahaan",
        "en": "the monthly capacity covers a share of what the firm wants",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "volume.met": {
            "id": "kapasitas {capacity} dari {volume} {unit}",
            "en": "capacity {capacity} of {volume} {unit}",
        },
        "volume.unasked": {"id": "perusahaan tidak menyebut volume", "en": "the firm names no volume"},
        "volume.below": {
            "id": "kapasitas {capacity} {unit} per bulan, paling sedikit {least} dari {volume}",
            "en": "capacity {capacity} {unit} a month, at least {least} of {volume} is needed",
        },
        "volume.unit": {
            "id": "kapasitas dihitung dalam {found}, perusahaan meminta {unit}",
            "en": "capacity is counted in {found}, the firm wants {unit}",
        },
        "volume.unknown": {"id": "kapasitas belum diisi", "en": "the capacity is not filled in"},
    }

    min_share: Share = Decimal(1)
    """Least part of the wanted volume, from 0 to 1.
    id: Bagian paling kecil dari volume yang diminta, dari 0 sampai 1."""
    field: Slug = "capacity"
    """The column with the monthly capacity.
    id: Kolom kapasitas per bulan."""
    unit_field: Slug = "capacity_unit"
    """The column with its unit; a blank one counts as the unit of the line.
    id: Kolom satuannya; kosong berarti satuan kebutuhan itu."""

    def fields(self) -> tuple[str, ...]:
        """Amount and unit."""
        return (self.field, self.unit_field)

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Compare in one unit; another unit is never converted."""
        wanted = parse_decimal(case.line.get("volume", ""))
        if wanted is None:
            return True, self.say("unasked")
        stated, unit = case.number(self.field), case.line.get("unit", "")
        if stated is None:
            return None, self.say("unknown")
        found = case.fact(self.unit_field)
        if found and unit and found.casefold() != unit.casefold():
            return False, self.say("unit", found=found, unit=unit)
        least = Fraction(self.min_share) * Fraction(wanted)
        said = {"capacity": format_decimal(stated), "volume": format_decimal(wanted), "unit": unit}
        if stated < least:
            return False, self.say("below", least=format_exact(least), **said)
        return True, self.say("met", **said)
