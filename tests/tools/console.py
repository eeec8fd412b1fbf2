"""Run command lines in this process, as quickly as a call and with the same code as a terminal."""

import contextlib
import io
import os
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ikmctl.cli import run

COLUMNS = "110"
ELSEWHERE = "..."
"""What stands for the folder of the run, which is another one each time."""


@dataclass(frozen=True)
class Answer:
    """Exit code, the answer, the talk, and both in the order in which they were written."""

    code: int
    out: str
    err: str
    both: str


class _Tee(io.StringIO):
    """A stream that also writes to a shared one, and shows every letter as a terminal does."""

    encoding = "utf-8"

    def __init__(self, shared: io.StringIO) -> None:
        super().__init__()
        self._shared = shared

    def write(self, text: str) -> int:
        self._shared.write(text)
        return super().write(text)


@contextlib.contextmanager
def standing_in(folder: Path, environment: Mapping[str, str]) -> Iterator[None]:
    """Work in `folder` with only the project's own variables set."""
    before, here = dict(os.environ), Path.cwd()
    for name in [name for name in os.environ if name.startswith("IKMCTL_")]:
        del os.environ[name]
    os.environ.update({"COLUMNS": COLUMNS, "NO_COLOR": "1", **environment})
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(here)
        os.environ.clear()
        os.environ.update(before)


def ikmctl(
    argv: str | Sequence[str], folder: Path, lang: str = "en", environment: Mapping[str, str] | None = None
) -> Answer:
    """Run one command line in `folder`; a text is split as a shell would."""
    words = shlex.split(argv, comments=True) if isinstance(argv, str) else list(argv)
    words = words[1:] if words[:1] == ["ikmctl"] else words
    both = io.StringIO()
    out, err = _Tee(both), _Tee(both)
    with (
        standing_in(folder, {"IKMCTL_LANG": lang, **(environment or {})}),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = run(words)
    texts = (stream.getvalue().replace(str(folder.resolve()), ELSEWHERE) for stream in (out, err, both))
    return Answer(code, *texts)
