"""The selection of one stage: order, walk, reasons, reserves."""

from collections.abc import Collection, Mapping, Sequence

from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.scorecard import Evaluation
from ikmctl.domain.selection import Because, Selection
from ikmctl.engine.selection.build import run
from ikmctl.engine.selection.given import Given, Seat
from ikmctl.engine.selection.order import Settled

__all__ = ["Given", "Settled", "run", "select"]


def select(  # noqa: PLR0913  # everything that a result follows from is named
    program: Program,
    stage: Stage,
    evaluation: Evaluation,
    participants: Mapping[str, Participant],
    *,
    tickets: Mapping[str, str] | None = None,
    late: Collection[str] = (),
    orders: Sequence[tuple[str, ...]] = (),
    lots: Sequence[tuple[str, ...]] = (),
    out: Mapping[str, Because] | None = None,
    admitted: Mapping[str, Seat] | None = None,
    per_track: int | None = None,
    accept_pending: Collection[str] = (),
) -> Selection:
    """Select people of one stage and say why for everybody.

    Args:
        program: the program with its tracks and groups.
        stage: the stage to select for.
        evaluation: standing, points and keys of everybody in the stage.
        participants: public facts by number.
        tickets: tickets of the draw by number; None before a draw.
        late: numbers that entered after the draw and rank last in a tie.
        orders: recorded orders of the jury, the latest last.
        lots: orders of lots drawn by hand, the latest last.
        out: who withdrew or was disqualified.
        admitted: who was admitted by decision, and to which kind of seat.
        per_track: quota of every track where the command line said so.
        accept_pending: pending people whose absence was accepted with a reason.
    """
    settled = Settled(orders, lots, tickets or {}, late)
    given = Given(
        program, stage, evaluation, participants, settled, out or {}, admitted or {}, per_track, accept_pending
    )
    return run(given)
