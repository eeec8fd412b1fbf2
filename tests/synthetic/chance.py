"""Numbers that look like chance and follow from a seed alone, so that samples never change by themselves."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream of whole numbers: SHA-256 of the seed and a counter."""

    def __init__(self, *seed: str) -> None:
        self._seed = "\n".join(seed)
        self._count = 0

    def below(self, limit: int) -> int:
        """The next number from 0 to `limit - 1`."""
        self._count += 1
        digest = hashlib.sha256(f"{self._seed}\n{self._count}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % limit

    def between(self, low: int, high: int) -> int:
        """The next number from `low` to `high`, both included."""
        return low + self.below(high - low + 1)

    def bell(self, low: int, high: int) -> int:
        """A number from `low` to `high` that prefers the middle."""
        return sum(self.between(low, high) for _ in range(3)) // 3

    def percent(self, share: int) -> bool:
        """True in about `share` of 100 calls."""
        return self.below(100) < share

    def pick(self, items: Sequence[T]) -> T:
        """One of `items`."""
        return items[self.below(len(items))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """All of `items` in another order."""
        rest = list(items)
        return [rest.pop(self.below(len(rest))) for _ in range(len(rest))]
