"""How several judges' marks of one item become one: `panel.aggregate` of program.yaml."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Final, TypeAlias

from ikmctl.domain.numbers import exact_mean

Given: TypeAlias = Sequence[tuple[str, Fraction]]
"""Marks of one item of one participant, by judge."""
Severity: TypeAlias = Mapping[str, Fraction]
"""Judge -> how much above (or below) the panel the judge marks."""

LEAST_TO_TRIM: Final = 3


def mean(given: Given, severity: Severity) -> Fraction:  # noqa: ARG001  # one signature for all
    """The plain mean."""
    return exact_mean([value for _, value in given], len(given))


def trimmed(given: Given, severity: Severity) -> Fraction:  # noqa: ARG001  # one signature for all
    """The mean without one highest and one lowest mark; the plain mean of fewer than three."""
    values = sorted(value for _, value in given)
    kept = values[1:-1] if len(values) >= LEAST_TO_TRIM else values
    return exact_mean(kept, len(kept))


def adjusted(given: Given, severity: Severity) -> Fraction:
    """The mean of marks from which each judge's severity is taken away."""
    return exact_mean([value - severity.get(judge, Fraction(0)) for judge, value in given], len(given))


AGGREGATES: Final[dict[str, Callable[[Given, Severity], Fraction]]] = {
    "mean": mean,
    "trimmed": trimmed,
    "adjusted": adjusted,
}
"""Ways to aggregate by the word in program.yaml."""
