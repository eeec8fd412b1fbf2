"""Which header names which column: spelling is folded away, then a header is looked up.

Targets are field ids, `marks.<mark>`, `marks.<mark>.<item>`, `score` (a mark that `--item` names) and
`-` (a known column that holds nothing to import).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from msgspec import Struct, field

from ikmctl.domain.program import Program
from ikmctl.domain.source import Source
from ikmctl.sheets.aliases import COLUMNS, IGNORED, SCORE

NOTHING: Final = "-"
"""Target of a column that is known to hold nothing to import."""
ANY_SCORE: Final = "score"
"""Target of a column of marks that does not say which mark."""

_COMPANY: Final = 2
_SCORES: Final = ("nilai", "skor", "hasil", "score")
"""Words that may stand before the name of a mark."""
_NUMBERING: Final = re.compile(r"^\s*(?:\(?[0-9]{1,2}[.)]|\(?[a-z][.)])\s*(?=\D)")
_BRACKETS: Final = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
_WORDS: Final = re.compile(r"[^\W_]+")
_ASIDES: Final = re.compile(
    r"\b(?:sesuai|seperti|berdasarkan)(?: dengan| di| pada)? (?:e )?"
    r"(?:ktp|kk|kartu keluarga|identitas|domisili|akta|ijazah)(?: el)?\b"
    r"|\b(?:yang )?(?:masih )?(?:aktif|bisa dihubungi|dapat dihubungi)\b"
    r"|\b(?:wajib|mohon|harap|silakan|silahkan|tolong)(?: di)? ?(?:isi|diisi|tuliskan|masukkan|cantumkan)?\b"
    r"|\b(?:anda|saudara|i|bapak ibu|bapak|kamu|your|please|enter)\b"
    r"|\b(?:tuliskan|masukkan|cantumkan|isikan)\b"
)


@lru_cache(maxsize=4096)
def fold(header: str) -> str:
    """The words of a header in lower case, without punctuation: `No. HP/WA *` as `no hp wa`."""
    text = unicodedata.normalize("NFKC", header).casefold()
    return " ".join(_WORDS.findall(text))


@lru_cache(maxsize=4096)
def spellings(header: str) -> tuple[str, ...]:
    """The keys under which a header may be known, the fullest first."""
    text = unicodedata.normalize("NFKC", header).casefold()
    text = _NUMBERING.sub("", text)
    bare = fold(_BRACKETS.sub(" ", text))
    forms = [fold(text), bare, _without_asides(bare), *(fold(inner) for inner in _BRACKETS.findall(text) if bare == "")]
    forms += [_joined(bare), _joined(fold(_BRACKETS.sub(" ", header)))]
    return tuple(dict.fromkeys(form for form in forms if form))


def _joined(text: str) -> str:
    """`nik` for letters that stand apart, as in `N I K` and `N.I.K.`; nothing where there is a word."""
    letters = text.split()
    return "".join(letters) if len(letters) > 1 and all(len(one) == 1 and one.isalpha() for one in letters) else ""


def _without_asides(text: str) -> str:
    return " ".join(_ASIDES.sub(" ", text).split())


def unit_of(header: str) -> str:
    """What stands in the last brackets of a header: `Rp.000` of `Nilai Investasi (Rp.000)`."""
    found = _BRACKETS.findall(header)
    return " ".join(found[-1].split()) if found else ""


class Vocabulary(Struct, frozen=True):
    """Known headers: key -> target. `said` are those that a person chose or accepted before.

    `items` are what judges mark. Their names are everyday words, so they count only in company: see `marking`.
    """

    known: Mapping[str, str]
    said: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)

    def marking(self, headers: Iterable[str]) -> "Vocabulary":
        """The vocabulary for a table with these headers: items win over fields where two stand side by side."""
        keys = {key for header in headers for key in spellings(header)}
        if len(keys & self.items.keys()) < _COMPANY:
            return self
        return Vocabulary({**self.known, **self.items}, self.said, self.items)

    def target(self, labels: Iterable[str]) -> str | None:
        """What a column is, from its labels top down, such as `("ALAMAT", "KECAMATAN")`; None if unknown."""
        levels = [label for label in labels if label]
        for start in range(len(levels)):
            header = " ".join(levels[start:])
            if (said := self.said.get(fold(header))) is not None:
                return said
            for key in spellings(header):
                if (found := self.known.get(key)) is not None:
                    return found
        return None


def _marks(program: Program) -> dict[str, str]:
    found: dict[str, str] = {}
    for mark, spec in program.marks.items():
        for item in spec.items:
            found.setdefault(fold(item), f"marks.{mark}.{item}")
    for mark, spec in program.marks.items():
        for header in (mark, *spec.headers):
            for key in spellings(header):
                found[key] = f"marks.{mark}"
    return found


def _likely_marks(program: Program) -> dict[str, str]:
    """Headers as people write them: `Nilai Post Test`, `Post Test Score`, `Posttest` for the mark `post_test`."""
    found: dict[str, str] = {}
    for mark, spec in program.marks.items():
        if spec.per != "session":
            name = fold(mark.replace("_", " "))
            names = dict.fromkeys((name, name.replace(" ", ""), *spellings(spec.name)))
            headers = (*names, *(f"{word} {one}" for one in names for word in _SCORES), f"{name} score")
            found |= {header: f"marks.{mark}" for header in headers if header not in found}
    return found


def _names(program: Program) -> dict[str, str]:
    """What documents call items, criteria and fields; a name that two of them share says nothing."""
    said = [
        (name, f"marks.{mark}.{item}")
        for mark, spec in program.marks.items()
        for item, name in spec.names.items()
        if item in spec.items
    ]
    said += [
        (one.name, target) for stage in program.stages for one in stage.criteria if (target := _column(one.source))
    ]
    said += [(spec.name, spec.id) for spec in program.fields]
    targets: dict[str, set[str]] = {}
    for name, target in said:
        for key in spellings(name):
            targets.setdefault(key, set()).add(target)
    return {key: found.pop() for key, found in targets.items() if len(found) == 1}


def _column(source: Source) -> str:
    """The target of the one column that a criterion reads, empty where it reads another thing."""
    if source.kind in ("mark", "item"):
        return ".".join(("marks", *source.names))
    return source.names[0] if source.kind == "field" else ""


def _fields(program: Program) -> dict[str, str]:
    found: dict[str, str] = {}
    for spec in program.fields:
        for header in (spec.id, *spec.headers):
            for key in spellings(header):
                found[key] = spec.id
    return found


@lru_cache(maxsize=1)
def catalogue() -> Mapping[str, str]:
    """The headers of the catalogue's fields: key -> target."""
    found = dict.fromkeys(IGNORED, NOTHING) | dict.fromkeys(SCORE, ANY_SCORE)
    for target, aliases in COLUMNS.items():
        found[fold(target)] = target
        for alias in aliases:
            found[alias] = target
    return found


def vocabulary(
    program: Program, *, accepted: Mapping[str, str] | None = None, forced: Mapping[str, str] | None = None
) -> Vocabulary:
    """The headers known for a program.

    Args:
        program: its fields and marks bring headers of their own, which win over the catalogue's.
        accepted: header -> target, as confirmed at an earlier import (columns.yaml).
        forced: target -> header, as given by `--map`.
    """
    items = {key: target for key, target in _marks(program).items() if target.count(".") > 1}
    whole = {key: target for key, target in _marks(program).items() if target.count(".") == 1}
    said = {fold(header): target for header, target in (accepted or {}).items()}
    said |= {fold(header): target for target, header in (forced or {}).items()}
    known = {**_names(program), **_likely_marks(program), **items, **catalogue(), **whole, **_fields(program)}
    return Vocabulary(known, said, items)
