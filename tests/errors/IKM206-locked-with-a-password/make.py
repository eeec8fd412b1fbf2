"""A workbook that Excel has encrypted: a container of the old kind with two streams of fixed names."""

from pathlib import Path

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def entry(name: str, kind: int, child: int, right: int) -> bytes:
    """One entry of the container's directory."""
    words = name.encode("utf-16-le")
    head = words + bytes(64 - len(words)) + (len(words) + 2).to_bytes(2, "little") + bytes([kind, 1])
    links = b"".join(number.to_bytes(4, "little") for number in (FREE, right, child))
    return head + links + bytes(36) + END.to_bytes(4, "little") + bytes(8)


def make(root: Path) -> None:
    """A header, one sector of the allocation table, one of the directory."""
    numbers = [0x0003003E, 0x0009FFFE, 6, 0, 0, 1, 1, 0, 4096, END, 0, END, 0, 0, *[FREE] * 108]
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += b"".join(number.to_bytes(4, "little") for number in numbers[:2])
    header += (6).to_bytes(4, "little") + bytes(8)
    header += b"".join(number.to_bytes(4, "little") for number in (1, 1, 0, 4096, END, 0, END, 0, 0))
    header += b"".join(number.to_bytes(4, "little") for number in [FREE] * 108)
    table = b"".join(number.to_bytes(4, "little") for number in [FAT, END, *[FREE] * 126])
    directory = (
        entry("Root Entry", 5, 1, FREE) + entry("EncryptionInfo", 2, FREE, 2) + entry("EncryptedPackage", 2, FREE, FREE)
    )
    directory += bytes(SECTOR - len(directory))
    (root / "peserta.xlsx").write_bytes(header[:SECTOR].ljust(SECTOR, b"\xff") + table + directory)
