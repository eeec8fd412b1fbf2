"""outcomes.csv: what became of participants; one observation a line."""

from datetime import date
from typing import Literal, TypeAlias, get_args

from msgspec import Struct

OutcomeSource: TypeAlias = Literal["self", "visit", "document", "unreached"]
"""Who says so: the participant, an officer on the spot, a paper; `unreached`: nobody could be asked."""

SOURCES: tuple[OutcomeSource, ...] = get_args(OutcomeSource)


class Outcome(Struct, frozen=True, order=True):
    """One line: on a day, one field of one participant, as canonical text.

    Money is a band, as in participants.csv. `field` may be a fact (`workers`), a licence, or a step of a
    partnership (`meeting`, `sample`, `contract`) whose `value` is the demand line. With the source
    `unreached` field and value are blank.
    """

    number: str
    on: date
    field: str
    value: str
    source: OutcomeSource
