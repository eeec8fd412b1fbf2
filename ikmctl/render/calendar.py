"""Days and amounts as documents write them: `Senin, 29 September 2025`, `Rp3.000.000,00`, `tiga juta rupiah`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

_DAYS: Final[Mapping[str, Sequence[str]]] = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS: Final[Mapping[str, Sequence[str]]] = {
    "id": ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
           "November", "Desember"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip
_ONES: Final = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
_STEPS: Final = (
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (10**3, "ribu"),
    (100, "ratus"),
    (10, "puluh"),
)
_TEENS: Final = 20
_MOST: Final = 10**15


def day(value: date, lang: str) -> str:
    """A day without its weekday: `29 September 2025`."""
    return f"{value.day} {_MONTHS[lang][value.month - 1]} {value.year}"


def weekday(value: date, lang: str) -> str:
    """A day with its weekday: `Senin, 29 September 2025`."""
    return f"{_DAYS[lang][value.weekday()]}, {day(value, lang)}"


def rupiah(amount: int) -> str:
    """Whole rupiah as documents write them, after the guide of KBBI: `Rp3.000.000,00`."""
    digits = f"{abs(amount):,}".replace(",", ".")
    return f"{'-' if amount < 0 else ''}Rp{digits},00"


def in_words(number: int) -> str:
    """A whole number from 0 on in Indonesian words: `seribu`, `dua puluh satu`; from 10^15 on, in digits."""
    if number < 0:
        raise ValueError(number)
    if number >= _MOST:
        return f"{number:,}".replace(",", ".")
    if number < len(_ONES):
        return _ONES[number]
    if number < _TEENS:
        return f"{_ONES[number - 10]} belas"
    step, name = next((step, name) for step, name in _STEPS if number >= step)
    count, rest = divmod(number, step)
    short = count == 1 and step in (100, 1000)  # seratus and seribu, but satu juta
    head = f"se{name}" if short else f"{in_words(count)} {name}"
    return f"{head} {in_words(rest)}" if rest else head


def day_in_words(value: date) -> str:
    """A day as minutes open with it: `Kamis tanggal dua bulan Oktober tahun dua ribu dua puluh lima`."""
    month = _MONTHS["id"][value.month - 1]
    return f"{_DAYS['id'][value.weekday()]} tanggal {in_words(value.day)} bulan {month} tahun {in_words(value.year)}"
