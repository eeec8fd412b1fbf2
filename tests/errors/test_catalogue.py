"""Every code of the program has a case here, and says in it what a user can act on."""

import json
import re
from pathlib import Path

import pytest
from tools.catalogue import FILES, HERE, LANGUAGES, NO_INPUT, Case, cases, diagnostics, shown
from tools.errors_page import page
from tools.expected import Expected

from ikmctl.domain.codes import CODES
from ikmctl.render.messages.lookup import catalogue

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case, tmp_path: Path, expected: Expected) -> None:
    text = shown(case, tmp_path)
    found = diagnostics(case, tmp_path)
    expected.check(case.folder / "expected.txt", text)
    expected.check(case.folder / "expected.json", json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    assert case.code in {item["code"] for item in found}


@pytest.mark.parametrize("code", [code for code in CODES if code not in NO_INPUT])
def test_every_code_has_a_case(code: str) -> None:
    assert (HERE / f"{code}-{CODES[code]}" / "command").exists()


def test_codes_without_a_case_are_few_and_known() -> None:
    assert set(NO_INPUT) <= set(CODES)
    assert not [case.name for case in CASES if case.code in NO_INPUT]


def test_no_case_is_left_of_a_code_that_is_gone() -> None:
    assert {case.name for case in CASES} <= {f"{code}-{slug}" for code, slug in CODES.items()}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_text_in_both_languages(code: str, lang: str) -> None:
    name = next(name for digits, name in FILES.items() if code[3] in digits)
    text, hint = catalogue(lang, name)[code]
    assert text
    assert not re.search(r"(?<![.!?])\.$", text) or ". " in text, "one sentence takes no full stop"
    fields = [set(re.findall(r"\{(\w+)", catalogue(each, name)[code][0])) for each in LANGUAGES]
    assert fields[0] == fields[1], "both languages say the same facts"
    assert hint is not None


def test_page_of_errors(expected: Expected) -> None:
    expected.check(HERE.parents[1] / "docs" / "errors.md", page(CASES))
