"""Which keys belong together in what people write, and which word names the fault."""

import re
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from tools.making import criterion, program

from ikmctl.domain.codes import CODES
from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Diagnostic, Where, sort_key
from ikmctl.domain.document import DocumentRecord
from ikmctl.domain.event import Event
from ikmctl.domain.model import Model
from ikmctl.domain.objection import Objection
from ikmctl.domain.paper import ExportColumn
from ikmctl.domain.participant import Person
from ikmctl.domain.partner import Firm
from ikmctl.domain.program import MarkSpec, Track
from ikmctl.domain.quota import Quota, StageQuota, StageReserves, read_by_track, read_reserves
from ikmctl.domain.rule import Reason, Verdict
from ikmctl.domain.scalars import SLUG
from ikmctl.domain.schedule import Dates
from ikmctl.domain.scorecard import Points, ScoreCard
from ikmctl.domain.stage import Balance, LinesPerMember, Tier
from ikmctl.engine.rules import RULES

HEX = "0" * 64
DECISION = {"stage": "s", "by": "Ketua", "on": "2025-10-01", "reason": "r"}
EVENT = {**DECISION, "decisions": {"count": "0", "digest": HEX}}


def faults(model: type[Model], keys: dict[str, Any]) -> list[tuple[str, str]]:
    """Each fault with the keys that it names; none where the value is read."""
    try:
        model.model_validate(keys)
    except ValidationError as error:
        return [(one["type"], one.get("ctx", {}).get("keys", "")) for one in error.errors(include_input=False)]
    return []


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({"do": "withdraw", "id": "P1"}, ""),
        ({"do": "order", "ids": ["P1", "P2"]}, ""),
        ({"do": "admit", "id": "P1", "seat": "extra"}, ""),
        ({"do": "correct", "id": "P1", "mark": "post", "new": "80"}, ""),
        ({"do": "correct", "id": "P1", "field": "workers", "new": ""}, ""),
        ({"do": "withdraw"}, "decision_subject"),
        ({"do": "withdraw", "id": "P1", "ids": ["P1", "P2"]}, "decision_subject"),
        ({"do": "order", "id": "P1"}, "decision_subject"),
        ({"do": "order", "ids": ["P1"]}, "decision_subject"),
        ({"do": "order", "id": "P1", "ids": ["P1", "P2"]}, "decision_subject"),
        ({"do": "correct", "id": "P1", "new": "80"}, "decision_correct"),
        ({"do": "correct", "id": "P1", "mark": "post"}, "decision_correct"),
        ({"do": "correct", "id": "P1", "mark": "post", "field": "workers", "new": "80"}, "decision_correct"),
        ({"do": "admit", "id": "P1"}, "decision_seat"),
    ],
)
def test_keys_of_a_decision(keys: dict[str, Any], fault: str) -> None:
    assert faults(Decision, DECISION | keys) == ([(fault, "")] if fault else [])


@pytest.mark.parametrize("blank", ["", " ", "\n", "\u00a0", " \u3000 "])
@pytest.mark.parametrize("key", ["by", "reason", "id"])
def test_blanks_are_nobody_and_no_reason(key: str, blank: str) -> None:
    whole = {"do": "withdraw", "id": "P1", **DECISION}
    assert faults(Decision, {**whole, key: f"{blank}x"}) == []
    assert faults(Decision, {**whole, key: blank}) == [("too_short", "")]


@pytest.mark.parametrize(
    ("keys", "lacking"),
    [
        ({"event": "lock", "what": "rules", "number": "1", "engine": "1", "rules": HEX}, ""),
        ({"event": "lock", "what": "pool", "number": "1", "engine": "1", "pool": HEX}, ""),
        ({"event": "lock", "what": "rules", "number": "1", "engine": "1", "pool": HEX}, "rules"),
        ({"event": "lock", "what": "pool", "number": "1", "engine": "1", "rules": HEX}, "pool"),
        ({"event": "lock"}, "what, number, engine, pool"),
        ({"event": "draw", "value": "83920", "seed": HEX}, ""),
        ({"event": "draw", "lots": ["P1", "P2"]}, ""),
        ({"event": "draw", "value": "83920"}, "value"),
        ({"event": "draw", "seed": HEX}, "value"),
        ({"event": "void", "what": "draw"}, ""),
        ({"event": "void", "what": "draw", "reason": ""}, "reason"),
        ({"event": "void", "reason": ""}, "what, reason"),
        ({"event": "announce"}, ""),
        ({"event": "curate"}, ""),
        ({"event": "finalize", "decree": "SK 1"}, ""),
        ({"event": "finalize"}, "decree"),
        ({"event": "reopen", "decree": "SK 2"}, ""),
        ({"event": "reopen", "reason": ""}, "decree, reason"),
        ({"event": "reopen", "decree": " ", "reason": "\u00a0 "}, "decree, reason"),
    ],
)
def test_keys_of_an_event(keys: dict[str, Any], lacking: str) -> None:
    assert faults(Event, EVENT | keys) == ([("event_keys", lacking)] if lacking else [])


