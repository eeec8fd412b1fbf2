"""Rules as whole numbers, and people as cells."""

import pytest

from ikmctl.domain.program import FieldSpec
from ikmctl.engine.selection import run
from ikmctl.engine.selection.frame import lay_out, limits_for
from ikmctl.engine.selection.limits import MANY, floor_rules, values_of, without
from ikmctl.engine.selection.room import Room, Undecidable
from ikmctl.engine.selection.simplex import Simplex
from tests.unit.engine.selecting import choose, given, listed, person, program


def shown(rules: object, pool: str, **options: object) -> list[str]:
    return [
        f"{one.name} {one.low}..{'' if one.high == MANY else one.high}{' in ' + one.track if one.track else ''}"
        for one in limits_for(given(rules, pool, **options))  # type: ignore[arg-type]  # options of several types
    ]


def test_every_rule_becomes_least_and_most() -> None:
    rules = program(
        "x:2 y:1-4",
        groups="g1:0-2 g2:1-3",
        balance=[
            {"field": "gender", "value": "female", "min": 1, "min_share": "0.5"},
            {"field": "district", "each": {"max": 3, "max_share": "0.5"}, "per": "track"},
        ],
        max_per={"household": 1},
    )
    pool = """
    P1 x 90 gender=female district=D1 household=H1
    P2 x 80 gender=male district=D2 household=H1
    P3 y 70 district=D1 household=H2 group=g1
    """
    assert shown(rules, pool) == [
        "seats 0..6",
        "x 0..2 in x",
        "y 1..4 in y",
        "gender 2..",
        "district D1 0..1 in x",
        "district D2 0..1 in x",
        "district D1 0..0 in y",
        "district D2 0..0 in y",
        "group g1 0..2",
        "group g2 1..3",
        "household H1 0..1",
    ]


def test_groups_without_limits_and_stages_for_all_are_not_bound() -> None:
    groups = program("x:1", groups="g1:0-2").model_copy(update={"groups": ()})
    assert shown(groups, "P1 x 90 group=g1") == ["seats 0..1", "x 0..1 in x"]
    assert shown(program("x:all", groups="g1:1-2"), "P1 x 90") == ["seats 0..1", "x 0..1 in x"]


def test_a_group_with_a_floor_alone_has_no_ceiling() -> None:
    rules = program("x:1", groups="g1:1-2")
    group = rules.groups[0].model_copy(update={"seats": rules.groups[0].seats.model_copy(update={"max": None})})
    free = group.model_copy(update={"id": "g2", "seats": group.seats.model_copy(update={"min": 0})})
    assert shown(rules.model_copy(update={"groups": (group, free)}), "P1 x 90")[2:] == ["group g1 1.."]


def test_each_speaks_of_declared_values_and_of_those_that_came() -> None:
    rules = program("x:1", balance=[{"field": "gender", "each": {"max": 1}}, {"field": "size", "each": {"max": 1}}])
    declared = rules.model_copy(update={"fields": (FieldSpec(id="size", type="choice", values=("big", "small")),)})
    assert shown(declared, "P1 x 90 gender=other size=odd")[2:] == [
        "gender female 0..1",
        "gender male 0..1",
        "gender other 0..1",
        "size big 0..1",
        "size odd 0..1",
        "size small 0..1",
    ]


def test_two_values_of_one_field_are_told_apart() -> None:
    rules = program(
        "x:3", balance=[{"field": "district", "value": "D1", "min": 1}, {"field": "district", "value": "D2", "min": 1}]
    )
    assert floor_rules(limits_for(given(rules, "P1 x 90"))) == ("district D1", "district D2")
    assert [one.low for one in without(limits_for(given(rules, "P1 x 90")), ["district D1"])] == [0, 0, 0, 1]


def test_a_column_of_several_words_counts_each() -> None:
    assert values_of(person("P1 x 1 licences=halal|sni"), "licences") == ("halal", "sni")
    assert values_of(person("P1 x 1"), "licences") == ()
    rules = program("x:2", balance=[{"field": "licences", "value": "sni", "min": 1}])
    limit = limits_for(given(rules, "P1 x 90 licences=halal|sni\nP2 x 80"))[2]
    assert limit.holds(person("P1 x 90 licences=halal|sni"), "x")
    assert not limit.holds(person("P2 x 80"), "x")


def test_people_alike_to_the_rules_are_one_cell() -> None:
    rules = program("x:2 y:2", balance=[{"field": "gender", "value": "female", "min": 1}], second_choice=True)
    laid = lay_out(given(rules, "P1 x 1 gender=male\nP2 x 2 gender=other\nP3 x 3 gender=female\nP4 x/y 4\nP5 y 5"))
    assert laid.cells.of == {"P1": 0, "P2": 0, "P3": 1, "P4": 2, "P5": 3}
    assert laid.cells.sizes == [2, 1, 1, 1]
    assert [(one.cell, one.track) for one in laid.cells.columns] == [(0, "x"), (1, "x"), (2, "x"), (2, "y"), (3, "y")]
    assert laid.cells.choices == [(0,), (1,), (2, 3), (4,)]
    assert laid.seats.base == 4


def test_the_base_of_shares_is_what_the_choices_can_fill() -> None:
    """Two tracks of one seat, three people, but only one of them would go to y."""
    rules = program("x:1 y:1", second_choice=True)
    assert lay_out(given(rules, "P1 x 1\nP2 x/y 2\nP3 x 3")).seats.base == 2
    assert lay_out(given(rules, "P1 x 1\nP2 x/x 2\nP3 x 3")).seats.base == 1


def test_groups_bind_a_stage_that_takes_everybody_of_one_track_only() -> None:
    assert shown(program("x:all y:1", groups="g1:0-1"), "P1 x 90 group=g1")[-1] == "group g1 0..1"


