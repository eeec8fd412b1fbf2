"""`{rule: group, attribute: dak, values: [...], min_units: 5}`: what the person's sentra must be like."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from ikmctl.domain.program import Count
from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.domain.scalars import Name


class GroupRule(RuleUse):
    """The group has one of the accepted words in an attribute, and enough active units."""

    name: ClassVar[str] = "group"
    called: ClassVar[Mapping[str, str]] = {"id": "kelompok pengusul", "en": "nominating group"}
    summary: ClassVar[Mapping[str, str]] = {
        "id": "sentra pengusul memenuhi syarat (status DAK, prioritas, jumlah unit)",
        "en": "the nominating sentra qualifies (DAK status, priority, number of units)",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "group.met": {"id": "{group} memenuhi syarat", "en": "{group} qualifies"},
        "group.other": {
            "id": "{group}: {attribute} {value}, yang diterima: {values}",
            "en": "{group}: {attribute} {value}, accepted: {values}",
        },
        "group.small": {
            "id": "{group} punya {units} unit aktif, paling sedikit {min_units}",
            "en": "{group} has {units} active units, at least {min_units}",
        },
        "group.unstated": {
            "id": "{group}: {attribute} belum diisi di program.yaml",
            "en": "{group}: {attribute} is not stated in program.yaml",
        },
        "group.unknown": {"id": "kelompok belum diketahui", "en": "the group is not known"},
    }

    attribute: Literal["dak", "priority"] = "priority"
    """The attribute of the group that `values` speaks of.
    id: Keterangan kelompok yang dimaksud `values`."""
    values: tuple[Name, ...] = ()
    """Accepted words; empty: any.
    id: Kata yang diterima; kosong: semua."""
    min_units: Count | None = None
    """Fewest active units; a sentra has at least 5 (PP 29/2018).
    id: Unit usaha aktif paling sedikit; sentra punya paling sedikit 5 (PP 29/2018)."""

    def fields(self) -> tuple[str, ...]:
        """The group."""
        return ("group",)

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """First the attribute, then the units."""
        if not case.group:
            return None, self.say("unknown")
        name = case.group["name"]
        if self.values:
            value = case.group.get(self.attribute)
            if value is None:
                return None, self.say("unstated", group=name, attribute=self.attribute)
            if value.casefold() not in {word.casefold() for word in self.values}:
                facts = {"attribute": self.attribute, "value": value, "values": ", ".join(self.values)}
                return False, self.say("other", group=name, **facts)
        if self.min_units is not None:
            units = case.group.get("units")
            if units is None:
                return None, self.say("unstated", group=name, attribute="units")
            if int(units) < self.min_units:
                return False, self.say("small", group=name, units=int(units), min_units=self.min_units)
        return True, self.say("met", group=name)
