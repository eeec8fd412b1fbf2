"""Odd places: folders that refuse, links, names that systems forbid, git in every state, streams that go away."""

import ctypes
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from reliability.scenes import snapshot
from tools.console import Answer, ikmctl
from tools.tiny import tiny

ROOT: Final = Path(__file__).resolve().parents[2]
EXAMPLE: Final = ROOT / "cohorts" / "pekalongan-startup-2022"
posix = pytest.mark.skipif(os.name == "nt", reason="modes and links as on Linux and macOS")
CAPABILITIES: Final = 0x20080522
"""Version 3 of the form in which Linux takes capabilities."""


def run(folder: Path, *words: str, environment: Mapping[str, str] | None = None) -> Answer:
    return ikmctl(["ikmctl", *words], folder, environment=environment)


def from_a_shell(folder: Path, *words: str, after: str = "", before: str = "") -> subprocess.CompletedProcess[str]:
    """A process of its own, as from a terminal; `after` is what its streams are led to."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("IKMCTL_")}
    line = shlex.join([sys.executable, "-B", "-m", "ikmctl", "--lang=en", *words])
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"{before}{line} {after}"],
        cwd=folder, env={**kept, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def _give_up_capabilities() -> None:
    """Keep the user, and nothing that root may do beyond what file modes allow."""
    header, none = (ctypes.c_uint32 * 2)(CAPABILITIES, 0), (ctypes.c_uint32 * 6)()
    if ctypes.CDLL(None, use_errno=True).capset(header, none):
        raise OSError(ctypes.get_errno(), "capset")


def bound_by_modes(folder: Path, *words: str) -> Answer:
    """Run in a child process that file modes bind, as they do not bind root."""
    if os.geteuid() != 0:
        return run(folder, *words)
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.chdir(folder)
            _give_up_capabilities()
            answer = run(folder, *words)
            os.write(writer, f"{answer.code}\n{answer.both}".encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as said:
        code, _, both = said.read().partition("\n")
    os.waitpid(pid, 0)
    return Answer(int(code), both, both, both)


def sound(done: Answer, *codes: int) -> str:
    assert done.code in codes, done.both
    assert "Traceback" not in done.both
    assert "IKM980" not in done.both
    return done.both


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    root = tiny(tmp_path / "kantor")
    assert ikmctl("ikmctl curate --on 2025-10-02", root).code == 0
    return root


# --- rights ---


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that others may pass to, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        home = Path(folder) / "home"
        tiny(home)
        yield home
        for path in (home, *home.rglob("*")):
            path.chmod(0o755)


@posix
def test_a_folder_that_may_only_be_read(open_to_all: Path) -> None:
    home = open_to_all
    cohort = home / "cohorts" / "tiny"
    run(cohort, "curate", "--on", "2025-10-02")
    state = snapshot(home)
    for path in (home, *home.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert "MATCH" in sound(bound_by_modes(cohort, "verify"), 0)
    assert "IKM902" in sound(bound_by_modes(cohort, "curate", "--per-track", "2", "--on", "2025-10-02"), 2)
    assert "IKM902" in sound(bound_by_modes(home, "init", "baru", "--on", "2025-10-02"), 2)
    sound(bound_by_modes(home, "demo", "x"), 2)
    assert snapshot(home) == state


@posix
@pytest.mark.parametrize("name", ["program.yaml", "participants.csv", "decisions.yaml", "curation/shortlist.yaml"])
def test_a_file_that_may_not_be_read(open_to_all: Path, name: str) -> None:
    home = open_to_all
    cohort = home / "cohorts" / "tiny"
    run(cohort, "curate", "--on", "2025-10-02")
    for path in (home, *home.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    (cohort / name).touch()
    (cohort / name).chmod(0)
    for words in (["verify"], ["curate", "--on", "2025-10-02"], ["status"], ["validate"]):
        said = sound(bound_by_modes(cohort, *words), 0, 1, 2)
        assert "IKM902" in said or (name.startswith("curation") and words != ["verify"]), words


# --- links ---


@posix
def test_a_cohort_reached_through_a_link(cohort: Path, tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    link = tmp_path / "lain" / "tautan"
    link.symlink_to(cohort, target_is_directory=True)
    sound(run(link, "curate", "--per-track", "2", "--on", "2025-10-02", "--by", "Ketua"), 0)
    assert "MATCH" in sound(run(cohort, "verify"), 0)
    assert not any(path.name.startswith(".ikmctl") for path in (tmp_path / "lain").iterdir())


@posix
@pytest.mark.parametrize("name", ["curation", "reports", "marks.csv", "curation/scores.csv", "events.yaml"])
def test_nothing_is_written_through_a_link_that_leads_out(cohort: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "milik-orang"
    outside.mkdir()
    (outside / "berkas").write_text("theirs\n")
    target = cohort / name
    if target.is_dir():
        shutil.rmtree(target)
    target.unlink(missing_ok=True)
    folder = "." not in name
    target.symlink_to(outside if folder else outside / "berkas", target_is_directory=folder)
    for words in (
        ["curate", "--per-track", "2", "--on", "2025-10-02", "--by", "Ketua"], ["report", "announcement"],
        ["lock", "rules", "--by", "K", "--on", "2025-10-02"],
    ):  # fmt: skip
        sound(run(cohort, *words), 0, 1, 2)
    assert snapshot(outside) == {"berkas": b"theirs\n"}


# --- names ---

BAD_IDS: Final = (
    "../evil", "..", ".", "/etc", "a/b", "a\\b", "C:evil", "con", "nul", "com1", "lpt9", "aux", "prn", "a b", "A", "a.",
    "a\n", "-a", "a" * 200, "", "é", "a\u202eb", "~", "$HOME", "a;b", "*", "a\x00b",
)  # fmt: skip


@pytest.mark.parametrize("name", BAD_IDS)
def test_an_id_is_never_a_path(tmp_path: Path, name: str) -> None:
    answer = ikmctl(["ikmctl", "init", "--on", "2025-10-02", "--", name], tmp_path)
    assert answer.code == 2, answer.both
    assert snapshot(tmp_path) == {}


@pytest.mark.parametrize("name", [*BAD_IDS, "private", "reports", "sample"])
def test_a_stage_is_never_a_path(tmp_path: Path, name: str) -> None:
    root = tiny(tmp_path)
    text = (root / "program.yaml").read_text()
    quoted = "".join(f"\\u{ord(letter):04x}" if ord(letter) < 32 else letter for letter in name.replace("\\", "\\\\"))
    (root / "program.yaml").write_text(text.replace("curation", f'"{quoted}"'))
    state = snapshot(tmp_path)
    answer = ikmctl("ikmctl curate --on 2025-10-02", root)
    assert answer.code in (1, 2), answer.both
    assert snapshot(tmp_path) == state


def test_a_very_long_path(tmp_path: Path) -> None:
    deep = tmp_path
    while len(str(deep)) < 900:
        deep /= "folder-dengan-nama-yang-panjang-sekali"
    root = tiny(deep)
    assert ikmctl("ikmctl curate --on 2025-10-02", root).code == 0
    assert ikmctl("ikmctl verify", root).code == 0


def test_a_name_longer_than_a_disk_takes(cohort: Path) -> None:
    said = sound(run(cohort, "report", "announcement", "-o", "x" * 300 + ".md"), 2)
    assert "IKM905" in said or "IKM981" in said


@pytest.mark.parametrize("folder", ["dengan spasi", "[bold]", "é ü", "#1; rm", "'kutip'", "%20", "日本"])
def test_folders_with_odd_names(tmp_path: Path, folder: str) -> None:
    root = tiny(tmp_path / folder)
    assert ikmctl("ikmctl curate --on 2025-10-02", root).code == 0
    assert ikmctl("ikmctl report announcement", root).code == 0
    assert ikmctl("ikmctl audit-kit", root).code == 0
    assert ikmctl("ikmctl verify", root).code == 0


# --- checkouts ---


def test_a_checkout_with_crlf_verifies_the_same(tmp_path: Path) -> None:
    home = tmp_path / "cohorts" / EXAMPLE.name
    shutil.copytree(EXAMPLE, home)
    for path in home.rglob("*"):
        if path.suffix in (".yaml", ".csv"):
            path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    answer = ikmctl("ikmctl verify", home)
    assert answer.code == 0, answer.both
    assert "MATCH" in answer.out


GIT: Final = shutil.which("git")


def git(folder: Path, *words: str) -> str:
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_DATE": "2025-10-02T00:00:00Z"}
    done = subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@contoh.id", *words],
        cwd=folder, env={**os.environ, **quiet}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


@pytest.mark.skipif(GIT is None, reason="git is not installed")
@pytest.mark.parametrize("state", ["fresh", "no-commit", "detached", "shallow", "bare-worktree", "damaged"])
def test_git_in_every_state(cohort: Path, tmp_path: Path, state: str) -> None:
    home = cohort.parent.parent
    git(home, "init", "-q", "-b", "main")
    if state != "no-commit":
        git(home, "add", "-A")
        git(home, "commit", "-qm", "one")
        (cohort / "decisions.yaml").write_text("[]\n")
        git(home, "add", "-A")
        git(home, "commit", "-qm", "two")
    if state == "detached":
        git(home, "checkout", "-q", "--detach", "HEAD~1")
    if state == "shallow":
        git(tmp_path, "clone", "-q", "--depth=1", home.as_uri(), "dangkal")
        cohort = tmp_path / "dangkal" / "cohorts" / "tiny"
    if state == "bare-worktree":
        git(home, "worktree", "add", "-q", "--detach", str(tmp_path / "pohon"))
        cohort = tmp_path / "pohon" / "cohorts" / "tiny"
    if state == "damaged":
        (home / ".git" / "HEAD").write_text("nonsense\n")
    for words in (
        ["diff"],
        ["diff", "HEAD~1"],
        ["verify"],
        ["status"],
        ["doctor"],
        ["git-setup"],
        ["git-setup", "--check"],
    ):
        said = sound(run(cohort, *words), 0, 1, 2)
        if words == ["verify"]:
            assert "MATCH" in said


def test_without_git_on_the_path(cohort: Path) -> None:
    nothing = {"PATH": str(cohort)}
    assert "MATCH" in sound(run(cohort, "verify", environment=nothing), 0)
    assert "IKM582" in sound(run(cohort, "diff", environment=nothing), 2)
    sound(run(cohort, "status", environment=nothing), 0)
    sound(run(cohort, "curate", "--on", "2025-10-02", environment=nothing), 0)


# --- the person's own surroundings ---


@pytest.mark.parametrize(
    "surroundings",
    [
        {"HOME": "/nowhere", "USERPROFILE": "/nowhere"}, {"HOME": ""}, {"TERM": ""},
        {"COLUMNS": "0"}, {"COLUMNS": "x"}, {"IKMCTL_LANG": "xx"}, {"TMPDIR": "/nowhere"},
        {"IKMCTL_PRIVATE": "/nowhere/share"},
    ],
)  # fmt: skip
def test_odd_surroundings(cohort: Path, surroundings: Mapping[str, str]) -> None:
    for words in (["verify"], ["show", "shortlist"], ["--help"], ["curate", "--on", "2025-10-02"], ["doctor"]):
        sound(run(cohort, *words, environment=surroundings), 0, 1)


@posix
@pytest.mark.parametrize("after", ["| head -n 1", "| true", ">&-", "2>&-", ">&- 2>&-", "<&-", "> /dev/full"])
@pytest.mark.parametrize("words", [["show", "shortlist"], ["curate", "--on", "2025-10-02"]])
def test_streams_that_go_away(cohort: Path, words: list[str], after: str) -> None:
    if "full" in after and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = from_a_shell(cohort, *words, after=after)
    assert done.returncode in ((0, 2) if "full" in after else (0,)), done.stderr
    for word in ("Traceback", "Exception ignored", "IKM980"):
        assert word not in done.stderr


@posix
def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    done = from_a_shell(tmp_path, "status", before="cd gone && rmdir ../gone && ")
    assert done.returncode == 2, done.stderr
    for word in ("Traceback", "IKM980"):
        assert word not in done.stderr


@posix
@pytest.mark.parametrize("after", [0.03, 0.3, 0.8])
def test_ctrl_c_at_any_time(cohort: Path, after: float) -> None:
    """From start-up to the last word: exit 130 or done, no traceback, files old or new."""
    home = cohort.parent.parent
    before = snapshot(home)
    begin = "import sys; print(flush=True); from ikmctl.__main__ import main; main()"
    command = [sys.executable, "-c", begin, "curate", "--per-track", "2", "--on", "2025-10-02", "--by", "Ketua"]
    with subprocess.Popen(command, cwd=cohort, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        running.stdout.readline()  # before that it is Python's own start
        try:
            running.wait(after)
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode in (0, 130, -signal.SIGINT), said
    assert "Traceback" not in said
    if running.returncode == 0:
        assert snapshot(home) != before
    ikmctl("ikmctl curate --per-track 2 --on 2025-10-02 --by Ketua", cohort)
    assert ikmctl("ikmctl verify", cohort).code == 0
