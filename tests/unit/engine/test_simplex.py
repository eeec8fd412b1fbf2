import random
import sys
from itertools import combinations, product
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from ikmctl.engine.selection.outside import keeps, propose
from ikmctl.engine.selection.simplex import Simplex

Sum = tuple[tuple[int, ...], int, int]


def by_trying(bounds: list[tuple[int, int]], sums: list[Sum]) -> bool:
    ranges = [range(low, high + 1) for low, high in bounds]
    return any(all(low <= sum(v[i] for i in members) <= high for members, low, high in sums) for v in product(*ranges))


def random_system(seed: int) -> tuple[list[tuple[int, int]], list[Sum]]:
    chance = random.Random(seed)
    count = chance.randint(1, 5)
    bounds = [
        (low := chance.randint(0, 1), low + chance.randint(-1 if chance.random() < 0.1 else 0, 2)) for _ in range(count)
    ]
    sums: list[Sum] = []
    for _ in range(chance.randint(1, 5)):
        members = tuple(sorted(chance.sample(range(count), chance.randint(1, count))))
        low = chance.randint(0, 5)
        sums.append((members, low, low + chance.randint(0, 1)))
    return bounds, sums


@pytest.mark.parametrize("seed", range(0, 2000, 100))
def test_it_finds_whole_numbers_exactly_where_there_are_some(seed: int) -> None:
    for one in range(seed, seed + 100):
        bounds, sums = random_system(one)
        system = Simplex(bounds, sums)
        assert system.solve() is by_trying(bounds, sums), one
        if system.found:
            assert keeps([int(value) for value in system.value[: len(bounds)]], bounds, sums), one


@pytest.mark.parametrize("seed", range(0, 1000, 100))
def test_moving_bounds_asks_the_same_as_building_anew(seed: int) -> None:
    for one in range(seed, seed + 100):
        bounds, sums = random_system(one)
        system = Simplex(bounds, sums)
        system.solve()
        chance = random.Random(one)
        for _ in range(6):
            variable = chance.randrange(len(bounds) + len(sums))
            low = chance.randint(0, 3)
            high = low + chance.randint(0, 2)
            system.bound(variable, low, high)
            if variable < len(bounds):
                bounds[variable] = (low, high)
            else:
                members, _, _ = sums[variable - len(bounds)]
                sums[variable - len(bounds)] = (members, low, high)
            assert system.solve() is by_trying(bounds, sums), one


ODD_RING: list[Sum] = [((0, 1), 1, 1), ((1, 2), 1, 1), ((0, 2), 1, 1)]
"""Three unknowns, each two of which sum to 1: halves solve it, whole numbers do not."""


def test_fractions_alone_are_not_enough() -> None:
    system = Simplex([(0, 1)] * 3, ODD_RING)
    assert system.settle()
    assert sorted(map(str, system.value[:3])) == ["1/2", "1/2", "1/2"]
    assert system.solve() is False
    assert system.spent == 1
    assert system.solve(nodes=1) is False
    assert (system.lower, system.upper) == ([0, 0, 0, 1, 1, 1], [1, 1, 1, 1, 1, 1])


def test_a_branch_finds_what_fractions_hide() -> None:
    sums: list[Sum] = [((1, 2), 1, 1), ((0, 2), 1, 2), ((0, 1), 1, 1)]
    system = Simplex([(0, 1)] * 3, sums)
    assert system.solve() is True
    assert system.spent == 1
    assert system.value[:3] == [1, 0, 1]
    assert system.lower[:3] == [0, 0, 0]
    assert system.upper[:3] == [1, 1, 1]


def test_a_search_beyond_its_limit_does_not_guess() -> None:
    assert Simplex([(0, 1)] * 3, ODD_RING).solve(nodes=0) is None


def test_a_search_that_gives_up_leaves_the_bounds_as_they_were() -> None:
    """Of seven people no two may come together and two must: halves of the rest allow it until five are out."""
    sums: list[Sum] = [*((pair, 0, 1) for pair in combinations(range(7), 2)), (tuple(range(7)), 2, 7)]
    for nodes in (0, 1, 2):
        system = Simplex([(0, 1)] * 7, sums)
        assert system.solve(nodes=nodes) is None
        assert system.lower == [0] * 28 + [2]
        assert system.upper == [1] * 28 + [7]
    assert Simplex([(0, 1)] * 7, sums).solve() is False


def test_a_lower_bound_above_the_upper_one_is_never_met() -> None:
    system = Simplex([(2, 1)], [((0,), 0, 5)])
    assert system.solve() is False
    system.bound(0, 1, 1)
    assert system.solve() is True
    assert system.value[1] == 1


def test_after_a_no_the_last_list_stands() -> None:
    system = Simplex([(0, 3), (0, 3)], [((0, 1), 2, 2)])
    assert system.solve()
    before = list(system.value)
    system.bound(0, 3, 3)
    assert system.solve() is False
    system.bound(0, 0, 3)
    system.recall()
    assert system.value == before


