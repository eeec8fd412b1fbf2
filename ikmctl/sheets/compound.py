"""Streams of an OLE compound file, the container of xls and of workbooks locked with a password."""

import struct
from collections.abc import Iterator
from typing import Final

from ikmctl.sheets.refuse import RefusedError

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER: Final = 512
_ENTRY: Final = 128
_LAST: Final = 0xFFFFFFFA
"""Sector numbers from here on are marks such as end of chain."""
_STREAM: Final = 2
_ROOT: Final = 5
_SHIFTS: Final = (9, 12)
_LISTED: Final = 109


def _damaged(why: str) -> RefusedError:
    return RefusedError("IKM207", why=f"OLE: {why}")


class Compound:
    """Reads the tables of the file; a chain that loops or leaves the file is damage."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER:
            raise _damaged("header")
        self._data = data
        (shift,) = struct.unpack_from("<H", data, 30)
        if shift not in _SHIFTS:
            raise _damaged("sector size")
        self._size = 1 << shift
        self._sectors = len(data) // self._size
        self._next = self._table()
        entries = self._chain_bytes(struct.unpack_from("<I", data, 48)[0])
        self._entries = dict(_entries(entries))
        self._cutoff = struct.unpack_from("<I", data, 56)[0]

    def names(self) -> frozenset[str]:
        """Names of all streams and storages."""
        return frozenset(self._entries)

    def stream(self, name: str) -> bytes | None:
        """The content of one stream, or None where there is none of that name."""
        found = self._entries.get(name)
        if found is None or found[0] != _STREAM:
            return None
        _, start, size = found
        if size < self._cutoff:
            return self._small(start)[:size]
        content = self._chain_bytes(start)
        if len(content) < size:
            raise _damaged("stream")
        return content[:size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _table(self) -> list[int]:
        """The sector that follows each sector."""
        listed = list(struct.unpack_from(f"<{_LISTED}I", self._data, 76))
        more, count = struct.unpack_from("<II", self._data, 68)
        for _ in range(min(count, self._sectors)):
            if more >= _LAST:
                break
            if len(listed) > _LISTED + self._sectors:
                raise _damaged("table")
            sector = self._sector(more)
            numbers = struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])
            listed += numbers[:-1]
            more = numbers[-1] if numbers else _LAST
        used = [number for number in listed if number < _LAST]
        if len(used) > self._sectors:
            raise _damaged("table")
        joined = b"".join(map(self._sector, used))
        return list(struct.unpack(f"<{len(joined) // 4}I", joined[: len(joined) // 4 * 4]))

    def _chain(self, start: int, following: list[int], most: int) -> Iterator[int]:
        at = start
        for _ in range(min(len(following), most) + 1):
            if at >= _LAST:
                return
            yield at
            if at >= len(following):
                raise _damaged("chain")
            at = following[at]
        raise _damaged("loop")

    def _chain_bytes(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in self._chain(start, self._next, self._sectors))

    def _small(self, start: int) -> bytes:
        """A stream below the cutoff: 64-byte pieces inside the root's own stream."""
        first, _ = struct.unpack_from("<II", self._data, 60)
        table = self._chain_bytes(first)
        following = list(struct.unpack(f"<{len(table) // 4}I", table))
        root = next((entry for entry in self._entries.values() if entry[0] == _ROOT), None)
        if root is None:
            raise _damaged("root")
        pool = self._chain_bytes(root[1])
        chain = self._chain(start, following, len(pool) // 64)
        return b"".join(pool[number * 64 : number * 64 + 64] for number in chain)


def _entries(directory: bytes) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Name -> (kind, first sector, size) of every entry of the directory."""
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        if kind:
            name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", directory, at + 116)
            yield name, (kind, start, size)
