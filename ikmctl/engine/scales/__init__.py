"""Scales: from raw values to 0-100 points. A new scale is one module and one line here."""

from typing import Final

from ikmctl.domain.rule import ScaleUse
from ikmctl.engine.registry import Registry

SCALES: Final[Registry[type[ScaleUse]]] = Registry(
    __name__,
    {
        "linear": "LinearScale",
        "map": "MapScale",
        "bands": "BandsScale",
    },
    lambda scale: scale,
)
"""Scales by the key that names them in program.yaml."""
