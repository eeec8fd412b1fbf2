"""A stage in numbers: worked out by hand on a handful of people."""

from fractions import Fraction

from msgspec.structs import replace
from tools.making import person

from ikmctl.domain.match import Matching, Pair, Why
from ikmctl.domain.rule import Reason, Verdict
from ikmctl.domain.scorecard import Evaluation, Points, ScoreCard
from ikmctl.domain.selection import Because, Entry, Selection
from ikmctl.engine.overview import (
    Change,
    Standout,
    TrackCount,
    before_and_after,
    count_tracks,
    cut_of,
    funnel,
    left_over,
    match_funnel,
    most_often,
    scores_of,
    standouts,
    uncovered,
    women_by_track,
)
from ikmctl.engine.selection import run
from tests.unit.engine.selecting import choose, given, program


def entry(number: str, track: str = "a", because: Because = Because.PLACE, key: int | None = None) -> Entry:
    return Entry(number, track, "selected", because, key=key, unit=10)


def card(number: str, points: int, standing: str = "eligible") -> ScoreCard:
    key = points if standing == "eligible" else None
    worth = {"test": Points("test", None, points * 10_000, points * 10_000)}
    return ScoreCard(number, "a", standing, points=worth, key=key)  # type: ignore[arg-type]  # texts that are standings


def chosen(*entries: Entry) -> Selection:
    return Selection("s", entries, (), {one.number: one for one in entries})


def test_a_seat_that_waits_for_a_tie_is_neither_taken_nor_empty() -> None:
    # compared by place, the tie for the last seat of x leaves the second seat of y waiting, with P6 and P7 behind it
    pool = "P1 x 90\nP2 x 80\nP3 x 80\nP4 y 90\nP6 y 70\nP7 y 60\nP8 z 50"
    inputs = given(program("x:2 y:2 z:3"), pool)
    selection = choose(inputs.program, pool)
    assert [block.among for block in selection.undecided] == [("P2", "P3")]
    counts = count_tracks(inputs.program, inputs.stage, inputs.evaluation, selection, None)
    assert [(one.track, one.selected, one.empty, one.waiting) for one in counts] == [
        ("x", 1, 0, 1), ("y", 1, 0, 1), ("z", 1, 0, 0),
    ]  # fmt: skip


def test_seats_that_no_reserve_could_take_are_told_by_track() -> None:
    """Two women are the least of x; the reserve is a man, so he may follow a man alone."""
    women = [{"field": "gender", "value": "female", "min": 2}]
    pool = (
        "P1 x 90 gender=male\nP2 x 80 gender=female\nP3 x 70 gender=female\nP4 x 60 gender=male\nP5 x 50 gender=female"
    )
    alone = given(program("x:3", reserves=1, balance=women), pool)
    assert uncovered(run(alone), alone.people) == {"x": ("P2", "P3")}
    both = given(program("x:3", reserves=2, balance=women), pool)
    assert uncovered(run(both), both.people) == {}, "P5 may follow anybody"
    none = given(program("x:3", reserves=0, balance=women), pool)
    assert uncovered(run(none), none.people) == {}, "no reserves were asked for"
    named = replace(run(alone), reserves=(replace(entry("P4", "x"), seats=("P2", "P1")),))
    assert uncovered(named, alone.people) == {"x": ("P3",)}, "seats may be told by their holders"


def test_those_left_over_qualify_and_nobody_put_them_out() -> None:
    cards = {f"P{n}": card(f"P{n}", n, "eligible" if n else "ineligible") for n in range(5)}
    entries = {
        "P0": replace(entry("P0", because=Because.INELIGIBLE), result="out"),
        "P1": entry("P1"),
        "P2": replace(entry("P2", because=Because.QUOTA), result="out"),
        "P3": replace(entry("P3", because=Because.WITHDRAWN), result="out"),
        "P4": replace(entry("P4", "b", because=Because.RESERVE), result="reserve"),
    }
    selection = Selection("s", (entries["P1"],), (entries["P4"],), entries)
    evaluation = Evaluation("s", cards, ("test",))
    assert [one.number for one in left_over(evaluation, selection, "a")] == ["P2"]
    assert [one.number for one in left_over(evaluation, selection, "b")] == ["P4"]


