"""Verdicts of the rules of a stage, one participant at a time."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct, field

from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.domain.rule import Case, RuleUse, Verdict
from ikmctl.engine.sources import Desk, group_facts
from ikmctl.engine.sources.marks import entries_of


class RuleReader(Struct):
    """One rule of a stage; participants alike in all that it reads share one verdict."""

    rule: RuleUse
    desk: Desk
    codes: Mapping[str, Mapping[str, Fraction]]
    _known: dict[Hashable, Verdict] = field(default_factory=dict)

    def column(self, people: Sequence[Participant]) -> list[Verdict]:
        """Verdicts on all these people, in their order."""
        key_of, known = self._key_of(), self._known
        found: list[Verdict] = []
        for one in people:
            key = key_of(one)
            verdict = known.get(key)
            if verdict is None:
                verdict = known[key] = self.rule.judge(self._case(one))
            found.append(verdict)
        return found

    def _key_of(self) -> Callable[[Participant], Hashable]:
        """What gives everything of a participant that the rule reads."""
        fields, marks = self.rule.fields(), self.rule.marks()
        if not marks and len(fields) == 1:
            (name,) = fields
            return lambda one: one.fact(name)
        return lambda one: (
            tuple([one.fact(name) for name in fields]),
            tuple([tuple(entries_of(self.desk, name, one.number)) for name in marks]),
        )

    def _case(self, participant: Participant) -> Case:
        program, track = self.desk.program, self.desk.program.track(participant.track)
        marks = (
            Mark(participant.number, name, *entry)
            for name in self.rule.marks()
            for entry in sorted(entries_of(self.desk, name, participant.number))
        )
        return Case(
            participant=participant,
            marks=tuple(marks),
            as_of=program.as_of,
            sessions=self.desk.sessions,
            group=group_facts(program, participant.group),
            track_kbli=track.kbli if track else (),
            present_codes=self.codes,
            line=self.desk.line,
        )


def rule_readers(rules: tuple[RuleUse, ...], desk: Desk) -> tuple[RuleReader, ...]:
    """A reader for each rule, in order."""
    codes = session_codes(desk.program)
    return tuple(RuleReader(rule, desk, codes) for rule in rules)


def session_codes(program: Program) -> dict[str, dict[str, Fraction]]:
    """For each mark per session: code -> share of the session that counts."""
    return {
        name: {code: Fraction(share) for code, share in spec.codes.items()}
        for name, spec in program.marks.items()
        if spec.per == "session"
    }
