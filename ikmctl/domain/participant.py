"""People, businesses and centres that apply: public facts here, private data apart."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

NUMBER: Final = re.compile(r"[A-Z0-9][A-Z0-9./-]{0,31}\Z")
"""Shape of a participant number, after NFC and upper-casing; 16 digits are refused besides (a NIK)."""

NIK_LENGTH: Final = 16

OWN: Final = frozenset(("group", "track", "track_2", "registered_at", "number"))
"""Facts that are columns of their own in participants.csv."""


def is_number(text: str) -> bool:
    """Whether `text` may be a participant number."""
    return bool(NUMBER.match(text)) and not (len(text) == NIK_LENGTH and text.isdigit())


class Participant(Struct, frozen=True, gc=False):
    """One line of participants.csv: what rules and scores may see.

    `facts` holds canonical text by field id (`gender` is `female`, `district` is `33.24.01`); a blank
    cell is absent. `track` is empty where the person named no known track.
    """

    number: str
    track: str = ""
    track_2: str = ""
    registered_at: str = ""
    group: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    def fact(self, name: str) -> str | None:
        """The canonical text of one fact; `group`, `track` and `registered_at` answer too."""
        own: str | None = getattr(self, name) if name in OWN else self.facts.get(name)
        return own or None

    def with_fact(self, name: str, value: str) -> "Participant":
        """The same participant with one fact changed, added, or (an empty value) taken away."""
        if name in OWN:
            own: dict[str, str] = {**{key: getattr(self, key) for key in OWN}, name: value}
            return Participant(**own, facts=self.facts)
        others = {key: fact for key, fact in self.facts.items() if key != name}
        return replace(self, facts={**others, name: value} if value else others)


def facts_of(people: Iterable[Participant], name: str) -> Iterator[str | None]:
    """One fact of many participants, in their order, as `Participant.fact` gives it."""
    if name in OWN:
        return (getattr(one, name) or None for one in people)
    return (one.facts.get(name) or None for one in people)


class Person(Struct, frozen=True):
    """One line of private/people.csv. Never printed, never tracked by git.

    `former` lists every identity that the participant had before, oldest first.
    """

    number: str
    identity: str
    former: tuple[str, ...] = ()
    private: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Name the number alone, so that a log never carries private data."""
        return f"Person({self.number!r}, ...)"
