"""The zip around a workbook: checked before any part is unpacked, unpacked only in counted pieces."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from ikmctl.sheets.refuse import FREE_XML, MEGA, MOST_PARTS, MOST_RATIO, MOST_XML, RefusedError, odd

_CHUNK: Final = 64 * 1024
_ENCRYPTED: Final = 0x1
_DAMAGE: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, LookupError,
)  # fmt: skip
"""What the standard library raises over a damaged zip; it promises no single type."""
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Package(Struct, frozen=True):
    """An opened zip whose directory has passed `open_package`."""

    archive: zipfile.ZipFile
    parts: Mapping[str, zipfile.ZipInfo]

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of one part in pieces; refused as soon as it outgrows what is bearable."""
        info = self.parts[name]
        read = 0
        try:
            with self.archive.open(info) as stream:
                while piece := stream.read(_CHUNK):
                    read += len(piece)
                    _check_size(read, info.compress_size)
                    yield piece
        except _DAMAGE as error:
            raise RefusedError("IKM207", why=f"{name}: {type(error).__name__}") from error

    def content(self, name: str) -> bytes:
        """The content of one part at once."""
        return b"".join(self.chunks(name))

    def rebuilt(self, contents: Mapping[str, bytes]) -> bytes:
        """A plain zip of parts that were inspected, so that a reader sees exactly what the guard saw."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as target:
            for name, content in contents.items():
                target.writestr(zipfile.ZipInfo(name), content)
        return buffer.getvalue()


def _check_size(size: int, packed: int) -> None:
    if size > MOST_XML or (size > FREE_XML and size > MOST_RATIO * max(packed, 1)):
        raise RefusedError("IKM208", size=size // MEGA, most=(MOST_XML if size > MOST_XML else FREE_XML) // MEGA)


def _check_name(name: str) -> None:
    steps = name.split("/")
    if name.startswith("/") or "\\" in name or ":" in steps[0] or ".." in steps or "\0" in name:
        raise odd("zip path")


def open_package(data: bytes) -> Package:
    """Open the zip of a workbook, or raise `RefusedError`."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        raise RefusedError("IKM207", why=f"zip: {type(error).__name__}") from error
    infos = archive.infolist()
    if len(infos) > MOST_PARTS:
        raise odd(f"{len(infos)} zip parts")
    parts: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for info in infos:
        _check_name(info.filename)
        if info.filename.casefold() in seen:
            raise odd("duplicate zip part")
        seen.add(info.filename.casefold())
        if info.flag_bits & _ENCRYPTED:
            raise RefusedError("IKM206")
        if info.compress_type not in _METHODS:
            raise odd(f"zip method {info.compress_type}")
        parts[info.filename] = info
    return Package(archive, parts)


def check_declared(package: Package, names: list[str]) -> None:
    """Refuse by the sizes that the zip states, before anything is unpacked."""
    total = 0
    for name in names:
        info = package.parts[name]
        _check_size(info.file_size, info.compress_size)
        total += info.file_size
    if total > MOST_XML:
        raise RefusedError("IKM208", size=total // MEGA, most=MOST_XML // MEGA)
