"""An append never overwrites what somebody wrote by hand in the meantime."""

from datetime import date
from pathlib import Path

from tools.console import ikmctl
from tools.tiny import tiny

from ikmctl.store.atomic import commit
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.decide import DecideOptions, run


def withdraw(number: str) -> DecideOptions:
    return DecideOptions("withdraw", (number,), "Ketua", "surat", date(2025, 10, 3))


def test_an_edit_between_reading_and_writing_is_kept_and_said(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    paths = CohortPaths(root)
    planned = run(paths, withdraw("P001")).changes
    assert planned is not None
    by_hand = "- {do: withdraw, id: P002, stage: curation, by: Ketua, on: 2025-10-03, reason: telepon}\n"
    paths.decisions.write_text(by_hand)
    problems = commit(planned, root)
    assert problems
    assert paths.decisions.read_text() == by_hand
    again = run(paths, withdraw("P001")).changes
    assert again is not None
    assert commit(again, root) == ()
    assert paths.decisions.read_text().startswith(by_hand)
    assert "id: P001" in paths.decisions.read_text()


def test_line_ends_and_a_byte_order_mark_do_not_count_as_an_edit(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    paths = CohortPaths(root)
    for path in (paths.marks, paths.participants):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    planned = run(paths, withdraw("P001")).changes
    assert planned is not None
    assert commit(planned, root) == ()


def test_no_kit_is_packed_without_the_imports_that_it_tells_of(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    (root / "imports.csv").mkdir()  # reading a folder fails for everybody, even for root
    answer = ikmctl("audit-kit -o kit.zip", root)
    assert answer.code == 1, answer.both
    assert "imports.csv" in answer.err
    assert not (root / "kit.zip").exists()
