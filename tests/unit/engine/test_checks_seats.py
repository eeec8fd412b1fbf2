"""Rules on seats that contradict themselves, each by its smallest example."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest

from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Finding
from ikmctl.domain.event import Event
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.engine.checks import CHECKS, Inputs
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES


def program(**changes: Any) -> Program:
    stage = {"id": "s", **changes.pop("stage", {})}
    whole = {
        "id": "p",
        "title": "P",
        "as_of": "2025-09-29",
        "tracks": [{"id": "x", "name": "X", "quota": "10"}, {"id": "y", "name": "Y", "quota": "5"}],
        "stages": [stage],
        **changes,
    }
    return Program.model_validate(whole, context={"rules": RULES, "scales": SCALES})


def found(check: str, inputs: Inputs | Program) -> list[str]:
    whole = inputs if isinstance(inputs, Inputs) else Inputs(inputs)
    run: Callable[[Inputs], Iterable[Finding]] = CHECKS[check]
    return [f"{one.code} {one.severity} {'.'.join(map(str, one.path))}" for one in run(whole)]


def balance(*rules: dict[str, Any], **keys: Any) -> dict[str, Any]:
    return {"stage": {"selection": {"balance": list(rules), **keys}}}


def criterion(name: str, mark: str) -> dict[str, Any]:
    return {
        "id": name,
        "source": f"marks.{mark}",
        "direction": "benefit",
        "scale": {"linear": ["0", "5"]},
        "weight": "1",
        "missing": "pending",
    }


def test_sound_rules_pass_every_check() -> None:
    sound = program(
        groups=[{"id": "g", "name": "G", "seats": {"min": "1", "max": "2"}}],
        **balance(
            {"field": "gender", "value": "female", "min": "1", "max": "9"},
            {"field": "group", "value": "g", "min": "1"},
            {"field": "village", "value": "anywhere", "min": "1"},
            ties=["panel", "ticket"],
        ),
    )
    for check in ("seats", "floors", "shares", "ties", "awards", "choices", "names"):
        assert found(check, sound) == [], check


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"tracks": [{"id": "x", "name": "X", "quota": {"min": "3", "max": "2"}}]}, "tracks.0.quota"),
        ({"groups": [{"id": "g", "name": "G", "seats": {"min": "3", "max": "2"}}]}, "groups.0.seats"),
        ({"stage": {"quota": {"min": "3", "max": "2"}}}, "stages.0.quota"),
        ({"stage": {"quota": {"x": {"min": "3", "max": "3"}, "y": {"min": "3", "max": "2"}}}}, "stages.0.quota.y"),
        (balance({"field": "village", "value": "V", "min": "2", "max": "1"}), "stages.0.selection.balance.0"),
        (
            balance({"field": "village", "each": {"min_share": "0.5", "max_share": "0.4"}}),
            "stages.0.selection.balance.0",
        ),
    ],
)
def test_a_least_above_its_most(changes: dict[str, Any], place: str) -> None:
    assert found("seats", program(**changes)) == [f"IKM170 error {place}"]


def test_a_least_may_be_the_most() -> None:
    tracks = [{"id": "x", "name": "X", "quota": {"min": "3", "max": "3"}}]
    level = {"field": "village", "value": "V", "min": "2", "max": "2", "min_share": "0.1", "max_share": "0.1"}
    assert found("seats", program(tracks=tracks, **balance(level))) == []


def test_values_that_nobody_can_have() -> None:
    fields = [{"id": "size", "type": "choice", "values": ["micro", "small"]}]
    rules = [{"field": name, "value": "none", "min": "1"} for name in ("gender", "size", "group")]
    groups = [{"id": "g", "name": "G"}]
    assert found("seats", program(fields=fields, groups=groups, **balance(*rules))) == [
        f"IKM171 error stages.0.selection.balance.{index}.value" for index in range(3)
    ]
    assert found("seats", program(**balance({"field": "unheard", "value": "none", "min": "1"}))) == []


def test_floors_that_ask_for_more_than_all_seats() -> None:
    men, women = {"field": "gender", "value": "male"}, {"field": "gender", "value": "female"}
    over = program(**balance({**men, "min_share": "0.6"}, {**women, "min_share": "0.5"}))
    assert found("floors", over) == ["IKM172 error stages.0.selection.balance.1"]
    over = program(**balance({**men, "min": "8"}, {**women, "min": "8"}))
    assert found("floors", over) == ["IKM172 error stages.0.selection.balance.1"]
    assert found("floors", program(**balance({**men, "min": "8"}, {**women, "min": "7"}))) == []
    everybody = [{"id": "x", "name": "X", "quota": "all"}]
    assert found("floors", program(tracks=everybody, **balance({**men, "min": "99"}))) == []


def test_floors_add_up_on_one_column_of_all_tracks_alone() -> None:
    """Fifteen seats: eight and eight are too many, but not of two columns or per track; two halves are sound."""
    men, women = ({"field": "gender", "value": value, "min": "8"} for value in ("male", "female"))
    village = {"field": "village", "value": "v", "min": "8"}
    assert found("floors", program(**balance(men, village, women))) == ["IKM172 error stages.0.selection.balance.2"]
    assert found("floors", program(**balance(men, village))) == []
    assert found("floors", program(**balance(men, {**women, "per": "track"}))) == []
    halves = [{**one, "min": "1", "min_share": "0.5"} for one in (men, women)]
    assert found("floors", program(**balance(*halves))) == []


def test_floors_that_the_same_people_may_fill_do_not_add_up() -> None:
    """Fifteen seats: people may hold several licences, and two floors on women speak of the same women."""
    nib, halal = ({"field": "licences", "value": value, "min": "8", "min_share": "0.6"} for value in ("NIB", "Halal"))
    assert found("floors", program(**balance(nib, halal))) == []
    assert found("floors", program(**balance(nib, {**halal, "min": "16"}))) == [
        "IKM172 error stages.0.selection.balance.1"
    ]
    women = {"field": "gender", "value": "female", "min": "8", "min_share": "0.6"}
    assert found("floors", program(**balance(women, women))) == []
    men = {"field": "gender", "value": "male", "min": "8"}
    (one,) = CHECKS["floors"](Inputs(program(**balance(women, {**women, "min": "3"}, men))))
    assert one.params == {"field": "gender", "share": "0.6", "count": 16, "seats": 15}


def test_floors_above_all_who_registered() -> None:
    rules = balance(
        {"field": "gender", "value": "female", "min": "2"}, {"field": "gender", "value": "male", "min": "1"}
    )
    women = [Participant(f"P00{n}", "x", facts={"gender": "female"}) for n in (1, 2)]
    assert found("registered", Inputs(program(**rules))) == [], "nobody is in yet"
    one = "IKM673 warning stages.0.selection.balance.0.min"
    none = "IKM673 warning stages.0.selection.balance.1.min"
    assert found("registered", Inputs(program(**rules), tuple(women))) == [none]
    assert found("registered", Inputs(program(**rules), tuple(women[:1]))) == [one, none]
    others = balance(
        {"field": "gender", "value": "male", "max": "9"}, {"field": "gender", "each": {"min": "9"}},
        {"field": "gender", "value": "male", "min": "9", "per": "track"},
        {"field": "gender", "value": "male", "min": "9"},
    )  # fmt: skip
    assert found("registered", Inputs(program(**others), tuple(women))) == [
        "IKM673 warning stages.0.selection.balance.3.min"
    ]
    blank = Participant("P009", "x")
    assert found("registered", Inputs(program(**rules), (women[0], blank))) == [], "a blank cell may hold either"


@pytest.mark.parametrize(
    ("code", "known"),
    [("33", True), ("33.24", True), ("33.24.05", True), ("33.24.05.2001", True), ("91.01", True), ("99.99", False)],
)
def test_regions_are_looked_up(code: str, known: bool) -> None:  # a column of the table above
    assert (found("region", program(region=code)) == []) is known


def test_shares_are_said_in_people() -> None:
    share = {"field": "gender", "value": "female", "min_share": "0.31", "max_share": "0.5"}
    inputs = Inputs(program(**balance(share)))
    assert [(one.params["people"], one.params["seats"], one.severity) for one in CHECKS["shares"](inputs)] == [
        (5, 15, "note"),
        (7, 15, "note"),
    ]
    place = "IKM182 note stages.0.selection.balance.1"
    assert found("shares", program(**balance({"field": "village", "value": "v", "min": "1"}, share))) == [place, place]
    inputs = Inputs(program(**balance({"field": "village", "each": {"max_share": "0.1"}, "per": "track"})))
    assert [(one.code, one.params["track"], one.params["people"]) for one in CHECKS["shares"](inputs)] == [
        ("IKM182", "x", 1),
        ("IKM183", "y", 0),
    ]
    everybody = [{"id": "x", "name": "X", "quota": "all"}]
    for scope in ("all", "track"):
        assert found("shares", program(tracks=everybody, **balance({**share, "per": scope}))) == []


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        (["ticket"], []),
        (["practice", "panel", "ticket"], []),
        (["practise", "ticket"], ["IKM173 error stages.0.selection.ties.0"]),
        (["ticket", "practice"], ["IKM174 error stages.0.selection.ties"]),
        (["panel", "practice", "ticket"], ["IKM174 error stages.0.selection.ties"]),
        (["ticket", "panel"], ["IKM174 error stages.0.selection.ties"]),
        (["ticket", "ticket"], ["IKM174 error stages.0.selection.ties"]),
        (["panel", "ticket"], []),
        (["panel"], ["IKM175 warning stages.0.selection.ties"]),
        ([], ["IKM175 warning stages.0.selection.ties"]),
    ],
)
def test_what_settles_ties(ties: list[str], expected: list[str]) -> None:
    marks = {"m": {"per": "participant", "stage": "s", "min": "0", "max": "5"}}
    stage = {"criteria": [criterion("practice", "m")], "selection": {"ties": ties}}
    assert found("ties", program(marks=marks, stage=stage)) == expected


@pytest.mark.parametrize(
    ("ties", "late"),
    [
        (["panel", "practice", "ticket"], "practice"), (["ticket", "practice", "form"], "practice"),
        (["ticket", "panel", "practice"], "panel"), (["practice", "panel", "ticket", "form"], "form"),
        (["practice", "panel", "form", "panel", "ticket"], "form"), (["panel", "panel"], "panel"),
    ],
)  # fmt: skip
def test_the_first_that_comes_too_late_is_named(ties: list[str], late: str) -> None:
    stage = {"criteria": [criterion(name, "m") for name in ("practice", "form")], "selection": {"ties": ties}}
    (found, *_) = CHECKS["ties"](Inputs(program(stage=stage)))
    assert (found.code, found.params) == ("IKM174", {"after": late})


def test_a_criterion_may_not_hide_behind_a_word_of_ties() -> None:
    """`panel` in `ties` is the jury, so points of a criterion of that name settle nothing."""
    marks = {"panel": {"per": "participant", "stage": "s", "min": "0", "max": "5"}}
    stage = {"criteria": [criterion("panel", "panel")], "selection": {"ties": ["panel", "ticket"]}}
    assert found("ties", program(marks=marks, stage=stage)) == ["IKM148 warning stages.0.selection.ties.0"]
    assert found("ties", program(marks=marks, stage={**stage, "selection": {"ties": ["ticket"]}})) == []


def test_a_lottery_and_a_match_need_no_ticket() -> None:
    assert found("ties", program(stage={"selection": {"ties": [], "mode": "lottery"}})) == []
    assert found("ties", program(stage={"selection": {"ties": []}, "kind": "match"})) == []


def test_prizes_are_as_many_as_seats() -> None:
    tiers = [{"name": "I", "places": "5"}, {"name": "II", "places": "10"}]
    assert found("awards", program(stage={"awards": {"tiers": tiers}})) == []
    assert found("awards", program(stage={"awards": {"tiers": tiers[:1]}})) == ["IKM176 error stages.0.awards.tiers"]
    grouped = {"tiers": tiers[:1], "group_by": "track"}
    assert found("awards", program(stage={"awards": grouped})) == ["IKM176 error stages.0.awards.tiers"]
    everybody = [{"id": "x", "name": "X", "quota": "all"}]
    (one,) = CHECKS["awards"](Inputs(program(tracks=everybody, stage={"awards": grouped})))
    assert one.params == {"places": 5, "seats": "all"}
    without_prizes = program(stages=[{"id": "first"}, {"id": "s", "awards": {"tiers": tiers[:1]}}])
    assert found("awards", without_prizes) == ["IKM176 error stages.1.awards.tiers"]


def judged(*tracks: list[str], items: list[str] | None = None, **selection: Any) -> Program:
    return program(
        marks={"practice": {"per": "judge", "stage": "s", "min": "1", "max": "5", "items": ["hasil"]}},
        panel={
            "judges": [{"id": f"J{index}", "tracks": one, "items": items or "all"} for index, one in enumerate(tracks)]
        },
        stage={"criteria": [criterion("practice", "practice")], "selection": selection},
    )


def test_marks_of_different_judges_are_not_compared_across_tracks() -> None:
    second, score = "stages.0.selection.second_choice", "stages.0.selection.compare"
    assert found("choices", judged(["x"], ["y"], second_choice="true")) == [f"IKM177 error {second}"]
    assert found("choices", judged(["x"], ["y"], compare="score")) == [f"IKM178 warning {score}"]
    assert found("choices", judged(["x"], ["y"])) == []
    assert found("choices", judged([], second_choice="true", compare="score")) == []
    assert found("choices", judged(["y", "x"], second_choice="true")) == []
    assert found("choices", judged(["x"], items=["practice.hasil"], compare="score")) == [f"IKM178 warning {score}"]
    assert found("choices", judged(["x"], items=["other"], compare="score")) == []
    alone = judged(["x"], compare="score")
    assert found("choices", alone.model_copy(update={"tracks": alone.tracks[:1]})) == []
    elsewhere = judged(["z"], compare="score")  # a track that is not there is told by another check
    assert found("choices", elsewhere.model_copy(update={"tracks": alone.tracks[:1]})) == []
    later = judged(["x"], ["y"], compare="score")
    two = later.model_copy(update={"stages": (program(stages=[{"id": "first"}]).stages[0], *later.stages)})
    assert found("choices", two) == ["IKM178 warning stages.1.selection.compare"]
    every, one_item = judged(["x"], compare="score"), judged(["x"], items=["other", "practice.hasil"], compare="score")
    assert found("choices", every) == found("choices", one_item) == [f"IKM178 warning {score}"]
    unread = later.model_copy(update={"stages": judged(compare="score").stages[:1]})
    plain = unread.stages[0].model_copy(update={"criteria": ()})
    assert found("choices", unread.model_copy(update={"stages": (plain,)})) == []  # marks that no criterion reads
    mixed = judged(["x", "y"], ["x"], compare="score")
    assert found("choices", mixed) == [f"IKM178 warning {score}"]


def test_names_of_tracks_and_stages() -> None:
    stage = {"quota": {"x": "1", "z": "2"}, "reserves": {"z": "1", "y": "1"}}
    assert found("names", program(stage=stage)) == ["IKM179 error stages.0.quota.z", "IKM179 error stages.0.reserves.z"]
    decision = Decision(do="withdraw", id="P1", stage="t", by="K", on=date(2025, 1, 1), reason="r")  # type: ignore[arg-type]  # pydantic reads texts
    event = Event.model_validate(
        {
            "event": "announce",
            "stage": "t",
            "decisions": {"count": 0, "digest": "0" * 64},
            "on": date(2025, 1, 1),
            "by": "K",
        }
    )
    here = (decision.model_copy(update={"stage": "s"}), event.model_copy(update={"stage": "s"}))
    assert found("names", Inputs(program(), decisions=here[:1], events=here[1:])) == []
    inputs = Inputs(program(), decisions=(decision,), events=(event,))
    assert found("names", inputs) == ["IKM180 error 0.stage", "IKM181 error 0.stage"]


def test_codes_in_which_nobody_can_live_are_named_each_at_its_place() -> None:
    rules = [{"rule": "age", "min": "18"}, {"rule": "domicile", "within": ["33.24", "33.99", "33.24.77"]}]
    assert found("domiciles", program(stage={"eligibility": rules})) == [
        "IKM191 warning stages.0.eligibility.1.within.1",
        "IKM191 warning stages.0.eligibility.1.within.2",
    ]
