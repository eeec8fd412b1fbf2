"""What moved somebody: the one difference that is enough, the part that is, or all of them together."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from ikmctl.domain.mark import Mark
from ikmctl.domain.selection import Selection
from ikmctl.engine.causes import MOST_ATOMS, Cause, find_causes
from ikmctl.engine.changes import Change, atoms_of
from ikmctl.engine.checks import Inputs
from ikmctl.engine.compare import Move, moves
from tests.unit.engine.replaying import Cohort, cohort, rules


def inputs(one: Cohort) -> Inputs:
    return Inputs(one.program, one.participants, one.marks, one.decisions, one.events)


def marked(one: Cohort, **values: str) -> Cohort:
    """The cohort with other marks of some people; `-` for none."""
    kept = [mark for mark in one.marks if mark.number not in values]
    added = [Mark(number, "test", "", "", value) for number, value in values.items() if value != "-"]
    return replace(one, marks=tuple(sorted([*kept, *added])))


def found_causes(old: Cohort, new: Cohort, before: Selection, moved: Sequence[Move]) -> Mapping[str, Cause]:
    """The causes as `compare` asks for them."""
    return find_causes(inputs(old), inputs(new), atoms_of(inputs(old), inputs(new)), before, moved)


def causes(old: Cohort, new: Cohort, stage: str = "s") -> dict[str, Any]:
    """Kind of move and cause, by number."""
    before = old.play(stage).selection
    found = moves(before, new.play(stage).selection)
    causes = found_causes(old, new, before, found)
    return {one.number: (one.kind, causes[one.number]) for one in found}


def mark_of(number: str, old: str, new: str) -> Change:
    return Change("marks", ("test",), old, new, number)


def test_one_mark_moves_two_people() -> None:
    only = Cause(("marks",), mark_of("P3", "70", "85"))
    found = causes(cohort(), marked(cohort(), P3="85"))
    assert found == {"P3": ("in", only), "P2": ("out", only)}


def test_people_own_difference_comes_before_those_of_others() -> None:
    """P1 stays first whatever P7 does; P3 enters by its own mark and pushes P2 out."""
    found = causes(cohort(), marked(cohort(), P1="95", P3="85", P7="35"))
    assert found == {
        "P3": ("in", Cause(("marks",), mark_of("P3", "70", "85"))),
        "P2": ("out", Cause(("marks",), mark_of("P3", "70", "85"))),
    }


def test_a_part_is_named_where_no_single_difference_of_it_is_enough() -> None:
    """P4 enters only because both P2 and P3 fell below it. P2 alone would be out, and is a reserve as P3 fell too."""
    found = causes(cohort(), marked(cohort(), P2="50", P3="40"))
    assert found == {
        "P4": ("in", Cause(("marks",))),
        "P2": ("out", Cause(("marks",))),
        "P3": ("changed", Cause(("marks",), mark_of("P3", "70", "40"))),
    }


def test_the_part_that_is_enough_alone_is_named_and_decisions_are_looked_at_first() -> None:
    new = marked(cohort().decide("withdraw", "P1"), P7="35")
    act = Change("decisions", ("withdraw",), "", "r", "P1")
    found = causes(cohort(), new)
    assert {number: cause for number, (_, cause) in found.items()} == {
        "P1": Cause(("decisions",), act),
        "P2": Cause(("decisions",), act),
        "P3": Cause(("decisions",), act),
        "P4": Cause(("decisions",), act),
    }


def test_several_parts_are_named_where_only_together_they_are_enough() -> None:
    """P4 enters because P1 withdrew and P3 fell below it: neither alone makes room."""
    found = causes(cohort(), marked(cohort().decide("withdraw", "P1"), P3="55"))
    assert found["P4"] == ("in", Cause(("decisions", "marks")))
    assert found["P1"][1].parts == ("decisions",)


def test_a_smaller_quota_is_the_cause_of_who_falls_out() -> None:
    tracks = [{"id": name, "name": name, "quota": quota, "reserves": "1"} for name, quota in (("x", "1"), ("y", "2"))]
    found = causes(cohort(), cohort(rules(tracks=tracks)))
    change = Change("rules", ("tracks", "x", "quota", "max"), "2", "1")
    assert found == {"P2": ("out", Cause(("rules",), change)), "P3": ("changed", Cause(("rules",), change))}


def test_a_place_within_the_list_is_looked_at_exactly() -> None:
    """P2 and P1 change places by the mark of P2; that P7 fell is not the cause."""
    found = causes(cohort(), marked(cohort(), P2="95", P7="20"))
    own = Cause(("marks",), mark_of("P2", "80", "95"))
    assert found == {"P1": ("moved", own), "P2": ("moved", own)}


def test_half_of_the_way_is_no_cause() -> None:
    """P1 falls to the third place because two passed it; each of them alone would leave it the second."""
    tracks = [{"id": "x", "name": "x", "quota": "3"}]
    old = cohort(rules(tracks=tracks), "P1 x 90\nP2 x 80\nP3 x 70")
    found = causes(old, marked(old, P2="95", P3="97"))
    assert found["P1"] == ("moved", Cause(("marks",)))
    assert found["P3"] == ("moved", Cause(("marks",), mark_of("P3", "70", "97")))


def test_differences_that_make_no_sense_alone_are_a_cause_only_together() -> None:
    """At least one of every sex instead of one woman: neither the old subject without nor the new with the other."""
    people = "P1 x 90 gender=male\nP2 x 80 gender=male\nP3 x 70 gender=female\nP4 x 60 gender=other"
    tracks = [{"id": "x", "name": "x", "quota": "3"}]
    one, each = {"field": "gender", "value": "female", "min": "1"}, {"field": "gender", "each": {"min": "1"}}
    old, new = (cohort(rules(tracks=tracks, selection={"balance": [rule]}), people) for rule in (one, each))
    rule = Cause(("rules",))
    assert causes(old, new) == {"P4": ("in", rule), "P2": ("out", rule), "P3": ("moved", rule)}


def test_the_cause_of_a_reason_is_what_gives_that_reason() -> None:
    """P3 is no reserve any more: P4 has passed it, but what is told is that it is too old."""
    people = "P1 x 90 age=20\nP2 x 80 age=20\nP3 x 70 age=60\nP4 x 60 age=20"
    old = cohort(people=people)
    young = rules(stage={"eligibility": [{"rule": "age", "min": "18", "max": "55"}]})
    found = causes(old, marked(replace(old, program=young), P4="75"))
    kind, cause = found["P3"]
    assert (kind, cause.parts) == ("changed", ("rules",))


def test_a_reason_alone_that_changed_has_its_cause() -> None:
    new = marked(cohort().decide("admit", "P1", seat="quota"), P7="35")
    found = causes(cohort(), new)
    act = Change("decisions", ("admit",), "", "r", "P1")
    assert found["P1"] == ("changed", Cause(("decisions",), act))


def test_a_stage_that_was_not_worked_out_before_is_an_empty_list() -> None:
    later = [{"id": "t", "from": "s"}]
    old = cohort(rules(later=later))
    new = old.event("announce").event("finalize", decree="SK 1", result=None)
    nobody = Selection("t", (), (), {})
    found = found_causes(old, new, nobody, moves(nobody, new.play("t").selection))
    assert set(found) == {"P1", "P2", "P5", "P6"}
    assert {cause.parts for cause in found.values()} == {("events",)}


def test_where_nothing_differs_nothing_is_a_cause() -> None:
    nobody = Selection("s", (), (), {})
    assert found_causes(cohort(), cohort(), nobody, moves(nobody, cohort().play().selection)) == {}


@pytest.mark.parametrize(("others", "change"), [(MOST_ATOMS - 1, mark_of("Z3", "70", "85")), (MOST_ATOMS, None)])
def test_of_very_many_differences_the_first_are_tried(others: int, change: Change | None) -> None:
    """All of the crowd gain half a point, which moves nobody; Z3, the last of the lines, pushes P2 out."""
    crowd = "\n".join(f"Q{n:03} y {n}" for n in range(others))
    old = cohort(rules(), f"P1 x 90\nP2 x 80\nZ3 x 70\n{crowd}")
    new = marked(old, Z3="85", **{f"Q{n:03}": f"{n}.5" for n in range(others)})
    assert causes(old, new) == {
        "Z3": ("in", Cause(("marks",), mark_of("Z3", "70", "85"))),
        "P2": ("out", Cause(("marks",), change)),
    }


def test_a_move_that_no_part_explains_names_them_all() -> None:
    nowhere = Move("P9", "x", "in", None, "selected", cohort().play().selection.selected[0].because)
    new = marked(cohort().decide("withdraw", "P1"), P3="55")
    assert found_causes(cohort(), new, cohort().play().selection, [nowhere]) == {"P9": Cause(("decisions", "marks"))}
