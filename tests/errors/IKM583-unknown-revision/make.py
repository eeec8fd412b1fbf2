"""A repository with one commit."""

import subprocess
from pathlib import Path


def make(root: Path) -> None:
    """Commit what is there."""
    git = ["git", "-c", "user.name=Contoh", "-c", "user.email=contoh@example.org"]
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message=first"]):
        subprocess.run([*git, *words], cwd=root, check=True)
