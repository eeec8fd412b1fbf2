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
    """The long way: the whole pool with one more person, who may also make every list impossible."""
    cards = {**given.evaluation.cards, card.number: card}
    again = walk_frame(lay_out(replace(given, evaluation=Evaluation("s", cards, ()))))
    return again is not None and (card.number in again.steps.taken or again.steps.open is not None)


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


def answers(rules: Program, people: str, **options: object) -> dict[str, bool | None]:
    """The answer for everybody pending, each at their best; an answer is that of another walk."""
    inputs = given(rules, people, **options)
    found = joining(inputs)
    assert found
    told = {card.number: found.answer(card) for card in at_best(inputs)}
    assert all(told[card.number] in (None, walked_again(inputs, card)) for card in at_best(inputs))
    return told


MEN = [{"field": "gender", "value": "male", "max": 2}]
FOUR = "P1 x 90\nP2 x 80\nP3 x 70\nP4 x 60\n"


@pytest.mark.parametrize(
    ("rules", "people", "expected"),
    [
        # in before or beside the last who was taken, out behind
        (program("x:2"), FOUR + "A x ?85\nB x ?80\nC x ?79\nD x ?70", {"A": True, "B": True, "C": False, "D": False}),
        (program("x:2", compare="score"), FOUR + "B x ?80\nC x ?79", {"B": True, "C": False}),
        # everybody of the track is in: one more may change the number of seats
        (program("x:5"), FOUR + "A x ?85", {"A": None}),
        (program("x:all"), FOUR + "A x ?85", {"A": None}),
        # one more raises the share of seats, here from 2 to 3 of 5, and so A comes in
        (
            program("x:all", balance=[{"field": "gender", "value": "male", "max_share": "0.5"}]),
            (
                "P1 x 90 gender=male\nP2 x 80 gender=male\nP3 x 70 gender=male\n"
                "P4 x 60 gender=male\nP5 x 50 gender=male\nA x ?75 gender=male"
            ),
            {"A": None},
        ),
        # second choices move others
        (program("x:2", second_choice=True), FOUR + "A x ?85", {"A": None}),
        # nobody like A is in the pool, or too few: A makes something possible
        (program("x:2", balance=MEN), FOUR + "A x ?85 gender=male", {"A": None}),
        (
            program("x:3", balance=MEN),
            FOUR + "P5 x 50 gender=male\nP6 x 40 gender=male\nA x ?85 gender=male\nB x ?85",
            {"A": None, "B": True},
        ),
        (
            program("x:3", balance=MEN),
            FOUR
            + "P5 x 50 gender=male\nP6 x 40 gender=male\nP7 x 30 gender=male\nA x ?75 gender=male\nB x ?50 gender=male",
            {"A": None, "B": False},
        ),
        # a value of which no limit speaks yet, where each value gets one
        (
            program("x:2", balance=[{"field": "district", "each": {"max": 1}}]),
            FOUR + "A x ?85 district=D1\nB x ?85",
            {"A": None, "B": True},
        ),
        # nobody can be taken at all
        (
            program("x:2", balance=[{"field": "gender", "value": "male", "max": 0}]),
            "P1 x 90 gender=male\nP2 x 80 gender=male\nP3 x 70 gender=male\nA x ?95 gender=male",
            {"A": False},
        ),
        # a label to share with somebody selected; with one more of D a limit of that household comes about
        (
            program("x:2", max_per={"household": 1}),
            (
                "P1 x 90 household=H1\nP2 x 80\nP3 x 70\nP4 x 60\nP5 x 50 household=H5\nP6 x 40 household=H5\nP7 x 30\n"
                "A x ?85 household=H1\nB x ?85 household=H5\nC x ?85\nD x ?30 household=H1"
            ),
            {"A": None, "B": True, "C": True, "D": False},
        ),
        # the cell holds three, as many as two seats and a label together: one more could still count
        (program("x:2", max_per={"household": 1}), "P1 x 90\nP2 x 80\nP3 x 70\nA x ?85", {"A": None}),
        (program("x:2", max_per={"household": 1}), FOUR + "A x ?85", {"A": True}),
    ],
)
def test_who_would_be_in_and_who_can_only_be_told_by_another_walk(
    rules: Program, people: str, expected: dict[str, bool | None]
) -> None:
    assert answers(rules, people) == expected


