"""Scoring methods. A new method is one module and one line here."""

from typing import Final

from ikmctl.engine.registry import Registry
from ikmctl.engine.scoring.base import Method

METHODS: Final[Registry[Method]] = Registry(
    __name__,
    {
        "weighted_sum": "WeightedSum",
        "saw": "Saw",
        "wp": "Wp",
        "topsis": "Topsis",
    },
    lambda method: method(),
)
"""Methods by the word after `method:`."""
