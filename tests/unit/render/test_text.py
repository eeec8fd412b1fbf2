"""Problems as people read them."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.render.style import Style
from ikmctl.render.text import block, blocks, excerpt, place

PLAIN = Style()


def _quota(line: int = 7) -> Diagnostic:
    params = {"key": "quota", "leaf": "quota", "of": "track", "name": "furniture", "found": "ten"}
    return Diagnostic("IKM104", Where("program.yaml", line, 12, 3), params)


def test_the_block_of_the_interface(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("program.yaml").write_text("\n" * 6 + "    quota: ten\n", encoding="utf-8")
    assert block(_quota(), "en", PLAIN) == snapshot("""\
program.yaml:7:12: error[IKM104]: quota of track `furniture` is not a whole number: `ten`
7 |     quota: ten
  |            ^^^
hint: write a number, for example `quota: 10`\
""")
    assert block(_quota(), "id", PLAIN).startswith(
        "program.yaml:7:12: kesalahan[IKM104]: quota pada bidang `furniture` bukan bilangan bulat: `ten`\n"
    )


def test_the_excerpt_is_that_of_the_file_as_it_is_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for words in ("quota: ten", "quota: eleven"):
        Path("program.yaml").write_text(words + "\n", encoding="utf-8")
        assert f"1 | {words}\n" in block(_quota(1), "en", PLAIN)


def test_a_cell_is_written_as_spreadsheet_people_write_it() -> None:
    assert place(Where("peserta.xlsx", sheet="Form", cell="F23")) == "peserta.xlsx!Form!F23"
    assert place(Where("program.yaml", 7, 12)) == "program.yaml:7:12"
    assert place(Where("program.yaml")) == "program.yaml"
    assert place(Where()) == ""
    assert place(Where("a\x1b.xlsx", sheet="\u202eF", cell="A1")) == "a\\x1b.xlsx!\\u202eF!A1"


def test_problems_are_sorted_once_each_and_counted_last() -> None:
    late, early = _quota(9), _quota(2)
    note = Diagnostic("IKM988", severity=Severity.NOTE)
    shown = blocks([late, early, late, note], "en", PLAIN).split("\n\n")
    assert shown[0].startswith("note[IKM988]: ")
    assert [part.split(": ")[0] for part in shown[1:3]] == ["program.yaml:2:12", "program.yaml:9:12"]
    assert shown[3:] == ["2 errors, 1 note"]


def test_no_problems_no_words() -> None:
    assert blocks([], "id", PLAIN) == ""


def test_the_caret_stands_under_the_place_even_after_escapes_and_wide_letters() -> None:
    line = "nama: 王\x1b: ten"
    lines = excerpt(Where("a.yaml", 3, line.index("ten") + 1, 3), line)
    assert lines == ["3 | nama: 王\\x1b: ten", "  |               ^^^"]


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "x" * 300 + "BAD" + "y" * 300
    first, second = excerpt(Where("a.csv", 12, 301, 3), line)
    assert first.startswith("12 | ...x")
    assert first.endswith("y...")
    assert len(first) < 120
    assert first[second.index("^") : second.rindex("^") + 1] == "BAD"


def test_the_caret_of_an_entry_ends_where_its_cut_line_does() -> None:
    line = "- {id: 1, ground: " + "x" * 200 + "}"
    first, second = excerpt(Where("a.yaml", 1, 3, len(line) - 2), line)
    assert len(second) == len(first.removesuffix("..."))


def test_a_place_past_the_end_of_its_line_still_has_one_caret() -> None:
    assert excerpt(Where("a.yaml", 1, 99, 5), "ab") == ["1 | ab", "  |   ^"]
    assert excerpt(Where("a.yaml", 1), "ab") == ["1 | ab"]


def test_private_files_and_workbooks_are_never_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("private").mkdir()
    Path("private/people.csv").write_text("Siti\n", encoding="utf-8")
    shown = block(Diagnostic("IKM994", Where("private/people.csv", 1, 1), {"reason": "x"}), "en", PLAIN)
    assert "Siti" not in shown


def test_an_unknown_code_still_shows_its_facts() -> None:
    shown = block(Diagnostic("IKM199", params={"b": "2", "a": "1"}), "en", PLAIN)
    assert shown == "error[IKM199]: IKM199 a `1`, b `2`"


def test_hostile_values_in_a_message_are_neutralised() -> None:
    shown = block(Diagnostic("IKM982", params={"found": "\x1b]52;c;x\x07"}), "en", PLAIN)
    assert "\x1b" not in shown
    assert "`\\x1b]52;c;x\\x07`" in shown


def test_colour_adds_and_changes_no_word() -> None:
    import re

    colored = block(_quota(), "en", Style(color=True))
    assert "\x1b[31;1m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == block(_quota(), "en", PLAIN)


def test_an_excerpt_hides_what_may_be_personal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("notes.yaml").write_text("a: 3324014102879001, telp 0812-0000-1234, ani@kantor.go.id\n")
    shown = block(Diagnostic("IKM584", Where("notes.yaml", 1, 4, 16)), "en", PLAIN)
    assert "1 | a: ################, telp ####-####-####, ###@######.##.##\n" in shown
    assert "3324" not in shown


def test_a_warning_that_comes_again_in_one_column_stands_once_unless_all_are_asked_for() -> None:
    def at(code: str, cell: str, severity: Severity) -> Diagnostic:
        return Diagnostic(code, Where("p.xlsx", sheet="Form", cell=cell), {"field": "Mulai", "found": cell}, severity)

    found = [at("IKM260", f"G{row}", Severity.WARNING) for row in range(2, 40)]
    found += [at("IKM260", "H9", Severity.WARNING), *(at("IKM244", f"G{row}", Severity.ERROR) for row in (5, 6))]
    brief = blocks(found, "en", PLAIN, 10)
    assert [line.split(":")[0] for line in brief.splitlines() if line.startswith("p.xlsx!")] == [
        "p.xlsx!Form!G2", "p.xlsx!Form!G5", "p.xlsx!Form!G6", "p.xlsx!Form!H9",
    ]  # fmt: skip
    assert "\nand 37 more cells of this column; all of them with `--verbose`\n" in brief
    assert brief.endswith("2 errors, 39 warnings")
    assert blocks(found, "en", PLAIN).count("warning[IKM260]") == 39


def test_an_excerpt_of_a_very_long_line_is_hidden_where_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    looked: list[int] = []
    monkeypatch.setattr("ikmctl.engine.privacy.scan", lambda line: looked.append(len(line)) or ())
    line = "x" * 100_000
    Path("a.csv").write_text(line, encoding="utf-8")
    assert "xxx" in block(Diagnostic("IKM112", Where("a.csv", 1, 50_000), {"char": "U+200B"}), "en", PLAIN)
    assert looked == [800]
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text(f"{line} 0812-0000-1234 {line}", encoding="utf-8")
    assert "0812" not in block(Diagnostic("IKM112", Where("a.csv", 1, 100_040), {"char": "U+200B"}), "en", PLAIN)
