"""Names of people and firms for comparing: titles dropped, short and old spellings made one.

What comes out is never shown or stored; names stay as people write them.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_BEFORE: Final = frozenset((
    "h", "hi", "hj", "hjh", "haji", "hajah", "hajjah", "drs", "dra", "dr", "drg", "drh", "ir", "prof", "kh", "ky",
    "kyai",
    "ust", "ustad", "ustadz", "ustadzah", "sdr", "sdri", "bpk", "bapak", "bp", "pak", "ibu", "bu", "ny", "tn", "nn",
    "r",
    "rr", "rd", "raden", "mas", "mbak", "alm", "almh",
))  # fmt: skip
"""Titles and forms of address before a name."""

_AFTER: Final = frozenset((
    "se", "sh", "st", "spd", "spdi", "spdsd", "skom", "sip", "ssos", "ssi", "sag", "sthi", "shi", "sei", "sikom",
    "shum",
    "ssn", "sst", "spi", "sp", "spt", "stp", "skm", "skep", "sked", "sfarm", "stt", "spsi", "sak", "sab", "sap", "str",
    "strkeb", "mm", "msi", "mpd", "mpdi", "mh", "mt", "mkom", "ma", "mba", "mag", "mak", "msc", "mkes", "mp", "mip",
    "map",
    "amd", "amdkeb", "amk", "amkeb", "amp", "ners", "ns", "ba", "bsc", "phd", "apt", "cht", "drs", "sss", "dipling",
))  # fmt: skip
"""Degrees behind a name, without their dots."""

_SHORT: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("m", "muh", "moh", "moch", "mochammad", "mochamad", "mhd", "mohd", "md", "muhamad", "mohamad", "mohammad",
         "mohammed", "muhammed", "muchammad", "muchamad", "mukhamad", "mokhamad", "mokhammad", "muhd", "mukh", "much"),
        "muhammad",
    ),
    **dict.fromkeys(("st", "sitti", "sit", "sity", "siiti"), "siti"),
    **dict.fromkeys(("abd", "abdoel", "abdl"), "abdul"),
    **dict.fromkeys(("ach", "achmad", "akhmad", "achmat", "akhmat", "ahmat", "ahmed"), "ahmad"),
    **dict.fromkeys(("bin", "binti", "bt", "bte"), ""),
}  # fmt: skip
"""Short and other forms of the commonest names; links between a name and the father's fall away."""

_FIRM: Final = frozenset((
    "ud", "cv", "pt", "pd", "fa", "firma", "tb", "toko", "tbk", "usaha", "dagang", "kub", "koperasi", "kop", "persero",
    "perusahaan", "industri", "ikm", "umkm", "home", "rumah",
))  # fmt: skip
"""Legal forms and words that many firms share."""

_OLD: Final = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("nj", "ny"), ("kh", "h"), ("ch", "h"), ("sy", "s"), ("sh",
    "s"), ("th", "t"),
    ("dh", "d"), ("bh", "b"), ("ph", "f"), ("q", "k"), ("v", "f"), ("x", "ks"), ("dz", "s"), ("z", "s"),
)  # fmt: skip
"""Old and Arabic spellings of one sound."""
_DOUBLE: Final = re.compile(r"([a-z])\1+")
_WORD: Final = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_VOWELS: Final = re.compile(r"(?<!^)[aeiouyhw]")


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(ch for ch in plain if not unicodedata.combining(ch)).replace("`", "'").replace("’", "'")


@lru_cache(maxsize=8192)
def respell(word: str) -> str:
    """One spelling for `Soekarno` and `Sukarno`, `Djoko` and `Joko`, `Khotimah` and `Chotimah`."""
    plain = word.replace("'", "")
    for old, new in _OLD:
        plain = plain.replace(old, new)
    plain = _DOUBLE.sub(r"\1", plain)
    return plain[:-1] + "i" if len(plain) > 1 and plain.endswith("y") else plain


def _is_degree(text: str) -> bool:
    """Whether a part such as `S. Pd.`, `S.E` or `S.Kom., M.M.` is nothing but degrees."""
    words = [joined for word in text.split() if (joined := re.sub(r"[^a-z]", "", word))]
    return "".join(words) in _AFTER or all(word in _AFTER for word in words)


@lru_cache(maxsize=4096)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name in one spelling, in the order in which they were written.

    `H. Moh. Soleh, S.Pd.I` and `Muhammad Sholeh` differ by one letter; initials stay single letters.
    """
    head, *rest = _folded(name).split(",")
    text = " ".join([head, *(part for part in rest if not _is_degree(part))])
    raw = text.replace("/", " ").split()
    while len(raw) > 1 and re.sub(r"[^a-z]", "", raw[-1]) in _AFTER:
        raw = raw[:-1]
    words = [word for part in raw for word in _WORD.findall(part)]
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
    known = [_SHORT.get(word, word) if place == 0 or word != "m" else word for place, word in enumerate(words)]
    return tuple(respell(word) for word in known if word) or tuple(respell(word) for word in words)


@lru_cache(maxsize=4096)
def firm_words(name: str) -> tuple[str, ...]:
    """The words of a firm's name without legal forms; all of them where nothing else is left."""
    words = _WORD.findall(_folded(name))
    return tuple(respell(word) for word in words if word not in _FIRM) or tuple(words)


def person_key(name: str) -> str:
    """The words of a person's name in a fixed order."""
    return " ".join(sorted(person_words(name)))


def skeleton(word: str) -> str:
    """The consonants of a respelled word: what survives slips of the pen."""
    return _VOWELS.sub("", word)
