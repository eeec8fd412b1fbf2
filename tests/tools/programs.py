"""Programs that some tests need and that not every computer has: a test asks for them and is skipped without them.

Where `IKMCTL_MUST_RUN` is 1, as in `.ci/run`, a missing program is a failure instead.
"""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

PACKAGES: Final = {
    "soffice": "libreoffice-calc libreoffice-writer",
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "pdftoppm": "poppler-utils",
}
"""Programs and the Debian packages that bring them."""

FLAGS: Final = (
    "--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def lacking(reason: str) -> None:
    """Skip the test, or fail it where it must run."""
    if os.environ.get("IKMCTL_MUST_RUN") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def need(program: str) -> str:
    """The path of a program."""
    path = shutil.which(program)
    if path is None:
        lacking(f"{program} is not on this computer; Debian has it in {PACKAGES[program]}")
    return str(path)


def need_axe() -> str:
    """The source of axe-core, from the file or folder that `IKMCTL_AXE` names."""
    place = Path(os.environ.get("IKMCTL_AXE") or "nowhere")
    path = place / "axe.min.js" if place.is_dir() else place
    if not path.is_file():
        lacking("IKMCTL_AXE names no axe-core; `npm install axe-core` brings it")
    return path.read_text(encoding="utf-8")


@contextlib.contextmanager
def chromium(*more: str) -> Iterator[Any]:
    """A fresh Chromium without a window, which logs what it fetches."""
    from selenium.webdriver import Chrome, ChromeOptions, ChromeService

    binary, driver = need("chromium"), need("chromedriver")
    options = ChromeOptions()
    options.binary_location = binary
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        sandbox = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
        for flag in (*FLAGS, *sandbox, f"--user-data-dir={profile}", *more):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        browser = Chrome(options=options, service=ChromeService(driver))
        try:
            yield browser
        finally:
            browser.quit()


def to_pdf(document: Path, folder: Path) -> Path:
    """A workbook or Word file as LibreOffice prints it."""
    soffice = need("soffice")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        home = f"-env:UserInstallation={Path(profile).as_uri()}"
        command = [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(document)]
        done = subprocess.run(command, capture_output=True, timeout=180, check=False)
    made = folder / f"{document.stem}.pdf"
    assert made.is_file(), done.stderr.decode(errors="replace")
    return made


def to_pictures(pdf: Path, folder: Path, *, most: int = 3, dots: int = 60) -> list[Path]:
    """The first pages of a PDF as PNG."""
    command = [need("pdftoppm"), "-png", "-r", str(dots), "-l", str(most), str(pdf), str(folder / pdf.stem)]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    return sorted(folder.glob(f"{pdf.stem}-*.png"))
