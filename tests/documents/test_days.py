"""No paper bears a day before the act that it tells of, and none invites to days that are over."""

from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.office import PAPERS, office, words_of

EARLY = "peringatan[IKM698]"


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    """Announced on 6 October, window of 7 to 9 October, decided on 10 October; minutes of 2, decree of 13 October."""
    signed = "  announcement: {signers: [{role: Kepala Dinas}]}\n  decree:"
    root = office(tmp_path, PAPERS.replace("  decree:", signed))
    for words in (
        "curate --on 2025-10-02", "announce --on 2025-10-06", "finalize --decree 500/2 --by Kepala --on 2025-10-10",
    ):  # fmt: skip
        assert ikmctl(words, root).code == 0
    return root


def told(cohort: Path, words: str, on: str, ending: str) -> tuple[str, str]:
    answer = ikmctl(f"report {words} -o made.{ending} --on {on}", cohort, "id")
    assert answer.code == 0
    body = (cohort / f"made.{ending}").read_bytes()
    return answer.both, body.decode() if ending == "md" else words_of(body) if ending == "pdf" else ""


@pytest.mark.parametrize(("kind", "ending"), [("announcement", "md"), ("messages", "xlsx"), ("receipts", "md")])
def test_a_day_before_the_decree_is_warned_of(kind: str, ending: str, cohort: Path) -> None:
    said, _ = told(cohort, kind, "2025-10-09", ending)
    expected = f"{EARLY}: dokumen `{kind}` bertanggal 2025-10-09, padahal daftarnya baru ditetapkan pada 2025-10-10"
    assert expected in said
    assert "ulangi dengan `--on 2025-10-10`" in said
    assert EARLY not in told(cohort, kind, "2025-10-10", ending)[0]


def test_a_stated_date_counts_in_place_of_the_day_of_the_command(cohort: Path) -> None:
    said, _ = told(cohort, "minutes", "2025-10-20", "pdf")
    assert f"{EARLY}: dokumen `minutes` bertanggal 2025-10-02" in said
    assert "betulkan `date:` di bawah `minutes:`" in said
    assert EARLY not in told(cohort, "decree-annex", "2025-10-01", "pdf")[0]
    assert EARLY not in told(cohort, "answer P002", "2025-10-01", "pdf")[0]  # dots stand where no day is stated


@pytest.mark.parametrize("kind", ["announcement", "receipts"])
def test_a_window_that_is_over_is_not_on_paper(kind: str, cohort: Path) -> None:
    assert "7 Oktober 2025" in told(cohort, kind, "2025-10-09", "md")[1]
    assert "7 Oktober 2025" not in told(cohort, kind, "2025-10-10", "md")[1]


def test_the_announcement_is_signed_on_the_day_at_its_top(cohort: Path) -> None:
    words = told(cohort, "announcement", "2025-10-10", "pdf")[1]
    assert "Jumat, 10 Oktober 2025" in words
    assert "Kendal, 10 Oktober 2025" in words
