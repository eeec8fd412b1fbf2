"""Answers about where a cohort stands: validated, verified, the checklist, what was recorded."""

from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.cli.views.moves import moved
from ikmctl.workflow.decide import Decided
from ikmctl.workflow.init import Started
from ikmctl.workflow.lock import Recorded
from ikmctl.workflow.status import Status
from ikmctl.workflow.validate import Validated
from ikmctl.workflow.verify import Verified


def validated(data: Validated, session: Session) -> Iterator[Piece]:
    """One line where all is well; the problems were printed before."""
    if not session.quiet:
        key = "validate.errors" if data.errors else "validate.ok"
        yield session.say(
            key, program=data.program, participants=data.participants, tracks=data.tracks, marks=data.marks,
            errors=data.errors, warnings=data.warnings,
        )  # fmt: skip


def verified(data: Verified, session: Session) -> Iterator[Piece]:
    """MATCH or DIFFERS, and the files compared."""
    if not data.files:
        yield session.say("verify.nothing", program=data.program)
        return
    key = "verify.match" if data.match else "verify.differs"
    yield session.say(key, program=data.program, files=", ".join(data.files), differing=", ".join(data.differing))


def status(data: Status, session: Session) -> Iterator[Piece]:
    """The numbered checklist."""
    yield f"{data.program}: {session.say('status.title', title=data.title)}"
    for funnel in data.funnel:
        yield session.say(
            "status.funnel", stage=funnel.stage, participants=funnel.participants, eligible=funnel.eligible,
            pending=funnel.pending, selected=funnel.selected, reserves=funnel.reserves,
        )  # fmt: skip
    yield ""
    for index, step in enumerate(data.steps, start=1):
        mark = session.say(f"step.{step.state}")
        yield f"{index:>2}. [{mark}] " + session.say(f"status.{step.key}", stage=step.stage, **step.params)
        if step.command:
            yield f"      {step.command}"


def decided(data: Decided, session: Session) -> Iterator[Piece]:
    """The decision and what it moved."""
    subject = data.decision.id or ", ".join(data.decision.ids)
    yield session.say(f"decide.{data.decision.do}", subject=subject, stage=data.decision.stage)
    yield from moved(data.moves, session)


def recorded(data: Recorded, session: Session) -> Iterator[Piece]:
    """The event, its digests, and what it moved."""
    event = data.event
    key = f"event.{event.event}.{event.what}" if event.what and event.event == "lock" else f"event.{event.event}"
    yield session.say(key, stage=event.stage, number=event.number or 1, decree=event.decree, marks=data.marks_before)
    for name in ("rules", "pool", "seed", "result"):
        if digest := getattr(event, name):
            yield f"  {name}: {digest}"
    if event.event in ("draw", "void", "finalize", "reopen"):
        yield from moved(data.moves, session)
    if data.undecided:
        yield session.say("event.undecided", count=data.undecided)


def started(data: Started, session: Session) -> Iterator[Piece]:
    """The new folder, and what the registration form must ask."""
    yield session.say("init.made", id=data.id, folder=data.folder)
    yield session.say("init.questions", questions=", ".join(data.questions))
