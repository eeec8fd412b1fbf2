"""What official documents print beyond the result: numbers, basis, signers, paper."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ikmctl.domain.model import Model
from ikmctl.domain.quota import Count, Positive
from ikmctl.domain.scalars import Day, Name, Number, Slug, Text


class Signer(Model):
    """Who signs a document."""

    role: Name
    """Office in which the person signs.
    id: Jabatan penanda tangan."""
    name: Text = ""
    """Name; empty prints dots.
    id: Nama; kosong dicetak titik-titik."""
    rank: Text = ""
    """Civil-service rank.
    id: Pangkat dan golongan."""
    nip: Text = ""
    """Civil-service number (NIP).
    id: NIP."""


class DocumentSpec(Model):
    """Number, day, basis and signers of one kind of document."""

    number: Text = ""
    """Number of the document; empty prints dots.
    id: Nomor dokumen; kosong dicetak titik-titik."""
    date: Day | None = None
    """Day that stands on the document; dots are printed while it is empty.
    id: Tanggal yang tercetak di dokumen; kosong dicetak titik-titik."""
    basis: tuple[Text, ...] = ()
    """Laws and letters that it rests on.
    id: Peraturan dan surat yang menjadi dasarnya."""
    signers: tuple[Signer, ...] = ()
    """Who signs, in order.
    id: Penanda tangan, berurutan."""
    template: Text = ""
    """Word file of the office's own, in the program's folder or beside it; ours where it is empty.
    id: Berkas Word milik kantor, di folder program atau di dekatnya; kosong: bawaan ikmctl."""


class AttendanceSpec(Model):
    """The attendance list."""

    people: Literal["all", "selected"] | None = None
    """Who comes: everybody, or the selected; by default everybody where the stage has marks, else the selected.
    id: Siapa yang hadir: semua, atau yang terpilih; bila kosong: semua bila tahap punya nilai, selain itu terpilih."""


class PaymentSpec(DocumentSpec):
    """What is paid, to whom, and what the budget allows."""

    purpose: Text = ""
    """What the money is for; stands in the title.
    id: Uang itu untuk apa; tercetak di judul."""
    rate: Count | None = None
    """Whole rupiah for each session attended; without it the prizes of the stage are paid.
    id: Rupiah bulat untuk tiap sesi yang dihadiri; bila kosong yang dibayar hadiah tahap ini."""
    per: Literal["session", "person"] = "session"
    """`person`: the rate is paid once, however many sessions were attended.
    id: `person`: dibayar sekali, berapa pun sesi yang dihadiri."""
    people: Literal["selected", "attended"] = "attended"
    """With a rate: those who attended, or only the selected.
    id: Bila ada `rate`: semua yang hadir, atau yang terpilih saja."""
    tax: Annotated[Number, Field(ge=0, le=100)] | None = None
    """Percent withheld, as the office has declared it; the tool works out no tax of its own.
    id: Persen yang dipotong, menurut ketetapan kantor; ikmctl tidak menghitung pajak sendiri."""
    tax_basis: Text = ""
    """The rule by which it is withheld; printed below the table.
    id: Aturan dasar pemotongannya; tercetak di bawah tabel."""
    budget: Count | None = None
    """Whole rupiah that may be paid; by default the budget of the prizes.
    id: Pagu dalam rupiah bulat; bila kosong pagu hadiah."""


class CertificateSpec(DocumentSpec):
    """Certificates; `number` is a series in which `{n}` or `{n:03}` counts, such as `500.9/{n:03}/WUB/2025`."""

    first: Positive = Field(default=1, alias="from")
    """The first number of the series.
    id: Nomor pertama deretnya."""
    people: Literal["selected", "attended", "all"] = "selected"
    """Who gets one: the selected, everybody who attended, or everybody of the stage.
    id: Siapa yang menerima: yang terpilih, semua yang hadir, atau semua peserta tahap ini."""
    min_sessions: Positive | None = None
    """Least sessions attended, besides.
    id: Selain itu, paling sedikit sesi yang dihadiri."""
    heading: Text = ""
    """What stands over the text; `SERTIFIKAT` where it is empty.
    id: Judul di atas teks; `SERTIFIKAT` bila kosong."""


class MessagesSpec(Model):
    """What every message says besides its result."""

    contact: Text = ""
    """Where people confirm, ask and object: an address, a counter, a number of the office.
    id: Tempat peserta mendaftar ulang, bertanya dan menyanggah: alamat, loket, nomor kantor."""
    closing: Text = ""
    """A last sentence of the office's own.
    id: Kalimat penutup dari kantor sendiri."""


class ExportColumn(Model):
    """One column of an export: a field, or a constant `text`."""

    head: Name
    """Header of the column.
    id: Judul kolom."""
    field: Slug | None = None
    """A field of the registration, or `place`, `result`, `score`, `track_name` and the like.
    id: Kolom pendaftaran, atau `place`, `result`, `score`, `track_name` dan sejenisnya."""
    text: Text | None = None
    """The same text in every line.
    id: Teks yang sama di setiap baris."""
    words: Mapping[Name, Text] = Field(default_factory=dict)
    """What is written for a value, such as `{female: P, male: L}`.
    id: Apa yang ditulis untuk suatu nilai, misalnya `{female: P, male: L}`."""

    @model_validator(mode="after")
    def _one_content(self) -> "ExportColumn":
        if (self.field is None) == (self.text is None):
            raise PydanticCustomError("IKM129", "one of two keys", {"keys": "`field`, `text`"})
        return self


class ExportSpec(Model):
    """A list in the shape that a ministry or a system asks for."""

    columns: Annotated[tuple[ExportColumn, ...], Field(min_length=1)]
    """The columns, in order.
    id: Kolom-kolomnya, berurutan."""
    people: Literal["selected", "reserves", "all"] = "selected"
    """Whose lines: the selected, the reserves, or everybody of the stage.
    id: Baris siapa: yang terpilih, cadangan, atau semua peserta tahap ini."""
    form: Literal["xlsx", "csv"] = "xlsx"
    """Form of the file: `xlsx` or `csv`.
    id: Bentuk berkas: `xlsx` atau `csv`."""


class Documents(Model):
    """What documents print beyond the result."""

    paper: Literal["F4", "A4"] = "F4"
    """Paper size: `F4` or `A4`.
    id: Ukuran kertas: `F4` atau `A4`."""
    place: Text = ""
    """Town in which documents are signed.
    id: Kota tempat dokumen ditandatangani."""
    letterhead: tuple[Text, ...] = ()
    """Lines of the letterhead (kop surat).
    id: Baris-baris kop surat."""
    minutes: DocumentSpec = Field(default_factory=DocumentSpec.model_construct)
    """The minutes (Berita Acara).
    id: Berita Acara."""
    decree: DocumentSpec = Field(default_factory=DocumentSpec.model_construct)
    """The decree (Surat Keputusan) and its annex.
    id: Surat Keputusan dan lampirannya."""
    announcement: DocumentSpec = Field(default_factory=DocumentSpec.model_construct)
    """The announcement (Pengumuman).
    id: Pengumuman."""
    answer: DocumentSpec = Field(default_factory=DocumentSpec.model_construct)
    """Answers to objections.
    id: Jawaban atas sanggahan."""
    attendance: AttendanceSpec = Field(default_factory=AttendanceSpec.model_construct)
    """Attendance lists.
    id: Daftar hadir."""
    payments: PaymentSpec = Field(default_factory=PaymentSpec.model_construct)
    """Payment lists.
    id: Daftar pembayaran."""
    certificates: CertificateSpec = Field(default_factory=CertificateSpec.model_construct)
    """Certificates.
    id: Sertifikat."""
    messages: MessagesSpec = Field(default_factory=MessagesSpec.model_construct)
    """Messages to participants.
    id: Pesan untuk peserta."""
    exports: Mapping[Slug, ExportSpec] = Field(default_factory=dict)
    """Lists for others by name; `ikmctl report export NAME` writes one.
    id: Daftar untuk pihak lain menurut namanya; `ikmctl report export NAMA` membuatnya."""
