"""A clone whose pre-commit hook is written in Python."""

import subprocess
from pathlib import Path


def make(root: Path) -> None:
    """Write the hook of somebody else."""
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    hook = root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/usr/bin/env python3\nprint('mine')\n")
