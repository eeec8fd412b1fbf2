"""What a Word template may hold: every placeholder of a document with what stands there, in both languages."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from msgspec import Struct, field


class Slot(Struct, frozen=True):
    """One placeholder: a text, or with `many` a list of texts, or with `inner` a list of things with slots."""

    id: str
    en: str
    many: bool = False
    inner: Mapping[str, "Slot"] = field(default_factory=dict)


def specimen(slots: Mapping[str, Slot]) -> dict[str, Any]:
    """Values of the same shape as the real ones, each list with one entry."""
    return {name: _one(slot) for name, slot in slots.items()}


def _one(slot: Slot) -> Any:
    if slot.inner:
        return [specimen(slot.inner)]
    return ["..."] if slot.many else "..."


def described(slots: Mapping[str, Slot], of: str = "") -> Iterator[tuple[str, Slot]]:
    """Every placeholder as it is written in a template, with its slot."""
    for name, slot in slots.items():
        yield f"{of}.{name}" if of else name, slot
        yield from described(slot.inner, entry(name))


_ENTRIES: Final = {
    "people": "person", "reserves": "person", "funnel": "step", "prizes": "tier", "criteria": "criterion",
    "signer_pairs": "pair",
}  # fmt: skip


def entry(name: str) -> str:
    """The name of one entry of a list in our own templates: `person` of `people`, `track` of `tracks`."""
    return _ENTRIES.get(name, name.removesuffix("s"))


SHARED: Mapping[str, Slot] = {
    "letterhead": Slot("baris kepala surat", "lines of the letterhead", many=True),
    "heading": Slot("judul dokumen", "title of the document"),
    "number": Slot("nomor dokumen; titik-titik bila kosong", "number of the document; dots while it is empty"),
    "date": Slot("tanggal dokumen: 13 Oktober 2025", "day of the document: 13 October 2025"),
    "day_in_words": Slot(
        "hari dan tanggal dengan huruf: Senin tanggal tiga belas bulan Oktober tahun dua ribu dua puluh lima",
        "the day in words",
    ),
    "town": Slot("tempat penandatanganan", "town of signing"),
    "program": Slot("nama program", "title of the program"),
    "organizer": Slot("penyelenggara", "organizer"),
    "lock": Slot("segel aturan yang berlaku", "the lock of the rules in force"),
    "rules_digest": Slot("sidik aturan", "digest of the rules"),
    "result_digest": Slot("sidik hasil", "digest of the result"),
    "status": Slot("keadaan daftar: usulan, diumumkan atau ditetapkan", "state of the list"),
    "signers": Slot(
        "penanda tangan", "who signs",
        inner={
            "role": Slot("jabatan", "role"), "name": Slot("nama", "name"),
            "rank": Slot("pangkat", "rank"), "nip": Slot("NIP, tanpa kata NIP", "NIP, the number alone"),
        },
    ),
    "signer_pairs": Slot(
        "penanda tangan, dua bersebelahan",
        "who signs, two beside each other",
        inner={
            f"{side}_{part}": Slot(f"{kata} di sebelah {sisi}", f"{part.replace('nip', 'NIP')} on the {side}")
            for side, sisi in (("left", "kiri"), ("right", "kanan"))
            for part, kata in (("role", "jabatan"), ("name", "nama"), ("rank", "pangkat"), ("nip", "NIP"))
        },
    ),
}  # fmt: skip
"""Placeholders of every official document."""
