"""The check `privacy`: no NIK, phone or e-mail in files that git tracks or is about to."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.engine.privacy import scan
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.load import shown

if TYPE_CHECKING:
    from ikmctl.vcs.git import Repository

CHECK: Final = "privacy"
_CODES: Final[Mapping[str, str]] = {"nik": "IKM584", "phone": "IKM585", "email": "IKM586"}
_MOST_BYTES: Final = 20_000_000
_SAMPLE: Final = "sample"
"""Where an example program keeps its workbooks of made-up people."""


def scan_text(file: str, text: str, *, synthetic: bool) -> Iterator[Diagnostic]:
    """Problems of one text. The value itself is never repeated."""
    for sight in scan(text, synthetic=synthetic):
        yield Diagnostic(
            _CODES[sight.kind], Where(file=file, line=sight.line, column=sight.column, length=sight.length)
        )


def scan_texts(paths: CohortPaths, texts: Mapping[str, str], *, synthetic: bool) -> tuple[Diagnostic, ...]:
    """Problems in the tracked files of a cohort that are read anyway."""
    return tuple(
        item
        for name, text in sorted(texts.items())
        for item in scan_text(shown(paths.root / name), text, synthetic=synthetic)
    )


def _bytes_of(repository: "Repository", path: Path, *, staged: bool) -> bytes:
    try:
        return (repository.read_staged(path) or b"") if staged else path.read_bytes()
    except OSError:
        return b""


def scan_repository(folder: Path, *, synthetic: bool) -> tuple[Diagnostic, ...]:
    """Problems in every file below `folder` that git tracks."""
    from ikmctl.vcs.git import find_repository

    repository = find_repository(folder)
    if repository is None:
        return ()
    inside = folder.resolve()
    files = (path for path in repository.tracked() if path.is_relative_to(inside))
    return scan_files(repository, files, synthetic=synthetic, staged=False)


def scan_files(
    repository: "Repository", files: Iterable[Path], *, synthetic: bool, staged: bool
) -> tuple[Diagnostic, ...]:
    """Problems in files as they lie in the work tree, or (`staged`) as the next commit will hold them."""
    return tuple(
        item for path in files for item in _scan(path, _bytes_of(repository, path, staged=staged), synthetic=synthetic)
    )


def _scan(path: Path, data: bytes, *, synthetic: bool) -> Iterator[Diagnostic]:
    from ikmctl.sheets.inside import is_text

    if len(data) > _MOST_BYTES:
        yield _unseen(path, f"> {_MOST_BYTES // 1_000_000} MB")
    elif is_text(data):
        yield from scan_text(shown(path), data.decode("utf-8", "replace"), synthetic=synthetic)
    elif not (synthetic and _SAMPLE in path.parts):
        yield from _scan_packed(path, data, synthetic=synthetic)


def _scan_packed(path: Path, data: bytes, *, synthetic: bool) -> Iterator[Diagnostic]:
    """One problem for a whole workbook: how much of what is in it; or that nobody could look."""
    from ikmctl.sheets.inside import texts
    from ikmctl.sheets.refuse import RefusedError

    found: dict[str, set[str]] = {kind: set() for kind in _CODES}
    unseen: str | None = None
    try:
        for text in texts(data):
            lines = text.splitlines()
            for one in scan(text, synthetic=synthetic):
                found[one.kind].add(lines[one.line - 1][one.column - 1 :][: one.length])
    except RefusedError as refused:
        unseen = str(refused.params.get("found", refused.code))
    if any(found.values()):
        counts = {kind: len(values) for kind, values in found.items()}
        yield Diagnostic("IKM627", Where(file=shown(path)), {**counts, "name": shown(path)})
    elif unseen is not None:
        yield _unseen(path, unseen)


def _unseen(path: Path, what: str) -> Diagnostic:
    return Diagnostic("IKM628", Where(file=shown(path)), {"what": what}, Severity.WARNING)
