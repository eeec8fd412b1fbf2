"""Finding the words, and what stands in every catalogue."""

import ast
import re
import string
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest

from ikmctl.domain.codes import CODES
from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.render.messages import LANGUAGES
from ikmctl.render.messages.lookup import catalogue, fill, general, problem, reason, subject, text

PROBLEM_MODULES = ("program", "sheets", "people", "scores", "selection", "after", "machine")
TEXT_MODULES = ("talk", "words", "things", "documents", "help", "reasons")
NO_REMEDY = {"IKM161", "IKM162"}
"""Notes on what a rule means in practice ask for nothing."""


def _flat(lang: str, module: str) -> dict[str, str]:
    found = catalogue(lang, module)
    if module in PROBLEM_MODULES:
        return {f"{code}.{part}": words for code, pair in found.items() for part, words in enumerate(pair)}
    return dict(found)


def _placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


def _problems() -> Iterator[tuple[str, Mapping[str, tuple[str, str]]]]:
    for module in PROBLEM_MODULES:
        yield module, catalogue("en", module)


@pytest.mark.parametrize("module", PROBLEM_MODULES + TEXT_MODULES)
def test_both_languages_have_the_same_keys_and_placeholders(module: str) -> None:
    first, second = (_flat(lang, module) for lang in LANGUAGES)
    assert sorted(first) == sorted(second)
    for key, words in first.items():
        if not key.startswith("word:") and not key.endswith(".examples"):
            assert _placeholders(words) == _placeholders(second[key]), key


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("module", PROBLEM_MODULES + TEXT_MODULES)
def test_no_key_is_written_twice(lang: str, module: str) -> None:
    source = Path(import_module(f"ikmctl.render.messages.{lang}.{module}").__file__ or "").read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Dict):
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
            assert len(keys) == len(set(keys)), sorted({key for key in keys if keys.count(key) > 1})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_stands_in_two_catalogues(lang: str) -> None:
    own = [set(import_module(f"ikmctl.render.messages.{lang}.{name}").TEXTS) for name in ("talk", "words")]
    assert not own[0] & own[1]


def test_every_code_has_texts_and_every_text_a_code() -> None:
    worded = {code for _, found in _problems() for code in found}
    assert worded == set(CODES)


def test_codes_stand_in_the_module_of_their_range() -> None:
    home = {"1": "program", "2": "sheets", "3": "people", "4": "scores", "5": "selection", "6": "after", "9": "machine"}
    for module, found in _problems():
        assert {home[code[3]] for code in found} <= {module}
        assert list(found) == sorted(found), module


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("module", PROBLEM_MODULES)
def test_a_message_ends_without_a_full_stop_and_a_hint_is_there(lang: str, module: str) -> None:
    for code, (message, hint) in catalogue(lang, module).items():
        assert message, code
        assert hint or code in NO_REMEDY, code
        assert not message.rstrip().endswith((".", "!")), code
        assert not re.search(r"[^.]\.$", hint), code
        assert message.count("`") % 2 == 0, code
        assert hint.count("`") % 2 == 0, code


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_glyph_that_a_windows_redirect_lacks(lang: str) -> None:
    for module in PROBLEM_MODULES + TEXT_MODULES:
        for key, words in _flat(lang, module).items():
            words.encode("cp1252")
            assert "\t" not in words, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_texts_of_every_rule_are_in_every_language_with_the_same_placeholders(lang: str) -> None:
    rules = import_module("ikmctl.engine.rules").RULES
    for rule in rules.values():
        for key, words in rule.texts.items():
            assert set(words) == set(LANGUAGES), key
            assert _placeholders(words[lang]) == _placeholders(words["en"]), key


