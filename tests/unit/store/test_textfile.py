import errno
import os
from pathlib import Path
from typing import Any

import pytest

from ikmctl.store.oserrors import explain
from ikmctl.store.textfile import load_text


def codes(path: Path, **more: Any) -> tuple[str | None, list[tuple[str, int | None, int | None]]]:
    text, problems = load_text(path, "x.csv", **more)
    return text, [(one.code, one.where.line, one.where.column) for one in problems]


def test_a_text_is_read_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("\ufeffa\r\né\n".encode())
    assert codes(tmp_path / "a") == ("\ufeffa\r\né\n", [])


def test_a_missing_file_is_no_problem(tmp_path: Path) -> None:
    assert codes(tmp_path / "none") == (None, [])


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert codes(tmp_path) == (None, [("IKM901", None, None)])


def test_what_is_not_utf_8_is_placed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("satu\nAndré é".encode() + "é".encode("cp1252") + b"x")
    assert codes(tmp_path / "a") == (None, [("IKM903", 2, 8)])
    (tmp_path / "b").write_bytes("a,b\n".encode("utf-16"))
    assert codes(tmp_path / "b") == (None, [("IKM903", 1, 1)])


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert codes(tmp_path / "a", limit=4) == (None, [("IKM904", None, None)])
    assert codes(tmp_path / "a", limit=5) == ("12345", [])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="file modes do not bind this user")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "a").chmod(0)
    assert codes(tmp_path / "a") == (None, [("IKM902", None, None)])


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (FileNotFoundError(errno.ENOENT, "x"), "IKM900"),
        (IsADirectoryError(errno.EISDIR, "x"), "IKM901"),
        (PermissionError(errno.EACCES, "x"), "IKM902"),
        (PermissionError(errno.EPERM, "x"), "IKM902"),
        (OSError(errno.EROFS, "x"), "IKM902"),
        (OSError(errno.EIO, "x"), "IKM905"),
        (OSError(errno.ENOSPC, "x"), "IKM906"),
        (OSError(errno.EDQUOT, "x"), "IKM906"),
        (OSError("no number"), "IKM905"),
    ],
)
def test_each_answer_of_the_system_has_its_code(fault: OSError, code: str) -> None:
    problem = explain(fault, "marks.csv")
    assert problem.code == code
    assert problem.params["file"] == problem.where.file == "marks.csv"


@pytest.mark.parametrize("number", [5, 32, 33])
def test_windows_says_that_excel_has_the_file(number: int) -> None:
    fault = PermissionError(errno.EACCES, "x")
    fault.winerror = number  # type: ignore[attr-defined]  # only Windows has it
    assert explain(fault, "marks.csv").code == "IKM909"


def test_the_error_is_named_for_whoever_is_asked_for_help() -> None:
    assert explain(OSError(errno.EIO, "x"), "a").params["error"] == "EIO"
    assert explain(OSError("x"), "a").params["error"] == "OSError"


def test_a_folder_that_the_system_calls_forbidden(tmp_path: Path) -> None:
    assert explain(PermissionError(errno.EACCES, "x"), "a", tmp_path).code == "IKM901"
