"""The voice of docs/style.md, as far as a machine can hold it: words that never stand, one word for one thing."""

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest

from ikmctl.render import messages
from ikmctl.render.messages.lookup import text

NEVER = {
    "id": r"\b(silakan|mohon|galat|eror|direktori|seri|kejadian|digugurkan|surel|opsi)\b",
    "en": r"\b(please|invalid|ensure|oops|sorry|don't|can't|won't|isn't)\b|!$",
}


def sentences(lang: str) -> Iterator[tuple[str, str]]:
    """Every text of a language but the comments of program.yaml, whose place names and keys are data."""
    folder = f"{messages.__path__[0]}/{lang}"
    for module in iter_modules([folder]):
        if module.name == "skeleton":
            continue
        found = import_module(f"ikmctl.render.messages.{lang}.{module.name}")
        for key, words in (getattr(found, "PROBLEMS", None) or found.TEXTS).items():
            for part in (words,) if isinstance(words, str) else words:
                yield f"{module.name}.{key}", part


@pytest.mark.parametrize("lang", NEVER)
def test_words_that_never_stand(lang: str) -> None:
    told = [(key, words) for key, words in sentences(lang) if re.search(NEVER[lang], words, re.IGNORECASE)]
    assert told == []


@pytest.mark.parametrize("lang", NEVER)
def test_texts_are_ascii(lang: str) -> None:
    """No console lacks a letter of ours; names are another matter."""
    assert [key for key, words in sentences(lang) if not words.isascii()] == []


@pytest.mark.parametrize(("lang", "pending", "waiting"), [("en", "pending", "waiting"), ("id", "tertunda", "menunggu")])
def test_pending_and_waiting_are_two_words(lang: str, pending: str, waiting: str) -> None:
    for key in ("standing.pending", "result.pending", "because.pending"):
        assert text(lang, key) == pending
    for key in ("result.waiting", "because.waiting"):
        assert text(lang, key) == waiting
    assert pending in text(lang, "status.pending", count=2)
