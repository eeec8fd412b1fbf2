"""Kill, full disk and broken disk at system calls of every writing command, and what the next command meets.

IKMCTL_EVERY_FAULT=1 tries every call; else some of each command, spread over its whole length.
`benchmarks/faults.py` prints the whole as a table.
"""

import itertools
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from reliability import tracing
from reliability.scenes import ENVIRONMENT, ROADS, Scene, judge, lay, same_bytes, scenes, snapshot
from tools.console import ikmctl

from ikmctl.cli.table import COMMANDS
from ikmctl.store import atomic, journal

EVERY: Final = os.environ.get("IKMCTL_EVERY_FAULT") == "1"
MEMORY: Final = next((path for path in (Path("/dev/shm"),) if path.is_dir()), None)  # noqa: S108
"""Where these tests write: what they prove is order, so nobody needs to wait for a disk."""
READING: Final = frozenset(
    ("status", "validate", "show", "explain", "verify", "diff", "weights", "doctor", "completion", "git-hook",
     "git-textconv")
)  # fmt: skip
NUMBER_OF_SCENES: Final = sum(not line.startswith("#") for _, road in ROADS for line in road)
REASON: Final = tracing.reason()


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Scene, ...]]:
    with same_bytes():
        yield scenes(tmp_path_factory.mktemp("roads"))


def _chosen(points: list[tracing.Point], number: int) -> list[tracing.Point]:
    """All, or one that differs from command to command so that together they are spread over the whole length."""
    return points if EVERY else [points[number * 37 % len(points)]]


@pytest.mark.skipif(bool(REASON), reason=REASON or "-")
@pytest.mark.parametrize("number", range(NUMBER_OF_SCENES))
def test_old_or_new_whatever_fails(every: tuple[Scene, ...], number: int) -> None:
    scene, wrong = every[number], []
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        found = tracing.points(lay(Path(folder) / "all" / "c", scene.before), scene.command)
        telling = found if EVERY else [point for point in found if point.changes]
        for kind in tracing.KINDS:
            for point in _chosen([one for one in telling if tracing.fits(one, kind)], number):
                root = lay(Path(folder) / f"{kind[-4:]}-{point.call}-{point.number}" / "c", scene.before)
                ended = tracing.fault(root, scene.command, point, kind)
                if problem := judge(scene, root, ended.code, ended.said):
                    wrong.append(f"{point.call} {point.number} {kind}: {problem}")
    assert wrong == []


def test_the_roads_walk_over_every_writing_command(every: tuple[Scene, ...]) -> None:
    assert {scene.command.split()[1] for scene in every} == set(COMMANDS) - READING
    acts = {tuple(scene.command.split()[1:3]) for scene in every}
    verbs = ("withdraw", "disqualify", "admit", "reinstate", "correct", "order")
    assert {("decide", verb) for verb in verbs} <= acts
    assert {("sheets", action) for action in ("blank", "make", "collect")} <= acts


def _cut_off(root: Path, scene: Scene, renamed: int) -> None:
    """The state in which a kill leaves the write of `scene` after `renamed` of its renames."""
    after = scene.allowed[-1]
    names = [name for name in {**scene.before, **after} if scene.before.get(name) != after.get(name)]
    steps = [journal.Step(root / name, name not in scene.before, name not in after) for name in sorted(names)]
    for step, name in zip(steps, sorted(names), strict=True):
        step.target.parent.mkdir(parents=True, exist_ok=True)
        if name in after:
            journal.write_new(step.new, after[name], 0o600)
        if not step.fresh:
            step.old.hardlink_to(step.target)
    journal.write_journal(root, steps)
    journal.forward(steps[:renamed])


@pytest.mark.parametrize("renamed", [0, 1, 2])
def test_the_next_command_works_on_whole_files(every: tuple[Scene, ...], renamed: int) -> None:
    """What comes next must not read files half old and half new: it ends the cut off write before it reads."""
    followed = 0
    alone = ("init", "schema", "git-setup", "demo")
    for scene, following in itertools.pairwise(every):
        kinds = {scene.command.split()[1], following.command.split()[1]}
        if following.before != scene.allowed[-1] or kinds & set(alone):
            continue
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            root = lay(Path(folder), scene.before)
            _cut_off(root, scene, renamed)
            assert atomic.pending(root)
            answer = ikmctl(following.command, root, environment=ENVIRONMENT)
            assert snapshot(root) == following.allowed[-1], (scene.command, following.command, answer.both)
            assert "IKM940" in answer.both, following.command
        followed += 1
    assert followed > 20
