"""Differences between two states of a cohort's inputs, and each applied alone to the older one."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.engine.changes import (
    PARTS,
    SHOWN,
    Atom,
    Change,
    atoms_of,
    entry_atoms,
    mark_atoms,
    participant_atoms,
    plain_program,
    rule_atoms,
    with_atom,
    with_part,
)
from ikmctl.engine.checks import Inputs
from tests.unit.engine.replaying import Cohort, cohort, rules

AGE = {"rule": "age", "min": "18", "max": "55"}
FEMALE = {"field": "gender", "value": "female", "min": "1"}


def inputs(one: Cohort) -> Inputs:
    return Inputs(one.program, one.participants, one.marks, one.decisions, one.events)


def differing(old: Program, new: Program) -> list[tuple[str, str, str]]:
    """Dotted path, old and new text."""
    found = rule_atoms(old, new)
    assert all((one.change.part, one.change.subject) == ("rules", "") for one in found)
    return [(".".join(one.change.path), one.change.old, one.change.new) for one in found]


def alone(old: Program, new: Program) -> list[Program | None]:
    """The older program with each of the differences alone."""
    state = inputs(cohort(old))
    made = [with_atom(state, atom) for atom in rule_atoms(old, new)]
    return [one and one.program for one in made]


def test_equal_programs_differ_in_nothing() -> None:
    assert differing(rules(), rules()) == []


def test_every_rule_that_changed_is_named_by_its_path() -> None:
    new = rules(
        title="Q",
        tracks=[{"id": "x", "name": "x", "quota": "3", "reserves": "1"},
                {"id": "y", "name": "y", "quota": "2", "reserves": "1"}],
        stage={"eligibility": [AGE]},
    )  # fmt: skip
    assert differing(rules(), new) == [
        ("stages.s.eligibility", "", '[{"max": 55, "min": 18, "rule": "age"}]'),
        ("title", "P", "Q"),
        ("tracks.x.quota.max", "2", "3"),
    ]


def test_an_entry_of_a_list_is_found_by_its_name() -> None:
    old = rules(stage={"eligibility": [AGE]}, selection={"balance": [FEMALE]})
    new = rules(
        stage={"eligibility": [{**AGE, "max": "60"}, {"rule": "consent"}]},
        selection={"balance": [{**FEMALE, "min": "2"}]},
    )
    assert differing(old, new) == [
        ("stages.s.eligibility.age.max", "55", "60"),
        ("stages.s.eligibility.consent", "", '{"rule": "consent"}'),
        ("stages.s.selection.balance.gender.min", "1", "2"),
    ]
    first, second, third = alone(old, new)
    assert first == rules(stage={"eligibility": [{**AGE, "max": "60"}]}, selection={"balance": [FEMALE]})
    assert second == rules(stage={"eligibility": [AGE, {"rule": "consent"}]}, selection={"balance": [FEMALE]})
    assert third == rules(stage={"eligibility": [AGE]}, selection={"balance": [{**FEMALE, "min": "2"}]})


def test_entries_without_a_name_are_found_by_their_place() -> None:
    def banded(points: str) -> Program:
        bands = [{"below": "50", "points": "40"}, {"from": "50", "points": points}]
        criterion = {"id": "test", "source": "marks.test", "direction": "benefit", "weight": "1", "missing": "pending"}
        return rules(stage={"criteria": [{**criterion, "scale": {"bands": bands}}]})

    assert differing(banded("90"), banded("100")) == [("stages.s.criteria.test.scale.bands.1.points", "90", "100")]
    assert alone(banded("90"), banded("100")) == [banded("100")]


def test_what_was_added_is_shown_as_it_was_written() -> None:
    tracks = [{"id": name, "name": name, "quota": "2", "reserves": "1"} for name in ("x", "y")]
    new = rules(tracks=[*tracks, {"id": "z", "name": "Café", "quota": "2"}])
    assert differing(rules(), new) == [("tracks.z", "", '{"id": "z", "name": "Café", "quota": {"max": 2}}')]


def test_an_entry_that_went_away_takes_nothing_along() -> None:
    old, new = rules(stage={"eligibility": [AGE, {"rule": "consent"}]}), rules(stage={"eligibility": [AGE]})
    assert differing(old, new) == [("stages.s.eligibility.consent", '{"rule": "consent"}', "")]
    assert alone(old, new) == [new]


def test_a_key_that_came_or_went_is_applied_alone() -> None:
    old, new = rules(venue="Balai Desa"), rules(capacity={"max": "9"})
    assert sorted(differing(old, new)) == [("capacity", "", '{"max": 9}'), ("venue", "Balai Desa", "")]
    assert rules() in alone(old, new)
    assert rules(venue="Balai Desa", capacity={"max": "9"}) in alone(old, new)


def test_lists_in_another_order_or_without_names_change_as_a_whole() -> None:
    old = rules(stage={"eligibility": [AGE, {"rule": "consent"}]})
    new = rules(stage={"eligibility": [{"rule": "consent"}, AGE]})
    assert [path for path, _, _ in differing(old, new)] == ["stages.s.eligibility"]
    assert alone(old, new) == [new]
    twice = rules(stage={"eligibility": [AGE, {**AGE, "max": "60"}]})
    assert [path for path, _, _ in differing(rules(stage={"eligibility": [AGE]}), twice)] == ["stages.s.eligibility"]
    ties = rules(selection={"ties": ["test", "ticket"]})
    assert differing(rules(), ties) == [("stages.s.selection.ties", '["panel", "ticket"]', '["test", "ticket"]')]
    assert alone(rules(), ties) == [ties]


def test_a_difference_that_makes_no_sense_alone_is_not_applied() -> None:
    old, new = rules(), rules(tracks=[{"id": "x", "name": "x", "quota": {"min": "3", "max": "5"}}])
    assert ("tracks.y", '{"id": "y", "name": "y", "quota": {"max": 2}, "reserves": 1}', "") in differing(old, new)
    broken = Atom(Change("rules", ("tracks", "x", "quota", "max"), "2", "0"), 0)
    assert with_atom(inputs(cohort(old)), broken) is None


def test_a_plain_program_reads_back() -> None:
    plain = plain_program(rules(title="Café"))
    assert (plain["title"], plain["as_of"], plain["tracks"][0]["quota"]) == ("Café", "2025-09-29", {"max": 2})


def test_people_come_go_and_change() -> None:
    old = [
        Participant("P1", "x", facts={"gender": "female", "workers": "2"}),
        Participant("P2", "x"),
        Participant("P4", "y", "x", "2025-09-01T08:00", "G1"),
    ]
    new = [
        Participant("P1", "y", facts={"gender": "female", "workers": "3", "licences": "NIB"}),
        Participant("P3", "x"),
        Participant("P4", "y"),
    ]
    found = participant_atoms(old, new)
    assert [one.change for one in found] == [
        Change("participants", ("licences",), "", "NIB", "P1"),
        Change("participants", ("track",), "x", "y", "P1"),
        Change("participants", ("workers",), "2", "3", "P1"),
        Change("participants", (), "P2", "", "P2"),
        Change("participants", (), "", "P3", "P3"),
        Change("participants", ("group",), "G1", "", "P4"),
        Change("participants", ("registered_at",), "2025-09-01T08:00", "", "P4"),
        Change("participants", ("track_2",), "x", "", "P4"),
    ]
    whole = replace(inputs(cohort()), participants=tuple(old))
    made = [with_atom(whole, one) for one in found]
    people = [{person.number: person for person in one.participants} for one in made if one]
    assert people[0]["P1"] == Participant("P1", "x", facts={"gender": "female", "workers": "2", "licences": "NIB"})
    assert people[1]["P1"] == Participant("P1", "y", facts={"gender": "female", "workers": "2"})
    assert [list(one) for one in people[:5]] == [
        ["P1", "P2", "P4"], ["P1", "P2", "P4"], ["P1", "P2", "P4"], ["P1", "P4"], ["P1", "P2", "P3", "P4"],
    ]  # fmt: skip
    assert people[5]["P4"] == Participant("P4", "y", "x", "2025-09-01T08:00")


def test_marks_come_go_and_change() -> None:
    old = [
        Mark("P1", "post", "", "", "70"),
        Mark("P2", "practice", "hasil", "J1", "4"),
        Mark("P3", "post", "", "", "5"),
    ]
    new = [
        Mark("P1", "post", "", "", "80"),
        Mark("P2", "practice", "hasil", "J2", "5"),
        Mark("P3", "post", "", "", "5"),
    ]
    found = mark_atoms(old, new)
    assert [one.change for one in found] == [
        Change("marks", ("post",), "70", "80", "P1"),
        Change("marks", ("practice", "hasil", "J1"), "4", "", "P2"),
        Change("marks", ("practice", "hasil", "J2"), "", "5", "P2"),
    ]
    whole = replace(inputs(cohort()), marks=tuple(old))
    made = [with_atom(whole, one) for one in found]
    assert [one.marks for one in made if one] == [
        (new[0], old[1], old[2]), (old[0], old[2]), (old[0], old[1], new[1], old[2]),
    ]  # fmt: skip


def test_acts_and_events_come_and_go() -> None:
    old = cohort().decide("withdraw", "P1").event("announce", reason="lama")
    new = cohort().decide("order", "P2", "P3").lock("rules")
    assert [one.change for one in entry_atoms("decisions", old.decisions, new.decisions)] == [
        Change("decisions", ("order",), "", "r", "P2, P3"),
        Change("decisions", ("withdraw",), "r", "", "P1"),
    ]
    assert [one.change for one in entry_atoms("events", old.events, new.events)] == [
        Change("events", ("lock rules 1",), "", "r"),
        Change("events", ("announce",), "lama", ""),
    ]
    assert entry_atoms("events", old.events, old.events) == []
    state = inputs(old)
    made = [with_atom(state, one) for one in entry_atoms("decisions", old.decisions, new.decisions)]
    assert [one.decisions for one in made if one] == [(*old.decisions, *new.decisions), ()]
    made = [with_atom(state, one) for one in entry_atoms("events", old.events, new.events)]
    assert [one.events for one in made if one] == [(*old.events, *new.events), ()]


def test_entries_that_change_places_are_told_and_can_be_moved_alone() -> None:
    """The order counts: who is withdrawn and admitted again is in, the other way round out."""
    old = cohort().decide("withdraw", "P1").decide("admit", "P1", seat="quota").decide("withdraw", "P2")
    first, second, third = old.decisions
    swapped = replace(old, decisions=(second, first, third))
    atoms = atoms_of(inputs(old), inputs(swapped))["decisions"]
    assert [one.change for one in atoms] == [Change("decisions", ("admit", "place"), "2", "1", "P1")]
    made = with_atom(inputs(old), atoms[0])
    assert made is not None
    assert made.decisions == swapped.decisions
    last = entry_atoms("decisions", old.decisions, (third, first, second))
    assert [one.change for one in last] == [Change("decisions", ("withdraw", "place"), "3", "1", "P2")]
    twice = entry_atoms("decisions", (first, second), (first, second, first))
    assert [one.change for one in twice] == [Change("decisions", ("withdraw",), "", "r", "P1")]
    assert [one.change for one in entry_atoms("decisions", (first, first), (first,))] == [
        Change("decisions", ("withdraw",), "r", "", "P1")
    ]


def test_a_rewritten_act_or_event_is_told_by_the_field_that_changed() -> None:
    old = cohort().lock("rules").decide("withdraw", "P1").event("announce", reason="lama")
    lock, announce = old.events
    later = lock.model_copy(update={"on": lock.on + timedelta(days=1)})
    atoms = entry_atoms("events", (lock, announce), (later, announce))
    assert [one.change for one in atoms] == [
        Change("events", ("lock rules 1", "on"), lock.on.isoformat(), later.on.isoformat())
    ]
    made = with_atom(inputs(old), atoms[0])
    assert made is not None
    assert made.events == (later, announce)
    other = old.decisions[0].model_copy(update={"reason": "lain"})
    changes = [one.change for one in entry_atoms("decisions", old.decisions, (other,))]
    assert changes == [Change("decisions", ("withdraw", "reason"), "r", "lain", "P1")]
    bare = lock.model_copy(update={"reason": "", "number": 2})
    came = entry_atoms("events", (), (bare,))
    assert [one.change for one in came] == [Change("events", ("lock rules 2",), "", bare.on.isoformat())]


def test_every_part_has_its_differences_and_can_be_taken_whole() -> None:
    old = cohort()
    new = replace(
        cohort(rules(title="Q"), "P1 y 90\nP2 x 80").decide("withdraw", "P1").event("announce"),
        marks=(Mark("P1", "test", "", "", "95"),),
    )
    left, right = inputs(old), inputs(new)
    found = atoms_of(left, right)
    assert sorted(found) == sorted(PARTS) == sorted(SHOWN)
    assert {part: len(atoms) for part, atoms in found.items()} == {
        "decisions": 1, "marks": 7, "participants": 6, "rules": 1, "events": 1,
    }  # fmt: skip
    assert all(one.change.part == part for part, atoms in found.items() for one in atoms)
    assert not any(atoms_of(left, left).values())
    names: dict[str, Any] = {"rules": "program"}
    for part in PARTS:
        name = names.get(part, part)
        assert with_part(left, right, part) == replace(left, **{name: getattr(right, name)})


@pytest.mark.parametrize("part", PARTS)
def test_all_differences_one_after_another_give_the_newer_state(part: Any) -> None:
    old = cohort().decide("withdraw", "P4").event("announce")
    new = replace(
        cohort(rules(title="Q", stage={"eligibility": [AGE]}), "P1 y 91\nP9 x 80 gender=male").decide("admit", "P1",
                                                                                                  seat="extra"),
        events=cohort().lock("rules").events,
    )  # fmt: skip
    state, right = inputs(old), inputs(new)
    while atoms := atoms_of(state, right)[part]:
        after = with_atom(state, atoms[0])
        assert after is not None
        assert len(atoms_of(after, right)[part]) < len(atoms)
        state = after
    assert not atoms_of(state, right)[part]
