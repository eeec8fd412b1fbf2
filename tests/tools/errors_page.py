"""docs/errors.md, written from the catalogue of errors."""

from collections.abc import Sequence

from ikmctl.domain.codes import CODES
from ikmctl.render.messages.lookup import catalogue
from tools.catalogue import EDIT, FILES, NO_INPUT, Case

HEAD = """# Errors

Every problem that ikmctl names, with the smallest input that causes it and what it then says.
`ikmctl explain CODE` shows the meaning of one. Codes are stable: a number never comes to mean something else.
This page is written from `tests/errors/`, where each entry is run; put `--lang id` behind a command to read it
in Indonesian.

A problem says where it stands (file, line and column, or file, sheet and cell), what was found, what was expected,
and on the line that begins with `hint:` how to mend it. `error` keeps the command from being done or the result
from being final; `warning` and `note` do not.

| codes | about |
|---|---|
| 1xx | `program.yaml` and the other files that people write |
| 2xx | spreadsheets, columns and values in them |
| 3xx | participants, identity, duplicates |
| 4xx | marks and scores |
| 5xx | selection, locks, decisions, `verify` |
| 9xx | the computer: files, permissions, the command line |
"""


def _title(case: Case) -> str:
    return case.name.removeprefix(f"{case.code}-").replace("-", " ")


def _english(case: Case) -> str:
    text = case.read("expected.txt").split("\n--- id", maxsplit=1)[0]
    return text.split("\n", maxsplit=1)[-1].strip()


def _typed(case: Case, command: str) -> str:
    if not command.startswith(EDIT):
        return f"$ {command}"
    edits = case.read(command.removeprefix(EDIT)).strip().splitlines()
    return "\n".join(["# then by hand:", *(f"#   {line}" for line in edits)])


def _entry(case: Case) -> str:
    parts = [f"## {case.code}: {_title(case)}\n"]
    if change := case.read("change").strip():
        parts.append(f"Changed in a program that was right:\n\n```diff\n{change}\n```\n")
    commands = "\n".join(_typed(case, command) for command in case.commands)
    parts.append(f"```text\n{commands}\n{_english(case)}\n```\n")
    return "\n".join(parts)


def _told(code: str) -> str:
    """An entry for a problem that no input causes: its text alone."""
    name = next(name for digits, name in FILES.items() if code[3] in digits)
    text, hint = catalogue("en", name)[code]
    title = CODES[code].replace("-", " ")
    return f"## {code}: {title}\n\nCaused by {NO_INPUT[code]}.\n\n```text\n{text}\nhint: {hint}\n```\n"


def page(cases: Sequence[Case]) -> str:
    """The whole page."""
    entries = {case.code: _entry(case) for case in cases} | {code: _told(code) for code in NO_INPUT if code in CODES}
    return "\n".join([HEAD, *(entries[code] for code in sorted(entries))])
