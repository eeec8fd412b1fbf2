"""What holds for every kind of document: its words, its section in the docs, its forms, an absent library."""

import importlib.util
import re
import string
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, cast

import pytest
from tools.console import ikmctl
from tools.pages import ROOT
from tools.tiny import tiny

from ikmctl.cli.help import ready_text
from ikmctl.domain.paper import Documents
from ikmctl.render.documents import DOCUMENTS, LIBRARIES, Kind
from ikmctl.render.messages import LANGUAGES
from ikmctl.workflow import report


def texts(kind: str) -> dict[str, dict[str, str]]:
    module: Any = import_module(f"ikmctl.render.documents.{DOCUMENTS[kind].module}")
    found: dict[str, dict[str, str]] = getattr(module, "TEXTS", {})
    return found or {lang: {} for lang in LANGUAGES}


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_document_says_the_same_in_every_language(kind: str) -> None:
    own = texts(kind)
    assert set(own) == set(LANGUAGES)
    first, second = (own[lang] for lang in LANGUAGES)
    assert sorted(first) == sorted(second)
    assert [key for key in first if placeholders(first[key]) != placeholders(second[key])] == []
    for words in (*first.values(), *second.values()):
        words.encode("cp1252")


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_help_tells_of_every_kind_in_every_language(kind: str) -> None:
    assert set(DOCUMENTS[kind].says) == set(LANGUAGES)
    for lang in LANGUAGES:
        listed = re.findall(rf"^  {kind} +(\S.*)$", ready_text("report", lang), re.MULTILINE)
        assert len(listed) == 1
        assert DOCUMENTS[kind].says[lang].startswith(listed[0][:20])


def test_every_kind_has_its_section_and_no_other_is_described() -> None:
    page = (ROOT / "docs" / "documents.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## ([a-z-]+)$", page, re.MULTILINE)
    assert sorted(sections) == sorted(DOCUMENTS)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_kind_reads_a_key_that_program_yaml_may_hold(kind: str) -> None:
    assert not DOCUMENTS[kind].spec or DOCUMENTS[kind].spec in Documents.model_fields
    assert 1 <= DOCUMENTS[kind].usual <= len(DOCUMENTS[kind].forms)


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    root = tiny(tmp_path)
    assert ikmctl("lock rules --by Ketua --on 2025-09-28", root).code == 0
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    return root


def without(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """As on a computer where the extra `documents` is not installed."""

    def find(name: str) -> object:
        return None if name == package else importlib.util.find_spec(name)

    monkeypatch.setattr(report, "find_spec", find)


def test_a_missing_library_leaves_the_other_forms_and_is_named(cohort: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, LIBRARIES["pdf"])
    answer = ikmctl("report announcement --anon --on 2025-10-06", cohort)
    assert answer.code == 0
    assert "warning[IKM977]: a pdf file needs the Python package `typst`" in answer.err
    assert 'python -m pip install "ikmctl[documents]"' in answer.err
    made = sorted(path.name for path in (cohort / "reports").iterdir())
    assert made == ["curation-announcement.md", "curation-announcement.txt"]


def test_a_form_that_cannot_be_made_at_all_is_an_error(cohort: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, LIBRARIES["pdf"])
    target = cohort / "a.pdf"
    answer = ikmctl(["report", "announcement", "--anon", "--on", "2025-10-06", "-o", str(target)], cohort)
    assert answer.code == 2
    assert "error[IKM977]" in answer.err
    assert not target.exists()


def test_an_unknown_ending_is_refused_and_the_known_ones_are_named(cohort: Path) -> None:
    answer = ikmctl("report announcement --anon -o a.docx", cohort)
    assert answer.code == 2
    assert ".md, .txt, .pdf" in answer.err


@pytest.mark.parametrize(("about", "example"), [("participant", "P017"), ("export", "NAME")])
def test_a_kind_that_is_about_somebody_asks_about_whom(
    cohort: Path, monkeypatch: pytest.MonkeyPatch, about: Literal["participant", "export"], example: str
) -> None:
    monkeypatch.setitem(cast("dict[str, Kind]", DOCUMENTS), "letter", Kind("rules", ("md",), {}, about=about))
    answer = ikmctl("report letter", cohort)
    assert answer.code == 2
    assert "error[IKM979]: `report letter` must be told about whom or what" in answer.err
    assert f"for example `ikmctl report letter {example}`" in answer.err


@pytest.mark.parametrize(
    "kind", [name for name, one in DOCUMENTS.items() if not (one.pairs or one.listless or one.about)]
)
def test_a_stage_that_matches_has_no_papers_of_a_list_and_says_why(kind: str) -> None:
    answer = ikmctl(["report", kind, "--anon", "-n", "--on", "2026-03-02"], ROOT / "cohorts" / "kaliwungu-kemitraan")
    assert answer.code == 2
    assert "IKM656" in answer.err  # and not that the stage before is undecided, since there is none
