"""Weights, ready to paste."""

from collections.abc import Iterator

from ikmctl.cli.session import Session
from ikmctl.workflow.weights import Weights


def view(data: Weights, session: Session) -> Iterator[str]:
    """One line for each criterion; for AHP how consistent the judgements are."""
    for name, weight in data.weights:
        yield f"{name}: {weight}"
    if data.ratio:
        yield session.say("weights.ratio", ratio=data.ratio, table=data.table)
