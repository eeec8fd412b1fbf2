"""The child process: same answer as in this process, and every way of dying is one answer."""

import pickle
import sys
from datetime import date
from pathlib import Path

import pytest
from hostile import books

from ikmctl.sheets import child, worker
from ikmctl.sheets.child import read_sheets
from ikmctl.sheets.reader import read_bytes
from ikmctl.sheets.worker import read_apart


def test_child_answers_as_this_process_does() -> None:
    data = books.ods(books.ods_table())
    assert read_apart(data, None, 10**6) == read_sheets(data, None)
    assert read_apart(data, ["data"], 10**6)["sheets"][0][0] == "Data"


def test_days_come_through() -> None:
    day = (
        '<table:table-row><table:table-cell office:value-type="date" office:date-value="2025-09-29"/></table:table-row>'
    )
    answer = read_apart(books.ods(day), None, 10**6)
    assert answer["sheets"][0][1] == [[date(2025, 9, 29)]]


def test_wrong_bytes_are_damaged_in_both() -> None:
    assert read_apart(b"PK\x03\x04noise", None, 10**6)["error"] == "damaged"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGABRT)", "signal 6"),
        ("raise SystemExit(9)", "exit 9"),
        ("print('bukan jawaban')", "answer"),
        ("import time; time.sleep(60)", "> 1 s"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_dead_late_or_babbling_child_is_an_error(
    body: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "child.py"
    script.write_text(body)
    monkeypatch.setattr(child, "__file__", str(script))
    assert read_apart(b"x", None, 10**6, seconds=1) == {"error": "stopped", "why": why}


def test_an_answer_that_runs_code_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "child.py"
    script.write_text("import pickle, sys, os\nsys.stdout.buffer.write(pickle.dumps(os.getcwd))\n")
    monkeypatch.setattr(child, "__file__", str(script))
    assert read_apart(b"x", None, 10**6)["why"] == "answer"
    assert pickle.loads(pickle.dumps(1)) == 1  # noqa: S301  # pickle itself works


def test_no_python_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/tidak/ada")
    assert read_apart(b"x", None, 10**6) == {"error": "stopped", "why": "FileNotFoundError"}


@pytest.mark.skipif(sys.platform != "linux", reason="address space limits")
def test_memory_limit_ends_the_child_not_us(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "memory_for", lambda _: 48 * 1024 * 1024)
    rows = '<table:table-row table:number-rows-repeated="400000"><table:table-cell office:value-type="string"'
    rows += ' table:number-columns-repeated="15"><text:p>x</text:p></table:table-cell></table:table-row>'
    grids, (problem,) = read_bytes(books.ods(rows), "a.ods")
    assert (grids, problem.code) == ([], "IKM212")


def test_memory_grows_with_the_file_up_to_a_limit() -> None:
    small, large, huge = (worker.memory_for(size) for size in (0, 10**7, 10**9))
    assert small < large < huge == worker.memory_for(10**10)


def test_answer_of_too_large_a_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MOST_AREA", 3)
    answer = read_sheets(books.ods(books.ods_table()), None)
    assert (answer["error"], answer["why"], answer["rows"], answer["columns"]) == ("far", "Data", 3, 3)


def test_main_reads_stdin_and_writes_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import types

    data = books.xls(books.xls_table())
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(data)))
    monkeypatch.setattr(sys, "stdout", types.SimpleNamespace(buffer=out))
    monkeypatch.setattr(child, "_limit", lambda *_: None)
    monkeypatch.setattr(sys, "path", list(sys.path))
    assert child.main(["/tmp", "1", "1"]) == 0  # noqa: S108  # any folder
    assert pickle.loads(out.getvalue())["names"] == [("Data", False)]  # noqa: S301  # written a line above


def test_a_sheet_whose_name_no_command_line_carries_is_not_read() -> None:
    data = books.xls(books.xls_table()).replace(b"Data", b"Da\0a")
    assert read_apart(data, ["Da\0a"], len(data))["error"] == "stopped"
    assert [problem.code for problem in read_bytes(data, "a.xls")[1]] == ["IKM212"]


def test_a_sheet_is_not_taken_for_one_with_a_blank_more(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "Form"
    book.active.append(["Nama"])
    hidden = book.create_sheet("Form ")
    hidden.append(["Lain"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    for wanted, title in ((None, "Form"), ("Form", "Form"), ("Form ", "Form ")):
        grids, problems = read_bytes(path.read_bytes(), "a.xlsx", wanted)
        assert [grid.sheet for grid in grids] == [title]
        assert [one.code for one in problems] == ([] if wanted else ["IKM215"])
    assert [one[0] for one in read_sheets(path.read_bytes(), ["FORM"])["sheets"]] == ["Form", "Form "]
