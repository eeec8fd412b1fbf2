"""Scoring methods. A new method is one module and one line here."""

from typing import Final

from ikmctl.engine.scoring.base import Method
from ikmctl.engine.scoring.saw import Saw
from ikmctl.engine.scoring.topsis import Topsis
from ikmctl.engine.scoring.weighted_sum import WeightedSum
from ikmctl.engine.scoring.wp import Wp

METHODS: Final[dict[str, Method]] = {method.name: method for method in (WeightedSum(), Saw(), Wp(), Topsis())}
"""Methods by the word after `method:`."""
