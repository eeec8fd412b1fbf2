"""Columns: exact, accepted before, forced; what merely resembles a known header is asked about."""

from typing import Any

from unit.sheets.program import grid, program, words

from ikmctl.sheets.columns import Matched, match_columns, proposal_problem, resembling
from ikmctl.sheets.header import find_table
from ikmctl.sheets.table import Table


def table_of(header: list[str], **more: Any) -> Table:
    table, problems = find_table(grid(header, [f"x{index}" for index in range(len(header))]), words(**more))
    assert table is not None, problems
    return table


def fields(matched: Matched) -> dict[str, str]:
    return {field: column.header for field, column in matched.fields.items()}


BASE = ["Nama Lengkap", "NIK", "No. HP"]


def test_exact_ignored_and_unknown() -> None:
    matched = match_columns(table_of(["No", *BASE, "Warna kesukaan", "Keterangan"]), program())
    assert fields(matched) == {"name": "Nama Lengkap", "nik": "NIK", "phone": "No. HP"}
    assert [column.header for column in matched.unknown] == ["Warna kesukaan"]
    assert [column.header for column in matched.ignored] == ["No", "Keterangan"]
    assert matched.proposals == ()
    assert matched.diagnostics == ()


def test_a_typo_is_proposed_with_its_likeness_never_taken() -> None:
    table = table_of([*BASE, "Kecamatn"])
    matched = match_columns(table, program())
    assert "district" not in matched.fields
    (proposal,) = matched.proposals
    assert (proposal.field, proposal.column.header, proposal.alias, proposal.likeness) == (
        "district", "Kecamatn", "kecamatan", 94,
    )  # fmt: skip
    problem = proposal_problem(proposal, table)
    assert (problem.code, problem.where.cell, problem.params["header"]) == ("IKM220", "D1", "Kecamatn")


def test_letters_that_stand_apart_are_read_as_the_word_they_spell() -> None:
    for header in ("N I K", "N.I.K.", "n. i. k"):
        found = match_columns(table_of(["Nama", header, "Kecamatan"]), program()).fields
        assert list(found) == ["name", "nik", "district"], header
    assert "nik" in match_columns(table_of(["Nama", "N I K (sesuai KTP)", "Kecamatan"]), program()).fields
    assert "nik" not in match_columns(table_of(["Nama", "N I K lama", "Kecamatan"]), program()).fields
    assert match_columns(table_of([*BASE, "L / P"]), program()).fields["gender"].header == "L / P"


def test_a_long_question_is_proposed_when_it_holds_a_known_header() -> None:
    matched = match_columns(table_of([*BASE, "Apa pendidikan terakhir yang sudah Anda selesaikan?"]), program())
    assert [(one.field, one.alias) for one in matched.proposals] == [("education", "pendidikan terakhir")]


def test_a_field_that_has_a_column_is_not_proposed_again() -> None:
    matched = match_columns(table_of([*BASE, "Nama Lengkapp"]), program())
    assert matched.proposals == ()
    assert [column.header for column in matched.unknown] == ["Nama Lengkapp"]


def test_accepted_before_is_certain() -> None:
    matched = match_columns(table_of([*BASE, "Komoditi"]), program(), accepted={"komoditi": "track"})
    assert fields(matched)["track"] == "Komoditi"


def test_forced_by_header_or_by_letter() -> None:
    table = table_of([*BASE, "Komoditi", "Asal"])
    matched = match_columns(table, program(), forced={"track": "KOMODITI", "regency": "E"})
    assert fields(matched)["track"] == "Komoditi"
    assert fields(matched)["regency"] == "Asal"


def test_forced_column_is_taken_away_from_its_usual_field() -> None:
    matched = match_columns(table_of([*BASE, "Pemilik"]), program(), forced={"name": "Pemilik"})
    assert fields(matched)["name"] == "Pemilik"
    assert "Nama Lengkap" not in fields(matched).values()


def test_forced_header_that_is_not_there_lists_those_that_are() -> None:
    (problem,) = match_columns(table_of(BASE), program(), forced={"track": "Jurusan"}).diagnostics
    assert (problem.code, problem.params["header"]) == ("IKM221", "Jurusan")
    assert problem.params["headers"] == "`Nama Lengkap`, `NIK`, `No. HP`"


def test_two_columns_of_one_field_are_asked_about() -> None:
    (problem,) = match_columns(table_of([*BASE, "Kecamatan", "Kecamatan"]), program()).diagnostics
    assert (problem.code, problem.where.cell) == ("IKM219", "E1")
    assert dict(problem.params) == {"field": "district", "cells": "`D1`, `E1`", "letter": "D"}


def test_a_letter_tells_two_columns_of_the_same_header_apart() -> None:
    table = table_of([*BASE, "Kecamatan", "Kecamatan"])
    assert match_columns(table, program(), forced={"district": "Kecamatan"}).diagnostics[0].code == "IKM219"
    matched = match_columns(table, program(), forced={"district": "E"})
    assert matched.fields["district"].index == 4
    assert matched.diagnostics == ()


MARKS = {"panel": {"per": "judge", "stage": "s", "items": ["masalah", "pasar", "dampak"]}}


def test_items_of_a_mark_win_where_several_stand_together() -> None:
    matched = match_columns(table_of(["No. Peserta", "Nama", "Masalah", "Pasar", "Dampak"]), program(marks=MARKS))
    assert set(matched.fields) == {"number", "name", "marks.panel.masalah", "marks.panel.pasar", "marks.panel.dampak"}


def test_a_single_word_like_an_item_keeps_its_usual_meaning() -> None:
    matched = match_columns(table_of([*BASE, "Pasar"]), program(marks=MARKS))
    assert fields(matched)["market"] == "Pasar"


def test_resembling_needs_more_than_a_few_letters() -> None:
    known = {"nik": "nik", "umur": "age", "kecamatan": "district"}
    assert resembling("nib", known) is None
    assert resembling("umut", known) is None
    assert resembling("kecamtan", known) == ("kecamatan", 94)
    assert resembling("Tuliskan NIK Bapak dengan benar", known) == ("nik", 20)
