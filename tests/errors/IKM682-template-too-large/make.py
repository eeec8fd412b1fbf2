"""A small Word file that is huge when unpacked."""

import zipfile
from pathlib import Path


def make(root: Path) -> None:
    """Fifty-one megabytes of zeros."""
    with zipfile.ZipFile(root / "ba.docx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/image1.bmp", bytes(51_000_000))
