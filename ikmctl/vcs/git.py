"""The git program, asked in the smallest ways: where is the repository, what did a file say then, what is staged.

Nothing here fails with an exception: without git, outside a repository or at an unknown revision the answer is None.
"""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

_TIMEOUT: Final = 60
_QUIET: Final[Mapping[str, str]] = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}


class Repository(Struct, frozen=True):
    """A work tree of git."""

    top: Path

    def run(self, *args: str, text: bytes | None = None) -> bytes | None:
        """The standard output of one git command, or None where it failed."""
        return _run(self.top, *args, text=text)

    def resolve(self, revision: str) -> str | None:
        """The commit that a revision names."""
        if revision.startswith("-"):
            return None
        found = self.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return found.decode().strip() if found else None

    def path_of(self, path: Path) -> str | None:
        """A path as git names it, or None outside the work tree."""
        try:
            return Path(os.path.realpath(path)).relative_to(self.top).as_posix()
        except ValueError:
            return None

    def read(self, commit: str, path: Path) -> bytes | None:
        """What a file held at a commit; None where it was not there."""
        name = self.path_of(path)
        return None if name is None else self.run("cat-file", "blob", f"{commit}:{name}")

    def changed(self, commits: Sequence[str], folder: Path) -> tuple[tuple[Path, int, int], ...]:
        """What differs below a folder between two commits, or one and the work tree: file, lines new, lines gone."""
        name = self.path_of(folder)
        found = self.run("diff", "--numstat", "--no-renames", "--no-ext-diff", "-z", *commits, "--", name or ".")
        lines = os.fsdecode(found or b"").split("\0")
        parts = (line.split("\t", 2) for line in lines if line)
        return tuple((self.top / path, _lines(new), _lines(gone)) for new, gone, path in parts)

    def tracked(self) -> tuple[Path, ...]:
        """Files that git tracks."""
        return self._names("ls-files", "-z")

    def staged(self) -> tuple[Path, ...]:
        """Files that the next commit adds, changes or takes away."""
        return self._names("diff", "--cached", "--name-only", "--no-renames", "-z")

    def unstaged(self, folder: Path) -> frozenset[Path]:
        """Files below a folder that lie there otherwise than the next commit will hold them."""
        below = ("-z", "--", self.path_of(folder) or ".")
        changed = self._names("diff", "--name-only", "--no-renames", "--no-ext-diff", *below)
        return frozenset((*changed, *self._names("ls-files", "--others", *below)))

    def read_staged(self, path: Path) -> bytes | None:
        """What the next commit will hold of a file."""
        name = self.path_of(path)
        return None if name is None else self.run("cat-file", "blob", f":{name}")

    def config(self, key: str) -> str | None:
        """A value of this clone's configuration."""
        found = self.run("config", "--local", "--get", key)
        return None if found is None else os.fsdecode(found).rstrip("\n")

    def set_config(self, key: str, value: str | None) -> bool:
        """Set a value of this clone's configuration, or with None take it away."""
        args = ("--unset-all", key) if value is None else (key, value)
        return self.run("config", "--local", *args) is not None

    def remotes(self) -> tuple[str, ...]:
        """Addresses that this clone pushes to."""
        found = self.run("remote", "-v")
        return tuple(sorted({line.split()[1] for line in os.fsdecode(found or b"").splitlines() if "(push)" in line}))

    def hooks(self) -> Path | None:
        """The folder of hooks that git runs in this clone."""
        found = self.run("rev-parse", "--git-path", "hooks")
        return None if found is None else Path(os.path.realpath(self.top / os.fsdecode(found.rstrip(b"\r\n"))))

    def _names(self, *args: str) -> tuple[Path, ...]:
        found = self.run(*args) or b""
        return tuple(self.top / os.fsdecode(name) for name in found.split(b"\0") if name)


def _lines(told: str) -> int:
    """A count as git tells it; of a file that is no text it tells `-`."""
    return int(told) if told.isdigit() else 0


def find_repository(start: Path) -> Repository | None:
    """The repository around a folder, or None (no git program, no repository)."""
    folder = start if start.is_dir() else start.parent
    found = _run(folder, "rev-parse", "--show-toplevel")
    return Repository(Path(os.fsdecode(found.rstrip(b"\n"))).resolve()) if found else None


def _run(folder: Path, *args: str, text: bytes | None = None) -> bytes | None:
    environment = {**os.environ, **_QUIET}
    try:
        done = subprocess.run(  # noqa: S603  # arguments are a list, and revisions are checked by `resolve`
            ["git", *args],  # noqa: S607  # the user's own git, from their PATH
            cwd=folder, input=text or b"", capture_output=True, timeout=_TIMEOUT, check=False, env=environment,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
