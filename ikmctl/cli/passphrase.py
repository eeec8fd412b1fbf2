"""The words that open a backup: from a file, a variable, or typed without echo; never on the command line."""

import os
import sys
from pathlib import Path

from ikmctl.cli.refusal import refuse
from ikmctl.cli.session import Session

VARIABLE = "IKMCTL_PASSPHRASE"


def read_passphrase(session: Session, file: Path | None, *, twice: bool) -> str:
    """Read the passphrase; off a terminal nobody is asked.

    Args:
        session: where and in which language to ask.
        file: a file whose first line is the passphrase.
        twice: ask again, for words that are new.
    """
    if file is not None:
        with file.open(encoding="utf-8") as lines:
            return lines.readline().rstrip("\r\n")
    if given := os.environ.get(VARIABLE):
        return given
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        raise refuse("IKM997", variable=VARIABLE)
    from getpass import getpass

    first = getpass(session.say("passphrase.ask") + " ")
    if twice and getpass(session.say("passphrase.again") + " ") != first:
        raise refuse("IKM998")
    return first
