import errno
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ikmctl.domain.diagnostic import Diagnostic, Severity
from ikmctl.store import journal
from ikmctl.store.atomic import LOCK, commit, hold, home_of, pending, recover, unfinished
from ikmctl.store.changes import Changes
from tests.unit.store.faulty import changes, files, leftovers, make, state

posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes and links")


def codes(problems: tuple[Diagnostic, ...]) -> list[str]:
    return [one.code for one in problems]


@pytest.fixture(autouse=True)
def no_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IKMCTL_PRIVATE", raising=False)


def test_all_files_are_written(tmp_path: Path) -> None:
    root = make(tmp_path / "c")
    assert commit(changes(root), root) == ()
    assert state(root) == "new"
    assert leftovers(root) == []
    assert not pending(root)


def test_what_is_written_already_is_left_alone(tmp_path: Path) -> None:
    root = make(tmp_path)
    before = (root / "marks.csv").stat()
    same = Changes({root / "marks.csv": b"old marks\n", root / "none.csv": None})
    assert commit(same, root) == ()
    assert same.differing() == {}
    assert (root / "marks.csv").stat().st_mtime_ns == before.st_mtime_ns
    assert not (root / LOCK).exists()
    assert list(changes(root).differing()) == [root / name for name in (
        "marks.csv", "decisions.yaml", "curation/scores.csv", "old.csv", "private/people.csv",
    )]  # fmt: skip


@posix
def test_private_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    root = make(tmp_path)
    os.umask(umask := os.umask(0o022))
    commit(changes(root), root)
    assert (root / "private/people.csv").stat().st_mode & 0o777 == 0o600
    assert (root / "private").stat().st_mode & 0o777 == 0o700
    assert (root / "curation/scores.csv").stat().st_mode & 0o777 == 0o666 & ~umask
    people = root / "private/people.csv"
    people.chmod(0o644)
    commit(Changes({people: b"x"}, frozenset((people,))), root)
    assert people.stat().st_mode & 0o777 == 0o600


@posix
def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    root = make(tmp_path)
    (root / "marks.csv").chmod(0o640)
    commit(changes(root), root)
    assert (root / "marks.csv").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("root", "home"),
    [
        ("cohorts/a", "."),
        ("cohorts/a/curation", "."),
        ("cohorts", "."),
        ("cohorts/new", "."),
        ("apart/curation", "apart"),
        ("apart", "apart"),
        ("nothing", "nothing"),
    ],
)
def test_where_lock_and_journal_lie(tmp_path: Path, root: str, home: str) -> None:
    make(tmp_path / "cohorts/a")
    make(tmp_path / "apart")
    assert home_of(tmp_path / root) == (tmp_path / home).absolute()


def test_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    root = tmp_path / "new/cohorts/a"
    assert commit(Changes({root / "program.yaml": b"id: a\n"}), root) == ()
    assert files(tmp_path / "new") == {"cohorts/a/program.yaml": b"id: a\n"}


def test_files_that_the_user_named_lie_anywhere(tmp_path: Path) -> None:
    root, elsewhere = make(tmp_path / "c"), tmp_path / "desk" / "backup.age"
    assert commit(Changes({}, frozenset((elsewhere,)), named={elsewhere: b"1"}), root) == ()
    assert files(elsewhere.parent) == {"backup.age": b"1"}
    assert leftovers(root) == []
    if os.name != "nt":
        assert elsewhere.stat().st_mode & 0o777 == 0o600
    both = Changes(changes(root).files, named={elsewhere: b"2"})
    assert commit(both, root) == ()
    assert (state(root), elsewhere.read_bytes()) == ("new", b"2")


def test_a_file_that_somebody_changed_meanwhile_stops_the_write(tmp_path: Path) -> None:
    root = make(tmp_path)
    read = {root / "decisions.yaml": b"old decisions\n", root / "events.yaml": None}
    (root / "events.yaml").write_bytes(b"- a\n")
    problems = commit(Changes(changes(root).files, base=read), root)
    assert [(one.code, Path(str(one.params["file"])).name) for one in problems] == [("IKM911", "events.yaml")]
    (root / "events.yaml").unlink()
    assert state(root) == "old"
    assert commit(Changes(changes(root).files, base=read), root) == ()
    assert state(root) == "new"


