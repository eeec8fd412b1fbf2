"""Every key of program.yaml is described in both languages, in the one string under the key."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from ikmctl.domain.program import Track
from ikmctl.workflow.schema import key_docs, program_schema
from tests.unit.cli.running import ikmctl

LANGUAGES = ("en", "id")


def keys_in(node: Any, name: str = "program.yaml") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every key that the schema knows, wherever it stands, as `Track.quota`."""
    if isinstance(node, Mapping):
        for key, part in node.get("properties", {}).items():
            yield f"{name}.{key}", part
        for word, part in node.items():
            yield from keys_in(part, word if word[:1].isupper() else name)
    elif isinstance(node, list):
        for part in node:
            yield from keys_in(part, name)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_has_a_description(lang: str) -> None:
    keys = dict(keys_in(program_schema(lang)))
    assert len(keys) > 150
    assert [name for name, part in keys.items() if not part.get("description")] == []


def test_the_two_languages_differ() -> None:
    """A description that was copied from the other language is not translated."""
    english, indonesian = (dict(keys_in(program_schema(lang))) for lang in LANGUAGES)
    assert list(english) == list(indonesian)
    alike = [name for name in english if english[name]["description"] == indonesian[name]["description"]]
    assert alike == []


def test_the_string_under_a_key_holds_both() -> None:
    assert key_docs(Track)["reserves"] == {
        "en": "People on the reserve list.",
        "id": "Jumlah orang di daftar cadangan.",
    }


def test_explain_speaks_the_language_of_the_user() -> None:
    assert ikmctl("explain", "tracks.reserves").out.startswith("tracks.reserves: People on the reserve list.\n")
    told = ikmctl("explain", "tracks.reserves", "--lang=id").out
    assert told.startswith("tracks.reserves: Jumlah orang di daftar cadangan.\n")
    assert "Kunci" not in told


def test_schema_speaks_the_language_of_the_user() -> None:
    assert "Fields of training" in ikmctl("schema").out
    assert "Bidang pelatihan" in ikmctl("schema", "--lang=id").out
