"""Pages lead somewhere: links, headings, pictures and the commands that they name in passing."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tools.pages import ROOT

from ikmctl.cli.table import COMMANDS

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"`ikmctl ([a-z][a-z-]*)")
PICTURES = sorted((ROOT / "docs" / "images" / "officer").iterdir())
MOST_BYTES = 1_500_000


def anchors(page: Path) -> set[str]:
    """What can stand behind `#`: the headings as code hosts spell them."""
    heads = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    found = LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
    targets = [((page.parent / name).resolve() if name else page, heading) for name, heading in found]
    assert [path for path, _ in targets if not path.exists()] == []
    assert [heading for path, heading in targets if heading and heading not in anchors(path)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_named_in_passing_exist(page: Path) -> None:
    assert set(NAMED.findall(page.read_text(encoding="utf-8"))) - {*COMMANDS, "help"} == set()


def test_the_officers_pictures_are_all_shown_and_small() -> None:
    guide = (ROOT / "docs" / "untuk-petugas.md").read_text(encoding="utf-8")
    assert [path.name for path in PICTURES if f"(images/officer/{path.name})" not in guide] == []
    assert sum(path.stat().st_size for path in PICTURES) < MOST_BYTES


@pytest.mark.parametrize("path", [path for path in PICTURES if path.suffix == ".svg"], ids=lambda path: path.name)
def test_a_terminal_picture_fetches_nothing(path: Path) -> None:
    tree = ET.parse(path)  # noqa: S314  a file of this repository
    kinds = {element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in tree.iter()}
    assert kinds == {"svg", "title", "style", "rect", "circle", "text"}
    assert re.findall(r"url\(|@import|href|(?<!xmlns=\")https?:", path.read_text(encoding="utf-8")) == []
