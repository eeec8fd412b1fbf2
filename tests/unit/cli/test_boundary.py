"""The edge of the program: nothing escapes."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ikmctl.cli import app
from ikmctl.cli.crash import log_text
from tests.unit.cli.running import ikmctl

NIK = "3324011501909001"


@pytest.fixture(autouse=True)
def _temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def _raise(error: BaseException) -> object:
    def fail(*_: object) -> int:
        secret = NIK
        raise error if secret else AssertionError

    return fail


def test_a_bug_is_exit_3_with_a_log_that_holds_nothing_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "parse_and_run", _raise(ValueError(f"bad NIK {NIK}")))
    ran = ikmctl("curate", "--stage", f"for {NIK}")
    assert ran.code == 3
    assert ran.err.startswith("error[IKM980]: ikmctl made a mistake of its own (ValueError)")
    (log,) = tmp_path.glob("ikmctl-bug-*.txt")
    assert str(log) in ran.err
    body = log.read_text(encoding="utf-8")
    assert "command: ikmctl --lang curate --stage\n" in body
    assert "builtins.ValueError" in body
    assert "ikmctl/cli/boundary.py:" in body
    assert NIK not in body + ran.err + ran.out
    assert "Traceback" not in body + ran.err
    assert os.name == "nt" or log.stat().st_mode & 0o077 == 0


def _nested() -> None:
    try:
        {}[NIK]
    except KeyError as inner:
        raise RuntimeError from inner


def test_the_log_names_the_cause_too() -> None:
    with pytest.raises(RuntimeError) as caught:
        _nested()
    body = log_text(caught.value, ["import", f"--reason={NIK}", NIK])
    assert body.index("RuntimeError") < body.index("KeyError")
    assert "command: ikmctl import --reason\n" in body
    assert NIK not in body


def test_an_interrupt_is_exit_130_and_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "parse_and_run", _raise(KeyboardInterrupt()))
    ran = ikmctl("curate")
    assert (ran.code, ran.out, ran.err) == (130, "", "\nstopped; no file is left half written\n")


def test_what_the_system_refuses_is_exit_2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "parse_and_run", _raise(PermissionError(errno.EACCES, "denied", "a.yaml")))
    ran = ikmctl("curate")
    assert ran.code == 2
    assert "error[IKM981]: the computer refuses `a.yaml`" in ran.err


def _process(*argv: str, env: dict[str, str] | None = None, **more: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "ikmctl", *argv]
    return subprocess.run(command, env={**os.environ, **(env or {})}, check=False, timeout=60, **more)  # type: ignore[call-overload,no-any-return]  # keywords of run


def test_a_cp1252_redirect_never_crashes() -> None:
    env = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    ran = _process("\u738b\u5b50\U0001f600", "--lang=id", env=env, capture_output=True)
    assert ran.returncode == 2
    assert b"tidak ada perintah `???`" in ran.stderr
    assert b"Traceback" not in ran.stderr


def test_json_is_utf8_whatever_the_console_is() -> None:
    env = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    ran = _process("\u738b", "--format=json", env=env, capture_output=True)
    assert "`\u738b`" in ran.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="closing a descriptor of a child needs a POSIX shell")
def test_a_closed_stdout_is_no_accident() -> None:
    for line in ("--help", "--version", "curate --per-track x"):
        ran = subprocess.run(
            ["sh", "-c", f'"$0" -m ikmctl {line} >&-', sys.executable], capture_output=True, check=False, timeout=60
        )
        assert b"Traceback" not in ran.stderr, line
        assert ran.returncode in (0, 2), line


@pytest.mark.skipif(os.name == "nt", reason="pipes close differently on Windows")
def test_a_reader_that_went_away_is_no_accident() -> None:
    for line in ("--help", "--version"):
        ran = subprocess.run(
            ["sh", "-c", f'"$0" -u -m ikmctl {line} | true', sys.executable],
            capture_output=True, check=False, timeout=60,
        )  # fmt: skip
        assert ran.stderr == b"", line


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_said_in_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = _process("--help", "--lang=en", stdout=full, stderr=subprocess.PIPE)
    assert ran.returncode == 2
    assert b"error[IKM994]: the computer refuses to go on" in ran.stderr
    assert b"Traceback" not in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("line", ["status", "--zzz"])
def test_where_talk_goes_to_is_full_the_exit_code_still_says_it(line: str) -> None:
    with Path("/dev/full").open("w") as full:
        assert _process(line, stdout=subprocess.PIPE, stderr=full).returncode == 2


_IN_A_CLASS = """
import builtins, sys
real = builtins.__import__
def load(name, *rest, **more):
    if name == {module!r}:
        builtins.__import__ = real
        raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()
    return real(name, *rest, **more)
builtins.__import__ = load
from ikmctl.__main__ import main
sys.argv = ["ikmctl", "status"]
main()
"""


@pytest.mark.parametrize("module", ["ikmctl.cli.boundary", "ikmctl.cli.app"])
def test_ctrl_c_in_the_midst_of_a_class_is_ctrl_c(module: str, tmp_path: Path) -> None:
    """Python before 3.12 makes a RuntimeError of it, whose cause tells what it was."""
    code = _IN_A_CLASS.format(module=module)
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (130, False), done.stderr
