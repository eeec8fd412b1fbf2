"""`backup` and `restore`: the private folder of a program with the office key, in one encrypted file.

The file is an age file with a passphrase (any `age` program opens it) around a zip. Without the register
nobody knows who is behind a number, and without the key history.csv tells nothing.
"""

import hashlib
import io
import json
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar, Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.domain.record import Veiled
from ikmctl.store.changes import Changes
from ikmctl.store.layout import CohortPaths
from ikmctl.store.oserrors import explain
from ikmctl.store.register import KEY_BYTES, read_people
from ikmctl.workflow.load import load_program, read_text, shown
from ikmctl.workflow.result import Result

FORMAT: Final = "ikmctl/backup/1"
MANIFEST: Final = "manifest.json"
SHORTEST: Final = 12
"""Fewest characters of a passphrase; scrypt makes each guess dear, a short word still falls."""
_COHORT: Final = "program"
_OFFICE: Final = "office"
_OFFICE_FILES: Final = ("key", "history.csv")
_STAMP: Final = (2000, 1, 1, 0, 0, 0)
_LARGEST: Final = 512 * 1024 * 1024
_SIGN: Final = "backed-up.json"
"""In the private folder: what the last backup held, so that `status` can remind."""


class BackupOptions(Veiled, frozen=True):
    """Where the backup goes, and the words that open it."""

    veiled: ClassVar = frozenset({"passphrase"})

    output: Path
    on: date
    passphrase: str = ""


class RestoreOptions(Veiled, frozen=True):
    """The backup, the words that open it, and whether newer files on this computer may be replaced."""

    veiled: ClassVar = frozenset({"passphrase"})

    source: Path
    passphrase: str = ""
    force: bool = False


class BackupData(Struct, frozen=True):
    """What a backup holds: files by name, and how many people are in its register."""

    file: str
    program: str
    on: str
    people: int
    files: tuple[str, ...]


def backup(paths: CohortPaths, options: BackupOptions) -> Result[BackupData]:
    """Put the private folder and the office files into one encrypted file."""
    place = Where(file=shown(options.output))
    if faults := _unready(options.passphrase, place):
        return Result(diagnostics=faults, unusable=True)
    read, _, problems = load_program(paths)
    if read is None or read.value is None:
        return Result(diagnostics=problems, unusable=True)
    text, faults = read_text(paths.people)
    if text is None:
        missing = (Diagnostic("IKM332", Where(file=shown(paths.people))),)
        return Result(diagnostics=(*problems, *(faults or missing)), unusable=True)
    people, damaged = read_people(text, shown(paths.people))
    if damaged:
        return Result(diagnostics=tuple(damaged))
    try:
        files = _gather(paths, options.output)
    except OSError as error:
        return Result(diagnostics=(explain(error, shown(Path(error.filename or paths.private))),), unusable=True)
    on = options.on.isoformat()
    data = BackupData(shown(options.output), read.value.id, on, len(people), tuple(files))
    body = _encrypt(_pack(files, data), options.passphrase)
    signed = _signed(paths, files, on)
    changes = Changes(signed, frozenset(signed), {options.output: body})
    return Result(data, problems, changes)


def restore(paths: CohortPaths, options: RestoreOptions) -> Result[BackupData]:
    """Bring the files of a backup back; different files that are here already are replaced only on request."""
    place = Where(file=shown(options.source))
    if faults := _unready(options.passphrase, place, known=True):
        return Result(diagnostics=faults, unusable=True)
    try:
        sealed = options.source.read_bytes()
    except OSError as error:
        return Result(diagnostics=(explain(error, shown(options.source)),), unusable=True)
    read, _, problems = load_program(paths)
    if read is None or read.value is None:
        return Result(diagnostics=problems, unusable=True)
    files, data, fault = _open(options, sealed, read.value.id)
    if fault is not None or data is None:
        return Result(diagnostics=(*problems, *((fault,) if fault else ())), unusable=True)
    targets = {_target(paths, name): body for name, body in files.items()}
    if refused := _overwrites(paths, targets, force=options.force):
        return Result(data, (*problems, *refused))
    files_to_write: dict[Path, bytes | None] = {**targets, **_signed(paths, files, data.on)}
    return Result(
        data,
        (*problems, *_gaps(paths, targets)),
        Changes(files_to_write, frozenset(files_to_write)),
        next_step="ikmctl status",
    )


def _signed(paths: CohortPaths, files: Mapping[str, bytes], on: str) -> dict[Path, bytes | None]:
    """The note that a register, as it stands in these files, is backed up."""
    register = files.get(f"{_COHORT}/people.csv")
    if register is None:
        return {}
    note = json.dumps({"on": on, "people": hashlib.sha256(register).hexdigest()}) + "\n"
    return {paths.private / _SIGN: note.encode()}


def is_due(paths: CohortPaths) -> bool:
    """Whether the register has changed since the last backup, or was never backed up."""
    try:
        register = paths.people.read_bytes()
    except OSError:
        return False
    try:
        last: Mapping[str, Any] = json.loads((paths.private / _SIGN).read_text(encoding="utf-8"))
        return bool(last["people"] != hashlib.sha256(register).hexdigest())
    except (OSError, ValueError, KeyError, TypeError):
        return True