SUBJECTS = [
    (
        {"key": "quota", "of": "track", "name": "furniture"},
        "quota of track `furniture`",
        "quota pada bidang `furniture`",
    ),
    ({"key": "", "of": "criterion", "name": "practice"}, "criterion `practice`", "kriteria `practice`"),
    ({"key": "as_of"}, "`as_of`", "`as_of`"),
    ({"key": ""}, "this file", "berkas ini"),
    ({"key": "by", "of": "entry", "name": "3"}, "by of entry 3", "by pada butir 3"),
    ({"key": "", "of": "entry", "name": "3"}, "entry 3", "butir 3"),
    ({"key": "min", "of": "balance"}, "min of balance rule", "min pada aturan keseimbangan"),
]


@pytest.mark.parametrize(("params", "english", "indonesian"), SUBJECTS)
def test_the_subject_of_a_problem_is_named(params: dict[str, str], english: str, indonesian: str) -> None:
    assert subject("en", params) == english
    assert subject("id", params) == indonesian


def test_a_phrase_with_an_empty_parameter_disappears() -> None:
    template = "no `{found}`{near:?; nearest: %}"
    assert fill(template, {"found": "x", "near": "y"}) == "no `x`; nearest: y"
    assert fill(template, {"found": "x", "near": ""}) == "no `x`"


def test_a_number_picks_its_noun() -> None:
    assert fill("{n:#error|errors}", {"n": 1}) == "1 error"
    assert [fill("{n:#error|errors}", {"n": n}) for n in (0, 2)] == ["0 errors", "2 errors"]


def test_a_missing_parameter_never_hides_the_problem() -> None:
    assert fill("quota {found}", {}) == "quota ?"
    assert fill("{n:#error|errors} {near:?; %}", {}) == "? ?"


def test_parameters_are_neutralised_and_numbers_stay() -> None:
    assert fill("{who} {count:>3}", {"who": "\x1b[2J", "count": 7}) == "\\x1b[2J   7"


def test_reasons_come_from_the_catalogue_then_from_the_rule_then_from_the_facts() -> None:
    assert reason("en", "threshold.below", {"criterion": "post_test", "value": "56", "threshold": "60"}) == (
        "post_test 56, below the threshold 60"
    )
    rules = import_module("ikmctl.engine.rules").RULES
    key = next(iter(rules["age"].texts))
    assert reason("id", key, {}) != reason("en", key, {})
    assert reason("id", "no.such.key", {"a": 1}) == "no.such.key a 1"


def test_every_severity_is_worded() -> None:
    assert [text("id", f"severity.{word}") for word in ("error", "warning", "note")] == [
        "kesalahan", "peringatan", "catatan",
    ]  # fmt: skip


def test_a_parameter_may_have_words_of_its_own_in_one_language() -> None:
    found = Diagnostic("IKM302", params={"rows": "3", "fields": "phone", "fields:id": "no hp"})
    assert "(kolom: no hp)" in problem("id", found)[0]
    assert "(columns: phone)" in problem("en", found)[0]


def test_a_code_without_a_case_shows_what_may_be_said_in_brackets() -> None:
    message, hint = general("en", "IKM565")
    assert message.startswith("... seats stay empty in track `...`: [too few people qualify][of those who qualify ")
    assert message.endswith("[; ... pending could still do so]")
    assert "[first import what is missing, see `ikmctl show pending --stage ...`; ]" in hint
    for code in CODES:
        assert "......" not in "".join(general("id", code)), code


@pytest.mark.parametrize(
    ("kind", "english", "indonesian"),
    [("track", "track", "bidang"), ("judge", "judge", "juri"), ("item", "item", "butir"), ("value", "value", "isian")],
)
def test_the_kind_of_a_thing_named_twice_is_a_word_of_the_language(kind: str, english: str, indonesian: str) -> None:
    twice = Diagnostic("IKM148", params={"kind": kind, "id": "x"})
    assert problem("en", twice)[0] == f"`x` is used twice ({english})"
    assert problem("id", twice)[0] == f"`x` dipakai dua kali ({indonesian})"
