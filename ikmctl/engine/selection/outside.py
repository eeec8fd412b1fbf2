"""A second opinion where the exact search gave up: HiGHS may say yes, and its yes is counted again.

The optional package highspy works in floating point, so its answer is only a proposal: a list that keeps
every limit in whole numbers is a yes whoever proposed it. Its no proves nothing and is not used.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

Sum: TypeAlias = tuple[Sequence[int], int, int]
"""Members, lower and upper bound."""


def propose(bounds: Sequence[tuple[int, int]], sums: Sequence[Sum]) -> list[int] | None:
    """Whole numbers within all bounds, counted again here; None where none are known."""
    try:
        import highspy
    except ImportError:
        return None

    class Quiet(highspy.Highs):  # type: ignore[misc]  # untyped, and not always installed
        """A solver that says nothing: since 1.16 the constructor itself, by this call, greets on stdout."""

        def enableCallbacks(self) -> None:  # noqa: N802  # the name is theirs
            self.setOptionValue("output_flag", False)  # noqa: FBT003  # as theirs is called
            super().enableCallbacks()

    solver = Quiet()
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0)):
        solver.setOptionValue(option, value)
    for index, (low, high) in enumerate(bounds):
        solver.addVar(low, high)
        solver.changeColIntegrality(index, highspy.HighsVarType.kInteger)
    for members, low, high in sums:
        solver.addRow(low, high, len(members), list(members), [1] * len(members))
    solver.run()
    values = _whole(solver.getSolution().col_value)
    return values if keeps(values, bounds, sums) else None


def _whole(values: Iterable[Any]) -> list[int]:
    return [round(value) for value in values]


def keeps(values: Sequence[int], bounds: Sequence[tuple[int, int]], sums: Sequence[Sum]) -> bool:
    """Whether whole numbers keep every bound."""
    if len(values) != len(bounds):
        return False
    inside = all(low <= value <= high for value, (low, high) in zip(values, bounds, strict=True))
    return inside and all(low <= sum(values[one] for one in members) <= high for members, low, high in sums)