def _unready(passphrase: str, place: Where, *, known: bool = False) -> tuple[Diagnostic, ...]:
    """What keeps encryption from working: the optional package, or a passphrase that falls at once."""
    try:
        _age()
    except ImportError:
        return (Diagnostic("IKM330", place),)
    if not known and len(passphrase) < SHORTEST:
        return (Diagnostic("IKM331", place, {"least": SHORTEST}),)
    return ()


def _gather(paths: CohortPaths, output: Path) -> dict[str, bytes]:
    """All private files by their name in the backup; an older backup among them is left out."""
    found: dict[str, bytes] = {}
    for path in sorted(paths.private.rglob("*")):
        if path.is_file() and path.suffix != ".age" and path.name != _SIGN and path.resolve() != output.resolve():
            if path.parent == paths.office and path.name in _OFFICE_FILES:
                continue
            found[f"{_COHORT}/{path.relative_to(paths.private).as_posix()}"] = path.read_bytes()
    for name in _OFFICE_FILES:
        path = paths.office / name
        if path.is_file():
            found[f"{_OFFICE}/{name}"] = path.read_bytes()
    return found


def _pack(files: Mapping[str, bytes], data: BackupData) -> bytes:
    import zipfile

    digests = {name: hashlib.sha256(body).hexdigest() for name, body in files.items()}
    manifest = {"format": FORMAT, "program": data.program, "on": data.on, "people": data.people, "files": digests}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(MANIFEST, _STAMP), json.dumps(manifest, indent=1, sort_keys=True))
        for name, body in files.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), body, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _age() -> Any:
    """The package that encrypts; it is optional and ships no types."""
    return import_module("pyrage")


def _encrypt(body: bytes, passphrase: str) -> bytes:
    sealed: bytes = _age().passphrase.encrypt(body, passphrase)
    return sealed


def _open(
    options: RestoreOptions, sealed: bytes, program: str
) -> tuple[dict[str, bytes], BackupData | None, Diagnostic | None]:
    """The files of a backup, each checked against its digest, or what is wrong with it."""
    place = Where(file=shown(options.source))
    try:
        body = _age().passphrase.decrypt(sealed, options.passphrase)
    except _age().DecryptError:
        return {}, None, Diagnostic("IKM333", place)
    files, manifest = _unpack(body)
    if manifest is None:
        return {}, None, Diagnostic("IKM334", place)
    if manifest["program"] != program:
        return {}, None, Diagnostic("IKM335", place, {"found": manifest["program"], "expected": program})
    data = BackupData(shown(options.source), program, manifest["on"], manifest["people"], tuple(files))
    return files, data, None


def _unpack(body: bytes) -> tuple[dict[str, bytes], Mapping[str, Any] | None]:
    """Files and manifest; nothing where a name, a digest or the form is not as we write it."""
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            if sum(item.file_size for item in archive.infolist()) > _LARGEST:
                return {}, None
            manifest = json.loads(archive.read(MANIFEST))
            files = {name: archive.read(name) for name in archive.namelist() if name != MANIFEST}
        digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
        sound = manifest["format"] == FORMAT and manifest["files"] == digests and all(map(_is_ours, files))
        told = [type(manifest[key]) for key in ("program", "on", "people")] == [str, str, int]
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, KeyError, TypeError, OSError):
        return {}, None
    return (files, manifest) if sound and told else ({}, None)


def _is_ours(name: str) -> bool:
    """Whether a name stays inside the folders that a backup may write."""
    parts = PurePosixPath(name).parts
    inside = name == "/".join(parts) and "\\" not in name and ":" not in name and ".." not in parts
    if not inside or len(parts) < len((_COHORT, "people.csv")):
        return False
    return parts[0] == _COHORT or (parts[0] == _OFFICE and "/".join(parts[1:]) in _OFFICE_FILES)


def _target(paths: CohortPaths, name: str) -> Path:
    first, *rest = PurePosixPath(name).parts
    return (paths.office if first == _OFFICE else paths.private).joinpath(*rest)


def _overwrites(paths: CohortPaths, targets: Mapping[Path, bytes], *, force: bool) -> list[Diagnostic]:
    """Files that are here and different: another key is never replaced, anything else only on request."""
    found = []
    for path, body in targets.items():
        if not path.is_file() or path.read_bytes() == body:
            continue
        if path == paths.key and path.stat().st_size == KEY_BYTES:
            found.append(Diagnostic("IKM336", Where(file=shown(path))))
        elif not force:
            found.append(Diagnostic("IKM338", Where(file=shown(path))))
    return found


def _gaps(paths: CohortPaths, targets: Mapping[Path, bytes]) -> tuple[Diagnostic, ...]:
    """Participants who came after the backup: their identities are not in it."""
    body = targets.get(paths.people)
    text, _ = read_text(paths.participants)
    if body is None or not text:
        return ()
    people, _ = read_people(body.decode(errors="replace"), shown(paths.people))
    known = {person.number for person in people}
    numbers = [line.partition(",")[0] for line in text.splitlines()[1:]]
    missing = [number for number in numbers if number and number not in known]
    params: dict[str, str | int] = {"count": len(missing), "people": ", ".join(missing[:10])}
    return (Diagnostic("IKM339", Where(file=shown(paths.people)), params, Severity.WARNING),) if missing else ()
