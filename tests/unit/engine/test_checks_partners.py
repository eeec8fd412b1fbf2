"""Checks of matching stages, of people in two roles, of exports and of prizes."""

from collections.abc import Mapping
from typing import Any

from tools.making import DAYS, criterion, exam, program

from ikmctl.domain.diagnostic import Severity
from ikmctl.domain.partner import Partners
from ikmctl.domain.program import Program
from ikmctl.engine.checks import CHECKS, Inputs
from ikmctl.engine.exporting import known_columns, tracked_columns

TRACKS = [{"id": one, "name": one, "quota": "2"} for one in ("a", "b")]
RATIO = {"ratio": ["fields.capacity", "line.volume"]}
FAIR = {"kind": "match", "eligibility": [{"rule": "consent"}], "criteria": [criterion("c", RATIO)]}
JUDGED = {"per": "judge", "min": "1", "max": "5"}


def found(name: str, rules: Program, **inputs: Any) -> list[tuple[str, str, Severity, Mapping[str, Any]]]:
    """Code, dotted path, severity and facts of each finding of one check."""
    whole = CHECKS[name](Inputs(rules, (), (), **inputs))
    return [(one.code, ".".join(map(str, one.path)), one.severity, one.params) for one in whole]


def brief(name: str, rules: Program, **inputs: Any) -> list[tuple[str, str]]:
    return [(code, path) for code, path, *_ in found(name, rules, **inputs)]


def test_a_sound_match_is_silent() -> None:
    rules = program({**FAIR, "eligibility": [{"rule": "consent"}, {"rule": "papers"}]})
    for name in ("lines", "matching", "line-ids", "roles", "exports", "awards"):
        assert found(name, rules) == []


def test_only_a_match_reads_a_demand_line_and_only_what_lines_have() -> None:
    rules = program({"eligibility": [{"rule": "age"}, {"rule": "papers"}], "criteria": [criterion("c", RATIO)]})
    assert found("lines", rules) == [
        ("IKM652", "stages.0.criteria.0.source", Severity.ERROR, {"found": "line.volume", "stage": "curation"}),
        ("IKM652", "stages.0.eligibility.1", Severity.ERROR, {"found": "papers", "stage": "curation"}),
    ]
    wrong = program({**FAIR, "criteria": [criterion("c", {"ratio": ["fields.capacity", "line.volum"]})]})
    ((code, path, _, params),) = found("lines", wrong)
    assert (code, path) == ("IKM651", "stages.0.criteria.0.source")
    assert (params["attribute"], params["near"]) == ("volum", "volume")
    assert "capacity" in str(params["known"])


def test_a_match_needs_points_that_compare_and_asks_for_consent() -> None:
    rank = [criterion("c", RATIO, scale=None)]
    assert found("matching", program({**FAIR, "criteria": []})) == [
        ("IKM653", "stages.0.criteria", Severity.ERROR, {"stage": "curation"}),
    ]
    assert brief("matching", program({**FAIR, "method": "topsis", "criteria": rank})) == [
        ("IKM653", "stages.0.method"),
    ]
    assert found("matching", program({**FAIR, "eligibility": [{"rule": "papers"}]})) == [
        ("IKM654", "stages.0.eligibility", Severity.WARNING, {"stage": "curation"}),
    ]
    assert found("matching", program({"criteria": []})) == []
    assert brief("matching", program(stages=[{"id": "first"}, {"id": "second", **FAIR, "criteria": []}])) == [
        ("IKM653", "stages.1.criteria"),
    ]


def test_an_id_names_one_demand_line() -> None:
    line = {"id": "kursi", "product": "Kursi", "volume": "1", "kbli": "31001"}
    firms = [
        {"id": "satu", "name": "PT Satu", "lines": [line, {**line, "id": "meja"}]},
        {"id": "dua", "name": "PT Dua", "lines": [{**line, "id": "lemari"}, line]},
    ]
    made = Partners.model_validate({"firms": firms})
    (one,) = CHECKS["line-ids"](Inputs(program(FAIR), (), (), partners=made))
    assert (one.code, one.document, one.path) == ("IKM657", "partners.yaml", ("firms", 1, "lines", 1, "id"))
    assert one.params == {"line": "kursi"}


def test_an_id_names_one_firm() -> None:
    """Papers look the name of a line's firm up by its id."""
    firms = [
        {"id": name, "name": f"PT {place}", "lines": [{"id": f"kursi-{place}", "product": "Kursi"}]}
        for place, name in enumerate(("satu", "dua", "satu"))
    ]
    (one,) = CHECKS["line-ids"](Inputs(program(FAIR), partners=Partners.model_validate({"firms": firms})))
    assert (one.code, one.document, one.path) == ("IKM148", "partners.yaml", ("firms", 2, "id"))
    assert one.params == {"kind": "firm", "id": "satu"}


