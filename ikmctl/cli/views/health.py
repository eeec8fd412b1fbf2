"""What this computer has and lacks, one line each, with the command that mends it."""

from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.render.messages.lookup import has_text
from ikmctl.workflow.computer import Check
from ikmctl.workflow.doctor import Health


def _line(check: Check, session: Session) -> Iterator[str]:
    kind, _, name = check.key.partition(" ")
    state = session.say(f"doctor.{check.state}")
    base = f"doctor.extra.{name.lower()}" if kind == "extra" else f"doctor.{kind}"
    told = (key for key in (f"{base}.{check.state}", base, "doctor.package") if has_text(session.lang, key))
    yield f"[{state}] " + session.say(next(told), name=name, found=check.found)
    if check.state != "ok" and check.command:
        yield f"      {check.command}"


def view(data: Health, session: Session) -> Iterator[Piece]:
    """Every check; the last line says whether work can go on."""
    for check in data.checks:
        yield from _line(check, session)
    missing = sum(check.state == "missing" for check in data.checks)
    broken = sum(check.state == "broken" for check in data.checks)
    yield ""
    doubt = sum(check.state == "doubt" for check in data.checks)
    key = "doctor.verdict.broken" if broken else "doctor.verdict.ok"
    yield session.say(key, missing=missing, doubt=doubt, broken=broken)
