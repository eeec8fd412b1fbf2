"""The pinned requirements: all that pyproject.toml asks for, in a version that it takes, with hashes and no address."""

import re
import tomllib
from pathlib import Path
from typing import Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).resolve().parents[2]
PINNED: Final = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
LINES: Final = [line for line in PINNED.replace("\\\n", "").splitlines() if line and not line.startswith("#")]
PYTHONS: Final = ("3.11", "3.12", "3.13")


def asked() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    every = [*project["dependencies"], *(line for name in extras for line in extras[name])]
    return [Requirement(line) for line in every if not line.startswith("ikmctl")]


def test_every_line_is_one_version_with_hashes_and_no_address() -> None:
    assert len(LINES) > 50
    for line in LINES:
        assert re.fullmatch(r"[a-z0-9-]+==[^\s;]+( ; [^-]+?)?( +--hash=sha256:[0-9a-f]{64})+", line), line[:80]
    assert not re.search(r"://|index|find-links|@ ", PINNED)


@pytest.mark.parametrize("python", PYTHONS)
def test_what_the_project_asks_for_is_pinned_in_a_version_that_it_takes(python: str) -> None:
    here = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": "linux"}
    pinned = {}
    for line in LINES:
        one = Requirement(line.partition("--hash")[0])
        if one.marker is None or one.marker.evaluate(here):
            pinned[canonicalize_name(one.name)] = str(one.specifier).removeprefix("==")
    for wanted in asked():
        version = pinned.get(canonicalize_name(wanted.name))
        assert version is not None, f"{wanted.name} is not pinned: see requirements/README.md"
        assert wanted.specifier.contains(version), f"{wanted} is pinned as {version}"