@posix
@pytest.mark.parametrize("target", ["marks.csv", "curation/scores.csv"])
def test_a_link_is_not_followed_out_of_the_cohort(tmp_path: Path, target: str) -> None:
    root = make(tmp_path / "c")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "scores.csv").write_bytes(b"theirs\n")
    if target == "marks.csv":
        (root / target).unlink()
        (root / target).symlink_to(outside / "scores.csv")
    else:
        (root / "curation").symlink_to(outside, target_is_directory=True)
    assert codes(commit(changes(root), root)) == ["IKM910"]
    assert files(outside) == {"scores.csv": b"theirs\n"}
    assert (root / "decisions.yaml").read_bytes() == b"old decisions\n"
    assert leftovers(root) == []


@posix
def test_a_named_file_that_is_a_link_is_refused(tmp_path: Path) -> None:
    root = make(tmp_path / "c")
    (tmp_path / "theirs").write_bytes(b"1")
    (tmp_path / "link").symlink_to(tmp_path / "theirs")
    assert codes(commit(Changes({}, named={tmp_path / "link": b"2"}), root)) == ["IKM910"]
    assert (tmp_path / "theirs").read_bytes() == b"1"


@posix
def test_a_link_as_temporary_name_is_not_followed(tmp_path: Path) -> None:
    root = make(tmp_path / "c")
    (tmp_path / "theirs").write_bytes(b"1")
    (root / (journal.NEW + "marks.csv")).symlink_to(tmp_path / "theirs")
    (root / (journal.OLD + "decisions.yaml")).symlink_to(tmp_path / "theirs")
    assert commit(changes(root), root) == ()
    assert state(root) == "new"
    assert leftovers(root) == []
    assert (tmp_path / "theirs").read_bytes() == b"1"


def test_steps_upwards_are_refused(tmp_path: Path) -> None:
    root = make(tmp_path / "c")
    stray = Changes({root / ".." / "evil.csv": b"1"})
    assert codes(commit(stray, root)) == ["IKM910"]
    assert not (tmp_path / "evil.csv").exists()


def test_the_office_share_is_no_stray(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, share = make(tmp_path / "c"), tmp_path / "share"
    people = share / "c" / "people.csv"
    assert codes(commit(Changes({people: b"1"}), root)) == ["IKM910"]
    monkeypatch.setenv("IKMCTL_PRIVATE", str(share))
    assert commit(Changes({people: b"1"}, frozenset((people,))), root) == ()
    assert files(share) == {"c/people.csv": b"1"}


def test_a_folder_where_a_file_belongs(tmp_path: Path) -> None:
    root = make(tmp_path)
    (root / "events.yaml").mkdir()
    problems = commit(Changes({root / "events.yaml": b"1", root / "marks.csv": b"2"}), root)
    assert codes(problems) == ["IKM901"]
    assert Path(str(problems[0].params["file"])).name == "events.yaml"
    assert state(root) == "old"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="file modes do not bind this user")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    root = make(tmp_path / "c")
    root.chmod(0o555)
    try:
        problems = commit(changes(root), root)
    finally:
        root.chmod(0o755)
    assert [(one.code, Path(str(one.params["file"])).name) for one in problems] == [("IKM902", "c")]
    assert state(root) == "old"


def test_a_file_elsewhere_needs_no_lock_where_none_can_be_made(tmp_path: Path) -> None:
    root, target = make(tmp_path / "c"), tmp_path / "out" / "kit.zip"
    (root / LOCK).mkdir()  # as a read-only folder, it keeps the lock from being made
    target.parent.mkdir()
    (target.parent / (journal.NEW + "kit.zip")).write_bytes(b"of a crash")
    assert commit(Changes({}, named={target: b"1"}), root) == ()
    assert files(target.parent) == {"kit.zip": b"1"}
    assert codes(commit(Changes({}, named={root / "kit.zip": b"1"}), root)) == ["IKM901"]
    assert codes(commit(Changes({root / "marks.csv": b"2"}, named={target: b"2"}), root)) == ["IKM901"]
    assert files(target.parent) == {"kit.zip": b"1"}
    assert state(root) == "old"


def test_a_fault_elsewhere_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "kit.zip"
    target.write_bytes(b"old")

    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "full", str(target))

    monkeypatch.setattr(journal, "forward", full)
    assert codes(commit(Changes({}, named={target: b"1"}), tmp_path)) == ["IKM906"]
    assert files(tmp_path) == {"kit.zip": b"old"}


def test_where_no_program_lies_no_lock_stays_behind(tmp_path: Path) -> None:
    assert commit(Changes({}, named={tmp_path / "schema.json": b"1"}), tmp_path) == ()
    assert [path.name for path in tmp_path.iterdir()] == ["schema.json"]


# --- one writer at a time ---


