"""A second stage: its own candidates in the minutes, certificates with numbers that nobody had before."""

from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.office import made, office, words_of

SECOND = """\
  - id: final
    from: curation
    name: Tahap akhir
    criteria:
      - id: before
        source: stage.curation.score
        direction: benefit
        scale: {linear: [0, 100]}
        weight: 1
        missing: pending
    selection: {ties: [ticket]}
"""
PAPERS = """\
documents:
  certificates: {number: "S/{n}", date: 2025-10-20}
schedule: {objection: {start: 2025-10-07, end: 2025-10-09}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Batik has two seats and las one: P001, P002 and P005 come into the second stage; P003 is first corrected."""
    root = office(tmp_path, PAPERS)
    text = (root / "program.yaml").read_text().replace("Batik, quota: 1", "Batik, quota: 2")
    at = text.index("documents:")
    (root / "program.yaml").write_text(text[:at] + SECOND + text[at:])
    act = "--stage curation --by Ketua --on 2025-10-"
    for words in (
        f"lock rules {act}01", "curate --stage curation --on 2025-10-02", f"announce {act}06",
        f"decide correct P002 --mark test --old 70 --new 72 --reason 'salah tulis' {act}08",
        f"finalize --decree SK/1 --reason rapat {act}10",
    ):  # fmt: skip
        answer = ikmctl(words, root)
        assert answer.code == 0, answer.both
    return root


def test_what_was_decided_within_the_objection_window_changed_the_list_since_the_announcement(root: Path) -> None:
    words = words_of(made(root, "minutes --stage curation", "pdf")[1])
    changes = words[words.index("Perubahan sejak pengumuman") : words.index("Bukti")]
    assert "8 Oktober 2025, Ketua: test milik P002" in changes


def test_minutes_of_a_later_stage_count_its_own_candidates(root: Path) -> None:
    words = words_of(made(root, "minutes --stage final", "pdf")[1])
    assert "Peserta terdaftar 6 Calon tahap ini, yang terpilih pada tahap curation 3 Memenuhi syarat 3" in words
    assert "Calon tahap ini" not in words_of(made(root, "minutes --stage curation", "pdf")[1])


def test_a_certificate_of_a_later_stage_has_a_number_of_its_own(root: Path) -> None:
    for stage in ("curation", "final", "curation"):
        assert ikmctl(f"report certificates --stage {stage} --on 2025-10-20", root).code == 0
    rows = [line.split(",")[:3] for line in (root / "documents.csv").read_text().splitlines()]
    given = {(kind.removeprefix("certificates "), stage): number for kind, stage, number in rows if " P" in kind}
    assert [given[one, "curation"] for one in ("P001", "P002", "P005")] == ["S/1", "S/2", "S/3"]
    assert sorted(number for (_, stage), number in given.items() if stage == "final") == ["S/4", "S/5", "S/6"]
    assert len(set(given.values())) == len(given) == 6
