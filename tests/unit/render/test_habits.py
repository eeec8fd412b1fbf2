"""Did you mean: words of another language or with a slip lead to the word that is known."""

import pytest

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.render.messages.habits import HABITS, nearest
from ikmctl.render.messages.lookup import problem

KINDS = ("participants", "marks", "scores", "shortlist", "quotas", "panel", "pending")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("peserta", "participants"),
        ("nilai", "marks"),
        ("Skor", "scores"),
        ("shorlist", "shortlist"),
        ("tertunda", "pending"),
        ("xyz", ""),
    ],
)
def test_the_nearest_word(typed: str, meant: str) -> None:
    assert nearest(typed, KINDS) == meant


def test_a_habit_counts_only_where_its_word_is_known() -> None:
    assert nearest("ringkasan", ("summary", "brief")) == "summary"
    assert nearest("ringkasan", ("brief", "recap")) == "brief"
    assert nearest("ringkasan", ("recap",)) == ""


def test_habits_are_typed_in_small_letters() -> None:
    assert [word for word in HABITS if word != word.lower() or " " in word] == []


def test_the_hint_begins_with_the_word_that_was_meant() -> None:
    unknown = Diagnostic("IKM567", params={"found": "curaton", "known": "admission, curation"})
    assert problem("en", unknown)[1] == "did you mean `curation`? the stages are: admission, curation"
    assert problem("id", unknown)[1] == "maksud Anda `curation`? yang ada: admission, curation"


def test_no_guess_where_nothing_is_near_or_the_word_is_known() -> None:
    far = Diagnostic("IKM567", params={"found": "xyz", "known": "admission, curation"})
    assert problem("en", far)[1] == "the stages are: admission, curation"
    known = Diagnostic("IKM567", params={"found": "curation", "known": "admission, curation"})
    assert problem("en", known)[1] == "the stages are: admission, curation"
