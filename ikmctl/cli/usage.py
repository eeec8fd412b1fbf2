"""Complaints about the command line, with the nearest word that would have worked."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from ikmctl.cli.arrange import arrange
from ikmctl.cli.table import COMMANDS, HABITS
from ikmctl.domain.diagnostic import Diagnostic


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was most likely meant to be, or an empty text."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def unknown_command(word: str) -> Diagnostic:
    """There is no such command; Indonesian verbs typed by habit lead to the English one."""
    lowered = word.lower()
    meant = HABITS.get(lowered) or nearest(lowered, COMMANDS)
    if not meant and (habit := nearest(lowered, HABITS)):
        meant = HABITS[habit]
    if meant not in (*COMMANDS, "help"):
        return Diagnostic("IKM982", params={"found": word})
    return Diagnostic("IKM983", params={"found": word, "near": meant})


def _flags(error: Any) -> list[str]:
    command = getattr(error, "cmd", None) or getattr(getattr(error, "ctx", None), "command", None)
    return [flag for param in getattr(command, "params", ()) for flag in param.opts if flag.startswith("-")]


def _named(error: Any, command: str, lang: str) -> str:
    """What is missing: a flag as it is typed, anything else in words."""
    param = getattr(error, "param", None)
    if param is None:
        return "?"
    if long_ := [flag for flag in param.opts if flag.startswith("--")]:
        return f"`{long_[0]}`"
    from ikmctl.render.messages.lookup import catalogue

    name = str(param.metavar or str(param.name).upper())
    words = catalogue(lang, "talk")
    return str(words.get(f"argument.{name}.{command}") or words.get(f"argument.{name}") or f"`{name}`")


def _example(command: str, lang: str) -> str:
    """The first example in the help of a command."""
    from ikmctl.render.messages.lookup import catalogue

    return str(catalogue(lang, "help").get(f"{command}.examples", "")).partition("\n")[0]


def explain(error: Any, argv: Sequence[str], lang: str) -> Diagnostic:
    """The parser's exception as one of our problems. typer keeps these classes private, so names decide."""
    kind = type(error).__name__
    command = arrange(argv)[0] or ""
    if kind == "NoSuchOption":
        near = nearest(str(error.option_name), _flags(error))
        known = {"found": str(error.option_name), "command": command}
        return Diagnostic("IKM989", params={**known, "near": near}) if near else Diagnostic("IKM984", params=known)
    if kind == "MissingParameter":
        return Diagnostic(
            "IKM990",
            params={"name": _named(error, command, lang), "command": command, "example": _example(command, lang)},
        )
    if kind == "BadOptionUsage":
        return Diagnostic("IKM991", params={"flag": str(error.option_name), "command": command})
    if found := re.search(r"unexpected extra argument\S* \((.*)\)", str(getattr(error, "message", ""))):
        return Diagnostic("IKM992", params={"found": found[1], "command": command})
    return Diagnostic("IKM993", params={"found": str(getattr(error, "message", kind)), "command": command})