def test_a_funnel_counts_who_applied_who_may_and_who_is_in() -> None:
    cards = {f"P{n}": card(f"P{n}", n, "eligible" if n < 4 else "pending") for n in range(6)}
    assert funnel(Evaluation("s", cards, ("test",)), chosen(entry("P3"))) == (
        ("applied", 6), ("eligible", 4), ("selected", 1),
    )  # fmt: skip


def test_a_member_with_two_lines_is_one_member() -> None:
    pairs = (Pair("x", "A1", 1, 1, Why.SCORE), Pair("y", "A1", 1, 1, Why.SCORE))
    found = Matching("m", (), pairs, (Pair("x", "A2", 1, 1, Why.FULL),), (), 9, 2)
    assert match_funnel(found) == (("members", 9), ("consent", 7), ("candidates", 2), ("matched", 1))


def test_places_before_and_after_with_the_small_ones_together() -> None:
    places = ["big"] * 9 + ["mid"] * 6 + ["two"] * 2 + ["one"] + [""] * 3
    people = {f"P{n}": person(f"P{n}", district=place) for n, place in enumerate(places)}
    found = before_and_after("district", people, people, ["P0", "P1", "P10", "P15", "P17", "P18"])
    # two + one + not filled in are six people; three of them are in
    assert found == (Change(("big",), 9, 2), Change(("mid",), 6, 1), Change(("two", "one", ""), 6, 3))
    assert before_and_after("village", people, people, []) == ()
    few = {number: people[number] for number in ("P15", "P16", "P17", "P18", "P19", "P20")}
    assert before_and_after("district", few, few, ["P15"]) == ()  # two, one and three people: only their total
    halves = {f"P{n}": person(f"P{n}", district="pq"[n % 2]) for n in range(6)}
    assert before_and_after("district", halves, halves, []) == ()


def test_one_place_alone_is_told_and_small_ones_together_stand_last_however_many() -> None:
    places = ["big"] * 5 + ["p"] * 4 + ["q"] * 4
    people = {f"P{n:02d}": person(f"P{n:02d}", district=place) for n, place in enumerate(places)}
    of_big = list(people)[:5]
    assert before_and_after("district", people, of_big, of_big[:2]) == (Change(("big",), 5, 2),)
    assert before_and_after("district", people, people, of_big) == (Change(("big",), 5, 5), Change(("p", "q"), 8, 0))


def test_what_puts_most_people_out_and_of_two_alike_the_first_by_name() -> None:
    def out(number: str, *rules: str, standing: str = "ineligible") -> ScoreCard:
        verdicts = tuple(Verdict(rule, "failed", Reason(rule)) for rule in rules)
        return ScoreCard(number, "a", standing, verdicts)  # type: ignore[arg-type]  # texts that are standings

    cards = [out("P1", "kbli"), out("P2", "kbli", "age"), out("P3", "papers"), out("P4", "papers", standing="pending")]
    assert most_often(cards) == "`kbli` (2)"
    assert most_often(cards[1:]) == "`age` (1)"
    assert most_often(cards[3:]) == ""


def test_the_numbers_of_each_track() -> None:
    rules = program("a:2 b:all", reserves=1)
    pool = "P1 a 9\nP2 a 8\nP3 a 7\nP4 a 6\nP5 a !\nP6 b 5\nP7 b ?1\nP8 b ?1"
    inputs = given(rules, pool, accept_pending=("P7", "P8"))
    counted = count_tracks(rules, rules.stages[0], inputs.evaluation, run(inputs), None)
    assert counted == (TrackCount("a", "a", 5, 4, 0, 2, 2, 1, 0), TrackCount("b", "b", 3, 1, 2, None, 1, 0, 0))
    inputs = given(rules, pool, accept_pending=("P7", "P8"), per_track=5)
    counted = count_tracks(rules, rules.stages[0], inputs.evaluation, run(inputs), 5)
    assert counted == (TrackCount("a", "a", 5, 4, 0, 5, 4, 0, 1), TrackCount("b", "b", 3, 1, 2, 5, 1, 0, 4))