@pytest.mark.parametrize(
    ("keys", "lacking"),
    [
        ({}, ""),
        ({"status": "rejected", "answered": "2025-10-04", "answer": "Nilai benar."}, ""),
        ({"status": "rejected"}, "answered, answer"),
        ({"status": "accepted", "answered": "2025-10-04"}, "answer"),
        ({"status": "accepted", "answer": "Benar."}, "answered"),
        ({"status": "accepted", "answered": "2025-10-04", "answer": " \n "}, "answer"),
    ],
)
def test_an_answered_objection_has_a_day_and_an_answer(keys: dict[str, Any], lacking: str) -> None:
    whole = {"id": "1", "participant": "P1", "received": "2025-10-03", "ground": "Nilai saya keliru.", **keys}
    assert faults(Objection, whole) == ([("lacking_keys", lacking)] if lacking else [])


@pytest.mark.parametrize(("lines", "fault"), [(0, "too_short"), (1, ""), (2, "")])
def test_a_firm_has_a_demand_line(lines: int, fault: str) -> None:
    firm = {"id": "pt", "name": "PT", "lines": [{"id": f"l{n}", "product": "Kursi"} for n in range(lines)]}
    assert faults(Firm, firm) == ([(fault, "")] if fault else [])


def test_causes_are_named_once_rules_and_criteria_before_the_whole() -> None:
    reasons = ("threshold.total", "age.young", "missing.order", "missing.track")
    card = ScoreCard(
        "P1", "", "ineligible", (Verdict("age", "failed", Reason("age.young")), Verdict("kbli", "met", Reason("met"))),
        {
            "post": Points("post", None, None, 10, missing=Reason("missing.value")),
            "plan": Points("plan", None, 0, 0, missing=Reason("missing.value")),
            "age": Points("age", None, 5, 5, failed=Reason("threshold")),
        },
        reasons=tuple(map(Reason, reasons)),
    )  # fmt: skip
    assert card.causes == ("age", "post", "track", "order", "total")
    assert ScoreCard("P1", "", "eligible").causes == ()


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({"value": "female", "min": "1"}, ""),
        ({"value": "female", "max_share": "0.5"}, ""),
        ({"each": {"max": "3"}}, ""),
        ({"min": "1"}, "balance_subject"),
        ({"value": "female", "each": {"max": "3"}}, "balance_subject"),
        ({"value": "female"}, "balance_limit"),
        ({"each": {}}, "balance_limit"),
        ({"each": {}, "min": "1"}, "balance_limit"),
    ],
)
def test_a_balance_has_one_subject_and_a_limit(keys: dict[str, Any], fault: str) -> None:
    assert faults(Balance, {"field": "gender", **keys}) == ([(fault, "")] if fault else [])


def test_a_column_of_an_export_has_one_content() -> None:
    assert faults(ExportColumn, {"head": "Nama", "field": "name"}) == []
    assert faults(ExportColumn, {"head": "Dinas", "text": "Kendal"}) == []
    for keys in ({}, {"field": "name", "text": "Kendal"}):
        assert faults(ExportColumn, {"head": "Nama", **keys}) == [("IKM129", "`field`, `text`")]


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("2", ""), (3, ""), ("fields.lines", ""), ("0", "greater_than_equal"), (0, "greater_than_equal"), ("1", ""),
        ("marks.post", "source"), ("banyak", "source"), (1.5, "whole_number"), (None, "whole_number"),
    ],
)  # fmt: skip
def test_lines_per_member(value: Any, fault: str) -> None:
    adapter = TypeAdapter[Any](LinesPerMember)
    if not fault:
        assert str(adapter.validate_python(value)) == str(value)
        assert adapter.validate_python(adapter.validate_python(value)) == adapter.validate_python(value)
        return
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(value)
    (one,) = caught.value.errors(include_input=False)
    assert (one["type"], one.get("ctx", {}).get("ge")) == (fault, 1 if fault == "greater_than_equal" else None)


