"""Where a criterion takes its value from, as spelled in program.yaml.

Spellings: `marks.M`, `marks.M.item`, `fields.F`, `groups.A`, `stage.S.score`, `line.A`,
`{gain: [pre, post]}`, `{ratio: [a, b]}`, `{share: marks.M}`, `{count: F}`.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal, TypeAlias

from msgspec import Struct
from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

SourceKind: TypeAlias = Literal["mark", "item", "field", "group", "stage", "line", "gain", "ratio", "share", "count"]

_PLAIN: Final[tuple[tuple[SourceKind, re.Pattern[str]], ...]] = (
    ("mark", re.compile(r"marks\.([a-z0-9_-]+)\Z")),
    ("item", re.compile(r"marks\.([a-z0-9_-]+)\.([a-z0-9_-]+)\Z")),
    ("field", re.compile(r"fields\.([a-z0-9_-]+)\Z")),
    ("group", re.compile(r"groups\.([a-z0-9_-]+)\Z")),
    ("stage", re.compile(r"stage\.([a-z0-9_-]+)\.score\Z")),
    ("line", re.compile(r"line\.([a-z0-9_-]+)\Z")),
)
_PAIR: Final = 2


class Source(Struct, frozen=True):
    """A parsed source: `names` for the plain kinds, `parts` for `gain`, `ratio` and `share`."""

    kind: SourceKind
    names: tuple[str, ...] = ()
    parts: tuple["Source", ...] = ()

    def leaves(self) -> tuple["Source", ...]:
        """The plain sources that this one reads, itself included when it is plain."""
        return tuple(leaf for part in self.parts for leaf in part.leaves()) if self.parts else (self,)

    def mark_ids(self) -> tuple[str, ...]:
        """The marks that this source reads, each once, in order."""
        return tuple(dict.fromkeys(leaf.names[0] for leaf in self.leaves() if leaf.kind in ("mark", "item")))

    def field_ids(self) -> tuple[str, ...]:
        """The participant fields that this source reads, each once, in order."""
        return tuple(dict.fromkeys(leaf.names[0] for leaf in self.leaves() if leaf.kind in ("field", "count")))

    def __str__(self) -> str:
        """The spelling used in program.yaml."""
        match self.kind:
            case "mark" | "item":
                return "marks." + ".".join(self.names)
            case "field":
                return f"fields.{self.names[0]}"
            case "group":
                return f"groups.{self.names[0]}"
            case "stage":
                return f"stage.{self.names[0]}.score"
            case "line":
                return f"line.{self.names[0]}"
            case "count":
                return f"{{count: {self.names[0]}}}"
            case "share":
                return f"{{share: {self.parts[0]}}}"
            case _:
                return f"{{{self.kind}: [{self.parts[0]}, {self.parts[1]}]}}"


SUMMARY: Final[Mapping[str, Mapping[str, str]]] = {
    "gain": {
        "en": "Two marks: how much of the rise that was possible was reached, `(post - pre) / (max - pre)`.",
        "id": "Dua nilai: bagian kenaikan yang tercapai dari yang mungkin, `(post - pre) / (max - pre)`.",
    },
    "ratio": {"en": "Two values: the first divided by the second.", "id": "Dua nilai: yang pertama dibagi yang kedua."},
    "share": {
        "en": "A mark per session: the share of all sessions that was attended.",
        "id": "Nilai per sesi: bagian yang dihadiri dari semua sesi.",
    },
    "count": {
        "en": "A column with several answers: how many were given.",
        "id": "Kolom dengan beberapa jawaban: banyaknya jawaban.",
    },
}
"""What the sources that are worked out mean, by language."""


def _bad() -> PydanticCustomError:
    return PydanticCustomError("source", "not a source of values")


def _read_plain(text: str) -> Source:
    for kind, pattern in _PLAIN:
        if found := pattern.match(text):
            return Source(kind, found.groups())
    raise _bad()


def read_source(value: Any) -> Any:
    """Read one spelling of a source; see the head of this module."""
    if isinstance(value, Source):
        return value
    if isinstance(value, str):
        return _read_plain(value)
    if not isinstance(value, Mapping) or len(value) != 1:
        raise _bad()
    kind, inner = next(iter(value.items()))
    if kind == "count" and isinstance(inner, str):
        return Source("count", (inner.removeprefix("fields."),))
    if kind == "share" and isinstance(inner, str):
        return Source("share", parts=(_read_plain(inner),))
    if kind in ("gain", "ratio") and isinstance(inner, list | tuple) and len(inner) == _PAIR:
        if not all(isinstance(part, str) for part in inner):
            raise _bad()
        return Source(kind, parts=tuple(_read_plain(part) for part in inner))
    raise _bad()


SourceSpelling = Annotated[
    Source,
    PlainValidator(read_source),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"^(marks|fields|groups|stage|line)\.[a-z0-9_.-]+$"},
                {
                    "type": "object",
                    "minProperties": 1,
                    "maxProperties": 1,
                    "additionalProperties": False,
                    "properties": {
                        "gain": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2},
                        "ratio": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2},
                        "share": {"type": "string"},
                        "count": {"type": "string"},
                    },
                },
            ]
        }
    ),
]
