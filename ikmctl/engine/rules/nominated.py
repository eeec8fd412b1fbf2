"""`{rule: nominated}`: a sentra or village of the program sent this person."""

from collections.abc import Mapping
from typing import ClassVar

from ikmctl.domain.program import Positive
from ikmctl.domain.rule import Case, Reason, RuleUse


class NominatedRule(RuleUse):
    """The person's group is one of `groups:`, and their rank on its list is high enough."""

    name: ClassVar[str] = "nominated"
    called: ClassVar[Mapping[str, str]] = {"id": "pengusulan", "en": "nomination"}
    summary: ClassVar[Mapping[str, str]] = {
        "id": "diusulkan oleh sentra atau desa yang terdaftar",
        "en": "nominated by a listed sentra or village",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nominated.met": {"id": "diusulkan oleh {group}", "en": "nominated by {group}"},
        "nominated.low": {
            "id": "urutan {rank} dalam usulan {group}, paling rendah urutan {max_rank}",
            "en": "number {rank} on the list of {group}, at most number {max_rank}",
        },
        "nominated.unlisted": {
            "id": "kelompok {group} tidak terdaftar dalam program",
            "en": "the group {group} is not listed in the program",
        },
        "nominated.rank_unknown": {
            "id": "urutan dalam usulan {group} belum diketahui",
            "en": "the number on the list of {group} is not known",
        },
        "nominated.unknown": {"id": "pengusul belum diketahui", "en": "who nominates is not known"},
    }

    max_rank: Positive | None = None
    """Lowest accepted number on the group's list, by `nomination_rank`.
    id: Nomor terakhir yang diterima di daftar usulan kelompok, menurut `nomination_rank`."""

    def fields(self) -> tuple[str, ...]:
        """The group, and the rank where it counts."""
        return ("group",) if self.max_rank is None else ("group", "nomination_rank")

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Look the group up."""
        group = case.fact("group")
        if group is None:
            return None, self.say("unknown")
        if not case.group:
            return False, self.say("unlisted", group=group)
        if self.max_rank is None:
            return True, self.say("met", group=case.group["name"])
        rank = case.number("nomination_rank")
        if rank is None:
            return None, self.say("rank_unknown", group=case.group["name"])
        key = "met" if rank <= self.max_rank else "low"
        facts = {"group": case.group["name"], "rank": str(rank), "max_rank": str(self.max_rank)}
        return rank <= self.max_rank, self.say(key, **facts)