@pytest.mark.parametrize(
    ("value", "low", "high"), [("all", 0, None), ("10", 0, 10), (10, 0, 10), ({"min": "15", "max": "20"}, 15, 20)]
)
def test_spellings_of_a_quota(value: Any, low: int, high: int | None) -> None:
    found: Any = TypeAdapter[Any](Quota).validate_python(value)
    assert (found.min, found.max) == (low, high)


def test_a_stage_has_one_number_for_all_or_one_by_track() -> None:
    assert read_by_track("10") == {"everywhere": "10"}
    assert read_by_track({"min": "1", "max": "2"}) == {"everywhere": {"min": "1", "max": "2"}}
    assert read_by_track({"max": "2"}) == {"everywhere": {"max": "2"}}
    assert read_by_track({"a": "1", "max": "2"}) == {"by_track": {"a": "1", "max": "2"}}
    assert read_reserves("2") == {"everywhere": "2"}
    assert read_reserves({"a": "2"}) == {"by_track": {"a": "2"}}
    for read, model in ((read_by_track, StageQuota), (read_reserves, StageReserves)):
        for value in ({"a": "2"}, "2"):
            once = model.model_validate(read(value))
            assert model.model_validate(read(once.model_dump())) == once  # what was read reads back


def test_what_is_no_rule_and_no_scale() -> None:
    def fault(stage: dict[str, Any]) -> str:
        with pytest.raises(ValidationError) as caught:
            program(stage)
        return caught.value.errors(include_input=False)[0]["type"]

    assert fault({"eligibility": ["age"]}) == "rule_shape"
    assert fault({"eligibility": [{"min": "18"}]}) == "rule_shape"
    assert fault({"eligibility": [{"rule": ["age"]}]}) == "rule_shape"
    assert fault({"eligibility": [{"rule": "height"}]}) == "unknown_choice"
    assert fault({"criteria": [criterion("c", "fields.workers", scale="linear")]}) == "scale_shape"
    both = {"linear": ["0", "1"], "map": {"ya": "100"}}
    assert fault({"criteria": [criterion("c", "fields.workers", scale=both)]}) == "scale_shape"
    assert fault({"criteria": [criterion("c", "fields.workers", scale={"curve": "1"})]}) == "unknown_choice"


def test_a_word_that_names_nothing_is_told_with_the_words_that_do() -> None:
    def told(stage: dict[str, Any]) -> dict[str, Any]:
        with pytest.raises(ValidationError) as caught:
            program(stage)
        return caught.value.errors(include_input=False)[0]["ctx"]

    of_rules = told({"eligibility": [{"rule": "height"}]})
    assert (of_rules["found"], of_rules["kind"]) == ("height", "eligibility")
    assert of_rules["known"] == ", ".join(sorted(RULES))
    of_scales = told({"criteria": [criterion("c", "fields.workers", scale={"curve": "1"})]})
    assert of_scales == {"found": "curve", "kind": "scale", "known": "bands, linear, map"}


@pytest.mark.parametrize(
    ("tracks", "stated", "compared"),
    [(0, None, "score"), (1, None, "score"), (2, None, "place"), (2, "score", "score"), (1, "place", "place")],
)
def test_people_are_compared_by_place_where_there_are_several_tracks(
    tracks: int, stated: str | None, compared: str
) -> None:
    named = [{"id": name, "name": name, "quota": "1"} for name in "ab"[:tracks]]
    rules = program({"selection": {"compare": stated} if stated else {}}, tracks=named)
    assert rules.compare_of(rules.default_stage) == compared


def test_without_tracks_everybody_is_in_one_that_takes_all() -> None:
    (track,) = program(title="Pelatihan Mebel").all_tracks
    assert (track.id, track.name, track.quota.min, track.quota.max) == ("all", "Pelatihan Mebel", 0, None)


