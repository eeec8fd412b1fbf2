from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from ruamel.yaml import YAML

from ikmctl.store.emit import flow, scalar
from ikmctl.store.nodes import plain
from ikmctl.store.yamlnodes import read_nodes

AWKWARD = [
    "", " ", "a b", "floor gender", "P017", "017", "1E5", "1_000", "0x1F", "0o17", "12:30", "2025-10-01", ".5", "-1",
    "-", "- a", "null", "NULL", "~", "true", "Yes", "on", "OFF", "y", "N", "=", "<<", "a: b", "a #b", "#a", "a:", "[a]",
    "{a}", "'", '"', "it's", 'say "so"', "a\\b", "a\nb", "a\tb", "trailing ", "&a", "*a", "!a", "|", ">", "%a", "@a",
    "`a`", "Café", "Ünal", "\U0001f9f5", "33.24", "33.24.01", "5f0c", "1e10", "0123", "a,b", "SP/1", "x" * 300,
    "a\x7f", "a\u200e", "\u061ca", "a\u2028b", "\x85", "\ufeffa", "\u202eab", "\ufffe",
    "..", "...", "---", "a-", "a.", "a/", "2025-09-29/1", "null.", "0b1", "inf", ".inf", ".nan",
]  # fmt: skip


@pytest.mark.parametrize("text", AWKWARD)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    node, problems = read_nodes(f"- {{a: {scalar(text)}, b: [{scalar(text)}]}}\n", "x.yaml")
    assert problems == []
    assert node is not None
    assert plain(node) == [{"a": text, "b": [text]}]


@pytest.mark.parametrize("text", AWKWARD)
@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_another_reader_takes_it_for_the_same_text(text: str, version: str) -> None:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = version
    assert yaml.load(f"[{scalar(text)}]") == [text]


def test_plain_words_stay_bare() -> None:
    assert [scalar(text) for text in ("P017", "ecoprint", "place", "motorcycle-workshop", "marks.post_test")] == [
        "P017", "ecoprint", "place", "motorcycle-workshop", "marks.post_test",
    ]  # fmt: skip
    assert scalar("floor gender") == '"floor gender"'
    assert scalar("33.24") == '"33.24"'


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (Decimal("0.60"), "0.6"),
        (date(2025, 9, 29), "2025-09-29"),
        (("P017", "1E5"), '[P017, "1E5"]'),
        ({"min": 5, "a b": "x"}, '{min: 5, "a b": x}'),
        ([], "[]"),
        ({}, "{}"),
    ],
)
def test_flow_style_of_each_kind(value: Any, expected: str) -> None:
    assert flow(value) == expected


def test_sentences_are_quoted_on_demand() -> None:
    assert flow("sakit", quoted=True) == '"sakit"'


def test_a_float_is_refused() -> None:
    with pytest.raises(AssertionError):
        flow(0.5)