def test_nothing_is_recalled_before_anything_was_found() -> None:
    system = Simplex([(0, 1)], [((0,), 2, 2)])
    assert system.solve() is False
    system.recall()
    assert system.found is None


class FakeHighs:
    """Answers what the test wants, in the floating point of the real one."""

    def __init__(self, answer: list[float]) -> None:
        self.answer = answer
        self.rows: list[tuple[int, int, list[int]]] = []
        self.count = 0
        self.options: dict[str, object] = {}
        self.whole: list[int] = []

    def setOptionValue(self, name: str, value: object) -> None:  # noqa: N802  # names of the real package
        self.options[name] = value

    def addVar(self, *_: Any) -> None:  # noqa: N802  # as above
        self.count += 1

    def changeColIntegrality(self, column: int, kind: int) -> None:  # noqa: N802  # as above
        self.whole.append(column * kind)

    def addRow(self, low: int, high: int, _: int, members: list[int], __: list[int]) -> None:  # noqa: N802  # as above
        self.rows.append((low, high, members))

    def run(self) -> None:
        assert self.options == {"output_flag": False, "threads": 1, "random_seed": 0}, "silent, and the same each time"
        assert self.whole == list(range(self.count)), "every unknown is to be a whole number"

    def getSolution(self) -> Any:  # noqa: N802  # as above
        return SimpleNamespace(col_value=self.answer)


def pretend(monkeypatch: pytest.MonkeyPatch, answer: list[float]) -> None:
    module = ModuleType("highspy")

    class Highs(FakeHighs):
        def __init__(self) -> None:
            super().__init__(answer)

    module.__dict__.update(Highs=Highs, HighsVarType=SimpleNamespace(kInteger=1))
    monkeypatch.setitem(sys.modules, "highspy", module)


FIVE_CYCLE: list[Sum] = [((i, (i + 1) % 5), 0, 1) for i in range(5)] + [((0, 1, 2, 3, 4), 2, 2)]


def test_a_yes_from_outside_is_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, [0.9999999, 0.0, 1.0000001, 0.0, 0.0])
    assert propose([(0, 1)] * 5, FIVE_CYCLE) == [1, 0, 1, 0, 0]
    pretend(monkeypatch, [1.0, 1.0, 0.0, 0.0, 0.0])
    assert propose([(0, 1)] * 5, FIVE_CYCLE) is None
    pretend(monkeypatch, [])
    assert propose([(0, 1)] * 5, FIVE_CYCLE) is None
    pretend(monkeypatch, [2.0, 0.0, 0.0, 0.0, 0.0])
    assert propose([(0, 1)] * 5, FIVE_CYCLE) is None


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ([1, 0, 1], True),
        ([1, 0], False),
        ([2, -1, 0], False),
        ([1, 0, 2], False),
        ([1, 1, 1], False),
        ([0, 0, 1], False),
    ],
)
def test_every_bound_and_every_sum_must_hold(values: list[int], *, kept: bool) -> None:
    assert keeps(values, [(0, 1)] * 3, [((0, 1), 1, 1), ((0, 1, 2), 0, 2)]) is kept


def test_without_the_package_there_is_no_second_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    assert propose([(0, 1)], []) is None


def test_the_solver_says_nothing_where_answers_are_written(capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("highspy")
    assert propose([(0, 1)] * 5, FIVE_CYCLE) is not None
    assert capfd.readouterr() == ("", "")


def test_beyond_the_limit_an_outside_yes_is_used_and_a_no_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    sums: list[Sum] = [*ODD_RING[:2], ((0, 2), 0, 2), ((0, 1, 2, 3), 2, 2)]
    pretend(monkeypatch, [1.0, 0.0, 1.0, 0.0])
    system = Simplex([(0, 1)] * 4, sums)
    system._search = lambda _: None  # type: ignore[method-assign]  # as if the limit were passed
    assert system.solve() is True
    assert system.value == [1, 0, 1, 0, 1, 1, 2, 2]
    pretend(monkeypatch, [1.0, 1.0, 1.0, 1.0])
    system.bound(3, 1, 1)
    assert system.solve() is None


def test_pivots_keep_a_system_of_two_labels_sparse() -> None:
    """150 people, each with one of 20 households and one of 20 businesses of which one may come; 20 can, 21 cannot.

    By Bland's rule alone the rows fill up, and the same question takes thousands of times as many steps.
    """
    chance = random.Random(1)
    people = [(chance.randrange(20), 20 + chance.randrange(20), 40 + chance.randrange(12)) for _ in range(150)]
    sums: list[Sum] = [(range(150), 0, 150)]
    sums += [([one for one, labels in enumerate(people) if label in labels], 0, 1) for label in range(40)]
    sums += [([one for one, labels in enumerate(people) if label in labels], 0, 4) for label in range(40, 52)]
    system = Simplex([(0, 1)] * 150, sums)
    for seats, answer in ((20, True), (21, False)):
        system.bound(150, seats, 150)
        assert system.solve() is answer
    assert sum(map(len, system.rows.values())) < 53 * 150 / 2
