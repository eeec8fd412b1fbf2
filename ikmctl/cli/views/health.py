"""What this computer has and lacks, one line each, with the command that mends it."""

from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.render.messages.lookup import has_text
from ikmctl.workflow.doctor import Check, Health


def _line(check: Check, session: Session) -> Iterator[str]:
    kind, _, name = check.key.partition(" ")
    state = session.say(f"doctor.{check.state}")
    key = f"doctor.extra.{name.lower()}" if kind == "extra" else f"doctor.{kind}"
    key = key if has_text(session.lang, key) else "doctor.package"
    yield f"[{state}] " + session.say(key, name=name, found=check.found)
    if check.state != "ok" and check.command:
        yield f"      {check.command}"


def view(data: Health, session: Session) -> Iterator[Piece]:
    """Every check; the last line says whether work can go on."""
    for check in data.checks:
        yield from _line(check, session)
    missing = sum(check.state == "missing" for check in data.checks)
    broken = sum(check.state == "broken" for check in data.checks)
    yield ""
    yield session.say("doctor.verdict.broken" if broken else "doctor.verdict.ok", missing=missing, broken=broken)
