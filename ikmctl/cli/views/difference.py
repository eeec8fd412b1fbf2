"""A difference between two states: inputs that changed, then who moved and because of what."""

from collections.abc import Iterable, Iterator
from typing import Final

from ikmctl.cli.session import Session
from ikmctl.cli.views.moves import line
from ikmctl.engine.causes import Cause
from ikmctl.engine.changes import Change
from ikmctl.render.safe import markdown, quoted, safe
from ikmctl.workflow.difference import Difference, FileChange, Moved, StageDifference

MOST_RESCORED: Final = 20
"""Changed scores that are listed one by one without `--verbose`; JSON has them all."""


def _path(change: Change) -> str:
    return (" " if _is_act(change) else ".").join(change.path)


def _is_act(change: Change) -> bool:
    return change.part in ("decisions", "events")


def _input(change: Change, session: Session) -> str:
    """One changed input in one line: `~ rules: stages.curation.criteria.practice.weight: 40 -> 30`."""
    sign = (
        "~" if _is_act(change) and len(change.path) > 1 else "+" if not change.old else "-" if not change.new else "~"
    )
    part = session.say(f"diff.part.{change.part}")
    where = " ".join(filter(None, (change.subject, _path(change))))
    if _is_act(change) and len(change.path) == 1:
        return f"{sign} {part}: {where}: {change.new or change.old}"
    return f"{sign} {part}: {where}: {change.old or '-'} -> {change.new or '-'}"


def _cause(cause: Cause | None, number: str, session: Session) -> str:
    """Why, in words: `because practice fell from 4 to 3`; empty where no input differs."""
    if cause is None:
        return ""
    if cause.change is None:
        parts = ", ".join(session.say(f"diff.part.{part}") for part in cause.parts)
        return session.say("diff.because.together" if len(cause.parts) > 1 else "diff.because.part", parts=parts)
    change = cause.change
    whose = "own" if change.subject == number else "other" if change.subject else "rule"
    key = f"diff.because.{change.part}" + ("" if change.part in ("rules", "events") else f".{whose}")
    return session.say(key, path=_path(change), old=change.old or "-", new=change.new or "-", id=change.subject)


def _person(moved: Moved, names: dict[str, str], session: Session) -> str:
    """One person's line with its cause."""
    name = names.get(moved.move.number, "")
    told = line(moved.move, session) + (f" [{name}]" if name else "")
    why = _cause(moved.cause, moved.move.number, session)
    return f"{told}: {why}" if why else told


def _file(changed: FileChange, session: Session) -> str:
    """A file that is not what it was, and no line above says why."""
    numbers = {"added": changed.added, "removed": changed.removed}
    told = session.say("diff.file", path=changed.path, **numbers)
    return f"~ {told}; {session.say('diff.file.edited')}" if changed.edited else f"~ {told}"


def _bullets(lines: Iterable[str], session: Session) -> Iterator[str]:
    for one in lines:
        yield f"- `{one[0]}` {markdown(one[2:])}" if session.format == "markdown" else f"  {safe(one)}"


def _heading(words: str, session: Session) -> Iterator[str]:
    yield f"### {markdown(words)}" if session.format == "markdown" else words
    if session.format == "markdown":
        yield ""


def _stage(stage: StageDifference, names: dict[str, str], session: Session) -> Iterator[str]:
    kinds = [moved.move.kind for moved in stage.moved]
    numbers = {"entered": kinds.count("in"), "left": kinds.count("out"), "rescored": len(stage.rescored)}
    yield from _heading(session.say("diff.stage", stage=stage.stage, **numbers), session)
    listed = [moved for moved in stage.moved if session.verbose or moved.move.kind != "changed"]
    yield from _bullets([_person(moved, names, session) for moved in listed], session)
    shown = stage.rescored if session.verbose else stage.rescored[:MOST_RESCORED]
    yield from _bullets([session.say("diff.rescored", id=id_, old=old, new=new) for id_, old, new in shown], session)
    if len(shown) < len(stage.rescored):
        yield session.say("diff.more", count=len(stage.rescored) - len(shown))
    yield ""


def view(data: Difference, session: Session) -> Iterator[str]:
    """What `diff` answers."""
    new = session.say("diff.worktree") if data.new == "-" else data.new
    yield from _heading(session.say("diff.title", program=data.program, old=data.old, new=new), session)
    if data.empty:
        yield session.say("diff.nothing")
        return
    yield from _bullets([_input(change, session) for change in data.inputs], session)
    yield from _bullets([_file(changed, session) for changed in data.files], session)
    if data.files and data.kit:
        yield session.say("diff.file.verify")
    elif data.files:
        paths = " ".join(quoted(changed.path) for changed in data.files)
        revisions = data.old if data.new == "-" else f"{data.old} {data.new}"
        yield session.say("diff.file.look", revisions=revisions, paths=paths)
    yield ""
    for stage in data.stages:
        yield from _stage(stage, dict(data.names), session)
