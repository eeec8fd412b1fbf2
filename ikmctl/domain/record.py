"""Records that keep some of their fields to themselves."""

from typing import ClassVar

from msgspec import Struct


class Veiled(Struct, frozen=True):
    """A record whose `veiled` fields appear neither in its repr nor in JSON, since they are private or large."""

    veiled: ClassVar[frozenset[str]]

    def __repr__(self) -> str:
        """The record without them."""
        shown = (f"{name}={getattr(self, name)!r}" for name in self.__struct_fields__ if name not in self.veiled)
        return f"{type(self).__name__}({', '.join(shown)})"
