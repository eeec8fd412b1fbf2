"""Sources that are read off as they stand: facts, groups, earlier stages, the demand line."""

from collections.abc import Hashable
from fractions import Fraction
from typing import Any

from msgspec import Struct

from ikmctl.domain.participant import Participant
from ikmctl.domain.source import Source
from ikmctl.engine.sources.base import Desk, Value, absent, exact, group_facts


class FactReader(Struct):
    """`fields.F`: canonical text as it stands in participants.csv."""

    source: Source
    desk: Desk

    def key(self, participant: Participant) -> Hashable:
        """The fact."""
        return participant.fact(self.source.names[0])

    def read(self, key: Any) -> Value:
        """The text; the limits of the field while it is missing."""
        if key:
            return Value(str(key))
        spec = self.desk.field_spec(self.source.names[0])
        low, high = (spec.min, spec.max) if spec else (None, None)
        return Value(None, absent(self.source), exact(low), exact(high))


class CountReader(Struct):
    """`{count: F}`: how many values a multi-valued fact holds."""

    source: Source
    desk: Desk

    def key(self, participant: Participant) -> Hashable:
        """The fact."""
        return participant.fact(self.source.names[0])

    def read(self, key: Any) -> Value:
        """The number of different values."""
        if not key:
            return Value(None, absent(self.source), low=Fraction(0))
        return Value(Fraction(len(set(filter(None, str(key).split("|"))))))


class GroupReader(Struct):
    """`groups.A`: an attribute of the participant's group, as declared in program.yaml."""

    source: Source
    desk: Desk

    def key(self, participant: Participant) -> Hashable:
        """The group."""
        return participant.group

    def read(self, key: Any) -> Value:
        """The attribute as text."""
        found = group_facts(self.desk.program, str(key)).get(self.source.names[0])
        return Value(found) if found else Value(None, absent(self.source))


class StageReader(Struct):
    """`stage.S.score`: the total of an earlier stage, on 0-100."""

    source: Source
    desk: Desk

    def key(self, participant: Participant) -> Hashable:
        """Key and unit of the earlier card."""
        card = self.desk.carried.get(self.source.names[0], {}).get(participant.number)
        return None if card is None or card.key is None else (card.key, card.unit)

    def read(self, key: Any) -> Value:
        """Key over unit."""
        if key is None:
            return Value(None, absent(self.source), Fraction(0), Fraction(100))
        return Value(Fraction(*key))


class NothingReader(Struct):
    """A source that the program does not declare, which the checks report."""

    source: Source

    def key(self, participant: Participant) -> Hashable:  # noqa: ARG002  # the same for everybody
        """Nothing of the participant."""
        return None

    def read(self, key: Any) -> Value:  # noqa: ARG002  # the same for everybody
        """Always missing."""
        return Value(None, absent(self.source))


class LineReader(Struct):
    """`line.A`: an attribute of the demand line that is being matched."""

    source: Source
    desk: Desk

    def key(self, participant: Participant) -> Hashable:  # noqa: ARG002  # the same for everybody
        """Nothing of the participant."""
        return None

    def read(self, key: Any) -> Value:  # noqa: ARG002  # the same for everybody
        """The attribute as text."""
        found = self.desk.line.get(self.source.names[0])
        return Value(found) if found else Value(None, absent(self.source))
