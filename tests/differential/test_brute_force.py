"""The engine beside the definition on pools up to nine: no difference is allowed.

IKMCTL_CASES sets how many cases run (default 1,000).
"""

import os

import pytest

from ikmctl.engine.selection import frame
from ikmctl.engine.selection.room import Room
from tests.differential.cases import engine, random_case, random_large_case
from tests.differential.definition import answer, may_stand_in

CASES = int(os.environ.get("IKMCTL_CASES", "1000"))
PART = 50


@pytest.mark.parametrize("first", range(0, CASES, PART))
def test_the_walk_is_the_one_of_the_definition(first: int) -> None:
    for seed in range(first, min(first + PART, CASES)):
        case = random_case(seed)
        expected = answer(case, ())
        found = engine(case)
        if expected.seated is None:
            assert found.infeasible, seed
            assert not found.selected, seed
            continue
        assert not found.infeasible, seed
        assert {one.number: one.track for one in found.selected} == expected.seated, seed


@pytest.mark.parametrize("first", range(0, CASES, PART))
def test_a_tie_is_open_when_some_order_changes_the_list(first: int) -> None:
    for seed in range(first, min(first + PART, CASES)):
        case = random_case(seed + 10**6, ties=True)
        expected = answer(case)
        found = engine(case)
        if expected.seated is None:
            assert found.infeasible, seed
            continue
        ties = [block for block in found.undecided if block.place == "selected"]
        assert bool(ties) == bool(expected.open), seed
        if ties:
            assert set(ties[0].among) <= set(expected.open), seed
        else:
            assert {one.number: one.track for one in found.selected} == expected.seated, seed


@pytest.mark.parametrize("first", range(0, CASES, PART))
def test_reserves_are_those_who_could_stand_in(first: int) -> None:
    for seed in range(first, min(first + PART, CASES)):
        case = random_case(seed)
        expected = answer(case, ())
        found = engine(case)
        if expected.seated is None:
            continue
        waiting = {one.number: one.track for one in found.reserves}
        for person in case.people:
            if person.number in expected.seated:
                assert person.number not in waiting, seed
                continue
            fits = [
                track
                for track in person.choices
                if may_stand_in(case, expected.base, expected.seated, person.number, track)
            ]
            assert waiting.get(person.number) == (fits[0] if fits else None), (seed, person.number)


@pytest.mark.parametrize("first", range(0, CASES, PART))
def test_asking_about_labels_apart_gives_the_same_answers(first: int, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = [random_case(seed, ties=bool(seed % 2)) for seed in range(first, first + PART)]
    cases += [random_large_case(seed) for seed in range(first // 10, first // 10 + 3)]
    together = [engine(case) for case in cases]
    monkeypatch.setattr(frame, "room_for", Room)
    assert [engine(case) for case in cases] == together
