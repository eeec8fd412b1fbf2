"""A command line that cannot be followed: exit code 2 with an explanation."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ikmctl.domain.diagnostic import Diagnostic, Param


class Refusal(Exception):  # noqa: N818  # it is caught and printed as an answer, not an error of the program
    """Raised while the command line is read, caught at the boundary; never for what stands in files."""

    def __init__(self, *diagnostics: "Diagnostic") -> None:
        super().__init__(diagnostics[0].code)
        self.diagnostics = diagnostics


def refuse(code: str, **params: "Param") -> Refusal:
    """A refusal with one problem."""
    from ikmctl.domain.diagnostic import Diagnostic

    return Refusal(Diagnostic(code, params=params))
