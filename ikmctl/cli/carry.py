"""Commands in what is printed carry the user's own `-c PROGRAM` and `-C FOLDER`, else they would go astray."""

import re
from functools import cache
from pathlib import Path
from typing import Final

from ikmctl.cli.table import COMMANDS, HIDDEN

_WITHOUT_PROGRAM: Final = frozenset(("demo", "init", "doctor", "schema", "completion", "git-setup", *HIDDEN))
_PROGRAM: Final = re.compile(r" (?:-c|--cohort|--program)[ =]")
_FOLDER: Final = re.compile(r" -C (?=(\S+))")
_EXCERPT: Final = re.compile(r"[0-9]+(?: \||:) ")
"""A line of a file, which is shown as it stands there."""
_PLAIN: Final = re.compile(r"[\w./:\\-]+")


@cache
def _commands() -> re.Pattern[str]:
    names = "|".join(sorted(COMMANDS, key=len, reverse=True))
    return re.compile(rf"(?<![\w./-])ikmctl ({names})(?![\w-])((?:(?!ikmctl )[^`\n])*)")


def _word(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else f'"{text}"'


def carry(words: str, cohort: str | None, folder: str | None) -> str:
    """The words with the options in each command that lacks them.

    Args:
        words: sentences with commands in them, or one command line.
        cohort: what `-c` named.
        folder: what `-C` named.
    """
    if not (cohort or folder) or "ikmctl " not in words:
        return words

    def filled(found: re.Match[str]) -> str:
        command, rest = found[1], found[2]
        options = ""
        if folder and (own := _FOLDER.search(rest)):
            rest = rest.replace(own[0] + own[1], f" -C {_word(_joined(folder, own[1]))}", 1)
        elif folder:
            options = f" -C {_word(folder)}"
        if cohort and command not in _WITHOUT_PROGRAM and not _PROGRAM.search(rest):
            options += f" -c {_word(cohort)}"
        return f"ikmctl{options} {command}{rest}"

    lines = words.split("\n")
    return "\n".join(line if _EXCERPT.match(line) else _commands().sub(filled, line) for line in lines)


def _joined(folder: str, inner: str) -> str:
    return (Path(folder) / inner).as_posix()
