"""The JSON Schema in a real editor: the YAML language server that VS Code and others run.

IKMCTL_YAML_LANGUAGE_SERVER names its script (`npm install yaml-language-server`); `.ci/run` installs it.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools.lsp import Server
from tools.pages import ROOT

from tests.unit.cli.running import ikmctl

SCRIPT = os.environ.get("IKMCTL_YAML_LANGUAGE_SERVER", "")
pytestmark = pytest.mark.skipif(
    not (SCRIPT and shutil.which("node")),
    reason="needs node and yaml-language-server, named by IKMCTL_YAML_LANGUAGE_SERVER",
)
EXAMPLES = sorted(path.parent.name for path in (ROOT / "cohorts").glob("*/program.yaml"))
YAML = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one program of each kind, and the schema that `init` puts beside them."""
    home = tmp_path_factory.mktemp("editor")
    for kind in ("curation", "awards", "sentra", "class", "match"):
        assert ikmctl("-C", str(home), "init", f"my-{kind}", "--kind", kind, "--on", "2026-01-05").code == 0
    return home


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[Server]:
    started = Server(["node", SCRIPT, "--stdio"], home, {"yaml": YAML})
    yield started
    started.close()


@pytest.fixture(autouse=True)
def _stay(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def program(home: Path, name: str, old: str, new: str) -> Path:
    """A copy of the curation program with one edit, beside the others so that the schema is found."""
    text = (home / "cohorts" / "my-curation" / "program.yaml").read_text(encoding="utf-8")
    assert old in text
    folder = home / "cohorts" / name
    folder.mkdir()
    (folder / "program.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder / "program.yaml"


@pytest.mark.parametrize("kind", ["curation", "awards", "sentra", "class", "match"])
def test_what_init_writes_has_no_fault(server: Server, home: Path, kind: str) -> None:
    assert server.open(home / "cohorts" / f"my-{kind}" / "program.yaml") == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_have_no_fault(server: Server, home: Path, example: str) -> None:
    folder = home / "cohorts" / example
    folder.mkdir()
    head = "# yaml-language-server: $schema=../program.schema.json\n"
    text = (ROOT / "cohorts" / example / "program.yaml").read_text(encoding="utf-8")
    (folder / "program.yaml").write_text(head + text, encoding="utf-8")
    assert server.open(folder / "program.yaml") == []


def test_an_unknown_key_is_named(server: Server, home: Path) -> None:
    found = server.open(program(home, "unknown", "reserves: 3", "reservs: 3"))
    assert any("reservs" in one["message"] and "not allowed" in one["message"] for one in found)


def test_a_value_of_the_wrong_type_is_named(server: Server, home: Path) -> None:
    path = program(home, "wrong", "weight: 100", "weight: many")
    line = next(at for at, text in enumerate(path.read_text().splitlines()) if "weight: many" in text)
    found = server.open(path)
    assert [one["range"]["start"]["line"] for one in found] == [line]
    assert "integer" in found[0]["message"]


def test_hovering_a_key_tells_what_it_means(server: Server, home: Path) -> None:
    path = program(home, "hover", "id: my-curation", "id: hover")
    server.open(path)
    line = next(at for at, text in enumerate(path.read_text().splitlines()) if text.startswith("as_of:"))
    told = server.at("textDocument/hover", path, line, 2)
    assert "Ages and business years are counted on this day" in str(told["contents"])


def test_completing_a_key_offers_what_may_stand_there(server: Server, home: Path) -> None:
    path = program(home, "open", "\ntracks:", "\nve\ntracks:")
    server.open(path)
    line = path.read_text().splitlines().index("ve")
    told = server.at("textDocument/completion", path, line, 2)
    offered = {one["label"]: one for one in told["items"]}
    assert "venue" in offered
    assert "Where the training is held" in str(offered["venue"]["documentation"])
