"""What program.yaml states for documents and could not be made."""

from collections.abc import Iterator

from ikmctl.domain.diagnostic import Finding
from ikmctl.engine.checks.base import Inputs, in_program, listed, nearest
from ikmctl.engine.exporting import RESULTS, known_columns, unknown_columns


def exports(inputs: Inputs) -> Iterator[Finding]:
    """Columns of exports that nobody knows."""
    known = known_columns(inputs.program)
    for name, spec in inputs.program.documents.exports.items():
        for index, found in unknown_columns(inputs.program, spec):
            place = ("documents", "exports", name, "columns", index, "field")
            params = {"export": name, "found": found, "near": nearest(found, known), "known": listed(RESULTS)}
            yield in_program("IKM686", *place, **params)
