"""What is known before an import: the cohort, the private register, the office key, accepted columns."""

import contextlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Final, TypeAlias

from msgspec import Struct, field

from ikmctl.domain.diagnostic import Diagnostic, Where, has_errors
from ikmctl.domain.ledger import ImportRecord
from ikmctl.domain.participant import NIK_LENGTH, Person
from ikmctl.domain.program import Program
from ikmctl.domain.record import Veiled
from ikmctl.store.files import read_columns
from ikmctl.store.layout import CohortPaths
from ikmctl.store.ledgers import read_imports
from ikmctl.store.register import KEY_BYTES, Helped, is_day, read_history, read_key, read_people
from ikmctl.workflow.importing.data import ImportOptions
from ikmctl.workflow.load import Cohort, load, read_text, shown

Progress: TypeAlias = Callable[[int, int], None]
"""Called with rows done and rows in all."""

_DAYS: Final = ("birth_date", "business_start")


def silent(done: int, total: int) -> None:
    """Tell nobody how far it is."""


class State(Veiled, frozen=True):
    """Everything that an import starts from. `fresh_key` says that the office had no key yet."""

    veiled: ClassVar = frozenset({"key", "base"})

    cohort: Cohort
    people: tuple[Person, ...] = ()
    has_register: bool = False
    key: bytes = b""
    fresh_key: bool = False
    history: tuple[Helped, ...] = ()
    records: tuple[ImportRecord, ...] = ()
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    notes: tuple[Diagnostic, ...] = ()
    base: Mapping[Path, bytes | None] = field(default_factory=dict)
    """What stood in the files that an import may write, so that nobody's edit meanwhile is lost."""

    @property
    def paths(self) -> CohortPaths:
        """Where the files lie."""
        return self.cohort.paths

    @property
    def program(self) -> Program:
        """The rules."""
        return self.cohort.program


class Job(Struct, frozen=True):
    """One run of `import`: what was there, what was asked, which headers were confirmed before."""

    state: State
    options: ImportOptions
    accepted: Mapping[str, str] = field(default_factory=dict)
    progress: Progress = silent


def open_state(paths: CohortPaths, rewritten: Sequence[Path] = ()) -> tuple[State | None, tuple[Diagnostic, ...]]:
    """Read what is there. Faults of files in `rewritten` stop nothing: the import writes them anew."""
    cohort, problems = load(paths)
    anew = {shown(path) for path in rewritten}
    problems = tuple(item for item in problems if item.where.file not in anew)
    if cohort is None or has_errors(problems):
        return None, problems
    faults = list(problems)
    people_text = _text(paths.people, faults)
    people, damaged = ((), []) if people_text is None else read_people(people_text, shown(paths.people))
    key, key_faults = read_key(paths.key)
    before = _text(paths.history, faults)
    history, history_faults = ((), []) if before is None else read_history(before, shown(paths.history))
    records, ledger_faults = read_imports(_text(paths.imports, faults) or "", shown(paths.imports))
    columns = read_columns(_text(paths.columns, faults) or "", shown(paths.columns))
    faults += [
        *damaged,
        *_odd_days(people, cohort.program, shown(paths.people)),
        *key_faults,
        *history_faults,
        *ledger_faults,
        *columns.diagnostics,
    ]
    if has_errors(faults):
        return None, tuple(faults)
    state = State(
        cohort, people, people_text is not None, key or secrets.token_bytes(KEY_BYTES), key is None,
        history, records, columns.value or {}, tuple(faults), _base(paths),
    )  # fmt: skip
    return state, tuple(faults)


def _odd_days(people: Sequence[Person], program: Program, file: str) -> list[Diagnostic]:
    """Days of the register that somebody wrote otherwise: an age would be worked out from them."""
    names = {name for name in _DAYS if all(spec.id != name for spec in program.fields)}
    found = []
    line = 2
    for person in people:
        if any((text := person.private.get(name)) and not is_day(text) for name in names):
            found.append(Diagnostic("IKM310", Where(file=file), {"line": str(line)}))
        line += max(1, len(person.former))  # each former identity stands on a line of its own
    return found


def _base(paths: CohortPaths) -> dict[Path, bytes | None]:
    """The bytes of every file that an import may write or rests on."""
    written = (paths.participants, paths.marks, paths.outcomes, paths.imports, paths.columns, paths.partners)
    rested = (paths.program, paths.decisions, paths.events)
    found: dict[Path, bytes | None] = {}
    for path in (*written, *rested, paths.people, paths.key, paths.history):
        with contextlib.suppress(OSError):
            found[path] = path.read_bytes() if path.exists() else None
    return found


def _text(path: Path, faults: list[Diagnostic]) -> str | None:
    text, problems = read_text(path)
    faults += problems
    return text


def register_missing(state: State) -> tuple[Diagnostic, ...]:
    """Participants without people.csv: their numbers would be given to other people, so import refuses.

    An example with made-up people is exempt: its register follows from its own workbooks.
    """
    if state.has_register or not state.cohort.participants or state.program.synthetic:
        return ()
    place = Where(file=shown(state.paths.people))
    return (Diagnostic("IKM316", place, {"count": len(state.cohort.participants)}),)


def is_nik(text: str) -> bool:
    """Whether a text has the length of a NIK and digits only."""
    return len(text) == NIK_LENGTH and text.isascii() and text.isdigit()
