"""A scanned card under git."""

import subprocess
from pathlib import Path


def make(root: Path) -> None:
    """Its beginning is enough to know a PDF by."""
    (root / "pindaian.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    subprocess.run(["git", "add", "pindaian.pdf"], cwd=root, check=True)
