"""A registry that imports an entry when it is first asked for: a program uses few of all rules, scales and methods."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Registry(Mapping[str, T], Generic[T]):
    """Entries by the word in program.yaml, which is also the name of their module in the package."""

    def __init__(self, package: str, names: Mapping[str, str], build: Callable[[Any], T]) -> None:
        """Register `names` (word -> what its module calls it); `build` makes the entry from that."""
        self._package = package
        self._names = names
        self._build = build
        self._known: dict[str, T] = {}

    def __getitem__(self, word: str) -> T:
        if word not in self._known:
            name = self._names[word]
            self._known[word] = self._build(getattr(import_module(f"{self._package}.{word}"), name))
        return self._known[word]

    def __contains__(self, word: object) -> bool:
        return word in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
