"""Scoring methods. A new method is one module and one line here."""

from typing import Final

from ikmctl.engine.scoring.base import Method
from ikmctl.engine.scoring.weighted_sum import WeightedSum

METHODS: Final[dict[str, Method]] = {method.name: method for method in (WeightedSum(),)}
"""Methods by the word after `method:`."""
