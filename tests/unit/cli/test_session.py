"""How a result ends as output, files and an exit code."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from filelock import FileLock

from ikmctl.cli import init, progress, purge
from ikmctl.cli.passphrase import read_passphrase
from ikmctl.cli.refusal import Refusal
from ikmctl.cli.session import Outcome, Piece, Session
from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.domain.ledger import KeptSheet
from ikmctl.render.tables import Column, Table
from ikmctl.store.changes import Changes
from ikmctl.store.kept import read_kept, write_kept
from ikmctl.workflow.result import Result
from tests.unit.cli.running import ikmctl

WARNING = Diagnostic("IKM988", severity=Severity.WARNING)
ERROR = Diagnostic("IKM988")
PROGRAM = "format: 1\nid: kecil\ntitle: Kecil\nas_of: 2025-09-29\nstages:\n  - {id: curation}\n"


def _view(data: str, _: Session) -> Iterator[Piece]:
    yield data
    yield Table((Column("id", "nomor"),), (("P001",),))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("IKMCTL_COHORT", "IKMCTL_PRIVATE", "IKMCTL_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "program.yaml").write_text(PROGRAM, encoding="utf-8")
    return tmp_path


def _finish(
    result: Result[str], folder: Path, capsys: pytest.CaptureFixture[str], *, form: str = "text", **more: bool
) -> tuple[int, str, str]:
    flags = {name: more.pop(name) for name in ("quiet", "plain") if name in more}
    code = Session("en", format=form, **flags).finish("try", Outcome(result, folder), _view, **more)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_answer_is_on_stdout_and_everything_else_on_stderr(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = Changes({folder / "a.txt": b"new\n", folder / "same.txt": b"x"})
    (folder / "same.txt").write_bytes(b"x")
    code, out, err = _finish(Result("hello", (WARNING,), changes, next_step="ikmctl status"), folder, capsys)
    assert code == 0
    assert out == "hello\nnomor\n-----\nP001\n"
    assert err.startswith("warning[IKM988]: ")
    assert err.endswith("1 warning\nwrote:\n  a.txt\nnext: ikmctl status\n")
    assert (folder / "a.txt").read_bytes() == b"new\n"


def test_a_dry_run_says_what_it_would_write_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(folder.rglob("*"))
    changes = Changes({folder / "a.txt": b"new\n"})
    code, _, err = _finish(Result("hello", (), changes, next_step="ikmctl status"), folder, capsys, dry_run=True)
    real = "next: the same command without `--dry-run`\n"
    assert (code, err) == (0, "would write (dry run, nothing was written):\n  a.txt\n" + real)
    assert sorted(folder.rglob("*")) == before


def test_a_file_that_goes_is_not_said_to_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "old.txt").write_bytes(b"old")
    changes = Changes({folder / "a.txt": b"new\n", folder / "old.txt": None, folder / "never.txt": None})
    planned = _finish(Result("hello", (), changes), folder, capsys, dry_run=True)[2]
    assert "would remove (dry run, nothing was removed):\n  old.txt\n" in planned
    answer = json.loads(_finish(Result("hello", (), changes), folder, capsys, form="json", dry_run=True)[1])
    assert (answer["written"], answer["removed"]) == (["a.txt"], ["old.txt"])
    assert _finish(Result("hello", (), changes), folder, capsys)[2] == "wrote:\n  a.txt\nremoved:\n  old.txt\n"
    assert not (folder / "old.txt").exists()


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_file_named_in_a_folder_that_is_not_there_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], *, dry_run: bool
) -> None:
    beside = folder.parent / "no-such-folder" / "a.txt"
    code, _, err = _finish(Result("hello", (), Changes({}, named={beside: b"x"})), folder, capsys, dry_run=dry_run)
    assert (code, "error[IKM677]: there is no folder" in err, beside.parent.exists()) == (2, True, False)
    own = folder / "reports" / "a.txt"
    assert _finish(Result("hello", (), Changes({}, named={own: b"x"})), folder, capsys)[0] == 0
    assert own.read_bytes() == b"x"


def test_nothing_to_write_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _finish(Result("hello", (), Changes({})), folder, capsys)[2] == "nothing changed on disk\n"


def test_what_the_disk_refuses_is_exit_2_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "sub").write_text("a file in place of a folder", encoding="utf-8")
    changes = Changes({folder / "a.txt": b"new\n", folder / "sub" / "b.txt": b"x"})
    code, _, err = _finish(Result("hello", (), changes), folder, capsys)
    assert code == 2
    assert "error[IKM187" in err
    assert "wrote" not in err
    assert not (folder / "a.txt").exists()


CODES = [
    (Result("x"), False, 0),
    (Result("x", (WARNING,)), False, 0),
    (Result("x", (WARNING,)), True, 1),
    (Result("x", (ERROR,)), False, 1),
    (Result("x", failed=True), False, 1),
    (Result("x", (ERROR,), unusable=True), False, 2),
]


@pytest.mark.parametrize(("result", "strict", "expected"), CODES)
def test_exit_codes(
    result: Result[str], strict: bool, expected: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _finish(result, folder, capsys, strict=strict)[0] == expected


def test_json_holds_the_data_the_files_and_the_next_step(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changes = Changes({folder / "a.txt": b"new\n"})
    result = Result("hello", (WARNING,), changes, next_step="ikmctl status")
    code, out, err = _finish(result, folder, capsys, form="json")
    answer = json.loads(out)
    assert (code, err) == (0, "")
    assert answer["data"] == "hello"
    assert answer["written"] == ["a.txt"]
    assert answer["next"] == "ikmctl status"
    assert [item["severity"] for item in answer["diagnostics"]] == ["warning"]


def test_github_shows_annotations_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _finish(Result("hello", (WARNING, ERROR)), folder, capsys, form="github")
    assert [line.split(" ")[0] for line in out.splitlines()] == ["::warning", "::error"]


def test_csv_shows_tables_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _finish(Result("hello"), folder, capsys, form="csv")[1] == "id\nP001\n"


def test_quiet_keeps_errors_and_the_answer(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = Result("hello", (WARNING, ERROR), next_step="ikmctl status")
    _, out, err = _finish(result, folder, capsys, quiet=True)
    assert out.startswith("hello\n")
    assert err.startswith("error[IKM988]")
    assert "warning[" not in err
    assert "next" not in err


def test_a_command_without_a_program_says_how_to_find_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("IKMCTL_COHORT", raising=False)
    for argv in (("validate",), ("validate", "--all"), ("curate",)):
        ran = ikmctl(*argv)
        assert ran.code == 2, argv
        assert "error[IKM9" in ran.out + ran.err


def test_the_program_is_found_by_flag_by_variable_and_from_elsewhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.chdir(elsewhere)
    for argv in (
        ("validate", "-c", str(folder)),
        ("-C", str(folder), "validate"),
        ("--program", str(folder), "validate"),
    ):
        ran = ikmctl(*argv)
        assert "kecil" in ran.out, argv
        monkeypatch.chdir(elsewhere)
    monkeypatch.setenv("IKMCTL_COHORT", str(folder))
    assert "kecil" in ikmctl("validate", "-v").out


def test_a_writing_command_waits_for_the_one_before_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ikmctl.store import lock

    monkeypatch.setattr(lock.hold.__wrapped__, "__defaults__", (0.05,))  # type: ignore[attr-defined]  # seconds
    with FileLock(folder / lock.LOCK):
        ran = ikmctl("score")
        assert ran.code == 2
        assert "error[IKM907]" in ran.err
        assert ikmctl("score", "-n").code == 0
    assert ikmctl("score").code == 0


def test_the_clock_is_read_only_where_no_day_is_named() -> None:
    from datetime import date

    assert Session("en").today(date(2025, 10, 2)) == date(2025, 10, 2)
    assert Session("en").today(None) == date.today()  # noqa: DTZ011  # the office's own day is meant


def test_a_passphrase_comes_from_a_file_or_a_variable_and_off_a_terminal_nobody_is_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session("en")
    with pytest.raises(Refusal) as caught:
        read_passphrase(session, None, twice=True)
    assert caught.value.diagnostics[0].code == "IKM997"
    monkeypatch.setenv("IKMCTL_PASSPHRASE", "from the variable")
    assert read_passphrase(session, None, twice=True) == "from the variable"
    (folder / "words.txt").write_text("empat kata acak sekali\r\nrest\n", encoding="utf-8")
    assert read_passphrase(session, folder / "words.txt", twice=True) == "empat kata acak sekali"


def test_a_variable_that_holds_no_text_is_no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKMCTL_PASSPHRASE", b"kuda \xff laut".decode("utf-8", "surrogateescape"))
    with pytest.raises(Refusal) as caught:
        read_passphrase(Session("en"), None, twice=False)
    assert caught.value.diagnostics[0].code == "IKM643"


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_passphrase_saved_by_notepad_is_the_one_that_is_typed(folder: Path) -> None:
    (folder / "words.txt").write_bytes(b"\xef\xbb\xbfempat kata\r\n")
    assert read_passphrase(Session("en"), folder / "words.txt", twice=False) == "empat kata"


def test_a_passphrase_file_that_is_no_utf_8_is_refused(folder: Path) -> None:
    (folder / "words.txt").write_bytes("empat kata".encode("utf-16"))
    ran = ikmctl("backup", "-o", "b.age", "--passphrase-file", "words.txt")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "error[IKM903]: `words.txt` is not UTF-8 text")


def test_a_file_behind_links_in_a_circle_cannot_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "circle").symlink_to("circle")
    changes = Changes({}, named={folder / "circle" / "brief.pdf": b"x"})
    code, out, err = _finish(Result("hello", (), changes), folder, capsys)
    assert (code, out) == (2, "")
    assert err.startswith("circle/brief.pdf: error[IKM905]: ")


def test_two_different_passphrases_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["one two three four", "one two three five", "six"])
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    monkeypatch.setattr(sys, "stdin", _Screen())
    monkeypatch.setattr(sys, "stderr", _Screen())
    assert folder
    with pytest.raises(Refusal) as caught:
        read_passphrase(Session("en"), None, twice=True)
    assert caught.value.diagnostics[0].code == "IKM998"
    assert read_passphrase(Session("en"), None, twice=False) == "six"


def test_progress_is_shown_on_a_terminal_after_a_second_and_wiped_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.delenv("IKMCTL_NO_PROGRESS", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    clock = iter([0.0, 0.5, 1.5, 1.6, 1.65, 2.0, 2.1])
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    show = progress.counter(Session("en"))
    show(1, 10)
    assert screen.getvalue() == ""  # under a second nobody waits
    show(2, 10)
    show(4, 10)
    drawn = screen.getvalue()
    assert "rows read" in drawn
    assert "2/10" in drawn
    assert "4/10" not in drawn  # ten times a second is enough
    show(10, 10)
    wiped = screen.getvalue()[len(drawn) :]
    assert "\x1b[2K" in wiped  # the line is cleared
    assert "\x1b[?25h" in wiped  # and the cursor is back


@pytest.mark.parametrize("how", ["quiet", "variable", "dumb", "no terminal"])
def test_progress_is_silent_where_nobody_watches(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO() if how == "no terminal" else _Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "dumb" if how == "dumb" else "xterm")
    if how == "variable":
        monkeypatch.setenv("IKMCTL_NO_PROGRESS", "1")
    monkeypatch.setattr("time.monotonic", lambda: 100.0)
    show = progress.counter(Session("en", quiet=how == "quiet"))
    show(1, 10)
    assert screen.getvalue() == ""


def test_many_problems_of_one_kind_are_counted_beside_an_answer(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    many = tuple(
        Diagnostic("IKM981", Where("a.csv", line), {"file": "a", "reason": "x"}, Severity.WARNING)
        for line in range(1, 14)
    )
    err = _finish(Result("hello", many), folder, capsys)[2]
    assert err.count("warning[IKM981]") == 10
    assert err.endswith("a.csv: 3 more of IKM981; see all with `-v`\n\n13 warnings\n")
    Session("en", verbose=True).problems(many)
    assert capsys.readouterr().err.count("warning[IKM981]") == 13
    Session("en").problems(many, answer=True)
    assert capsys.readouterr().out.count("warning[IKM981]") == 13


def _typed(words: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stdin", _Screen(words))
    monkeypatch.setattr(sys, "stdout", _Screen())
    monkeypatch.setattr(sys, "stderr", _Screen())
    return init._kind(Session("id"), "", ("curation", "awards", "sentra"))


def test_init_asks_for_the_kind_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert init._kind(Session("id"), "", ("curation", "awards")) == "curation"
    assert init._kind(Session("id"), "awards", ("curation", "awards")) == "awards"
    assert _typed("2\n", monkeypatch) == "awards"
    assert _typed("\n", monkeypatch) == "curation"
    assert _typed("sentra\n", monkeypatch) == "sentra"
    assert _typed("9\n", monkeypatch) == "9"


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_named_file_that_cannot_be_read_is_written_or_refused_but_never_said_to_be_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str], dry_run: bool
) -> None:
    (folder / "usb").mkdir()
    changes = Changes({}, named={folder / "usb": b"zip"})
    code, out, err = _finish(Result("packed in usb", (), changes), folder, capsys, dry_run=dry_run)
    if dry_run:
        assert (code, err.splitlines()[:2]) == (0, ["would write (dry run, nothing was written):", "  usb"])
    else:
        assert (code, out) == (2, "")
        assert err.startswith("usb: error[IKM901]: `usb` is a folder, not a file\n")


@pytest.mark.usefixtures("folder")
def test_annotations_are_utf_8_wherever_they_are_written() -> None:
    ran = ikmctl("status", "-c", "\u738b", "--format", "github", encoding="cp1252")
    assert "\u738b" in ran.out


def test_a_write_that_was_cut_off_is_said_of_all_programs_too(folder: Path) -> None:
    root = folder / "cohorts" / "kecil"
    root.mkdir(parents=True)
    (folder / "program.yaml").replace(root / "program.yaml")
    (folder / ".ikmctl-pending").write_text('{"format": 1, "steps": []}')
    for command in ("status", "validate", "verify"):
        one, every = ikmctl(command, "-c", "kecil"), ikmctl(command, "--all")
        assert "warning[IKM908]" in one.out + one.err
        assert "warning[IKM908]" in every.out + every.err, command


@pytest.mark.parametrize("flags", [(), ("-C", ".")])
def test_commands_name_their_program_where_all_shows_several(folder: Path, flags: tuple[str, ...]) -> None:
    text = (folder / "program.yaml").read_text(encoding="utf-8")
    (folder / "program.yaml").unlink()
    for name in ("satu", "dua"):
        (folder / "cohorts" / name).mkdir(parents=True)
        (folder / "cohorts" / name / "program.yaml").write_text(
            text.replace("id: kecil", f"id: {name}"), encoding="utf-8"
        )
    ran = ikmctl("status", "--all", *flags)
    shown = [line.strip() for line in ran.out.splitlines() if line.strip().startswith("ikmctl")]
    place = "".join(f"{word} " for word in flags)
    assert shown
    assert all(line.startswith((f"ikmctl {place}-c satu ", f"ikmctl {place}-c dua ")) for line in shown), shown
    assert f"next: ikmctl {place}-c dua " in ran.err
    (folder / "cohorts" / "dua" / "program.yaml").unlink()
    assert "-c satu" not in ikmctl("status", "--all", *flags).out


def test_nobody_agrees_to_a_purge_where_there_is_no_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    asked: Result[object] = Result(object(), (), Changes({}))
    agreed = purge._agreed(Session("en"), asked)
    assert ([one.code for one in agreed.diagnostics], agreed.changes) == (["IKM622"], None)


def test_a_kept_sheet_is_not_lost_by_the_name_of_its_file() -> None:
    sheets = (KeptSheet(1, "a", "nilai\u2028\x85.xlsx", "import"), KeptSheet(2, "b", "b.xlsx", "collect"))
    assert read_kept(write_kept(sheets)) == sheets
