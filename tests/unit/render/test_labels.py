"""What papers call things: the office's own names, words that every program shares, ids where there is neither."""

import pytest

from ikmctl.domain.fields import CATALOGUE
from ikmctl.domain.program import Program
from ikmctl.domain.rule import Reason
from ikmctl.engine.rules import RULES
from ikmctl.render.labels import Labels, inside, on_screen
from ikmctl.render.messages import LANGUAGES
from ikmctl.render.messages.lookup import catalogue
from ikmctl.store.files import read_program

TEXT = """\
format: 1
id: kecil
title: Kecil
as_of: 2025-09-29
tracks:
  - {id: kue, name: Kue Kering, quota: 1}
groups:
  - {id: tenun, name: Sentra Tenun}
fields:
  - {id: ready, type: integer, name: Kesiapan}
  - {id: sector, type: text, headers: [Jenis Usaha, Usaha]}
  - {id: price, type: rupiah, sensitive: false}
marks:
  pre_test: {name: Tes awal, per: participant, stage: curation, min: 0, max: 100}
  post_test: {name: Tes akhir, per: participant, stage: curation, min: 0, max: 100}
  practice: {name: Praktik, per: judge, stage: curation, min: 1, max: 5, items: [hasil, rapi],
             names: {hasil: Hasil kerja}}
  plain: {per: participant, stage: curation, min: 0, max: 9}
stages:
  - id: curation
    name: Kurasi
    eligibility:
      - {rule: age, min: 18}
      - {rule: not_one_of, field: occupation, values: [ASN]}
    criteria:
      - {id: post_test, source: marks.post_test,
         direction: benefit, scale: {linear: [0, 100]}, weight: 1, missing: worst}
      - {id: gain, name: Kenaikan, source: {gain: [marks.pre_test, marks.post_test]},
         direction: benefit, scale: {linear: [0, 1]}, weight: 1, missing: worst}
      - {id: plain, source: marks.plain,
         direction: benefit, scale: {linear: [0, 9]}, weight: 1, missing: worst}
      - {id: sales, source: fields.turnover, direction: benefit,
         scale: {bands: [{below: 12000000, points: 0}, {from: 12000000, below: 60000000, points: 50},
                         {from: 60000000, points: 100}]}, weight: 1, missing: worst}
      - {id: turnover, source: fields.turnover, direction: benefit,
         scale: {bands: [{below: 12000000, points: 0}, {from: 12000000, points: 100}]}, weight: 1, missing: worst}
  - {id: later, from: curation, criteria: [], order: [{by: fields.nomination_rank}]}
"""


@pytest.fixture(scope="module")
def small() -> Program:
    read = read_program(TEXT, "program.yaml")
    assert read.value is not None, read.diagnostics
    return read.value


@pytest.fixture
def labels(small: Program) -> Labels:
    return Labels("id", small, small.stages[0])


def test_the_office_s_own_names_come_first(labels: Labels) -> None:
    assert labels.of_stage("curation") == "Kurasi"
    assert labels.mark("practice") == "Praktik"
    assert labels.mark("practice", "hasil") == "Praktik: Hasil kerja"
    assert labels.criterion("gain") == "Kenaikan"
    assert labels.field("ready") == "Kesiapan"
    assert labels.track("kue") == "Kue Kering"


def test_what_has_no_name_is_called_by_a_shared_word_or_its_id(labels: Labels) -> None:
    assert labels.of_stage("later") == "later"
    assert labels.item("practice", "rapi") == "rapi"
    assert labels.mark("plain") == "plain"
    assert labels.field("sector") == "Jenis Usaha"
    assert labels.field("occupation") == "Pekerjaan"
    assert labels.field("family_card") == "Nomor KK"
    assert labels.field("unknown") == "unknown"


def test_a_criterion_is_called_like_the_mark_or_column_of_its_id(labels: Labels) -> None:
    assert labels.criterion("post_test") == "Tes akhir"
    assert labels.criterion("turnover") == "Omzet"
    assert labels.criterion("sales") == "sales"
    assert labels.criterion("plain") == "plain"


def test_rules_are_called_by_what_they_are_about(labels: Labels) -> None:
    assert labels.rule("age") == "umur"
    assert labels.rule("not_one_of") == "Pekerjaan"
    assert Labels("en").rule("range") == RULES["range"].summary["en"]
    assert [labels.tie(way) for way in ("post_test", "panel", "ticket")] == [
        "Tes akhir",
        "keputusan dewan juri",
        "undian",
    ]


