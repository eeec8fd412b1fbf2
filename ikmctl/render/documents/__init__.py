"""Documents by kind: one module each, one line here. A module is imported when its document is built.

A module has `build(report, form) -> bytes`. It may have `check(report, form)`, which answers diagnostics: an
error keeps the document from being built; and `entries(report)`, numbers of single documents in it. Sentences
of its own stand in its `TEXTS` (see `words`).
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final, Literal

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.render.documents.model import Report


class Kind(Struct, frozen=True):
    """One kind of document.

    `says` is what `report --help` tells of it, in each language. `forms` are file endings; the first
    `usual` of them are made where no file is named. `spec` is the key
    below `documents:` in program.yaml that states number, day and signers. `about` is what the command
    must name besides the kind. `official` documents are entered in documents.csv. `named` ones carry
    people's names and need `private/`; `masked` ones show a name and nothing else of a person; `private`
    ones print more of the register. `listless` ones need no list. `pairs` says that a stage which matches
    has the document too, or alone. `follow` ones show what became of people, whatever the stage.
    """

    module: str
    forms: tuple[str, ...]
    says: Mapping[str, str]
    usual: int = 1
    spec: str = ""
    about: Literal["", "participant", "export"] = ""
    official: bool = False
    named: bool = False
    masked: bool = False
    private: bool = False
    listless: bool = False
    pairs: Literal["", "too", "only"] = ""
    follow: bool = False


DOCUMENTS: Final[Mapping[str, Kind]] = {
    "recap": Kind(
        "recap", ("xlsx",),
        {"id": "rekap nilai dan alasan semua peserta, untuk panitia",
         "en": "points and reasons of everybody, for the committee"},
        named=True,
    ),
    "minutes": Kind(
        "minutes", ("docx", "pdf"),
        {"id": "berita acara hasil seleksi",
         "en": "minutes of the selection (berita acara)"},
        usual=2, spec="minutes", official=True, named=True,
    ),
    "decree-annex": Kind(
        "decree_annex", ("docx", "pdf"),
        {"id": "lampiran surat keputusan: daftar yang ditetapkan",
         "en": "annex of the decree with the list (lampiran SK)"},
        usual=2, spec="decree", official=True, named=True, private=True,
    ),
    "answer": Kind(
        "answer", ("docx", "pdf"),
        {"id": "jawaban kepada satu peserta: sanggahan dan hasilnya sendiri",
         "en": "answer to one participant: objection and own result"},
        usual=2, spec="answer", about="participant", official=True, named=True,
    ),
    "receipts": Kind(
        "receipts", ("md", "pdf"),
        {"id": "bukti bagi tiap peserta: nilainya sendiri dan hasilnya",
         "en": "for each participant: the own points and result"},
        usual=2, named=True,
    ),
    "announcement": Kind(
        "announcement", ("md", "txt", "pdf"),
        {"id": "pengumuman: terpilih dan cadangan",
         "en": "who is selected and who waits"},
        usual=3, spec="announcement", official=True, masked=True,
    ),
    "rules": Kind(
        "rules", ("md", "pdf"),
        {"id": "aturan yang perlu diketahui pendaftar",
         "en": "what applicants must know"},
        usual=2, listless=True,
    ),
    "attendance": Kind(
        "attendance", ("xlsx",),
        {"id": "daftar hadir: halaman tanda tangan dan halaman isian",
         "en": "pages to sign, and a page to enter that import reads"},
        named=True, private=True, listless=True,
    ),
    "payments": Kind(
        "payments", ("xlsx",),
        {"id": "daftar pembayaran: transpor menurut kehadiran, atau hadiah",
         "en": "who is paid what: a rate by attendance, or the prizes"},
        spec="payments", official=True, named=True, private=True,
    ),
    "certificates": Kind(
        "certificates", ("docx",),
        {"id": "sertifikat bernomor, satu halaman tiap orang",
         "en": "numbered certificates, one page a person"},
        spec="certificates", official=True, named=True, private=True,
    ),
    "messages": Kind(
        "messages", ("xlsx",),
        {"id": "pesan WhatsApp tiap peserta; tidak mengirim apa pun",
         "en": "a WhatsApp text for each participant; sends nothing"},
        named=True, private=True,
    ),
    "export": Kind(
        "export", ("xlsx", "csv"),
        {"id": "daftar menurut kolom yang diminta kementerian atau sistem",
         "en": "the columns that a ministry or a system asks for"},
        about="export", named=True, private=True,
    ),
    "brief": Kind(
        "brief", ("pdf", "png"),
        {"id": "satu halaman untuk pimpinan, tanpa nama",
         "en": "one page for the head of office, naming nobody"},
        usual=2, pairs="too",
    ),
    "summary": Kind(
        "summary", ("html",),
        {"id": "grafik dan tabel untuk panitia dan pimpinan, tanpa nama",
         "en": "charts and tables for committee and head of office, naming nobody"},
        pairs="too",
    ),
    "monitoring": Kind(
        "monitoring", ("html",),
        {"id": "sebelum dan sesudah program, tanpa nama",
         "en": "before and after the program, naming nobody"},
        listless=True, follow=True,
    ),
    "catalogue": Kind(
        "catalogue", ("html",),
        {"id": "anggota kemitraan yang setuju dicantumkan",
         "en": "members of a partnership who agreed to be named"},
        masked=True, private=True, pairs="only",
    ),
}  # fmt: skip

LIBRARIES: Final[Mapping[str, str]] = {"pdf": "typst", "png": "typst", "docx": "docxtpl"}
"""What a form needs besides the core: the extra `documents`."""


def check(kind: str, report: Report, form: str) -> tuple[Diagnostic, ...]:
    """What keeps a document from being made, or from being signed as it is."""
    module: Any = import_module(f"ikmctl.render.documents.{DOCUMENTS[kind].module}")
    found: tuple[Diagnostic, ...] = module.check(report, form) if hasattr(module, "check") else ()
    if form not in ("pdf", "png"):
        return found
    from ikmctl.render.documents.letters import boxed

    return (*found, *boxed(report, everybody=kind == "receipts"))


def build(kind: str, report: Report, form: str) -> bytes:
    """The bytes of a document; the same report gives the same bytes."""
    made: bytes = import_module(f"ikmctl.render.documents.{DOCUMENTS[kind].module}").build(report, form)
    return made


def entries(kind: str, report: Report) -> tuple[tuple[str, str], ...]:
    """Participant and number of each single document in it that has a number of its own."""
    module: Any = import_module(f"ikmctl.render.documents.{DOCUMENTS[kind].module}")
    found: tuple[tuple[str, str], ...] = module.entries(report) if hasattr(module, "entries") else ()
    return found
