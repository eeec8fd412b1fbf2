"""People who join a pool: what is answered from the walk that was done is what another walk says."""

import random
from collections import Counter

import pytest
from msgspec.structs import replace

from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.engine.selection import Given, Settled
from ikmctl.engine.selection.frame import lay_out, walk_frame
from ikmctl.engine.selection.joining import Joining
from ikmctl.engine.tickets import tickets


def rules(chance: random.Random, people: int) -> Program:
    """Three tracks under some of: shares of genders and districts, one of a household, one order for all."""
    balance = [{"field": "gender", "each": {"min_share": "0.3", "max_share": "0.7"}}]
    if chance.random() < 0.3:
        balance.append({"field": "district", "each": {"min_share": "0.1", "max_share": "0.6"}})
    selection = {
        "compare": chance.choice(["place", "score"]),
        "balance": balance if chance.random() < 0.7 else [],
        "max_per": {"household": chance.choice([1, 2])} if chance.random() < 0.7 else {},
        "ties": ["ticket"],
    }
    tracks = [{"id": name, "name": name, "quota": max(1, people // 36)} for name in "abc"]
    stages = [{"id": "s", "selection": selection}]
    return Program.model_validate({"id": "p", "title": "P", "as_of": "2025-09-29", "tracks": tracks, "stages": stages})


def pool(seed: int) -> Given:
    """Two hundred people with gaps among their facts, one in five of them pending."""
    chance, count = random.Random(seed), 200
    people, cards = {}, {}
    most = chance.choice([10, 1_000])
    for index in range(count):
        number, track = f"P{index:03d}", chance.choice("abc")
        facts = {
            "gender": chance.choice(["female", "male", "male"]),
            "district": chance.choices(["D1", "D2", "D3", ""], (20, 10, 1, 1))[0],
            "household": chance.choice(["", f"H{chance.randrange(60)}"]),
        }
        people[number] = Participant(number, track, facts={name: value for name, value in facts.items() if value})
        pending = chance.random() < 0.2
        key = None if pending else chance.randrange(most)
        cards[number] = ScoreCard(
            number, track, "pending" if pending else "eligible", key=key, best_key=chance.randrange(most, 2 * most)
            if chance.random() < 0.3 else chance.randrange(most),
        )  # fmt: skip
    program = rules(chance, count)
    settled = Settled(tickets=tickets("00", people) if chance.random() < 0.7 else {})
    return Given(program, program.stages[0], Evaluation("s", cards, ()), people, settled)


def walked_again(given: Given, card: ScoreCard) -> bool:
    """The long way: the whole pool with one more person."""
    cards = {**given.evaluation.cards, card.number: card}
    again = walk_frame(lay_out(replace(given, evaluation=Evaluation("s", cards, ()))))
    assert again is not None
    return card.number in again.steps.taken or again.steps.open is not None


def test_every_answer_is_that_of_another_walk() -> None:
    """Many pools, with answers of all three kinds."""
    kinds: Counter[bool | None] = Counter()
    for seed in range(25):
        given = pool(seed)
        laid = lay_out(given)
        walked = walk_frame(laid)
        if walked is None or walked.steps.open:
            continue
        joining = Joining(laid, walked)
        for number, card in given.evaluation.cards.items():
            if card.standing == "pending":
                best = replace(card, standing="eligible", key=card.best_key)
                answer = joining.answer(best)
                kinds[answer] += 1
                assert answer in (None, walked_again(given, best)), (seed, number)
    assert min(kinds[True], kinds[False], kinds[None]) > 20


@pytest.mark.parametrize("change", [{"admitted": {"P001": "quota"}}, {"per_track": 500}])
def test_admissions_and_seats_for_everybody_leave_the_question_to_another_walk(change: dict[str, object]) -> None:
    """One more person may change the number of seats, or stand beside those who were forced in."""
    for seed in range(10):
        given = replace(pool(seed), **change)  # type: ignore[arg-type]  # fields of Given
        laid = lay_out(given)
        walked = walk_frame(laid)
        if walked is not None and not walked.steps.open:
            break
    assert walked is not None
    for card in given.evaluation.cards.values():
        if card.standing == "pending":
            assert Joining(laid, walked).answer(replace(card, standing="eligible", key=card.best_key)) is None
