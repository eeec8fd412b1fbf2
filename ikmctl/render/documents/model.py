"""Everything that a document may print, gathered once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.scorecard import Evaluation
from ikmctl.domain.selection import Entry, Selection


@dataclass(frozen=True, slots=True)
class Report:
    """One stage's result with the facts of its program.

    `result` is the digest of the result, `locks` the number of the rules lock in force (0: none) and
    whether marks existed when it was made. `names` is empty without `private/` or with `--anon`.
    """

    program: Program
    stage: Stage
    selection: Selection
    evaluation: Evaluation
    people: Mapping[str, Participant]
    status: str
    rules: str
    pool: str
    result: str
    lock: int
    marks_before_lock: int
    on: date
    number: str = ""
    decided: str = ""
    """Digest of the result at the last `finalize`; empty where there was none."""
    decree: str = ""
    seed: str = ""
    """Z of the draw in force; empty where there was none."""
    names: Mapping[str, str] = field(default_factory=dict, repr=False)
    districts: Mapping[str, str] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """The language of documents."""
        return self.program.language

    def of_track(self, entries: tuple[Entry, ...], track: str) -> tuple[Entry, ...]:
        """Entries of one track, in their order."""
        return tuple(entry for entry in entries if entry.track == track)

    def district(self, number: str) -> str:
        """The name of the sub-district of a participant, or an empty text."""
        code = self.people[number].fact("district") if number in self.people else None
        return self.districts.get(code or "", "")
