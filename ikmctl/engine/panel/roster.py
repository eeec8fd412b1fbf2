"""Who marks what: judges by mark, item and track, without those who step aside."""

from collections.abc import Mapping

from msgspec import Struct, field

from ikmctl.domain.program import Judge, Program

NOBODY: frozenset[str] = frozenset()


def marks_it(judge: Judge, mark: str, item: str, track: str) -> bool:
    """Whether the judge is to mark that item of people of that track."""
    in_track = not judge.tracks or track in judge.tracks
    return in_track and (not judge.items or mark in judge.items or (bool(item) and f"{mark}.{item}" in judge.items))


class Roster(Struct, frozen=True):
    """The panel of a program, ready to be asked."""

    judges: tuple[Judge, ...] = ()
    recused: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Participant number -> judges who step aside for that person."""

    def of(self, mark: str, item: str, track: str, number: str = "") -> tuple[str, ...]:
        """Ids of the judges of an item, in the order of program.yaml, without those who step aside."""
        aside = self.recused.get(number, NOBODY)
        return tuple(one.id for one in self.judges if marks_it(one, mark, item, track) and one.id not in aside)


def roster(program: Program) -> Roster:
    """The panel with its recusals by participant."""
    aside: dict[str, set[str]] = {}
    for recusal in program.panel.recusals:
        aside.setdefault(recusal.id, set()).add(recusal.judge)
    return Roster(program.panel.judges, {number: frozenset(ids) for number, ids in aside.items()})
