"""Files that hold what is expected: compared, or with `--update` written anew with the difference printed."""

import difflib
from pathlib import Path

import pytest


class Expected:
    """Compares texts with files; every difference of a test is shown at once."""

    def __init__(self, *, update: bool) -> None:
        self._update = update
        self._faults: list[str] = []

    def check(self, path: Path, text: str) -> None:
        """The file at `path` holds `text`."""
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        if before == text and path.exists():
            return
        lines = difflib.unified_diff(before.splitlines(), text.splitlines(), f"{path} (expected)", "now", lineterm="")
        difference = "\n".join(lines)
        if self._update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(difference)  # noqa: T201  the person who updates reads it with -s
        else:
            self._faults.append(difference or f"{path} does not exist")

    def finish(self) -> None:
        """Fail if anything differed."""
        if self._faults:
            pytest.fail("\n\n".join([*self._faults, "If that is right: the same pytest command with --update"]))
