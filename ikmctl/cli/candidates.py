"""What may come next on a command line: `ikmctl __complete "=CURRENT" WORDS...` prints one candidate a line.

Flags and choices are read from the ready help, names from the program at hand; no command is built. Only words
that no shell could misread are offered, so a hostile name in a file cannot reach a shell.
"""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ikmctl.cli.arrange import arrange, value_of
from ikmctl.cli.help import ready_text
from ikmctl.cli.table import COMMANDS, HIDDEN

if TYPE_CHECKING:
    from ikmctl.store.layout import CohortPaths

ASK: Final = "__complete"
"""The word by which shells ask."""
_HARMLESS: Final = re.compile(r"[A-Za-z0-9_./|-]+\Z")
_FLAG_LINE: Final = re.compile(r"  (-\S+(?:, -\S+)*)(?: (\S+))?(?:  |$)")
_ARGUMENT_LINE: Final = re.compile(r"  ([A-Za-z_|]+)(?:  |$)")
_CHOICES: Final = re.compile(r"[a-z_]+(\|[a-z_]+)+\Z")
_ACTS: Final = ("withdraw", "disqualify", "admit", "reinstate", "correct", "order")
_KINDS: Final = ("participants", "marks", "scores", "shortlist", "quotas", "panel", "pending")
_LISTED: Final = re.compile(r"  ([a-z-]+)(?: |$)")


def _flags(command: str) -> dict[str, str]:
    """Every flag of a command with the word that stands for its value (empty: it takes none)."""
    found = {"--help": ""}
    for line in ready_text(command, "en").splitlines():
        if match := _FLAG_LINE.match(line):
            found.update(dict.fromkeys(match[1].split(", "), match[2] or ""))
    return found


def _arguments(command: str) -> list[str]:
    """The words that stand for what a command takes by position."""
    lines = iter(ready_text(command, "en").splitlines())
    found = []
    for line in lines:
        if line == "Arguments:":
            for entry in lines:
                if not entry:
                    break
                if match := _ARGUMENT_LINE.match(entry):
                    found.append(match[1])
    return found


def _cohort(words: Sequence[str]) -> "CohortPaths | None":
    from ikmctl.store.layout import find_cohort

    named = value_of(words, ("-c", "--cohort", "--program"))
    found = find_cohort(Path.cwd(), named, os.environ.get("IKMCTL_COHORT"))
    return None if isinstance(found, tuple) else found


def _program(words: Sequence[str]) -> dict[str, Any]:
    """program.yaml of the cohort at hand as plain data; empty where there is none or it is broken."""
    from ikmctl.store.yamlnodes import plain, read_nodes

    found = _cohort(words)
    if found is None:
        return {}
    node, _ = read_nodes(found.program.read_text(encoding="utf-8"), "program.yaml")
    data = plain(node) if node is not None else {}
    return data if isinstance(data, dict) else {}


def _ids(entries: Any) -> list[str]:
    return [str(entry["id"]) for entry in entries or () if isinstance(entry, dict) and "id" in entry]


def _numbers(words: Sequence[str]) -> Iterable[str]:
    """Participant numbers, which stand first on each line; program.yaml is not read for them."""
    found = _cohort(words)
    if found is None or not found.participants.is_file():
        return ()
    return [line.split(",", 1)[0] for line in found.participants.read_text(encoding="utf-8").splitlines()[1:]]


def _codes() -> Iterable[str]:
    from ikmctl.domain.codes import CODES

    return CODES


def _checks() -> Iterable[str]:
    from ikmctl.engine.checks import CHECKS

    return CHECKS


def _documents() -> Iterable[str]:
    """Kinds of documents, as the help of `report` lists them."""
    kinds = ready_text("report", "en").partition("\nKinds")[2].partition("\n\n")[0]
    found = (_LISTED.match(line) for line in kinds.splitlines()[1:])
    return [match[1] for match in found if match]


def _cohorts() -> list[str]:
    from ikmctl.store.layout import all_cohorts

    return [paths.name for paths in all_cohorts(Path.cwd())]


def _values(kind: str, words: Sequence[str], current: str = "") -> Iterable[str]:
    """Candidates for a value, by the word that stands for it in the help."""
    if _CHOICES.match(kind):
        return kind.split("|")
    if kind in ("WHAT", "ACT"):
        return _KINDS if kind == "WHAT" else _ACTS
    if kind in ("SUBJECT", "NUMBER", "ABOUT"):
        return _codes() if kind == "SUBJECT" and current[:1] == "I" else _numbers(words)
    other = {"COHORT": _cohorts, "ID|PATH": _cohorts, "CHECK": _checks, "KIND": _documents}
    if kind in other:
        return other[kind]()
    return _named(kind, _program(words)) if kind in ("TRACK", "STAGE", "MARK", "ITEM", "JUDGE", "FIELD") else ()


def _named(kind: str, program: dict[str, Any]) -> Iterable[str]:
    """Names that stand in the program."""
    marks = program.get("marks") or {}
    if kind == "TRACK":
        return _ids(program.get("tracks"))
    if kind == "STAGE":
        return _ids(program.get("stages"))
    if kind == "MARK":
        return list(marks)
    if kind == "ITEM":
        return [str(item) for spec in marks.values() for item in spec.get("items") or ()]
    if kind == "JUDGE":
        return _ids((program.get("panel") or {}).get("judges"))
    return _ids(program.get("fields"))


def candidates(current: str, words: Sequence[str]) -> list[str]:
    """What may stand where `current` is being typed, after `words`."""
    command, rest, _ = arrange(words)
    if command is None:
        offered: Iterable[str] = ["help", *(name for name in COMMANDS if name not in HIDDEN)]
        return [name for name in offered if name.startswith(current)]
    flags = _flags(command)
    before = words[-1] if words else ""
    if flags.get(before):
        offered = _values(flags[before], words, current)
    elif current.startswith("-"):
        offered = flags
    else:
        offered = _positional(command, flags, rest, words, current)
    return sorted({word for word in offered if word.startswith(current) and _HARMLESS.match(word)})


def _positional(
    command: str, flags: dict[str, str], rest: Sequence[str], words: Sequence[str], current: str
) -> Iterable[str]:
    """Candidates for the argument at hand; the last argument may be repeated."""
    given = [
        word
        for index, word in enumerate(rest)
        if not word.startswith("-") and not (index and flags.get(rest[index - 1]))
    ]
    kinds = _arguments(command)
    return _values(kinds[min(len(given), len(kinds) - 1)], words, current) if kinds else ()


def answer(argv: Sequence[str]) -> str:
    """The candidates as lines. A fault while completing must not disturb the typing: it offers nothing."""
    current = argv[0].removeprefix("=") if argv else ""
    try:
        found = candidates(current, argv[1:])
    except Exception:  # noqa: BLE001  # see above
        found = []
    return "".join(f"{word}\n" for word in found)
