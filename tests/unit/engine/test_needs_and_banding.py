"""Which facts reach participants.csv, and how sensitive ones are banded."""

from decimal import Decimal
from typing import Any

import pytest
from tools.making import criterion, program

from ikmctl.domain.program import Program
from ikmctl.engine.banding import band, edges, needs_raw
from ikmctl.engine.needs import column_of, is_private, public_fields

BANDS = {"bands": [{"below": "5000000", "points": "40"}, {"from": "5000000", "points": "100"}]}


def test_only_named_facts_are_public_and_sorted() -> None:
    rules = program(
        {
            "eligibility": [{"rule": "age", "min": "18"}, {"rule": "nominated"}, {"rule": "kbli"}],
            "criteria": [
                criterion("c", {"ratio": ["fields.capacity", "fields.workers"]}),
                criterion("d", {"count": "licences"}),
            ],
            "selection": {
                "balance": [{"field": "gender", "value": "female", "min": "1"}],
                "max_per": {"household": "1"},
            },
        },
    )
    assert [column.id for column in public_fields(rules)] == [
        "age", "capacity", "gender", "household", "kbli", "licences", "workers",
    ]  # fmt: skip


def test_an_order_names_facts_too_and_private_or_unknown_ones_are_left_out() -> None:
    rules = program({"order": [{"by": "fields.nomination_rank"}, {"by": "fields.nik"}, {"by": "fields.nonsense"}]})
    assert [column.id for column in public_fields(rules)] == ["nomination_rank"]
    assert is_private("nik")
    assert not is_private("nonsense")


def test_the_program_decides_how_its_own_fields_are_read() -> None:
    rules = program(
        fields=[
            {"id": "ready", "type": "integer", "min": "0", "max": "3"},
            {"id": "turnover", "type": "rupiah", "sensitive": "false"},
            {"id": "savings", "type": "rupiah"},
            {"id": "disability", "type": "flag"},
            {"id": "workers", "type": "choice", "values": ["1-4", "5-19"]},
        ],
    )
    ready = column_of(rules, "ready")
    assert ready is not None
    assert (ready.kind, ready.min, ready.max, ready.sensitive) == ("integer", Decimal(0), Decimal(3), False)
    sensitive = {name: column_of(rules, name) for name in ("turnover", "savings", "disability", "capital", "workers")}
    assert {name: column.sensitive for name, column in sensitive.items() if column} == {
        "turnover": False, "savings": True, "disability": True, "capital": True, "workers": False,
    }  # fmt: skip
    workers = sensitive["workers"]
    assert workers is not None
    assert (workers.kind, workers.values) == ("choice", ("1-4", "5-19"))
    assert column_of(rules, "nothing") is None


def money(rule: dict[str, Any] | None = None, **stage: Any) -> Program:
    return program({"eligibility": [rule] if rule else [], **stage})


def test_edges_come_from_every_place_that_reads_the_field() -> None:
    rules = money(
        {"rule": "range", "field": "turnover", "min": "1000000", "max": "300000000"},
        criteria=[criterion("t", "fields.turnover", scale=BANDS, threshold="2500000")],
    )
    assert edges(rules, "turnover") == (1_000_000, 2_500_000, 5_000_000, 300_000_001)
    assert not needs_raw(rules, "turnover")
    assert edges(rules, "capital") == ()


def test_a_threshold_of_a_cost_cuts_above() -> None:
    rules = money(criteria=[criterion("t", "fields.turnover", scale=BANDS, threshold="2500000.5", direction="cost")])
    assert edges(rules, "turnover") == (2_500_001, 5_000_000)


@pytest.mark.parametrize(
    "stage",
    [
        {"criteria": [criterion("t", "fields.turnover", scale={"linear": ["0", "9"]})]},
        {"criteria": [criterion("t", "fields.turnover", scale=None)]},
        {"criteria": [criterion("t", {"ratio": ["fields.turnover", "fields.workers"]}, scale=BANDS)]},
        {"order": [{"by": "fields.turnover"}]},
        {"selection": {"max_per": {"turnover": "1"}}},
        {"selection": {"balance": [{"field": "turnover", "value": "x", "min": "1"}]}},
        {"eligibility": [{"rule": "one_of", "field": "turnover", "values": ["x"]}]},
    ],
)
def test_some_things_can_only_work_with_the_raw_value(stage: dict[str, Any]) -> None:
    assert needs_raw(program(stage), "turnover")
    assert not needs_raw(program(stage), "capital")
    banded = {"rule": "range", "field": "turnover", "min": "1000000"}
    assert needs_raw(program({**stage, "eligibility": [banded, *stage.get("eligibility", [])]}), "turnover")


def test_bands_are_of_whole_numbers() -> None:
    """A limit of 0.5 lies between no two whole numbers that would tell 0.4 from 0.6."""
    stage = {"eligibility": [{"rule": "range", "field": "hectares", "min": "0.5"}]}
    for kind, raw in (("decimal", True), ("integer", False), ("rupiah", False)):
        rules = program(stage, fields=[{"id": "hectares", "type": kind, "sensitive": "true"}])
        assert needs_raw(rules, "hectares") is raw


@pytest.mark.parametrize(
    ("value", "cuts", "expected"),
    [
        ("0", (1, 20), "0"),
        ("1", (1, 20), "1"),
        ("19.99", (1, 20), "1"),
        ("20", (1, 20), "20"),
        ("999", (1, 20), "20"),
        ("-5", (-2, 3), "-3"),
        ("7", (), "0"),
        ("3", (5, 9), "0"),
    ],
)
def test_a_band_is_the_edge_at_or_below(value: str, cuts: tuple[int, ...], expected: str) -> None:
    assert band(Decimal(value), cuts) == expected


def test_a_match_keeps_the_field_that_says_how_many_lines_somebody_serves() -> None:
    rules = program({"kind": "match", "lines_per_member": "fields.lines"}, fields=[{"id": "lines", "type": "integer"}])
    assert [column.id for column in public_fields(rules)] == ["lines"]
    assert public_fields(program({"kind": "match", "lines_per_member": "2"})) == ()


def test_how_many_lines_a_member_serves_is_read_raw() -> None:
    """As a band every number would be `0`, and nobody would serve a line."""
    match = {"kind": "match", "lines_per_member": "fields.lines"}
    assert needs_raw(program(match, fields=[{"id": "lines", "type": "integer"}]), "lines")
    assert not needs_raw(program({**match, "lines_per_member": "2"}), "lines")
    assert not needs_raw(program(match), "workers")
