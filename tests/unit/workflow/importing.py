"""Small programs and rows for the tests of import."""

from typing import Any

from ikmctl.domain.program import Program
from ikmctl.workflow.incoming import Incoming, Origin


def program(**keys: Any) -> Program:
    """A program with one track of ten seats, and whatever a test adds."""
    base: dict[str, Any] = {
        "id": "kendal-wub-2025",
        "title": "Wirausaha Baru",
        "as_of": "2025-09-29",
        "tracks": [{"id": "ecoprint", "name": "Ecoprint", "quota": "10"}],
        "stages": [{"id": "curation"}],
    }
    return Program.model_validate({**base, **keys}, context={"rules": {}, "scales": {}})


def row(line: int, **values: str) -> Incoming:
    """A row of `peserta.xlsx`, one column a value."""
    addresses = {name: f"{chr(ord('A') + at)}{line}" for at, name in enumerate(values)}
    return Incoming(Origin(0, "peserta.xlsx", "Form", line), {k: v for k, v in values.items() if v}, addresses)