def test_who_assesses_in_two_stages_is_named_once() -> None:
    rules = program(
        marks={"form": {**JUDGED, "stage": "curation"}, "pitch": {**JUDGED, "stage": "final", "items": ["x"]},
               "test": {**exam("final")}},
        stages=[{"id": "curation"}, {"id": "final"}],
        panel={"judges": [{"id": "J1", "items": ["form"]}, {"id": "J2", "items": ["form", "pitch.x"]}, {"id": "J3"}]},
    )  # fmt: skip
    both = {"roles": "curation, final"}
    assert found("roles", rules) == [
        ("IKM658", "panel.judges.1.id", Severity.WARNING, {"who": "J2", **both}),
        ("IKM658", "panel.judges.2.id", Severity.WARNING, {"who": "J3", **both}),
    ]


def test_who_signs_one_paper_twice_is_named_by_place() -> None:
    siti, unnamed = {"role": "Ketua", "name": "Siti"}, {"role": "Sekretaris"}
    again = {"role": "Anggota", "name": "SITI"}
    rules = program(documents={"minutes": {"signers": [siti, unnamed, unnamed, again]}, "decree": {"signers": [siti]}})
    assert found("roles", rules) == [
        ("IKM658", "documents.minutes.signers.3.name", Severity.WARNING, {"who": "4", "roles": "Ketua, Anggota"}),
    ]
    assert brief("roles", program(documents={"decree": {"signers": [siti, again]}})) == [
        ("IKM658", "documents.decree.signers.1.name"),
    ]


def test_an_export_names_columns_that_somebody_knows() -> None:
    columns = [{"head": "A", "field": "nik"}, {"head": "B", "field": "place"}, {"head": "C", "field": "ready"},
               {"head": "D", "text": "Kendal"}, {"head": "E", "field": "plac"}]  # fmt: skip
    rules = program(
        fields=[{"id": "ready", "type": "integer"}], documents={"exports": {"siinas": {"columns": columns}}}
    )
    ((code, path, _, params),) = found("exports", rules)
    assert (code, path) == ("IKM686", "documents.exports.siinas.columns.4.field")
    assert (params["export"], params["found"], params["near"]) == ("siinas", "plac", "place")


def test_an_export_of_tracked_columns_alone_names_nobody() -> None:
    rules = program(
        {"eligibility": [{"rule": "age", "min": "18"}, {"rule": "range", "field": "income", "max": "5"},
                         {"rule": "range", "field": "turnover", "max": "5"}]},
        fields=[{"id": "income", "type": "integer", "sensitive": "true"},
                {"id": "turnover", "type": "integer", "sensitive": "false"}, {"id": "unused", "type": "integer"}],
    )  # fmt: skip
    tracked = tracked_columns(rules)
    assert {"number", "track", "place", "district_name", "age", "turnover"} <= tracked
    assert not tracked & {"income", "unused", "name", "nik", "phone"}
    assert set(known_columns(rules)) >= {"income", "unused", "name", "nik", "tier", "amount"}


def test_prizes_come_to_the_budget() -> None:
    tiers = [{"name": "I", "places": "1", "amount": "300"},
             {"name": "II", "places": "1", "amount": "200"}]  # fmt: skip
    each = {"tiers": tiers, "group_by": "track"}
    assert found("awards", program({"awards": {**each, "budget": "1000"}}, tracks=TRACKS)) == []
    assert found("awards", program({"awards": {**each, "budget": "500"}}, tracks=TRACKS)) == [
        ("IKM185", "stages.0.awards.budget", Severity.ERROR, {"total": "1000", "budget": "500"}),
    ]
    once = {"tiers": tiers, "budget": "1000"}
    assert brief("awards", program({"awards": once, "quota": "2"})) == [("IKM185", "stages.0.awards.budget")]


def test_days_of_training_are_counted_without_the_days_off() -> None:
    """29 September to 2 October are four days; one off leaves three."""
    dates = {**DAYS, "off": ["2025-09-30"]}
    assert found("dates", program(dates={**dates, "days": "3"})) == []
    ((code, path, _, params),) = found("dates", program(dates={**dates, "days": "4"}))
    assert (code, path) == ("IKM663", "dates.days")
    assert (params["found"], params["days"], params["off"]) == (3, 4, 1)


def test_the_field_of_lines_per_member_is_known() -> None:
    assert brief("fields", program({**FAIR, "lines_per_member": "fields.linez"})) == [
        ("IKM136", "stages.0.lines_per_member"),
    ]
