"""A clone that pushes to a public host."""

import subprocess
from pathlib import Path


def make(root: Path) -> None:
    """Name a remote."""
    git = ["git", "-c", "user.name=Contoh", "-c", "user.email=contoh@example.org"]
    for words in (["init", "--quiet"], ["remote", "add", "origin", "https://github.com/contoh/program.git"]):
        subprocess.run([*git, *words], cwd=root, check=True)
