"""Zip files written byte by byte, so that their directory can lie."""

import struct
import zlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One member: its packed bytes and what the zip says about them."""

    name: bytes
    packed: bytes
    method: int
    crc: int
    size: int
    flags: int = 0

    def local_header(self) -> bytes:
        return b"PK\x03\x04" + self._common() + struct.pack("<HH", len(self.name), 0) + self.name

    def central_header(self, offset: int) -> bytes:
        head = (
            b"PK\x01\x02"
            + struct.pack("<H", 20)
            + self._common()
            + struct.pack("<HHHHHII", len(self.name), 0, 0, 0, 0, 0, offset)
        )
        return head + self.name

    def _common(self) -> bytes:
        dated = struct.pack("<HHHHH", 20, self.flags, self.method, 0, 0x21)
        return dated + struct.pack("<III", self.crc, len(self.packed), min(self.size, 0xFFFFFFFF))


def deflated(name: str, content: bytes, *, size: int | None = None, flags: int = 0) -> Entry:
    """A packed member; `size` is what the directory claims."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    return Entry(name.encode(), packed, 8, zlib.crc32(content), len(content) if size is None else size, flags)


def repeated(name: str, head: bytes, block: bytes, times: int, tail: bytes, *, size: int | None = None) -> Entry:
    """A member of `head + block * times + tail`, packed without ever holding it: how bombs are made."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    start = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    again = zlib.compressobj(9, zlib.DEFLATED, -15)
    middle = again.compress(block) + again.flush(zlib.Z_FULL_FLUSH)
    last = zlib.compressobj(9, zlib.DEFLATED, -15)
    end = last.compress(tail) + last.flush()
    real = len(head) + len(block) * times + len(tail)
    return Entry(name.encode(), start + middle * times + end, 8, 0, real if size is None else size)


def archive(*entries: Entry) -> bytes:
    """The zip of these members."""
    body, directory = b"", b""
    for entry in entries:
        directory += entry.central_header(len(body))
        body += entry.local_header() + entry.packed
    end = struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), len(body), 0)
    return body + directory + b"PK\x05\x06" + end