def test_somebody_admitted_leaves_the_question_to_another_walk() -> None:
    assert answers(program("x:2"), FOUR + "A x ?85", admitted={"P4": "quota"}) == {"A": None}


def test_each_track_has_places_of_its_own() -> None:
    """The order is P1 Q1 P2 Q2 P3: C stands before the last who was taken, and yet behind the last of track y."""
    people = FOUR + "Q1 y 9\nQ2 y 8\nQ3 y 7\nA x ?85\nB x ?65\nC y ?8\nD y ?9\nE y ?10"
    assert answers(program("x:3 y:1"), people) == {"A": True, "B": False, "C": None, "D": True, "E": True}


@pytest.mark.parametrize(
    ("rules", "people", "expected"),
    [
        # tracks y, x: Q1 and Q2 take the seats of men, both in the first place; one of x in the first place would be
        # asked between them
        (
            program("y:2 x:1", balance=[*MEN, {"field": "gender", "value": "female", "max": 0}]),
            (
                "Q1 y 90 gender=male\nQ2 y 90 gender=male\nP1 x 80 gender=female\nP2 x 70 gender=female\n"
                "P3 x 60 gender=male\nP4 x 50 gender=male\nP5 x 40 gender=male\n"
                "A x ?85 gender=male\nB x ?75 gender=male\nC x ?65 gender=male"
            ),
            {"A": None, "B": None, "C": False},
        ),
        # tracks x, y: the second place of x is asked before the second of y
        (
            program("x:1 y:2", balance=[*MEN, {"field": "gender", "value": "female", "max": 0}]),
            (
                "Q1 y 90 gender=male\nQ2 y 90 gender=male\nP1 x 80 gender=female\nP2 x 70 gender=female\n"
                "P3 x 60 gender=male\nP4 x 50 gender=male\nP5 x 40 gender=male\n"
                "B x ?75 gender=male\nC x ?65 gender=male"
            ),
            {"B": None, "C": False},
        ),
        # only Q1 of the tie can be taken, first of all, but Q2 may be asked before and A in between
        (
            program(
                "y:2 x:1",
                balance=[
                    {"field": "gender", "value": "male", "max": 1},
                    {"field": "gender", "value": "female", "max": 0},
                ],
            ),
            (
                "Q1 y 90 gender=male\nQ2 y 90 gender=female\nP1 x 80 gender=female\nP2 x 70 gender=male\n"
                "P3 x 60 gender=male\nA x ?85 gender=male\nC x ?65 gender=male"
            ),
            {"A": None, "C": False},
        ),
        # P1 shares a place with A, but nobody a place with P1
        (
            program(
                "x:1 y:1",
                balance=[
                    {"field": "gender", "value": "male", "max": 1},
                    {"field": "gender", "value": "female", "max": 0},
                ],
            ),
            "P1 x 90 gender=male\nQ1 y 80 gender=female\nQ2 y 70 gender=male\nQ3 y 60 gender=male\nA y ?85 gender=male",
            {"A": False},
        ),
        # nobody is tied, and a tie behind the last who was taken is never spread
        (program("x:1 y:1"), FOUR + "Q1 y 90\nQ2 y 80\nQ3 y 80\nA x ?85\nB y ?80", {"A": False, "B": False}),
    ],
)
def test_a_tie_that_one_more_could_spread_is_left_to_another_walk(
    rules: Program, people: str, expected: dict[str, bool | None]
) -> None:
    assert answers(rules, people) == expected
