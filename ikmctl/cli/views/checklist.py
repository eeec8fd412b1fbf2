"""The numbered checklist of a program."""

from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.cli.views.moves import line
from ikmctl.workflow.status import Status


def status(data: Status, session: Session) -> Iterator[Piece]:
    """The numbered checklist."""
    yield f"{data.program}: {session.say('status.title', title=data.title)}"
    for funnel in data.funnel:
        if funnel.lines:
            yield session.facts(
                "status.matched", stage=funnel.stage, participants=funnel.participants, eligible=funnel.eligible,
                selected=funnel.selected, lines=funnel.lines,
            )  # fmt: skip
            continue
        yield session.facts(
            "status.funnel", stage=funnel.stage, participants=funnel.participants, eligible=funnel.eligible,
            pending=funnel.pending, selected=funnel.selected, reserves=funnel.reserves,
            unwritten="1" if funnel.unwritten else "",
        )  # fmt: skip
    yield ""
    for index, step in enumerate(data.steps, start=1):
        mark = session.say(f"step.{step.state}")
        facts = {name: "" if value == "-" else value for name, value in step.params.items()}
        yield f"{index:>2}. [{mark}] " + session.say(f"status.{step.key}", stage=step.stage, **facts)
        if step.command:
            yield f"      {step.command}"
    if data.because:
        inputs = ", ".join(session.say(f"verify.input.{one}") for one in data.because)
        yield session.say("status.because", files=", ".join(data.stale), inputs=inputs)
    for one in data.revised:
        yield ""
        yield session.say("status.revised", stage=one.stage, on=one.announced)
        yield from (f"  {line(move, session)}" for move in one.moves)
