"""What a command wants written: the new bytes of each file, worked out before anything is touched."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace


class Changes(Struct, frozen=True):
    """The files to write; None deletes one.

    `private` files are readable by their owner alone. `named` files are those that the user named with
    `-o`: they may lie anywhere. `base` is what the command has read: where a file says something else
    by the time of writing, nothing is written.
    """

    files: Mapping[Path, bytes | None]
    private: frozenset[Path] = field(default_factory=frozenset)
    named: Mapping[Path, bytes] = field(default_factory=dict)
    base: Mapping[Path, bytes | None] = field(default_factory=dict)

    def differing(self) -> dict[Path, bytes | None]:
        """All files that the disk has otherwise, by absolute path."""
        every: dict[Path, bytes | None] = {**self.files, **self.named}
        return {path.absolute(): body for path, body in every.items() if read_bytes(path) != body}

    def moved(self, old: Path, new: Path) -> "Changes":
        """The same with one file under another name."""
        files = {new if path == old else path: body for path, body in self.files.items()}
        named = {new if path == old else path: body for path, body in self.named.items()}
        private = frozenset(new if path == old else path for path in self.private)
        return replace(self, files=files, named=named, private=private)


def read_bytes(path: Path) -> bytes | None:
    """The bytes of a file, None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
