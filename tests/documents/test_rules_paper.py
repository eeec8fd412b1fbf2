"""The rules that applicants read: who may enter, what orders people, the least score, second choices and prizes."""

import shutil
from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.office import made, office, one_track, words_of
from tools.scratch import office as scratch

CRITERIA = "    criteria:\n" + "".join(
    f"      - {{id: {name}, source: marks.{name}, direction: benefit, scale: {{linear: [0, 100]}}, weight: 50,"
    " missing: pending}\n"
    for name in ("test", "work")
)
TIES = "    selection: {ties: [ticket]}\n"
LOTTERY = "    selection: {mode: lottery}\n"
ORDER = "    order: [{by: fields.registered_at}, {by: marks.work, direction: descending}]\n"
PRIZES = """\
    threshold: 62.5
    selection: {ties: [ticket], second_choice: true}
    awards: {tiers: [{name: Juara I, places: 1, amount: 3000000}], group_by: track}
"""


def rules(root: Path, form: str, lang: str) -> str:
    answer, body = made(root, "rules", form, lang)
    assert answer.code == 0, answer.both
    return " ".join(words_of(body).split()) if form == "pdf" else body.decode()


def changed(folder: Path, *changes: tuple[str, str], lang: str = "id") -> Path:
    root = office(folder)
    text = (root / "program.yaml").read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (root / "program.yaml").write_text(f"{text}language: {lang}\n")
    return root


def test_nobody_is_shut_out_where_no_rule_shuts_out(tmp_path: Path) -> None:
    assert "### Siapa yang boleh ikut\n\n- semua yang mendaftar\n" in rules(changed(tmp_path), "md", "id")
    english = rules(changed(tmp_path / "en", lang="en"), "md", "en")
    assert "### Who may enter\n\n- everybody who registers\n" in english


@pytest.mark.parametrize(
    ("lang", "said", "ties"),
    [("id", "tidak ada yang dinilai: urutan ditentukan dengan undian", "nilai sama"),
     ("en", "nothing is scored: the order is drawn by lot", "ties are")],
)  # fmt: skip
def test_a_lottery_is_said_to_be_one(tmp_path: Path, lang: str, said: str, ties: str) -> None:
    root = changed(tmp_path, (CRITERIA, ""), (TIES, LOTTERY), lang=lang)
    for form in ("md", "pdf"):
        assert said in rules(root, form, lang)
        assert ties not in rules(root, form, lang)


def test_an_order_without_scores_is_told(tmp_path: Path) -> None:
    text = rules(changed(tmp_path, (CRITERIA, ORDER)), "md", "id")
    assert "- urutan menurut Waktu pendaftaran, dari yang paling kecil atau paling awal\n" in text
    assert "- urutan menurut work, dari yang paling besar atau paling akhir\n" in text


def test_the_least_score_second_choices_and_prizes_are_told(tmp_path: Path) -> None:
    root = changed(tmp_path, (TIES, PRIZES))
    text = rules(root, "md", "id")
    for line in (
        "nilai akhir paling sedikit 62,5; di bawahnya peserta gugur",
        "bila tidak ada lagi kursi baginya di bidang pilihan pertama, seseorang dapat masuk ke bidang pilihan kedua",
        "hadiah Juara I: 1 orang, masing-masing Rp3.000.000,00, di tiap bidang",
    ):
        assert f"- {line}\n" in text
    one_track(root)
    assert "pilihan kedua" not in rules(root, "md", "id")


def test_a_score_under_the_threshold_is_written_as_scores_are_and_never_like_the_threshold(tmp_path: Path) -> None:
    root = changed(tmp_path, (TIES, PRIZES), ("weight: 50", "weight: 1"))
    marks = (root / "marks.csv").read_text()  # (25 + 99.9999) / 2 = 62.49995
    (root / "marks.csv").write_text(
        marks.replace("P003,test,,,50", "P003,test,,,25").replace("P003,work,,,80", "P003,work,,,99.9999")
    )
    words = words_of(made(root, "answer P003", "pdf")[1])
    assert "nilai akhir 62,49995, di bawah ambang 62,5" in words
    assert "Seandainya salah satu ketentuan saja tidak menghalangi, peserta tetap tidak terpilih." in words
    words = words_of(made(root, "answer P004", "pdf")[1])
    assert "nilai akhir 60, di bawah ambang 62,5" in words


def test_a_class_for_everybody_has_no_seats_to_count_and_a_match_has_none_at_all(tmp_path: Path) -> None:
    text = rules(changed(tmp_path, ("quota: 1, reserves: 1", "quota: all")), "md", "id")
    assert "- Batik: semua yang memenuhi syarat\n" in text
    forum = scratch(tmp_path / "forum", "kaliwungu-kemitraan")
    said = "anggota dipasangkan dengan tiap kebutuhan perusahaan menurut nilai akhir, sebanyak tempat yang ditawarkan"
    text = rules(forum, "md", "id")
    assert f"- {said}\n" in text
    assert " cadangan" not in text


def test_one_seat_is_no_seats_in_english(tmp_path: Path) -> None:
    assert "- Batik: 1 seat, 1 reserve\n" in rules(changed(tmp_path, lang="en"), "md", "en")


def test_seats_of_a_centre_and_the_least_size_of_a_class_are_told(tmp_path: Path) -> None:
    text = rules(scratch(tmp_path / "seats", "kendari-sentra-2022"), "md", "id")
    assert "- dari Sentra Tenun Masalili: paling sedikit 1, paling banyak 4 orang terpilih\n" in text
    assert "- urutan menurut Urutan dalam usulan, dari yang paling kecil atau paling awal\n" in text
    text = rules(changed(tmp_path, ("Batik, quota: 1", "Batik, quota: {min: 2, max: 5}")), "md", "id")
    assert "- Batik: 5 kursi, 1 cadangan; daftar baru dapat dibuat bila ada paling sedikit 2 orang\n" in text
    assert "- Las: 1 kursi, 1 cadangan\n" in text


def test_a_later_stage_takes_those_of_the_stage_before_and_without_seats_none_of_a_centre(tmp_path: Path) -> None:
    root = tmp_path / "kendari-sentra-2025"
    shutil.copytree(Path(__file__).parents[2] / "cohorts" / "kendari-sentra-2025", root)
    seats = "dari Sentra Perak Kendari: paling sedikit 1, paling banyak 3 orang terpilih"
    for stage, who, limited in (
        ("class", "", True),
        ("certificate", "- yang terpilih dalam tahap Penerimaan kelas\n", False),
    ):
        target = tmp_path / f"{stage}.md"
        answer = ikmctl(f"report rules --stage {stage} --on 2025-12-01 -o {target}", root)
        assert answer.code in (0, 1), answer.both
        text = target.read_text(encoding="utf-8")
        assert f"### Siapa yang boleh ikut\n\n{who}" in text
        assert (seats in text) is limited
        assert "semua yang mendaftar" not in text
