"""A workbook as LibreOffice makes it when it works out every formula anew and saves it."""

import subprocess
import tempfile
from pathlib import Path

from tools.programs import need

ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""
"""By default LibreOffice believes the results that the file brings."""


def recalculated(book: Path, folder: Path) -> Path:
    """The same workbook, saved again in `folder` with results of LibreOffice's own."""
    soffice = need("soffice")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        user = Path(profile) / "user"
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
        home = f"-env:UserInstallation={Path(profile).as_uri()}"
        command = [soffice, home, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(book)]
        done = subprocess.run(command, capture_output=True, timeout=180, check=False)
    made = folder / book.name
    assert made.is_file(), done.stderr.decode(errors="replace")
    return made