def test_another_command_is_waited_for_and_then_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make(tmp_path / "c")
    script = (
        "import sys; from pathlib import Path; from ikmctl.store.atomic import hold\n"
        "with hold(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()\n"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdin is not None
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    started = time.monotonic()
    with hold(root, 0.3) as busy:
        assert [(one.code, one.params["seconds"]) for one in busy] == [("IKM907", 0)]
    assert 0.2 < time.monotonic() - started < 5
    monkeypatch.setattr("ikmctl.store.lock.hold.__wrapped__.__defaults__", (0.3,))
    assert codes(commit(changes(root), root)) == ["IKM907"]
    assert codes(recover(root)) == ["IKM907"]
    assert state(root) == "old"
    other.stdin.close()
    other.wait(10)
    other.stdout.close()
    assert commit(changes(root), root) == ()
    assert state(root) == "new"


def test_a_holder_that_was_killed_blocks_nobody(tmp_path: Path) -> None:
    root = make(tmp_path / "c")
    script = (
        "import os, sys; from pathlib import Path; from ikmctl.store.atomic import hold\n"
        "with hold(Path(sys.argv[1])): os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", script, str(root)], check=False).returncode == 9
    started = time.monotonic()
    assert commit(changes(root), root) == ()
    assert time.monotonic() - started < 5


def test_a_held_lock_lets_the_same_command_write(tmp_path: Path) -> None:
    root = make(tmp_path / "c")
    with hold(root) as outer, hold(root) as inner:
        assert outer == inner == ()
        assert commit(changes(root), root) == ()
    assert state(root) == "new"


APPEND = """
import sys
from pathlib import Path
from ikmctl.store.atomic import commit, hold
from ikmctl.store.changes import Changes
root, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(count):
    with hold(root) as busy:
        assert not busy
        path = root / "decisions.yaml"
        body = path.read_bytes()
        assert commit(Changes({path: body + f"{name}{number}\\n".encode()}, base={path: body}), root) == ()
"""


def test_four_writers_lose_nothing(tmp_path: Path) -> None:
    root, count = make(tmp_path / "c"), 15
    writers = [subprocess.Popen([sys.executable, "-c", APPEND, str(root), name, str(count)]) for name in "abcd"]
    assert [writer.wait(120) for writer in writers] == [0, 0, 0, 0]
    lines = (root / "decisions.yaml").read_text().splitlines()[1:]
    assert sorted(lines) == sorted(f"{name}{number}" for name in "abcd" for number in range(count))
    assert leftovers(root) == []


# --- what a crash left ---


def crashed(root: Path, *, renamed: int, name: str = journal.PENDING) -> None:
    """The state in which a killed command leaves a cohort after `renamed` of its steps."""
    plan = changes(root)
    steps = [journal.Step(path, not path.exists(), body is None) for path, body in plan.files.items()]
    for step in steps:
        step.target.parent.mkdir(exist_ok=True)
        body = plan.files[step.target]
        if body is not None:
            journal.write_new(step.new, body, 0o600)
        if not step.fresh:
            step.old.hardlink_to(step.target)
    journal.write_journal(root, steps)
    journal.forward(steps[:renamed])
    (root / journal.PENDING).rename(root / name)


@pytest.mark.parametrize("renamed", range(6))
@pytest.mark.parametrize(("name", "end"), [(journal.PENDING, "new"), (journal.TAKEN_BACK, "old")])
def test_the_next_command_ends_it(tmp_path: Path, renamed: int, name: str, end: str) -> None:
    root = make(tmp_path)
    crashed(root, renamed=renamed, name=name)
    assert pending(root)
    assert [(one.code, one.severity) for one in unfinished(root)] == [("IKM908", Severity.WARNING)]
    assert recover(root) == ()
    assert state(root) == end
    assert leftovers(root) == []
    assert unfinished(root) == ()
    assert recover(root) == ()
    assert state(root) == end


def test_where_no_lock_can_be_had_a_journal_counts(tmp_path: Path) -> None:
    root = make(tmp_path)
    crashed(root, renamed=1)
    (root / LOCK).mkdir()
    assert pending(root)
    assert codes(recover(root)) == ["IKM901"]


def test_a_write_with_nothing_new_still_ends_it(tmp_path: Path) -> None:
    root = make(tmp_path)
    crashed(root, renamed=2)
    assert commit(Changes({}), root) == ()
    assert state(root) == "new"
    assert leftovers(root) == []


