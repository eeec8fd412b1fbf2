"""Find the command in a command line, wherever the shared flags stand: `ikmctl -c kendal validate` works."""

from collections.abc import Sequence
from typing import Final

from ikmctl.cli.table import COMMANDS

_WITH_VALUE: Final = frozenset(("-c", "--cohort", "--program", "-C", "--directory", "--format", "--lang", "--color"))
IN_WORDS: Final = ("--by", "--reason", "--document", "--decree", "--source", "--witness")
"""Flags whose value goes into the record; it may begin with a dash and is no flag then."""
_WITHOUT_VALUE: Final = frozenset("qvn")
"""Short flags that may stand before another in one word."""
_HELP: Final = frozenset(("--help", "-h"))


def value_of(argv: Sequence[str], names: Sequence[str]) -> str | None:
    """The value of a flag, spelled `--flag value`, `--flag=value` or `-Fvalue`; the last one counts."""
    found, spoken_for = None, -1
    for index, word in enumerate(argv):
        if index == spoken_for:
            continue
        if word == "--":
            break
        if word in IN_WORDS:
            spoken_for = index + 1
        for name in names:
            if word == name and index + 1 < len(argv):
                found = argv[index + 1]
            elif name.startswith("--") and word.startswith(name + "="):
                found = word[len(name) + 1 :]
            elif not name.startswith("--") and (cluster := _clustered(word, name)) is not None:
                found = cluster or (argv[index + 1] if index + 1 < len(argv) else found)
    return found


def _clustered(word: str, name: str) -> str | None:
    """What stands behind a short flag within one word: `dir` in `-Cdir` and `-qCdir`, nothing in `-qC`."""
    before, at, behind = word.removeprefix("-").partition(name[1])
    together = word[:1] == "-" != word[1:2] and at != "" and set(before) <= _WITHOUT_VALUE
    return behind.removeprefix("=") if together else None


def _is_cluster(word: str) -> bool:
    """Whether a word is short flags the last of which takes a value: `-qc kendal`."""
    return word[:1] == "-" and word[-1] in "cC" and word[1:-1] != "" and set(word[1:-1]) <= _WITHOUT_VALUE


def _first_word(argv: Sequence[str]) -> int | None:
    """Where the first word stands that is neither a flag nor the value of a shared flag."""
    index = 0
    while index < len(argv):
        word = argv[index]
        if not word.startswith("-") or word == "-":
            return index
        index += 2 if word in _WITH_VALUE or _is_cluster(word) else 1
    return None


def _is_shared(word: str) -> bool:
    """Whether a word is a shared flag, or may be the value of one."""
    known = (*_WITH_VALUE, "--plain", "--quiet", "-q", "--verbose", "-v")
    return not word.startswith("-") or word.split("=", maxsplit=1)[0] in known


def arrange(argv: Sequence[str]) -> tuple[str | None, list[str], bool]:
    """The command (None where there is none or it is unknown), the other words, and whether help is wanted."""
    before = list(argv[: argv.index("--")] if "--" in argv else argv)
    wants_help = any(word in _HELP for word in before)
    at = _first_word(argv)
    if at is None:
        strange = [word for word in before if not _is_shared(word)]
        return None, [] if wants_help else strange, wants_help or not strange
    word = argv[at]
    if word == "help":
        topic = argv[at + 1] if at + 1 < len(argv) else None
        if topic is None or topic in COMMANDS:
            return topic, [], True
        return None, [topic], False
    if word in COMMANDS:
        return word, [*argv[:at], *argv[at + 1 :]], wants_help
    return None, [word, *argv[:at], *argv[at + 1 :]], False
