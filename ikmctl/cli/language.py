"""Which language to speak, known before anything else is built."""

import sys
from collections.abc import Mapping, Sequence
from typing import Final

KNOWN: Final = ("id", "en")
DEFAULT: Final = "id"


def _named(text: str) -> str | None:
    """The known language of `en`, `en_US.UTF-8` or `Indonesian_Indonesia.1252`."""
    word = text.strip().lower()
    if word.startswith("indonesia"):
        return "id"
    if word.startswith("english"):
        return "en"
    start = word.replace("-", "_").split(".")[0].split("_")[0]
    return start if start in KNOWN else None


def from_flags(argv: Sequence[str]) -> str | None:
    """What `--lang` says; the parser complains later about a value that is no language."""
    for index, word in enumerate(argv):
        if word == "--":
            return None
        if word == "--lang" and index + 1 < len(argv):
            return _named(argv[index + 1])
        if word.startswith("--lang="):
            return _named(word.removeprefix("--lang="))
    return None


def _windows() -> str | None:
    """The language of the Windows interface; Windows sets no LANG."""
    if sys.platform == "win32":
        import ctypes

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return {0x21: "id", 0x09: "en"}.get(number)
    return None


def choose(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """`--lang`, then IKMCTL_LANG, then the locale, else Indonesian.

    `C` and `POSIX` name no language, and neither does a locale that is not spoken here.
    """
    if flagged := from_flags(argv):
        return flagged
    if set_ := _named(environ.get("IKMCTL_LANG", "")):
        return set_
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return _named(value) or DEFAULT
    return _windows() or DEFAULT
