"""What the result names by the words of program.yaml, as its reader calls it: `household H017`, `gender female`."""

from typing import Final

from ikmctl.domain.regions import region_name
from ikmctl.render.messages.lookup import catalogue

_NAMES: Final = frozenset(("gender", "household", "business", "district"))
"""Columns that have a word of their own."""


def plain(lang: str, things: str) -> str:
    """Names of limits, labels and values in words, one after another; what has no word stays as it is written."""
    return ", ".join(_plain(lang, thing) for thing in things.split(", "))


def _plain(lang: str, thing: str) -> str:
    words = catalogue(lang, "words")
    first, _, rest = thing.partition(" ")
    if first == "max_per" and rest in _NAMES:
        return str(words["thing.max_per"]).format(thing=words[f"thing.{rest}"])
    if f"thing.{first}.{rest}" in words:
        return str(words[f"thing.{first}.{rest}"])
    if first not in _NAMES:
        return thing
    value = region_name(rest) or rest if first == "district" else rest
    return f"{words[f'thing.{first}']} {value}".rstrip()
