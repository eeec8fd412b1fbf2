"""Exact feasibility of a system of limits in whole numbers: no float, no tolerance, no solver.

Every variable has a lower and an upper bound; every limit is a further variable that equals a sum of
others. The values always satisfy the sums; `settle` moves them inside their bounds by pivoting, at first where
the system stays sparse, then with Bland's rule, so it ends, and always the same way. `solve` asks for whole
numbers, branching at most `nodes` times. It starts from the last answer, so most questions cost nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final, TypeAlias

from ikmctl.engine.selection.outside import propose

Exact: TypeAlias = int | Fraction
Bounds: TypeAlias = tuple[int, int, int]
"""Variable, lower bound, upper bound."""

NODES: Final = 4000
"""Branches after which `solve` gives up rather than guess."""

_SPARSE: Final = 200
"""Pivots chosen so that few rows fill up; where they go round in circles, Bland's rule takes over."""


def _plain(value: Exact) -> Exact:
    return value.numerator if value.denominator == 1 else value


def _ratio(over: Exact, under: Exact) -> Exact:
    if under == 1:
        return over
    return -over if under == -1 else _plain(Fraction(over) / under)


class Simplex:
    """A system under question. Build it once, then move bounds and ask again."""

    def __init__(self, bounds: Sequence[tuple[int, int]], sums: Sequence[tuple[Iterable[int], int, int]]) -> None:
        """Set up `bounds` (lower, upper) of the variables and `sums` (members, lower, upper)."""
        self.count = len(bounds)
        self.lower = [low for low, _ in bounds] + [low for _, low, _ in sums]
        self.upper = [high for _, high in bounds] + [high for _, _, high in sums]
        self.value: list[Exact] = [low for low, _ in bounds]
        self.rows: dict[int, dict[int, Exact]] = {}
        self.users: list[set[int]] = [set() for _ in self.lower]
        self.sums = [tuple(members) for members, _, _ in sums]
        for index, members in enumerate(self.sums, self.count):
            row: dict[int, Exact] = dict.fromkeys(members, 1)
            self.rows[index] = row
            self.value.append(sum(self.value[member] for member in row))
            for member in row:
                self.users[member].add(index)
        self.suspects = set(self.rows)
        self.crossed = {one for one in range(len(self.lower)) if self.lower[one] > self.upper[one]}
        self.found: list[Exact] | None = None
        self.spent = 0

    def bound(self, variable: int, low: int, high: int) -> None:
        """Set the bounds of a variable."""
        self.lower[variable], self.upper[variable] = low, high
        (self.crossed.add if low > high else self.crossed.discard)(variable)
        if variable in self.rows:
            self.suspects.add(variable)
            return
        value = self.value[variable]
        if value < low:
            self._move(variable, low - value)
        elif value > high:
            self._move(variable, high - value)

    def _move(self, variable: int, step: Exact) -> None:
        self.value[variable] = _plain(self.value[variable] + step)
        for index in self.users[variable]:
            self.value[index] = _plain(self.value[index] + self.rows[index][variable] * step)
        self.suspects |= self.users[variable]

    def settle(self) -> bool:
        """Bring all values inside their bounds, fractions allowed; say whether that is possible."""
        steps = 0
        while not self.crossed:
            wrong = [one for one in self.suspects if not self.lower[one] <= self.value[one] <= self.upper[one]]
            if not wrong:
                self.suspects.clear()
                return True
            self.suspects = set(wrong)
            sparse = steps < _SPARSE
            steps += 1
            leaving = min(wrong, key=lambda one: (len(self.rows[one]), one)) if sparse else min(wrong)
            low = self.value[leaving] < self.lower[leaving]
            entering = self._helper(leaving, 1 if low else -1, sparse=sparse)
            if entering is None:
                return False
            self._swap(leaving, entering, self.lower[leaving] if low else self.upper[leaving])
        return False

    def _helper(self, leaving: int, sign: int, *, sparse: bool) -> int | None:
        """The variable to move: of those that can, the one in the fewest rows or, by Bland's rule, the first."""
        best: tuple[int, int] | None = None
        for one, factor in self.rows[leaving].items():
            rank = (len(self.users[one]) if sparse else 0, one)
            if best is not None and rank > best:
                continue
            up = factor * sign > 0
            if self.value[one] < self.upper[one] if up else self.value[one] > self.lower[one]:
                best = rank
        return None if best is None else best[1]

    def _swap(self, leaving: int, entering: int, target: int) -> None:
        row = self.rows[leaving]
        self._move(entering, _ratio(target - self.value[leaving], row[entering]))
        del self.rows[leaving]
        for one in row:
            self.users[one].discard(leaving)
        pivot = row.pop(entering)
        fresh = {one: _ratio(-factor, pivot) for one, factor in row.items()}
        fresh[leaving] = _ratio(1, pivot)
        for index in self.users[entering]:
            self._substitute(index, entering, fresh)
        self.users[entering] = set()
        self.rows[entering] = fresh
        for one in fresh:
            self.users[one].add(entering)
        self.suspects.add(entering)

    def _substitute(self, index: int, entering: int, fresh: Mapping[int, Exact]) -> None:
        row = self.rows[index]
        factor = row.pop(entering)
        for one, inner in fresh.items():
            before = row.get(one)
            if before is None:
                row[one] = _plain(factor * inner)
                self.users[one].add(index)
            elif total := before + factor * inner:
                row[one] = _plain(total)
            else:
                del row[one]
                self.users[one].discard(index)

    def solve(self, nodes: int = NODES) -> bool | None:
        """Find whole numbers within all bounds.

        Returns:
            True with `value` holding them, False where there are none, None where `nodes` branches did not
            decide it and no outside solver proposed any. Unless True, `value` holds nothing of use.
        """
        answer = self._search(nodes)
        if answer is None:
            answer = self._second_opinion()
        if answer:
            self.found = list(self.value)
            return True
        self.suspects = set(self.rows)
        return answer

    def recall(self) -> None:
        """Hold the last whole numbers found again; all bounds must be such that these keep them."""
        if self.found:
            self.value = list(self.found)
            self.suspects.clear()

    def _second_opinion(self) -> bool | None:
        bounds = list(zip(self.lower, self.upper, strict=True))
        sums = [(members, *bounds[index]) for index, members in enumerate(self.sums, self.count)]
        found = propose(bounds[: self.count], sums)
        if found is None:
            return None
        self.value = [*found, *(sum(found[one] for one in members) for members in self.sums)]
        return True

    def _search(self, nodes: int) -> bool | None:
        trail: list[tuple[Bounds, Bounds | None]] = []
        self.spent = 0
        while True:
            odd = self._odd() if self.settle() else -1
            if odd is None:
                self._undo(trail, 0)
                return True
            if odd >= 0:
                self.spent += 1
                if self.spent > nodes:
                    self._undo(trail, 0)
                    return None
                floor = self.value[odd].__floor__()
                low, high = self.lower[odd], self.upper[odd]
                trail.append(((odd, low, high), (odd, floor + 1, high)))
                self.bound(odd, low, floor)
            elif not self._back(trail):
                return False

    def _odd(self) -> int | None:
        return next((one for one in range(self.count) if self.value[one].denominator != 1), None)

    def _back(self, trail: list[tuple[Bounds, Bounds | None]]) -> bool:
        """Turn to the other half of the last branch that has one left."""
        while trail:
            before, other = trail.pop()
            self.bound(*before)
            if other:
                trail.append((before, None))
                self.bound(*other)
                return True
        return False

    def _undo(self, trail: list[tuple[Bounds, Bounds | None]], keep: int) -> None:
        while len(trail) > keep:
            self.bound(*trail.pop()[0])
