"""A fault at every call to the operating system: the old files or the new ones, never a mixture unsaid.

The hook sits in the process, so it works on every system; test_atomic_strace.py does the same from outside.
"""

import contextlib
import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from reliability.hook import CALLS, Faults, Killed

from ikmctl.domain.diagnostic import Diagnostic, has_errors
from ikmctl.store import atomic
from ikmctl.store.atomic import commit, pending, recover
from ikmctl.store.changes import Changes
from tests.unit.store.faulty import changes, leftovers, make, state


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Faults:
    """The hook; the lock is left out, its faults are its library's and tested from outside."""
    monkeypatch.delenv("IKMCTL_PRIVATE", raising=False)

    @contextlib.contextmanager
    def free(*_: object) -> Iterator[tuple[Diagnostic, ...]]:
        yield ()

    monkeypatch.setattr(atomic, "hold", free)
    return Faults(monkeypatch)


def count(faults: Faults, root: Path) -> int:
    """How many calls one undisturbed write makes."""
    make(root)
    with faults.at_call(0, Killed, lasting=False):
        assert commit(changes(root), root) == ()
    assert state(root) == "new"
    return faults.count


def say(root: Path, number: int) -> str:
    return f"call {number}: {state(root)}, {leftovers(root)}"


def test_killed_at_every_call(tmp_path: Path, faults: Faults) -> None:
    points = count(faults, tmp_path / "all")
    assert points > 60
    ends = set()
    for number in range(1, points + 1):
        root = make(tmp_path / str(number))
        with faults.at_call(number, Killed, lasting=True), contextlib.suppress(Killed):
            commit(changes(root), root)
        before = state(root)
        assert before != "mixed" or pending(root), say(root, number)
        assert recover(root) == ()
        assert state(root) == before or before == "mixed" or pending(root) is False, say(root, number)
        assert state(root) in ("old", "new"), say(root, number)
        assert leftovers(root) == [], say(root, number)
        ends.add(state(root))
    assert ends == {"old", "new"}


def test_killed_again_while_the_next_command_ends_it(tmp_path: Path, faults: Faults) -> None:
    points = count(faults, tmp_path / "all")
    for number in range(1, points + 1, 3):
        for second in (*range(1, 40, 4), 45, 55):
            root = make(tmp_path / f"{number}-{second}")
            with faults.at_call(number, Killed, lasting=True), contextlib.suppress(Killed):
                commit(changes(root), root)
            with faults.at_call(second, Killed, lasting=True), contextlib.suppress(Killed):
                recover(root)
            assert state(root) != "mixed" or pending(root), say(root, number)
            assert recover(root) == ()
            assert state(root) in ("old", "new"), say(root, number)
            assert leftovers(root) == [], say(root, number)


def full() -> OSError:
    return OSError(errno.ENOSPC, "no space left")


def broken() -> OSError:
    return OSError(errno.EIO, "input/output error")


def sharing() -> OSError:
    fault = PermissionError(errno.EACCES, "in use")
    fault.winerror = 32  # type: ignore[attr-defined]  # what Windows says of a file that Excel holds
    return fault


@pytest.mark.parametrize(
    ("fault", "code"), [(full, "IKM906"), (broken, "IKM905"), (sharing, "IKM909")], ids=["full", "broken", "sharing"]
)
def test_one_call_fails(tmp_path: Path, faults: Faults, fault: Callable[[], OSError], code: str) -> None:
    points = count(faults, tmp_path / "all")
    for number in range(1, points + 1):
        root = make(tmp_path / str(number))
        with faults.at_call(number, fault, lasting=False):
            problems = commit(changes(root), root)
        if has_errors(problems):
            assert [one.code for one in problems] == [code], say(root, number)
            assert state(root) == "old", say(root, number)
        else:
            assert state(root) == "new", say(root, number)
        assert pending(root) == any(one.code == "IKM908" for one in problems), say(root, number)
        if not problems:
            # what is done is done; a second name that would not go is swept up by the next command
            assert len(leftovers(root)) <= 1, say(root, number)
        elif has_errors(problems):
            assert leftovers(root) == [], say(root, number)
        assert commit(changes(root), root) == ()
        assert recover(root) == ()
        assert (state(root), leftovers(root)) == ("new", []), say(root, number)


@pytest.mark.parametrize("fault", [full, broken], ids=["full", "broken"])
def test_every_later_call_fails_too(tmp_path: Path, faults: Faults, fault: Callable[[], OSError]) -> None:
    """Even taking back may be impossible: then it is said, and the next command that can will do it."""
    points = count(faults, tmp_path / "all")
    faults.only = frozenset(CALLS) - {"stat", "lstat", "close", "scandir"}
    said = 0
    for number in range(1, points + 1):
        root = make(tmp_path / str(number))
        with faults.at_call(number, fault, lasting=True):
            problems = commit(changes(root), root)
        unsaid = not any(one.code == "IKM908" for one in problems)
        said += not unsaid
        if unsaid:
            assert state(root) == ("old" if has_errors(problems) else "new"), say(root, number)
        else:
            assert pending(root), say(root, number)
        recover(root)
        assert state(root) in ("old", "new"), say(root, number)
        assert leftovers(root) == [], say(root, number)
    assert said > 0


def test_a_full_disk_refuses_nothing_that_frees_space(tmp_path: Path, faults: Faults) -> None:
    """ENOSPC comes from what takes space; unlinking and renaming back still work, so nothing stays behind."""
    points = count(faults, tmp_path / "all")
    faults.only = frozenset(("open", "write", "fsync", "link", "mkdir"))
    for number in range(1, points + 1):
        root = make(tmp_path / str(number))
        with faults.at_call(number, full, lasting=True):
            problems = commit(changes(root), root)
        assert state(root) == ("old" if has_errors(problems) else "new"), say(root, number)
        if has_errors(problems):
            assert {one.code for one in problems} <= {"IKM906", "IKM908"}, say(root, number)


def test_ctrl_c_at_every_call_leaves_no_mixture(tmp_path: Path, faults: Faults) -> None:
    points = count(faults, tmp_path / "all")
    for number in range(1, points + 1):
        root = make(tmp_path / str(number))
        with faults.at_call(number, KeyboardInterrupt, lasting=False), contextlib.suppress(KeyboardInterrupt):
            commit(changes(root), root)
        assert state(root) != "mixed" or pending(root), say(root, number)
        assert recover(root) == ()
        assert state(root) in ("old", "new"), say(root, number)
        assert leftovers(root) == [], say(root, number)


@pytest.mark.parametrize("inside", [True, False])
def test_no_ledger_tells_of_a_document_that_is_not_there(tmp_path: Path, faults: Faults, inside: bool) -> None:
    """A document with `-o` and its line in a ledger: both or none, and elsewhere the document comes first."""
    number, ends = 0, set()
    faults.count = 1
    while number <= faults.count:
        number += 1
        root = make(tmp_path / str(number))
        document = (root if inside else tmp_path / f"elsewhere-{number}") / "umumkan.md"
        document.parent.mkdir(exist_ok=True)
        whole = Changes({root / "marks.csv": b"new marks\n"}, named={document: b"told\n"})
        with faults.at_call(number, Killed, lasting=True), contextlib.suppress(Killed):
            commit(whole, root)
        assert recover(root) == ()
        ends.add(((root / "marks.csv").read_bytes() == b"new marks\n", document.is_file()))
        assert leftovers(root) == [], say(root, number)
    assert ends == {(False, False), (True, True), *(() if inside else ((False, True),))}
