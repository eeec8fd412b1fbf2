"""`init`: a new cohort with a commented program.yaml that validates, and the question list for its form."""

import re
import unicodedata
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Where
from ikmctl.domain.fields import CATALOGUE
from ikmctl.domain.program import Program
from ikmctl.domain.scalars import is_folder_name
from ikmctl.engine.needs import public_fields
from ikmctl.render.messages import LANGUAGES
from ikmctl.store.changes import Changes
from ikmctl.store.files import read_program
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.load import load_program, read_text, shown
from ikmctl.workflow.result import Result

KIND_NAMES: Final = ("curation", "awards", "sentra", "class", "match")
_LONGEST_ID: Final = 48
_IGNORED: Final = ("private/", "reports/", "*.age", ".ikmctl-pending*", ".ikmctl-lock")
_ATTRIBUTES: Final = (
    "cohorts/**/*.yaml text eol=lf diff=ikmctl-yaml",
    "cohorts/**/*.csv text eol=lf",
    "*.xlsx binary diff=ikmctl-xlsx",
    "cohorts/**/shortlist.yaml -merge",
    "cohorts/**/matches.yaml -merge",
    "cohorts/**/scores.csv -merge linguist-generated",
)
_TRAINING_DAYS: Final = 3
_AHEAD: Final = 30
"""Days until the training that `init` proposes."""


class InitOptions(Struct, frozen=True):
    """The flags of `init`. `root` is the folder that holds, or will hold, `cohorts/`."""

    id: str
    root: Path
    on: date
    language: str
    source: CohortPaths | None = None
    kind: str = "curation"


class Started(Struct, frozen=True):
    """A new program: its folder, the files written, and the questions that its form must ask."""

    id: str
    folder: str
    files: tuple[str, ...]
    questions: tuple[str, ...]


def untouched(text: str, program: Program) -> bool:
    """Whether a program.yaml still says what `init` wrote, word by word: its dates tell the day of that."""
    began = _days_from(program.as_of, -_AHEAD)
    given = ((language, kind) for language in LANGUAGES for kind in KIND_NAMES)
    return any(
        text == _skeleton(InitOptions(program.id, Path(), began, language, kind=kind)) for language, kind in given
    )


def _days_from(day: date, days: int) -> date:
    """So many days later or earlier; the calendar has a first and a last day."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _skeleton(options: InitOptions) -> str:
    words = import_module(f"ikmctl.render.messages.{options.language}.skeleton")
    start = _days_from(options.on, _AHEAD)
    fill = {
        "id": options.id,
        "title": options.id.replace("-", " ").title(),
        "start": start.isoformat(),
        "end": _days_from(start, _TRAINING_DAYS).isoformat(),
    }
    text: str = words.HEAD + words.KINDS[options.kind]
    return re.sub(r"<<(\w+)>>", lambda found: fill[found[1]], text)


def _copied(options: InitOptions, source: CohortPaths) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The rules of another cohort under the new id: comments survive, the mark `synthetic` does not."""
    read, text, problems = load_program(source)
    if read is None or read.value is None:
        return None, problems
    lines, at = text.split("\n"), read.where(("id",))
    row = (at.line or 1) - 1
    lines[row] = lines[row][: (at.column or 1) - 1] + options.id
    if "synthetic" in read.value.model_fields_set:
        del lines[(read.where(("synthetic",)).line or 1) - 1]
    return "\n".join(lines).rstrip("\n") + "\n", ()


def _with_lines(text: str, lines: tuple[str, ...]) -> bytes | None:
    """The text with every line of `lines` that it lacks added at its end; None when it lacks none."""
    text = text.removesuffix("\n")
    lacking = [line for line in lines if line not in text.splitlines()]
    return ("\n".join(filter(None, [text, *lacking])) + "\n").encode() if lacking else None


def questions(program: Program) -> tuple[str, ...]:
    """Ids of the fields that the registration form must ask for, identity and contact first."""
    asked = [*program.identity, "name", "phone"]
    if len(program.all_tracks) > 1:
        asked.append("track")
    if program.groups:
        asked.append("group")
    asked += [column.id for column in public_fields(program)]
    from_others = {"age": "birth_date", "business_age": "business_start", "household": "family_card"}
    known = dict.fromkeys(from_others.get(name, name) for name in asked)
    own = {spec.id for spec in program.fields}
    return tuple(name for name in known if name in CATALOGUE or name in own or name in program.identity)


def _as_id(typed: str) -> str:
    """What somebody typed as an id; another program's where nothing of it can be one."""
    plain = unicodedata.normalize("NFKD", typed).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_ID].strip("-")
    return made if is_folder_name(made) else "kendal-wub-2025"


def _faults(options: InitOptions, folder: Path) -> tuple[Diagnostic, ...]:
    if not is_folder_name(options.id):
        return (Diagnostic("IKM575", params={"found": options.id, "example": _as_id(options.id)}),)
    if options.kind not in KIND_NAMES:
        return (Diagnostic("IKM576", params={"found": options.kind, "known": ", ".join(KIND_NAMES)}),)
    if folder.exists():
        return (Diagnostic("IKM574", Where(file=shown(folder)), {"found": options.id}),)
    return ()


def run(options: InitOptions) -> Result[Started]:
    """Plan the files of a new cohort."""
    folder = options.root / "cohorts" / options.id
    if faults := _faults(options, folder):
        return Result(diagnostics=faults, unusable=True)
    text, problems = _copied(options, options.source) if options.source else (_skeleton(options), ())
    if text is None:
        return Result(diagnostics=problems)
    read = read_program(text, shown(folder / "program.yaml"))
    if read.value is None:
        return Result(diagnostics=read.diagnostics)
    from ikmctl.render.jsonout import dump_json
    from ikmctl.workflow.schema import program_schema

    schema = dump_json(program_schema(options.language)).encode()
    files: dict[Path, bytes | None] = {
        folder / "program.yaml": text.encode(),
        folder.parent / "program.schema.json": schema,
    }
    base: dict[Path, bytes | None] = {}
    for name, lines in ((".gitignore", _IGNORED), (".gitattributes", _ATTRIBUTES)):
        path = options.root / name
        old, faults = read_text(path)
        if faults:  # a file of somebody else's that cannot be read must not be written over
            return Result(diagnostics=faults, unusable=True)
        if (body := _with_lines(old or "", lines)) is not None:
            files[path], base[path] = body, None if old is None else old.encode()
    data = Started(options.id, shown(folder), tuple(shown(path) for path in files), questions(read.value))
    return Result(data, read.diagnostics, Changes(files, base=base), next_step=f"ikmctl validate --cohort {options.id}")
