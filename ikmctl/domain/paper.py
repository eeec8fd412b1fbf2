"""What official documents print beyond the result: numbers, basis, signers, paper."""

from typing import Literal

from pydantic import Field

from ikmctl.domain.model import Model
from ikmctl.domain.scalars import Day, Name, Text


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
    minutes: DocumentSpec = Field(default_factory=DocumentSpec)
    """The minutes (Berita Acara).
    id: Berita Acara."""
    decree: DocumentSpec = Field(default_factory=DocumentSpec)
    """The decree (Surat Keputusan) and its annex.
    id: Surat Keputusan dan lampirannya."""
    announcement: DocumentSpec = Field(default_factory=DocumentSpec)
    """The announcement (Pengumuman).
    id: Pengumuman."""
