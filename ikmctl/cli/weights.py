"""`ikmctl weights`."""

from typing import Annotated, Literal

import typer

from ikmctl.cli.session import Outcome, Session

Method = Annotated[Literal["ahp", "roc"], typer.Argument(metavar="ahp|roc")]
Words = Annotated[tuple[str, ...], typer.Argument(metavar="WORD")]
Table = Annotated[str, typer.Option("--table", metavar="NAME")]


def command(session: Session, method: Method, words: Words, table: Table = "saaty-1980") -> int:
    """Whole-number weights to paste."""
    from ikmctl.cli.views.weights import view
    from ikmctl.workflow.weights import by_order, by_pairs

    result = by_order(words) if method == "roc" else by_pairs(words, table)
    return session.finish("weights", Outcome(result), view)
