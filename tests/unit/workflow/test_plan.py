"""`curate --plan` says who would move and writes nothing."""

from pathlib import Path

from tools.console import ikmctl
from tools.tiny import VALUES, marks, tiny


def test_against_no_list_everybody_enters(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    answer = ikmctl("curate --plan", root)
    assert answer.code == 0
    told = answer.out.partition("nothing is written):\n")[2].splitlines()
    assert told[:4] == [
        "+ P001 enters track batik at place 1 (place)",
        "+ P005 enters track las at place 1 (place)",
        "~ P002 becomes reserve 1 of track batik (reserve)",
        "~ P006 becomes reserve 1 of track las (reserve)",
    ]
    assert not (root / "curation").exists()


def test_a_changed_mark_shows_who_would_enter_and_who_would_leave(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    ikmctl("curate", root)
    before = (root / "curation" / "shortlist.yaml").read_bytes()
    (root / "marks.csv").write_text(marks({**VALUES, "P003": (95, 80)}))
    told = ikmctl("curate --plan", root).out.partition("nothing is written):\n")[2].splitlines()
    assert told[:2] == [
        "+ P003 enters track batik at place 1 (place)",
        "- P001 leaves track batik, was at place 1 (reserve)",
    ]
    assert (root / "curation" / "shortlist.yaml").read_bytes() == before


def test_without_a_change_nobody_moves(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    ikmctl("curate", root)
    assert "nothing is written):\nnobody moved on the list\n" in ikmctl("curate --plan", root).out


def test_a_list_that_cannot_be_read_counts_as_none(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    ikmctl("curate", root)
    (root / "curation" / "shortlist.yaml").write_text("selected: [\n")
    assert "+ P001 enters track batik at place 1 (place)" in ikmctl("curate --plan", root).out