def test_labels_stand_in_their_own_order() -> None:
    pool = "P1 x 90 household=H2\nP2 x 80 household=H1\nP3 x 70 household=H1\nP4 x 60 household=H2"
    assert shown(program("x:3", max_per={"household": 1}), pool)[2:] == ["household H1 0..1", "household H2 0..1"]


def test_somebody_with_several_words_counts_under_each() -> None:
    rules = program("x:2", balance=[{"field": "licences", "each": {"max": 1}}])
    laid = lay_out(given(rules, "P1 x 90 licences=halal|sni\nP2 x 80 licences=sni"))
    assert [limit.name for limit in laid.limits[2:]] == ["licences halal", "licences sni"]
    assert [column.limits for column in laid.cells.columns] == [(0, 1, 2, 3), (0, 1, 3)]


@pytest.mark.parametrize("labels", [{"household": 1}, {}])
def test_a_column_counts_for_the_limits_of_its_own_track_in_order(labels: dict[str, int]) -> None:
    """Limits: 0 seats, 1 x, 2 y, 3 women, 4 and 5 D1 and D2 in x, 6 and 7 in y, 8 the household."""
    rules = program(
        "x:2 y:2",
        balance=[
            {"field": "gender", "value": "female", "min": 1},
            {"field": "district", "each": {"max": 1}, "per": "track"},
        ],
        max_per=labels,
        second_choice=True,
    )
    pool = """
    P1 x/y 90 gender=female district=D1 household=H1
    P2 y 80 gender=male district=D2 household=H1
    P3 y 70 district=D1
    """
    shared = (8,) if labels else ()
    laid = lay_out(given(rules, pool))
    assert [(column.track, column.limits) for column in laid.cells.columns] == [
        ("x", (0, 1, 3, 4, *shared)),
        ("y", (0, 2, 3, 6, *shared)),
        ("y", (0, 2, 7, *shared)),
        ("y", (0, 2, 6)),
    ]
    names = ["seats", "track x", "track y", "gender", *["district per track"] * 4, *["max_per household"] * len(shared)]
    assert [limit.rule for limit in laid.limits] == names


def test_limits_stand_in_the_order_of_the_rules_whatever_their_column_of_facts() -> None:
    balance = [{"field": "gender", "value": "female", "max": 9}]
    balance += [{"field": "district", "value": f"D{index}", "max": 9} for index in range(7)]
    balance += [{"field": "gender", "value": "male", "max": 9}]
    laid = lay_out(given(program("x:2", balance=balance), "P1 x 90 gender=male district=D0"))
    assert laid.cells.columns[0].limits == (0, 1, 3, 10)


def room(pool: str, **options: object) -> Room:
    laid = lay_out(given(program(**options), pool))  # type: ignore[arg-type]  # options of several types
    found = Room(laid.limits, laid.cells)
    assert found.fill(laid.seats.base) is not None
    return found


def test_a_room_answers_takes_closes_and_goes_back() -> None:
    seats = room(
        "P1 x 1 gender=male\nP2 x 2 gender=female\nP3 x 3 gender=male",
        tracks="x:2",
        balance=[{"field": "gender", "value": "female", "min": 1}],
    )
    start = seats.mark()
    assert seats.can({0: 1})
    assert not seats.can({0: 2})
    assert not seats.can({1: 2})
    seats.take(0)
    assert seats.choice(0) is None
    assert seats.closed == [True, False]
    assert seats.choice(0) is None
    seats.take(1)
    assert not seats.can({0: 1})
    seats.back(start)
    assert seats.taken == [0, 0]
    assert seats.choice(0) == 0


def test_taking_looks_for_a_list_where_the_known_one_lacks_the_person() -> None:
    seats = room(
        "P1 x 1 gender=male\nP2 x 2 gender=female", tracks="x:1", balance=[{"field": "gender", "each": {"max": 1}}]
    )
    assert seats.can({1: 1})
    assert seats.can({0: 1})
    seats.take(1)
    assert not seats.can({0: 1})


def test_an_undecided_search_is_never_taken_for_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    seats = room(
        "P1 x 1 gender=male\nP2 x 2 gender=female", tracks="x:1", balance=[{"field": "gender", "each": {"max": 1}}]
    )
    monkeypatch.setattr(Simplex, "solve", lambda *_: None)
    unknown = 0 if seats._system.value[0] == 0 else 1
    with pytest.raises(Undecidable):
        seats.can({unknown: 1})
    with pytest.raises(Undecidable):
        seats.fill(1)


def test_a_value_that_only_those_beside_the_pool_have_has_a_most_and_no_least() -> None:
    rules = program("x:2", balance=[{"field": "district", "each": {"min": 1, "max": 1}}])
    pool = "P1 x 90 district=D1\nP2 x 80 district=D2\nP3 x ! district=D9\nP4 x ! district=D9"
    inputs = given(rules, pool, admitted={"P3": "extra", "P4": "extra"})
    assert [f"{one.name} {one.low}..{one.high}" for one in limits_for(inputs)[2:]] == [
        "district D1 1..1",
        "district D2 1..1",
        "district D9 0..1",
    ]
    chosen = run(inputs)
    assert listed(chosen) == "P1 P2 P3"
    assert dict(chosen.notes)["note.admit_refused"] == {"number": "P4", "rule": "district D9"}


def test_seats_of_groups_bind_as_soon_as_not_everybody_is_taken() -> None:
    rules = program("x:all", groups="g1:0-1")
    pool = "P1 x 90 group=g1\nP2 x 80 group=g1\nP3 x 70"
    assert listed(choose(rules, pool)) == "P1 P2 P3"
    assert listed(choose(rules, pool, per_track=2)) == "P1 P3"
