"""The check `privacy`: no NIK, phone or e-mail in files that git tracks or is about to."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ikmctl.domain.diagnostic import Diagnostic, Where
from ikmctl.engine.privacy import scan
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.load import shown

if TYPE_CHECKING:
    from ikmctl.vcs.git import Repository

CHECK: Final = "privacy"
_CODES: Final[Mapping[str, str]] = {"nik": "IKM584", "phone": "IKM585", "email": "IKM586"}
_BINARY: Final = b"\0"
_MOST_BYTES: Final = 20_000_000


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


def scan_repository(folder: Path, *, synthetic: bool, staged: bool = False) -> tuple[Diagnostic, ...]:
    """Problems in every text file below `folder` that git tracks, or (`staged`) that the next commit brings."""
    from ikmctl.vcs.git import find_repository

    repository = find_repository(folder)
    if repository is None:
        return ()
    found: list[Diagnostic] = []
    inside = folder.resolve()
    for path in repository.staged() if staged else repository.tracked():
        if not path.is_relative_to(inside):
            continue
        data = _bytes_of(repository, path, staged=staged)
        if _BINARY in data[:8000] or len(data) > _MOST_BYTES:
            continue
        found += scan_text(shown(path), data.decode("utf-8", "replace"), synthetic=synthetic)
    return tuple(found)
