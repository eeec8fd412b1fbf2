"""Methods that set the candidates against each other: what that means, and columns they cannot treat well."""

from collections.abc import Iterator, Mapping
from typing import Final

from ikmctl.domain.diagnostic import Finding
from ikmctl.engine.checks.base import Inputs, in_program, note, stages, warning
from ikmctl.engine.evaluate import evaluate
from ikmctl.engine.scoring import METHODS

CODES: Final[Mapping[str, str]] = {
    "negative": "IKM446",
    "all_zero": "IKM447",
    "free": "IKM448",
    "constant": "IKM449",
}


def reversal(inputs: Inputs) -> Iterator[Finding]:
    """Scores that depend on who else applied."""
    for path, stage in stages(inputs.program):
        if stage.method in METHODS and METHODS[stage.method].relative:
            yield note(in_program("IKM445", *path, "method", method=stage.method))


def columns(inputs: Inputs) -> Iterator[Finding]:
    """Zeros, negatives and constants among the eligible people of the first stage."""
    for path, stage in stages(inputs.program):
        method = METHODS.get(stage.method)
        if method is None or not method.relative or not inputs.participants or stage.from_stage is not None:
            continue
        from ikmctl.engine.scoring.matrix import matrix_of

        cards = evaluate(inputs.program, stage, inputs.participants, inputs.marks).cards
        places = {criterion.id: index for index, criterion in enumerate(stage.criteria)}
        for odd in method.oddities(matrix_of(stage, cards.values())):
            place = (*path, "criteria", places[odd.criterion])
            found = in_program(CODES[odd.kind], *place, criterion=odd.criterion, method=method.name)
            yield found if odd.is_error else warning(found) if odd.kind != "constant" else note(found)
