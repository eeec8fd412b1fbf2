"""From the text of a flag to its value."""

from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from ikmctl.cli.refusal import Refusal
from ikmctl.cli.values import as_text, convert


def test_a_day_is_read_in_three_spellings() -> None:
    for text in ("2025-10-02", "2-10-2025", "2/10/2025", "2 Oktober 2025", "02 okt 2025", "2 October 2025"):
        assert convert(text, date | None, "--on") == date(2025, 10, 2), text


@pytest.mark.parametrize("text", ["2025-02-30", "31-2-2025", "10/2025", "besok", "2 Foo 2025", "", "2025-10-02x"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as caught:
        convert(text, date | None, "--on")
    assert caught.value.diagnostics[0].code == "IKM987"
    assert caught.value.diagnostics[0].params == {"flag": "--on", "found": text}


def test_whole_numbers_are_digits_alone() -> None:
    assert convert("10", int | None, "--per-track") == 10
    for text in ("1_0", "+1", "-3", "1e2", "٣", "", "1.0", "9" * 30):
        with pytest.raises(Refusal) as caught:
            convert(text, int | None, "--per-track")
        assert caught.value.diagnostics[0].code == "IKM986"


def test_a_choice_names_all_choices() -> None:
    kind = Literal["text", "json"]
    assert convert("json", kind, "--format") == "json"
    with pytest.raises(Refusal) as caught:
        convert("xml", kind, "--format")
    assert caught.value.diagnostics[0].params["known"] == "text, json"


def test_the_parser_sees_text_and_flags_only() -> None:
    assert as_text(int | None) == str | None
    assert as_text(bool) is bool
    assert as_text(tuple[date, ...]) == list[str]
    assert as_text(str) is str


def test_a_list_is_read_item_by_item() -> None:
    assert convert(["1", "2"], tuple[int, ...], "N") == (1, 2)
    assert convert(None, tuple[str, ...], "N") == ()


def test_a_pattern_is_the_files_it_names_since_windows_leaves_that_to_the_program(tmp_path: Path) -> None:
    for name in ("b.xlsx", "a.xlsx", "~$a.xlsx", "c.csv"):
        (tmp_path / name).touch()
    pattern = f"{tmp_path}/*.xlsx"
    found = convert((pattern, f"{tmp_path}/c.csv"), tuple[Path, ...], "FILE")
    assert found == (tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "c.csv")
    assert convert((f"{tmp_path}/a**.xlsx",), tuple[Path, ...], "FILE") == (tmp_path / "a.xlsx",)


def test_a_pattern_without_files_stays_to_be_refused_by_name(tmp_path: Path) -> None:
    assert convert((f"{tmp_path}/*.ods",), tuple[Path, ...], "FILE") == (tmp_path / "*.ods",)


def test_a_file_with_a_star_in_its_name_is_that_file(tmp_path: Path) -> None:
    for name in ("a*.xlsx", "ab.xlsx"):
        (tmp_path / name).touch()
    assert convert((f"{tmp_path}/a*.xlsx",), tuple[Path, ...], "FILE") == (tmp_path / "a*.xlsx",)