def test_few_women_in_a_track_are_counted_with_the_next_smallest() -> None:
    sexes = {"a": (8, 9), "b": (2, 20), "c": (6, 7), "d": (0, 9)}
    people, entries = {}, []
    for track, (women, men) in sexes.items():
        for n in range(women + men):
            number = f"{track}{n}"
            people[number] = person(number, gender="female" if n < women else "male")
            entries.append(entry(number, track))
    picked = [entry("a0", "a"), entry("a9", "a"), entry("b1", "b"), entry("c2", "c")]
    assert women_by_track(people, entries, picked) == (Change(("a",), 8, 1), Change(("b", "c", "d"), 8, 2))


def test_the_line_is_the_lowest_score_by_rank() -> None:
    by_floor = entry("P3", because=Because.FLOOR, key=500)
    assert cut_of([entry("P1", key=800), entry("P2", because=Because.DRAW, key=755), by_floor]) == Fraction(151, 2)
    assert cut_of([by_floor]) == 50
    assert cut_of([entry("P1", key=800), entry("P2", key=0)]) == 0
    assert cut_of([entry("P1", because=Because.DECISION)]) is None


def test_means_need_five_on_both_sides() -> None:
    cards = {f"P{n}": card(f"P{n}", n) for n in range(10)}
    open_ = replace(card("P10", 99), standing="pending")  # scored, but a rule is still open
    evaluation = Evaluation("s", {**cards, "P10": open_}, ("test",))
    upper = chosen(*(entry(f"P{n}") for n in range(5, 10)))
    assert standouts(evaluation, upper) == (Standout("test", Fraction(7), Fraction(2)),)
    assert standouts(evaluation, chosen(*(entry(f"P{n}") for n in range(6, 10)))) == ()


def test_where_no_woman_applied_nothing_is_said_of_women() -> None:
    people = {f"P{n}": person(f"P{n}", gender="male" if n else "") for n in range(9)}
    entries = [entry(number) for number in people]
    assert women_by_track(people, entries, entries) == ()


def test_scores_of_a_track_are_those_of_its_eligible() -> None:
    cards = {
        "P1": ScoreCard("P1", "a", "eligible", key=755, unit=10),
        "P2": ScoreCard("P2", "b", "eligible", key=900, unit=10),
        "P3": ScoreCard("P3", "a", "pending", key=800, unit=10),
        "P4": ScoreCard("P4", "a", "eligible", unit=10),
    }
    assert scores_of(Evaluation("s", cards, ()), "a") == (Fraction(151, 2),)


def test_seats_that_wait_for_a_tie_do_not_shrink_by_an_admission_beside_them() -> None:
    """Two seats: P1 has one, P2 and P3 are tied for the other; P4 is in beside both."""
    rules = program("x:2")
    inputs = given(rules, "P1 x 90\nP2 x 80\nP3 x 80\nP4 x 10", admitted={"P4": "extra"})
    (track,) = count_tracks(rules, rules.stages[0], inputs.evaluation, run(inputs), None)
    assert (track.selected, track.waiting) == (2, 1)


def test_the_line_is_that_of_the_last_whom_the_jury_put_in_and_not_of_the_admitted() -> None:
    """P2 is in by the order of the jury among the 80s, P4 by a decision with 10."""
    chosen = choose(
        program("x:3", ties=["panel"]),
        "P1 x 90\nP2 x 80\nP3 x 80\nP4 x 10",
        orders=[("P2", "P3")],
        admitted={"P4": "quota"},
    )
    assert [(one.number, str(one.because)) for one in chosen.selected] == [
        ("P1", "place"), ("P2", "decision"), ("P4", "decision"),
    ]  # fmt: skip
    assert cut_of(chosen.selected) == 80
