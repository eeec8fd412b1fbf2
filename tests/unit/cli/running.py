"""Run the command line in this process, with streams of our own."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ikmctl.cli import run


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


class _Stream(io.TextIOWrapper):
    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)  # type: ignore[attr-defined,no-any-return]  # a BytesIO


@contextmanager
def _streams(encoding: str) -> Iterator[tuple[_Stream, _Stream]]:
    kept = sys.stdout, sys.stderr
    pair = _Stream(io.BytesIO(), encoding, newline="\n"), _Stream(io.BytesIO(), encoding, newline="\n")
    sys.stdout, sys.stderr = pair
    try:
        yield pair
    finally:
        sys.stdout, sys.stderr = kept


def ikmctl(*argv: str, encoding: str = "utf-8") -> Ran:
    """One command line; English unless `--lang` is given."""
    words = [*argv] if any(word.startswith("--lang") for word in argv) else ["--lang=en", *argv]
    with _streams(encoding) as (out, err):
        code = run(words)
        return Ran(code, out.text(), err.text())
