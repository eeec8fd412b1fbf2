"""Make the ready help texts from the commands' own parameters and the words in messages/help.

Run by `python -m tests.docs.generate`; a test compares the result with what is committed.
"""

import textwrap
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final

from ikmctl.cli.app import SHARED, is_argument, parameters, spellings, split
from ikmctl.cli.table import COMMANDS, GROUPS, module_of
from ikmctl.cli.values import bare, choices
from ikmctl.render.documents import DOCUMENTS
from ikmctl.render.messages.lookup import catalogue

WIDTH: Final = 80
GAP: Final = 28
NARROW: Final = 12
WIDE: Final = 17


def _wrap(words: str, indent: int = 0) -> list[str]:
    lead = " " * indent
    return textwrap.wrap(words, WIDTH, initial_indent=lead, subsequent_indent=lead, break_on_hyphens=False)


def _entry(left: str, right: str, gap: int = GAP) -> list[str]:
    """One line of a list: spelling on the left, meaning on the right."""
    lead = f"  {left}"
    body = textwrap.wrap(right, WIDTH - gap, break_on_hyphens=False) or [""]
    if len(lead) > gap - 2:
        return [lead, *(" " * gap + line for line in body)]
    first, *rest = body
    return [lead.ljust(gap) + first, *(" " * gap + line for line in rest)]


def metavar(name: str, annotation: Any) -> str:
    """What stands for the value: the choices, the declared word, or the name in capitals."""
    meant, described = split(annotation)
    known = choices(meant)
    if known and not (is_argument(described) and described.metavar):
        return "|".join(known)
    return str(described.metavar or ("N" if bare(meant) is int else name.upper()))


def spelling(name: str, annotation: Any) -> str:
    """`-n, --dry-run` or `--per-track N`."""
    meant, described = split(annotation)
    if is_argument(described):
        return metavar(name, annotation)
    flags = spellings(name, described)
    shown = ", ".join(flags)
    return shown if bare(meant) is bool else f"{shown} {metavar(name, annotation)}"


def describe(command: str, name: str, lang: str) -> str:
    """The help of one flag: the command's own words first, then the shared ones."""
    words = catalogue(lang, "help")
    return str(words.get(f"{command}:{name}") or words[f"option:{name}"])


def _usage(command: str, own: Mapping[str, tuple[Any, Any]], lang: str) -> str:
    words = catalogue(lang, "help")
    pieces = [f"ikmctl {command}"]
    for name, (annotation, default) in own.items():
        meant, described = split(annotation)
        if is_argument(described):
            shown = str(described.metavar or name.upper()) + (
                "..." if isinstance(default, tuple) or "tuple" in str(meant) else ""
            )
            pieces.append(shown if default is ... or repr(default) == "<class 'inspect._empty'>" else f"[{shown}]")
    return " ".join([*pieces, words["word:options"]])


def of_command(command: str, lang: str) -> str:
    """The whole help of one command."""
    words = catalogue(lang, "help")
    own = parameters(import_module(module_of(command)).command)
    lines = [*_wrap(words[command]), "", f"{words['word:usage']} {_usage(command, own, lang)}"]
    if about := words.get(f"{command}.about"):
        for paragraph in about.split("\n\n"):
            lines += ["", *_wrap(paragraph)]
    if command == "report":
        lines += ["", words["word:kinds"], *_kinds(lang)]
    lines += _examples(words.get(f"{command}.examples", ""), words["word:examples"])
    arguments = {name: kind for name, (kind, _) in own.items() if is_argument(split(kind)[1])}
    flags = {name: kind for name, (kind, _) in own.items() if name not in arguments}
    for title, some in (("word:arguments", arguments), ("word:flags", flags), ("word:shared", dict(SHARED))):
        if some:
            lines += ["", words[title], *_entries(command, some, lang)]
    return "\n".join(lines) + "\n"


def _entries(command: str, some: Mapping[str, Any], lang: str) -> Iterator[str]:
    for name, annotation in some.items():
        yield from _entry(spelling(name, annotation), describe(command, name, lang))


def _kinds(lang: str) -> Iterator[str]:
    """Every kind of document, as the registry describes it."""
    for name, kind in DOCUMENTS.items():
        yield from _entry(name, f"{kind.says[lang]} ({', '.join(kind.forms)})", WIDE)


def _examples(text: str, title: str) -> list[str]:
    return ["", title, *("  " + line for line in text.splitlines())] if text else []


def of_program(lang: str) -> str:
    """The help of the whole program: commands by what they are for."""
    words = catalogue(lang, "help")
    lines = [
        *_wrap(words["ikmctl"]),
        "",
        f"{words['word:usage']} ikmctl {words['word:command']} {words['word:options']}",
    ]
    for group, names in GROUPS.items():
        lines += ["", words[f"group:{group}"]]
        for name in names:
            lines += _entry(name, words[name], NARROW)
    lines += _examples(words["ikmctl.examples"], words["word:examples"])
    return "\n".join([*lines, "", *_wrap(words["ikmctl.more"])]) + "\n"


def everything(lang: str) -> dict[str, str]:
    """All ready texts of one language by file name."""
    return {"ikmctl": of_program(lang), **{name: of_command(name, lang) for name in COMMANDS}}
