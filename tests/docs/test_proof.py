"""The tickets that docs/proof.md computes by hand are those that ikmctl computes."""

import re
import shutil
import subprocess

import pytest
from tools.pages import ROOT

from ikmctl.engine.tickets import seed, ticket

TEXT = (ROOT / "docs" / "proof.md").read_text(encoding="utf-8")
PRINTED = re.findall(r"^[0-9a-f]{64}$", TEXT, re.MULTILINE)


def test_page_shows_what_ikmctl_computes() -> None:
    drawn = seed("kendal-wub-2025", "curation", "5f0c" + "0" * 60, "91ab" + "0" * 60, "83920174659201746382")
    assert [drawn, ticket(drawn, "P017"), ticket(drawn, "P031")] == PRINTED


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not on this computer")
def test_commands_of_the_page_print_the_same() -> None:
    commands = re.search(r"```sh\n(zeros=.*?)```", TEXT, re.DOTALL)
    assert commands is not None
    done = subprocess.run(["sh", "-c", commands[1]], capture_output=True, text=True, check=True)
    assert done.stdout.split() == PRINTED