def test_a_source_is_called_by_its_criterion_or_by_what_it_reads(labels: Labels) -> None:
    assert labels.source("{gain: [marks.pre_test, marks.post_test]}") == "Kenaikan"
    assert labels.source("marks.pre_test") == "Tes awal"
    assert labels.source("marks.practice.hasil") == "Praktik: Hasil kerja"
    assert labels.source("{ratio: [fields.price, line.price]}") == "price, harga perusahaan"
    assert labels.source("stage.curation.score") == "nilai akhir tahap Kurasi"
    assert labels.source("groups.dak") == "Status DAK"


@pytest.mark.parametrize(
    ("value", "id_", "en"),
    [
        ("0", "di bawah Rp12.000.000", "below Rp12.000.000"),
        ("12000000", "Rp12.000.000 sampai di bawah Rp60.000.000", "Rp12.000.000 to below Rp60.000.000"),
        ("60000000", "Rp60.000.000 ke atas", "Rp60.000.000 and above"),
    ],
)
def test_a_sensitive_fact_is_said_as_its_band(small: Program, value: str, id_: str, en: str) -> None:
    assert [Labels(lang, small).value("turnover", value) for lang in ("id", "en")] == [id_, en]


def test_values_are_written_as_their_column_is(labels: Labels) -> None:
    assert labels.value("price", "1500000") == "Rp1.500.000"
    assert labels.value("district", "33.24.12") == "Weleri"
    assert labels.value("distance_km", "3.5") == "3,5"
    assert labels.value("gender", "female") == "perempuan"
    assert labels.value("consent", "true") == "ya"
    assert labels.value("group", "tenun") == "Sentra Tenun"
    assert labels.value("occupation", "ASN") == "ASN"


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Reason("outcome.out.ineligible", {"detail": "not_one_of"}), "tidak memenuhi syarat Pekerjaan"),
        (Reason("outcome.out.ineligible", {"detail": "post_test"}), "tidak memenuhi syarat Tes akhir"),
        (Reason("outcome.pending.pending", {"detail": "gain"}), "Kenaikan belum diterima"),
        (Reason("threshold.below", {"criterion": "post_test", "value": "49.5", "threshold": "50"}),
         "Tes akhir 49,5, di bawah ambang 50"),
        (Reason("age.young", {"age": 17, "min": 18, "as_of": "2026-10-05"}),
         "umur 17 tahun, paling muda 18 tahun pada 5 Oktober 2026"),
        (Reason("domicile.met", {"place": "33.24.12"}), "berdomisili di Weleri"),
        (Reason("not_one_of.met", {"field": "occupation", "value": "Petani"}), "Pekerjaan: Petani"),
        (Reason("missing.value", {"source": "marks.post_test"}), "Tes akhir belum ada"),
        (Reason("tests_taken.met", {"tests": "pre_test, post_test"}), "mengikuti Tes awal, Tes akhir"),
        (Reason("outcome.out.ceiling", {"detail": "district 33.24.12"}), "batas kecamatan Weleri sudah penuh"),
        (Reason("outcome.out.ceiling", {"detail": "sector Jasa per track"}),
         "batas jenis Usaha Jasa di tiap bidang sudah penuh"),
        (Reason("outcome.out.owed", {"left": 1, "kept": "group tenun, track kue"}),
         "1 kursi yang tersisa disediakan untuk kelompok Sentra Tenun, bidang Kue Kering"),
    ],
)  # fmt: skip
def test_a_reason_says_names_for_ids(labels: Labels, why: Reason, words: str) -> None:
    assert labels.reason(why) == words


def test_the_screen_keeps_the_ids_that_are_typed() -> None:
    assert (
        on_screen("id", Reason("outcome.out.ineligible", {"detail": "post_test"})) == "tidak memenuhi syarat post_test"
    )
    assert on_screen("en", Reason("outcome.out.ceiling", {"detail": "max_per household"})) == (
        "the limit the limit of people selected per household is full"
    )


def test_names_stand_in_sentences_with_a_small_letter_unless_they_are_abbreviations() -> None:
    assert [inside(name) for name in ("Kecamatan", "NIB", "")] == ["kecamatan", "NIB", ""]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_known_column_has_a_word(lang: str) -> None:
    words = catalogue(lang, "things")
    assert not CATALOGUE.keys() - words.keys()
