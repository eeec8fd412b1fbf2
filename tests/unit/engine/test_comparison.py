"""For the committee: other methods, shifted weights, and the steps of a computation."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from msgspec.structs import replace
from tools.making import criterion, exam, fractions, mark, person, program

from ikmctl.domain.program import Program
from ikmctl.domain.scorecard import Evaluation, Points, ScoreCard
from ikmctl.engine.evaluate import evaluate
from ikmctl.engine.scoring.compare import compare_methods, difference, steps_of
from ikmctl.engine.scoring.matrix import matrix_of
from ikmctl.engine.scoring.ranking import places, rank_correlation
from ikmctl.engine.scoring.sensitivity import reweighed, sensitivity, shifted

F = Fraction
MARKS = {"post": exam(), "plan": exam()}
VALUES = {"P1": ("90", "40"), "P2": ("60", "82"), "P3": ("70", "60")}


def setting(method: str = "weighted_sum", **keys: Any) -> tuple[Program, Evaluation]:
    criteria = [criterion("post", "marks.post", 3, **keys), criterion("plan", "marks.plan", 2, **keys)]
    rules = program({"method": method, "criteria": criteria}, marks=MARKS)
    marks = [mark(n, name, v) for n, pair in VALUES.items() for name, v in zip(MARKS, pair, strict=True)]
    people = [person(number) for number in [*VALUES, "P4"]]
    return rules, evaluate(rules, rules.stages[0], people, marks)


def card(number: str, key: int | None, track: str = "a", standing: Any = "eligible") -> ScoreCard:
    return ScoreCard(number, track, standing, key=key)


def test_places_are_within_tracks_and_equal_keys_share_one() -> None:
    cards = [
        card("A", 5),
        card("B", 7),
        card("C", 7),
        card("D", 1),
        card("E", 9, "b"),
        card("F", 9, standing="pending"),
        card("G", None),
    ]
    assert places({one.number: one for one in cards}) == {"A": 3, "B": 1, "C": 1, "D": 4, "E": 1}


def test_rank_correlation_by_hand() -> None:
    """1 - 6 (1 + 1 + 0 + 0) / (4 (16 - 1)) = 0.8; with ties 1.5, 1.5, 3 against 1, 2, 3: 1.5 / sqrt(1.5 x 2)."""
    assert rank_correlation(fractions(1, 2, 3, 4), fractions(2, 1, 3, 4)) == Decimal("0.8")
    tied = rank_correlation(fractions(1, 1, 3), fractions(1, 2, 3))
    assert tied is not None
    assert abs(tied - Decimal(3).sqrt() / 2) < Decimal("1e-25")
    assert rank_correlation(fractions(1, 2), fractions(2, 1)) == -1
    assert rank_correlation(fractions(1, 1), fractions(2, 1)) is None
    assert rank_correlation((), ()) is None


def test_every_other_method_is_tried_on_the_same_people() -> None:
    rules, base = setting()
    found = {one.method: one for one in compare_methods(rules.stages[0], base)}
    assert list(found) == ["saw", "wp", "topsis"]
    saw = found["saw"].evaluation.cards
    # Best are 90 and 82: P1 has 3 x 100 + 2 x 48.7805, P2 3 x 66.6667 + 2 x 100, P3 3 x 77.7778 + 2 x 73.1707.
    keys = {"P1": 3_000_000 + 2 * 487_805, "P2": 3 * 666_667 + 2_000_000, "P3": 3 * 777_778 + 2 * 731_707}
    assert {number: saw[number].key for number in keys} == keys
    assert (saw["P4"].standing, saw["P4"].key) == ("pending", None)
    assert found["saw"].difference.moved == 2
    assert found["saw"].difference.farthest == 1
    assert found["saw"].difference.correlation == Decimal("0.5")


def test_from_a_relative_method_the_sum_is_tried_only_with_scales() -> None:
    rules, base = setting("saw")
    assert [one.method for one in compare_methods(rules.stages[0], base)] == ["weighted_sum", "wp", "topsis"]
    by_sum = compare_methods(rules.stages[0], base)[0].evaluation.cards
    assert by_sum["P1"].key == 3 * 900_000 + 2 * 400_000
    rules, base = setting("saw", scale=None)
    assert [one.method for one in compare_methods(rules.stages[0], base)] == ["wp", "topsis"]
    with_scale, without = setting("saw")[0].stages[0].criteria[0], rules.stages[0].criteria[1]
    mixed = rules.stages[0].model_copy(update={"criteria": (with_scale, without)})
    assert [one.method for one in compare_methods(mixed, base)] == ["wp", "topsis"]


def test_the_difference_of_two_evaluations() -> None:
    first = {one.number: one for one in (card("A", 3), card("B", 2), card("C", 1))}
    second = {one.number: one for one in (card("A", 1), card("B", 2), card("C", None))}
    found = difference(first, second)
    assert (found.correlation, found.moved, found.farthest, found.lost) == (-1, 2, 1, 1)
    same = difference(first, first)
    assert (same.correlation, same.moved, same.farthest, same.lost) == (1, 0, 0, 0)
    with_zero, above = ({n: card(n, key + more) for n, key in zip("ABC", (1, 0, 2), strict=True)} for more in (0, 1))
    assert difference(with_zero, above).correlation == 1
    nobody = difference({}, {})
    assert (nobody.correlation, nobody.moved, nobody.farthest, nobody.lost) == (None, 0, 0, 0)


def test_of_several_tracks_the_lowest_correlation_is_told() -> None:
    """Track a stands as before, track b is turned round, track c has one person, whose place says nothing."""
    tracks = {"A": "a", "B": "a", "C": "b", "D": "b", "E": "c"}

    def cards(*keys: int) -> dict[str, ScoreCard]:
        return {number: card(number, key, track) for (number, track), key in zip(tracks.items(), keys, strict=True)}

    found = difference(cards(2, 1, 2, 1, 1), cards(2, 1, 1, 2, 1))
    assert (found.correlation, found.moved, found.farthest) == (-1, 2, 1)


def test_steps_are_those_of_the_programs_own_method() -> None:
    rules, base = setting()
    steps = steps_of(rules.stages[0], base)
    assert steps.formula == "sum(w * p) / sum(w)"
    assert steps.tables[-1].lines["P1"] == ("54.000000", "16.000000", "70.000000")
    assert list(steps.tables[0].lines) == ["P1", "P2", "P3"]
    rules, base = setting("topsis")
    assert steps_of(rules.stages[0], base).tables[-1].heads == ("D+", "D-", "C", "score")
    odd = rules.stages[0].model_copy(update={"method": "vikor"})
    assert steps_of(odd, base).formula == "sum(w * p) / sum(w)"


def test_what_a_method_takes_for_a_value_that_is_missing() -> None:
    """The worst of the column, zero where nobody has one; on a scale its worst, and zero for what it does not list."""

    def column(raws: list[Any], **keys: Any) -> list[Fraction]:
        rules = program({"criteria": [criterion("c", "fields.c", **keys)]})
        cards = [
            ScoreCard(f"P{n}", "", "eligible", points={"c": Points("c", raw, None, 0)}) for n, raw in enumerate(raws)
        ]
        return [row[0] for row in matrix_of(rules.stages[0], cards).rows.values()]

    assert column([F(3), None, "kata", F(5)], scale=None) == [3, 3, 3, 5]
    assert column([F(3), None, "kata", F(5)], scale=None, direction="cost") == [3, 5, 5, 5]
    assert column([None, "kata"], scale=None) == [0, 0]
    assert column(["a", None, "x"], scale={"map": {"a": "90", "b": "20"}}) == [90, 20, 0]


def top(evaluation: Evaluation) -> list[str]:
    cards = [one for one in evaluation.cards.values() if one.key is not None]
    return [max(cards, key=lambda one: one.key or 0).number]


def test_shifts_are_deterministic_and_within_a_fifth() -> None:
    rules, _ = setting()
    weights = [tuple(one.weight for one in shifted("test", rules.stages[0], trial).criteria) for trial in range(1, 200)]
    assert weights == [
        tuple(one.weight for one in shifted("test", rules.stages[0], trial).criteria) for trial in range(1, 200)
    ]
    assert len(set(weights)) > 190
    assert all(2400 <= post <= 3600 and 1600 <= plan <= 2400 for post, plan in weights)
    assert shifted("other", rules.stages[0], 1) != shifted("test", rules.stages[0], 1)
    # The first shift of this program, frozen: SHA-256 of the lines, modulo 401, plus 800.
    assert weights[0] == (3 * FIRST[0], 2 * FIRST[1])


def factor(criterion_id: str) -> int:
    from hashlib import sha256

    text = f"ikmctl/sensitivity/v1\ntest\ncuration\n1\n{criterion_id}"
    return 800 + int(sha256(text.encode()).hexdigest(), 16) % 401


FIRST = (factor("post"), factor("plan"))


def test_the_share_of_shifts_in_which_a_person_stays_in() -> None:
    """P1 leads P2 by 70 to 68.8 with weights 3 : 2, and loses below 7 : 5."""
    rules, base = setting()
    found = sensitivity("test", rules.stages[0], base, 200, top)
    assert (found.trials, found.selected) == (200, ("P1",))
    assert sum(found.shares.values()) == 1
    wins = sum(
        3 * post_ * 90 + 2 * plan_ * 40 > max(3 * post_ * 60 + 2 * plan_ * 82, 3 * post_ * 70 + 2 * plan_ * 60)
        for post_, plan_ in (
            (shifted("test", rules.stages[0], trial).criteria[0].weight // 3,
             shifted("test", rules.stages[0], trial).criteria[1].weight // 2)
            for trial in range(1, 201)
        )
    )  # fmt: skip
    assert found.shares["P1"] == F(wins, 200)
    assert 0 < found.shares["P1"] < 1


def test_the_shares_stand_by_number() -> None:
    rules, base = setting()
    found = sensitivity("test", rules.stages[0], base, 1, lambda _: ("P3", "P1", "P2"))
    assert (found.selected, list(found.shares.items())) == (("P1", "P2", "P3"), [("P1", 1), ("P2", 1), ("P3", 1)])
    rest = sensitivity("test", rules.stages[0], base, 2, lambda one: ("P9",) if one is base else ("P3", "P2"))
    assert list(rest.shares.items()) == [("P2", 1), ("P3", 1), ("P9", 0)]


def test_no_trials_say_nothing() -> None:
    rules, base = setting()
    found = sensitivity("test", rules.stages[0], base, 0, top)
    assert found.shares == {"P1": 0}


def test_new_weights_keep_points_and_verdicts() -> None:
    rules, base = setting()
    stage = shifted("test", rules.stages[0], 1)
    again = reweighed(stage, base)
    post, plan = (one.weight for one in stage.criteria)
    assert again.cards["P1"].key == post * 900_000 + plan * 400_000
    assert again.cards["P1"].unit == (post + plan) * 10_000
    assert (again.cards["P4"].key, again.cards["P4"].best_key) == (None, (post + plan) * 1_000_000)
    half = {"post": Points("post", F(90), 900_000, 900_000), "plan": Points("plan", None, None, 400_000)}
    pending = replace(base, cards={"P5": ScoreCard("P5", "", "pending", points=half)})
    (card_,) = reweighed(stage, pending).cards.values()
    assert (card_.key, card_.best_key) == (None, post * 900_000 + plan * 400_000)
    rules, base = setting("saw")
    assert reweighed(rules.stages[0], base).cards["P1"].key == base.cards["P1"].key