def test_what_no_journal_names_is_swept_away(tmp_path: Path) -> None:
    root = make(tmp_path)
    crashed(root, renamed=0)
    (root / journal.PENDING).unlink()
    (root / journal.DRAFT).write_bytes(b"{")
    assert not pending(root)
    assert commit(Changes({root / "marks.csv": b"x"}), root) == ()
    assert leftovers(root) == []
    assert (root / "decisions.yaml").read_bytes() == b"old decisions\n"
    assert (root / "marks.csv").read_bytes() == b"x"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"steps": 1}', '{"steps": [{}]}', '{"steps": [1]}', "\x00"])
def test_a_torn_journal_undoes_nothing(tmp_path: Path, text: str) -> None:
    root = make(tmp_path)
    (root / journal.PENDING).write_text(text)
    (root / (journal.NEW + "marks.csv")).write_bytes(b"half")
    assert recover(root) == ()
    assert state(root) == "old"
    assert leftovers(root) == []


@pytest.mark.parametrize(
    "target",
    ["a\0b", "a\0b/c", "\ud800", "x" * 300, "a/" * 3000 + "a", ".", "folder", "marks.csv/x", "marks.csv/x/y", 7],
)
def test_a_journal_of_what_can_be_no_file_holds_no_command_up(tmp_path: Path, target: str | int) -> None:
    root = make(tmp_path)
    (root / "folder").mkdir()
    steps = [{"target": target, "fresh": True, "delete": True}]
    (root / journal.PENDING).write_text(json.dumps({"format": 1, "steps": steps}))
    assert recover(root) == ()
    assert state(root) == "old"
    assert not pending(root)


def test_a_journal_nested_without_end_is_torn(tmp_path: Path) -> None:
    root = make(tmp_path)
    (root / journal.PENDING).write_text("[" * 200_000)
    assert recover(root) == ()
    assert not pending(root)


@pytest.mark.parametrize("absolute", [True, False])
def test_a_journal_that_came_with_a_repository_writes_nothing_outside(tmp_path: Path, absolute: bool) -> None:
    root = make(tmp_path / "c")
    victim = tmp_path / "victim"
    victim.write_bytes(b"1")
    (tmp_path / (journal.NEW + "victim")).write_bytes(b"2")
    target = str(victim) if absolute else "../victim"
    entry = {"target": target, "fresh": False, "delete": False}
    (root / journal.PENDING).write_text(json.dumps({"format": 1, "steps": [entry, {**entry, "delete": True}]}))
    assert recover(root) == ()
    assert victim.read_bytes() == b"1"
    assert not pending(root)


def test_a_reader_waits_for_a_writer_in_the_midst_of_its_renames(tmp_path: Path) -> None:
    root = make(tmp_path)
    crashed(root, renamed=1)
    held = threading.Event()

    def writer() -> None:
        with hold(root):
            held.set()
            time.sleep(0.3)
            for leftover in (journal.PENDING,):
                (root / leftover).unlink()

    thread = threading.Thread(target=writer)
    thread.start()
    assert held.wait(5)
    try:
        assert not pending(root)
    finally:
        thread.join()


@pytest.mark.parametrize("fails", [False, True])
def test_without_hard_links_a_copy_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: bool) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(38, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    root = make(tmp_path)
    mode = (root / "marks.csv").stat().st_mode
    if fails:
        # the last rename of the write, so that all others have to be taken back from their copies
        monkeypatch.setattr(journal, "forward", _forward_but_the_last(journal.forward))
    assert codes(commit(changes(root), root)) == (["IKM905"] if fails else [])
    assert state(root) == ("old" if fails else "new")
    assert leftovers(root) == []
    assert (root / "marks.csv").stat().st_mode == mode


def _forward_but_the_last(
    forward: Callable[[Sequence[journal.Step]], None],
) -> Callable[[Sequence[journal.Step]], None]:
    def broken(steps: Sequence[journal.Step]) -> None:
        forward(steps[:-1])
        raise OSError(5, "io")

    return broken


def test_words_that_no_file_name_explains(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(5, "io")

    root = make(tmp_path / "c")
    monkeypatch.setattr(os, "write", refuse)
    problems = commit(changes(root), root)
    assert [(one.code, Path(str(one.params["file"])).name) for one in problems] == [("IKM905", "c")]
    assert state(root) == "old"
    assert leftovers(root) == []


@posix
def test_a_share_without_folder_sync_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def refuse(what: object, *_: object) -> None:
        asked.append(what)
        raise OSError(22, "invalid")

    root = make(tmp_path)
    monkeypatch.setattr(os, "fsync", refuse)
    journal.sync_folder(root)
    assert len(asked) == 1  # it was tried, and the refusal stayed inside
    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setattr(os, "open", refuse)
    journal.sync_folder(root)
