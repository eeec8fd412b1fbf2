"""People who join a pool: what is answered from the walk that was done is what another walk says."""

import random

import pytest
from msgspec.structs import replace

from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.engine.selection import Given, Settled
from ikmctl.engine.selection.frame import lay_out, walk_frame
from ikmctl.engine.selection.joining import Joining
from ikmctl.engine.tickets import tickets
from tests.unit.engine.selecting import given, program


def rules(chance: random.Random) -> Program:
    """Two tracks under some of: shares of genders and districts, so many of a household, one order for all."""
    balance = [{"field": "gender", "each": {"min_share": "0.3", "max_share": "0.7"}}]
    if chance.random() < 0.3:
        balance.append({"field": "district", "each": {"min_share": "0.1", "max_share": "0.6"}})
    selection = {
        "compare": chance.choice(["place", "score"]),
        "balance": balance if chance.random() < 0.6 else [],
        "max_per": {"household": chance.choice([1, 2])} if chance.random() < 0.6 else {},
        "ties": ["ticket"],
    }
    tracks = [{"id": name, "name": name, "quota": chance.choice([1, 2])} for name in "ab"]
    stages = [{"id": "s", "selection": selection}]
    return Program.model_validate({"id": "p", "title": "P", "as_of": "2025-09-29", "tracks": tracks, "stages": stages})


def pool(seed: int) -> Given:
    """Forty-eight people with gaps among their facts, one in four of them pending and most of those near the line."""
    chance = random.Random(seed)
    people, cards = {}, {}
    most = chance.choice([8, 1_000])
    for index in range(48):
        number, track = f"P{index:02d}", chance.choice("ab")
        facts = {
            "gender": chance.choice(["female", "male"]),
            "district": chance.choices(["D1", "D2", "D3", ""], (20, 10, 1, 1))[0],
            "household": chance.choice(["", "", f"H{chance.randrange(9)}"]),
        }
        people[number] = Participant(number, track, facts={name: value for name, value in facts.items() if value})
        pending = chance.random() < 0.25
        key = None if pending else chance.randrange(most)
        best = chance.randrange(most // 2, most + 2)
        cards[number] = ScoreCard(number, track, "pending" if pending else "eligible", key=key, best_key=best)
    program = rules(chance)
    settled = Settled(tickets=tickets("00", people) if chance.random() < 0.7 else {})
    return Given(program, program.stages[0], Evaluation("s", cards, ()), people, settled)


def walked_again(given: Given, card: ScoreCard) -> bool:
    """The long way: the whole pool with one more person."""
    cards = {**given.evaluation.cards, card.number: card}
    again = walk_frame(lay_out(replace(given, evaluation=Evaluation("s", cards, ()))))
    assert again is not None
    return card.number in again.steps.taken or again.steps.open is not None


def at_best(given: Given) -> list[ScoreCard]:
    """Everybody pending as if all had turned out well."""
    cards = given.evaluation.cards.values()
    return [replace(card, standing="eligible", key=card.best_key) for card in cards if card.standing == "pending"]


def joining(given: Given) -> Joining | None:
    laid = lay_out(given)
    walked = walk_frame(laid)
    return None if walked is None or walked.steps.open else Joining(laid, walked)


@pytest.mark.parametrize("seed", range(0, 100, 4))
def test_every_answer_is_that_of_another_walk(seed: int) -> None:
    for one in range(seed, seed + 4):
        if found := joining(pool(one)):
            for card in at_best(found.given):
                assert found.answer(card) in (None, walked_again(found.given, card)), (one, card.number)


@pytest.mark.parametrize("change", [{"admitted": {"P01": "quota"}}, {"per_track": 500}])
def test_admissions_and_seats_for_everybody_leave_the_question_to_another_walk(change: dict[str, object]) -> None:
    """One more person may change the number of seats, or stand beside those who were forced in."""
    made = (joining(replace(pool(seed), **change)) for seed in range(20))  # type: ignore[arg-type]  # fields of Given
    found = next(one for one in made if one)
    assert {found.answer(card) for card in at_best(found.given)} == {None}
