"""Answer `--help` from ready text: nothing is built and nothing heavy imported."""

import os
import sys
from typing import Final

FOLDER: Final = os.path.join(os.path.dirname(__file__), "helptext")  # noqa: PTH118, PTH120  # pathlib costs 6 ms of start-up
ROOT: Final = "ikmctl"


def ready_text(command: str | None, lang: str) -> str:
    """The help of one command, or of the whole program."""
    with open(os.path.join(FOLDER, lang, f"{command or ROOT}.txt"), encoding="utf-8") as text:  # noqa: PTH118, PTH123  # as above
        return text.read()


def print_help(command: str | None, lang: str) -> int:
    """Print it; asking for help is never an error."""
    sys.stdout.write(ready_text(command, lang))
    return 0
