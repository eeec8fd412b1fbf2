"""Scales: from raw values to 0-100 points. A new scale is one module and one line here."""

from typing import Final

from ikmctl.domain.rule import ScaleUse
from ikmctl.engine.scales.bands import BandsScale
from ikmctl.engine.scales.linear import LinearScale
from ikmctl.engine.scales.map import MapScale

SCALES: Final[dict[str, type[ScaleUse]]] = {scale.name: scale for scale in (LinearScale, MapScale, BandsScale)}
"""Scales by the key that names them in program.yaml."""
