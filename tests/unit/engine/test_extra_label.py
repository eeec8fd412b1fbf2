"""Somebody admitted outside the quota shares labels with the pool, although they take no seat of it."""

from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.domain.selection import Selection
from ikmctl.engine.selection import select

PEOPLE = {number: Participant(number, facts={"household": "H1"}) for number in ("P1", "P2")}
CARDS = {"P1": ScoreCard("P1", "all", "eligible", key=9, best_key=9), "P2": ScoreCard("P2", "all", "ineligible")}


def _chosen(most: int) -> Selection:
    stage = {"id": "s", "quota": "2", "selection": {"max_per": {"household": str(most)}}}
    program = Program.model_validate({"id": "x", "title": "X", "as_of": "2025-09-29", "stages": [stage]})
    evaluation = Evaluation("s", CARDS, ())
    return select(program, program.stages[0], evaluation, PEOPLE, admitted={"P2": "extra"})


def test_one_of_a_household_means_one() -> None:
    assert [one.number for one in _chosen(1).selected] == ["P2"]


def test_two_of_a_household_may_both_be_in() -> None:
    assert sorted(one.number for one in _chosen(2).selected) == ["P1", "P2"]