def test_a_program_is_read_again_from_its_own_parts() -> None:
    rules = program({"eligibility": [{"rule": "age", "min": "18"}], "criteria": [criterion("c", "fields.workers")]})
    stage = rules.default_stage
    parts = {"eligibility": stage.eligibility, "criteria": [dict(one) for one in stage.criteria]}
    again = type(stage).model_validate({"id": "again", **parts})
    assert (again.eligibility, again.criteria) == (stage.eligibility, stage.criteria)
    assert stage is rules.stages[0]


def test_a_person_is_never_printed() -> None:
    assert repr(Person("P1", "3324010101909001", (), {"name": "Siti"})) == "Person('P1', ...)"


@pytest.mark.parametrize("code", ["IKM10", "IKM1000", "ABC100", ""])
def test_a_code_has_one_shape(code: str) -> None:
    with pytest.raises(AssertionError):
        Diagnostic(code)


def test_problems_are_printed_in_the_order_of_their_places() -> None:
    places = [
        Where(),
        Where("a.yaml"),
        Where("a.yaml", 1, 1),
        Where("a.yaml", 2),
        Where("a.yaml", 2, 1),
        Where("a.yaml", 2, 9),
        Where("a.yaml", 10, 1),
        Where("b.xlsx"),
        Where("b.xlsx", sheet="Form"),
        Where("b.xlsx", sheet="Form", cell="C"),
        Where("b.xlsx", sheet="Form", cell="A1"),
        Where("b.xlsx", sheet="Form", cell="F9"),
        Where("b.xlsx", sheet="Form", cell="A10"),
        Where("b.xlsx", sheet="Form", cell="B10"),
        Where("b.xlsx", sheet="Isi", cell="A1"),
    ]
    items = [Diagnostic(code, where) for where in places for code in ("IKM101", "IKM102")]
    mixed = [*items[1::2], *items[::2]]
    assert sorted(mixed, key=sort_key) == items


def test_a_line_of_documents_csv_names_its_facts() -> None:
    record = DocumentRecord("minutes", "curation", "BA/1", date(2025, 10, 3), HEX, "f" * 64)
    assert (record.kind, record.stage, record.number, record.on) == ("minutes", "curation", "BA/1", date(2025, 10, 3))


def test_a_stage_is_named_like_no_other_folder() -> None:
    with pytest.raises(ValidationError) as caught:
        program(stages=[{"id": "reports"}])
    assert caught.value.errors(include_input=False)[0]["type"] == "IKM941"


def test_every_code_and_every_slug_has_its_shape() -> None:
    assert all(re.fullmatch(r"IKM[1-9][0-9]{2}", code) for code in CODES)
    assert all(re.fullmatch(SLUG, slug) for slug in CODES.values())
    assert len(set(CODES.values())) == len(CODES), "a slug names one code"


@pytest.mark.parametrize(
    ("model", "keys", "fault"),
    [
        (Dates, {"start": "2025-09-29", "end": "2025-10-02", "sessions_per_day": "24"}, ""),
        (Dates, {"start": "2025-09-29", "end": "2025-10-02", "sessions_per_day": "25"}, "less_than_equal"),
        (Tier, {"name": "I", "places": "100000"}, ""),
        (Tier, {"name": "I", "places": "100001"}, "less_than_equal"),
    ],
)
def test_what_is_laid_out_one_by_one_has_a_most(model: type[Model], keys: dict[str, Any], fault: str) -> None:
    """Each session is a name and each place of a prize an entry: a slip of the hand must not fill the memory."""
    assert [kind for kind, _ in faults(model, keys)] == ([fault] if fault else [])


@pytest.mark.parametrize(
    ("share", "fault"),
    [("0", ""), ("0.5", ""), ("1", ""), ("-1", "greater_than_equal"), ("1.5", "less_than_equal")],
)
def test_a_code_counts_a_part_of_its_session(share: str, fault: str) -> None:
    """Fifteen hours written for one session would make everybody present at all of them."""
    found = faults(MarkSpec, {"per": "session", "stage": "s", "codes": {"H": share}})
    assert [kind for kind, _ in found] == ([fault] if fault else [])


@pytest.mark.parametrize("word", ["everywhere", "by_track", "min", "max"])
def test_no_track_is_called_by_a_key_of_quotas(word: str) -> None:
    assert faults(Track, {"id": word, "name": "Batik", "quota": "1"}) == [("IKM190", "")]
    assert faults(Track, {"id": f"{word}-1", "name": "Batik", "quota": "1"}) == []
