"""The words that open a backup: from a file, a variable, or typed without echo; never on the command line."""

import os
import sys
from pathlib import Path

from ikmctl.cli.refusal import refuse
from ikmctl.cli.session import Session
from ikmctl.cli.writing import shown

VARIABLE = "IKMCTL_PASSPHRASE"


def read_passphrase(session: Session, file: Path | None, *, twice: bool) -> str:
    """Read the passphrase; off a terminal nobody is asked.

    Args:
        session: where and in which language to ask.
        file: a file whose first line is the passphrase.
        twice: ask again, for words that are new.
    """
    if file is not None:
        try:
            # what Notepad puts before the first letter is no part of words that somebody will type one day
            with file.open(encoding="utf-8-sig") as lines:
                return lines.readline().rstrip("\r\n")
        except UnicodeDecodeError:
            raise refuse("IKM903", file=shown(file)) from None
    if given := os.environ.get(VARIABLE):
        try:
            given.encode()
        except UnicodeEncodeError:  # the system hands over bytes that are no text as halves of letters
            raise refuse("IKM643", variable=VARIABLE) from None
        return given
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        raise refuse("IKM997", variable=VARIABLE)
    from getpass import getpass

    first = getpass(session.say("passphrase.ask") + " ")
    if twice and getpass(session.say("passphrase.again") + " ") != first:
        raise refuse("IKM998")
    return first
