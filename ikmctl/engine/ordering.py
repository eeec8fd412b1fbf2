"""Order keys of a program without scores: `order: [{by: fields.nomination_rank, direction: ascending}]`."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from ikmctl.domain.participant import Participant
from ikmctl.domain.program import OrderBy
from ikmctl.domain.rule import Reason
from ikmctl.engine.sources import Desk, Value, as_number, reader

OrderKey = tuple[int, ...]


def order_keys(
    order: tuple[OrderBy, ...], people: Sequence[Participant], desk: Desk
) -> tuple[Mapping[str, OrderKey], Mapping[str, Reason]]:
    """Keys by number, smaller first, and for people whose value has not arrived what is missing.

    Keys end before the first value that is missing, which puts somebody where its best would.
    """
    keys: dict[str, list[int]] = {one.number: [] for one in people}
    missing: dict[str, Reason] = {}
    for by in order:
        source = reader(by.by, desk)
        values = {one.number: source.read(source.key(one)) for one in people}
        ranks = _ranks(values)
        for number, value in values.items():
            if value.raw is None:
                missing.setdefault(number, Reason("missing.order", {"source": str(by.by)}))
            elif number not in missing:
                rank = ranks[value.raw]
                keys[number].append(rank if by.direction == "ascending" else -rank)
    return {number: tuple(found) for number, found in keys.items()}, missing


def _ranks(values: Mapping[str, Value]) -> dict[Fraction | str, int]:
    """Rank of each different value, from 1: as numbers where all are numbers, else as text."""
    raws = {value.raw for value in values.values() if value.raw is not None}
    numbers = {raw: as_number(raw) for raw in raws}
    known = {raw: number for raw, number in numbers.items() if number is not None}
    if len(known) == len(numbers):
        places = {number: index for index, number in enumerate(sorted(set(known.values())), 1)}
        return {raw: places[number] for raw, number in known.items()}
    return {raw: index for index, raw in enumerate(sorted(raws, key=str), 1)}
