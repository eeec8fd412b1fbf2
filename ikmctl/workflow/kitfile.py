"""Read the files of an audit kit back, within limits, and only where its own digests agree."""

import hashlib
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Where
from ikmctl.store.oserrors import explain
from ikmctl.workflow.load import shown

SUMS: Final = "SHA256SUMS"
_LARGEST: Final = 512 * 1024 * 1024
_MOST: Final = 1000
_PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def read_kit(path: Path) -> tuple[Mapping[str, bytes] | None, tuple[Diagnostic, ...]]:
    """The files of a kit by their name in its folder, or why it cannot be used."""
    try:
        with zipfile.ZipFile(path) as source:
            entries = source.infolist()
            if any(entry.compress_type not in _PACKED for entry in entries):
                return None, (_unsound(path),)
            if len(entries) > _MOST or sum(entry.file_size for entry in entries) > _LARGEST:
                return None, (_unsound(path),)
            files = {entry.filename.partition("/")[2]: source.read(entry) for entry in entries}
    except OSError as error:
        return None, (explain(error, shown(path)),)
    except (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, EOFError):
        return None, (_unsound(path),)
    sums = files.pop(SUMS, b"").decode("utf-8", "replace").splitlines()
    told = {line[66:]: line[:64] for line in sums}
    real = {name: hashlib.sha256(body).hexdigest() for name, body in files.items()}
    return (files, ()) if told == real and "program.yaml" in files else (None, (_unsound(path),))


def _unsound(path: Path) -> Diagnostic:
    return Diagnostic("IKM602", Where(file=shown(path)))
