"""What holds for every selection, whatever the pool and the rules."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ikmctl.domain.participant import Participant
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.domain.selection import Selection
from ikmctl.engine.canonical import result_digest
from ikmctl.engine.selection import select
from tests.differential.cases import cards_of, engine, people_of, program_of
from tests.differential.definition import Case, Person, Rule, base_of, obeys
from tests.unit.engine.replaying import cohort, rules

TRACKS = ("x", "y")
MANY = settings(max_examples=150, deadline=None)


@st.composite
def people(draw: st.DrawFn, *, labels: bool = True) -> tuple[Person, ...]:
    scores = draw(st.lists(st.integers(1, 99), min_size=1, max_size=12, unique=True))
    made = []
    for index, score in enumerate(scores):
        facts = {"gender": draw(st.sampled_from(("female", "male")))}
        if district := draw(st.sampled_from(("D1", "D2", ""))):
            facts["district"] = district
        if labels and (household := draw(st.sampled_from(("H1", "H2", "", "")))):
            facts["household"] = household
        made.append(Person(f"P{index:02d}", (draw(st.sampled_from(TRACKS)),), score, facts))
    return tuple(made)


@st.composite
def cases(draw: st.DrawFn, *, labels: bool = True) -> Case:
    made = []
    for _ in range(draw(st.integers(0, 2))):
        field, value = draw(
            st.sampled_from((("gender", "female"), ("gender", None), ("district", "D1"), ("district", None)))
        )
        low = draw(st.integers(0, 2))
        high = draw(st.one_of(st.none(), st.integers(max(low, 1), 5)))
        if not low and high is None:
            high = 2
        made.append(Rule(field, value, low=low, high=high, per_track=draw(st.booleans())))
    quotas = {track: (0, draw(st.one_of(st.none(), st.integers(1, 5)))) for track in TRACKS}
    max_per = {"household": 1} if labels and draw(st.booleans()) else {}
    return Case(draw(people(labels=labels)), quotas, tuple(made), max_per, {}, draw(st.booleans()))


def seated(selection: Selection) -> dict[str, str]:
    return {one.number: one.track for one in selection.selected}


def tickets(case: Case) -> dict[str, str]:
    return {one.number: one.number for one in case.people}


@MANY
@given(cases())
def test_no_rule_is_ever_broken(case: Case) -> None:
    chosen = engine(case)
    if not chosen.infeasible:
        assert obeys(case, base_of_simple(case), seated(chosen))


def base_of_simple(case: Case) -> int:
    """E where everybody has one choice."""
    counts = Counter(one.choices[0] for one in case.people)
    return sum(counts[track] if most is None else min(counts[track], most) for track, (_, most) in case.quotas.items())


@settings(max_examples=20, deadline=None)
@given(cases().filter(lambda case: len(case.people) <= 7))
def test_the_simple_base_is_the_real_one(case: Case) -> None:
    assert base_of_simple(case) == base_of(case)


@MANY
@given(cases(labels=False))
def test_nobody_better_who_is_alike_is_passed_over(case: Case) -> None:
    chosen = seated(engine(case))
    for one in case.people:
        for other in case.people:
            alike = (one.choices, one.facts) == (other.choices, other.facts)
            if alike and one.score > other.score and other.number in chosen:
                assert one.number in chosen


@MANY
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_rows_has_no_power(case: Case, chance: Any) -> None:
    rows = list(case.people)
    chance.shuffle(rows)
    assert engine(replace(case, people=tuple(rows))) == engine(case)


@MANY
@given(cases(), st.permutations(range(12)))
def test_numbers_have_no_power(case: Case, order: list[int]) -> None:
    names = {one.number: f"Q{order[index]:02d}" for index, one in enumerate(case.people)}
    renamed = replace(case, people=tuple(replace(one, number=names[one.number]) for one in case.people))
    assert seated(engine(renamed)) == {names[number]: track for number, track in seated(engine(case)).items()}


@MANY
@given(cases())
def test_the_same_inputs_give_the_same_result(case: Case) -> None:
    first, second = engine(case), engine(case)
    assert first == second
    assert result_digest(first) == result_digest(second)


@MANY
@given(cases(), st.data())
def test_raising_a_score_never_drops_a_person(case: Case, data: st.DataObject) -> None:
    before = seated(engine(case, tickets(case)))
    if not before:
        return
    number = data.draw(st.sampled_from(sorted(before)))
    more = data.draw(st.integers(1, 60))
    raised = tuple(replace(one, score=one.score + more * (one.number == number)) for one in case.people)
    assert number in seated(engine(replace(case, people=raised), tickets(case)))


@MANY
@given(cases(labels=False))
def test_of_each_cell_only_as_many_as_there_are_seats_can_matter(case: Case) -> None:
    seats = base_of_simple(case)
    kept, counts = [], Counter[Any]()
    for one in sorted(case.people, key=lambda person: -person.score):
        cell = (one.choices, tuple(sorted(one.facts.items())))
        counts[cell] += 1
        if counts[cell] <= seats:
            kept.append(one)
    assert seated(engine(replace(case, people=tuple(kept)))) == seated(engine(case))


@MANY
@given(cases())
def test_everybody_has_exactly_one_outcome(case: Case) -> None:
    chosen = engine(case)
    assert list(chosen.entries) == sorted(one.number for one in case.people)
    results = Counter(one.result for one in chosen.entries.values())
    assert results["selected"] == len(chosen.selected)
    assert results["reserve"] == len(chosen.reserves)
    if not chosen.infeasible:
        assert results["selected"] + sum(chosen.shortfall.values()) == sum(
            counts if most is None else most
            for (track, (_, most)) in case.quotas.items()
            for counts in [sum(one.choices[0] == track for one in case.people)]
        )


@MANY
@given(cases(), st.data())
def test_whoever_withdraws_leaves_as_if_never_there(case: Case, data: st.DataObject) -> None:
    """Before a list is decided, a withdrawal is a run without the person (values that only they had apart)."""
    number = data.draw(st.sampled_from([one.number for one in case.people]))
    program = program_of(case)
    with_decision = select(
        program,
        program.stages[0],
        cards_of(case),
        people_of(case),
        out={number: "withdrawn"},  # type: ignore[dict-item]  # a text that is a cause
    )
    rest = tuple(one for one in case.people if one.number != number)
    assert seated(with_decision) == seated(engine(replace(case, people=rest)))


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(("P1", "P2", "P3", "P4", "P5")), st.integers(0, 100), min_size=1), st.data())
def test_replaying_a_correction_is_a_run_with_the_right_mark(marks: Mapping[str, int], data: st.DataObject) -> None:
    lines = {number: f"{number} {'xy'[int(number[1]) % 2]} {value}" for number, value in marks.items()}
    number = data.draw(st.sampled_from(sorted(marks)))
    right = data.draw(st.integers(0, 100))
    wrong = cohort(rules(), "\n".join(lines.values())).decide(
        "correct", number, mark="test", old=str(marks[number]), new=str(right)
    )
    lines[number] = f"{number} {'xy'[int(number[1]) % 2]} {right}"
    assert wrong.play().selection == cohort(rules(), "\n".join(lines.values())).play().selection


@settings(max_examples=60, deadline=None)
@given(cases(), st.data())
def test_a_pending_person_who_is_not_named_changes_nothing(case: Case, data: st.DataObject) -> None:
    """Whoever is not listed as able to reach the line is not selected, whatever their missing values are."""
    number = data.draw(st.sampled_from([one.number for one in case.people]))
    program, facts = program_of(case), people_of(case)
    cards = dict(cards_of(case).cards)
    best = cards[number].key or 0
    cards[number] = ScoreCard(number, cards[number].track, "pending", best_key=best)
    waiting = select(program, program.stages[0], Evaluation("s", cards, ()), facts, tickets=tickets(case))
    if number in waiting.pending:
        return
    actual = data.draw(st.integers(0, best))
    cards[number] = ScoreCard(number, cards[number].track, "eligible", key=actual)
    known: dict[str, Participant] = facts
    final = select(program, program.stages[0], Evaluation("s", cards, ()), known, tickets=tickets(case))
    assert number not in seated(final)
