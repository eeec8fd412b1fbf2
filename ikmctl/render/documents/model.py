"""Everything that a document may print, gathered once."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct, field

from ikmctl.domain.decision import Decision
from ikmctl.domain.document import DocumentRecord
from ikmctl.domain.event import Event
from ikmctl.domain.ledger import ImportRecord, with_reason
from ikmctl.domain.mark import Mark
from ikmctl.domain.objection import Objection
from ikmctl.domain.outcome import Outcome
from ikmctl.domain.paper import DocumentSpec
from ikmctl.domain.participant import Participant
from ikmctl.domain.partner import Partners
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.record import Veiled
from ikmctl.domain.scorecard import Evaluation
from ikmctl.domain.selection import Entry, Selection
from ikmctl.engine.canonical import events_digest
from ikmctl.engine.follow_up import FollowUp
from ikmctl.engine.result import StageResult
from ikmctl.engine.rulings import corrected_marks
from ikmctl.engine.selection import Given
from ikmctl.render.labels import Labels
from ikmctl.render.messages.lookup import text

if TYPE_CHECKING:
    from ikmctl.engine.matching import MatchResult


class History(Struct, frozen=True):
    """What was tracked about the program besides its rules: people and marks as the files have them, acts, follow-up."""

    participants: tuple[Participant, ...] = ()
    marks: tuple[Mark, ...] = ()
    decisions: tuple[Decision, ...] = ()
    events: tuple[Event, ...] = ()
    objections: tuple[Objection, ...] = ()
    imports: tuple[ImportRecord, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    partners: Partners = field(default_factory=Partners)
    documents: tuple[DocumentRecord, ...] = ()
    """Official documents made before."""


class Report(Veiled, frozen=True):
    """One stage's result with the facts of its program.

    `result` is the digest of the result, `lock` the number of the rules lock in force (0: none) and
    `marks_before_lock` how many marks existed when it was made. `names` is empty without `private/` or
    with `--anon`; `private` holds more of each person only for kinds that print it.
    """

    veiled: ClassVar = frozenset({"names", "private", "homes", "replayed", "match", "follow"})

    program: Program
    stage: Stage
    selection: Selection
    evaluation: Evaluation
    people: Mapping[str, Participant]
    """Everybody, with the facts that the list stands on: decisions may have corrected what participants.csv says."""
    status: str
    rules: str
    pool: str
    result: str
    lock: int
    marks_before_lock: int
    on: date
    spec: DocumentSpec = field(default_factory=DocumentSpec)
    """Number, day, basis, signers and template that program.yaml states for this kind of document."""
    decided: str = ""
    """Digest of the result at the last `finalize`; empty where there was none."""
    decree: str = ""
    seed: str = ""
    """Z of the draw in force; empty where there was none."""
    names: Mapping[str, str] = field(default_factory=dict)
    districts: Mapping[str, str] = field(default_factory=dict)
    history: History = field(default_factory=History)
    private: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    about: str = ""
    """What the document is about besides the stage: a participant's number, the name of an export."""
    replayed: StageResult | None = None
    """The whole result of the stage, for questions such as what it would have taken."""
    template: bytes | None = None
    """The office's own Word template, where program.yaml names one."""
    match: "MatchResult | None" = None
    """The pairs, of a stage that matches."""
    follow: FollowUp | None = None
    """What became of people, for kinds that show it."""
    revised: tuple[date, tuple[str, ...], tuple[str, ...]] | None = None
    """Since the announcement of which day whose number came onto the list, and whose left it; None: nobody moved."""
    nameless: frozenset[str] = frozenset()
    """Those in the register without a name; `names` says of them that it is not there yet."""
    doubles: tuple[tuple[str, str], ...] = ()
    """Pairs of numbers that are the same person, as somebody answered; for kinds that print the register."""
    homes: Mapping[str, str] = field(default_factory=dict)
    """Codes of districts by number, as the register has them; only for kinds that print names."""

    @property
    def lock_text(self) -> str:
        """Which lock of the rules is in force, how many marks stood before it, and why it replaced another."""
        if not self.lock:
            return text(self.lang, "doc.no_lock")
        locks = [
            one for one in self.history.events if (one.event, one.what, one.stage) == ("lock", "rules", self.stage.id)
        ]
        reason = locks[-1].reason if locks and self.lock > 1 else ""
        return text(self.lang, "doc.lock", number=self.lock, marks=str(self.marks_before_lock or ""), reason=reason)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that the list stands on: those of marks.csv with what decisions corrected."""
        history = self.history
        return corrected_marks(self.program, history.decisions, history.participants, history.marks)

    @property
    def record_text(self) -> str:
        """The digest of the events of the stage so far, and how many there are; empty where there is none."""
        own = [one for one in self.history.events if one.stage == self.stage.id]
        return text(self.lang, "doc.record", digest=events_digest(own, self.stage.id), count=len(own)) if own else ""

    @property
    def imports_with_reason(self) -> tuple[ImportRecord, ...]:
        """What changed for a reason after a lock."""
        return with_reason(self.history.imports, self.history.events, self.stage.id)

    @property
    def lang(self) -> str:
        """The language of documents."""
        return self.program.language

    @property
    def labels(self) -> Labels:
        """What papers call stages, marks, criteria, columns and rules."""
        return Labels(self.lang, self.program, self.stage)

    @property
    def given(self) -> Given | None:
        """What the selection started from, for questions such as what other weights would change."""
        return self.replayed.given if self.replayed else None

    @property
    def per_track(self) -> int | None:
        """Seats of every track where the command line stated them."""
        return self.replayed.per_track if self.replayed else None

    @property
    def number(self) -> str:
        """The number of the document; empty where the office has given none yet."""
        return self.spec.number

    def of_track(self, entries: tuple[Entry, ...], track: str) -> tuple[Entry, ...]:
        """Entries of one track, in their order."""
        return tuple(entry for entry in entries if entry.track == track)

    def district(self, number: str) -> str:
        """The name of the sub-district of a participant, as the rules count it, else as the register knows it."""
        code = self.people[number].fact("district") if number in self.people else None
        return self.districts.get(code or self.homes.get(number, ""), "")

    @property
    def placed(self) -> bool:
        """Whether the sub-district of anybody on the list is known; a column for none would stand empty."""
        return any(self.district(one.number) for one in (*self.selection.selected, *self.selection.reserves))
