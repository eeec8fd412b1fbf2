"""Fail one call to the operating system from inside of the process, so that it works on every system."""

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import pytest

CALLS: Final = (
    "open", "write", "fsync", "close", "link", "replace", "unlink", "mkdir", "rmdir", "stat", "lstat", "scandir",
)  # fmt: skip
"""What writing asks of the system, by its name in `os`."""


class Killed(BaseException):
    """The process is gone: nothing it asks for happens any more."""


class Faults:
    """Counts calls and lets the chosen one fail, and with `lasting` all that follow."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, places: Sequence[tuple[Any, str]] = ()) -> None:
        """Hook `CALLS` in `os`, and functions that stand elsewhere."""
        self.count = 0
        self.at = 0
        self.fault: Callable[[], BaseException] = Killed
        self.lasting = False
        self.only: frozenset[str] = frozenset(CALLS)
        self.armed = False
        self.names: list[str] = []
        for place, name in (*((os, name) for name in CALLS), *places):
            monkeypatch.setattr(place, name, self.hook(name, getattr(place, name)))

    def hook(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            if self.armed and name in self.only:
                self.count += 1
                self.names.append(name)
                if self.count == self.at or (self.lasting and self.count > self.at > 0):
                    if name == "close":
                        real(*args, **options)  # what says that it failed is closed all the same
                    raise self.fault()
            # these tests are about order, not about the disk: nobody waits for it
            return None if name == "fsync" else real(*args, **options)

        return call

    @contextlib.contextmanager
    def at_call(self, number: int, fault: Callable[[], BaseException], *, lasting: bool) -> Iterator[None]:
        self.count, self.at, self.fault, self.lasting, self.armed = 0, number, fault, lasting, True
        self.names = []
        try:
            yield
        finally:
            self.armed = False
