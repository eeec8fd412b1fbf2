"""What papers call things: the `name:` of program.yaml, else a word that every program shares, else the id.

Commands and JSON keep ids, since those are typed. `Labels` of a language alone knows the shared words.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.fields import CATALOGUE
from ikmctl.domain.numbers import parse_decimal
from ikmctl.domain.program import Criterion, FieldSpec, Program, Stage
from ikmctl.domain.regions import region_name
from ikmctl.domain.rule import Reason
from ikmctl.domain.source import Source
from ikmctl.engine.banding import edges
from ikmctl.engine.needs import column_of
from ikmctl.engine.rules import RULES
from ikmctl.render.calendar import day, rupiah
from ikmctl.render.messages.lookup import catalogue, fill, reason
from ikmctl.render.numbers import number, spelled

_PLACES: Final = frozenset(("village", "district", "regency", "province"))
_LEAF: Final = re.compile(r"(marks|fields|groups|line|stage)\.([a-z0-9_-]+)(?:\.([a-z0-9_-]+))?")
_PER_TRACK: Final = " per track"
_OF_LIMITS: Final = ("ceiling", "combination", "floor", "group", "owed")
"""Outcomes whose `detail` and `kept` name limits, labels or values."""
_NUMBERS: Final = frozenset(
    (
        "threshold",
        "score",
        "min",
        "max",
        "attended",
        "unknown",
        "needed",
        "found",
        "least",
        "most",
        "price",
        "asked",
        "capacity",
        "volume",
    )
)
"""Parameters of reasons that are numbers where they look like one."""


class Labels(Struct, frozen=True):
    """The names of one program and one of its stages, in one language."""

    lang: str
    program: Program | None = None
    stage: Stage | None = None

    def word(self, key: str, **params: Param) -> str:
        """One of the words that every program shares; the key where there is none."""
        return fill(catalogue(self.lang, "things").get(key, key), params)

    def of_stage(self, stage_id: str) -> str:
        """A stage."""
        found = self.program.stage(stage_id) if self.program else None
        return found.name or stage_id if found else stage_id

    def track(self, track_id: str) -> str:
        """A track."""
        found = self.program.track(track_id) if self.program else None
        return found.name if found else track_id

    def group(self, group_id: str) -> str:
        """A centre or village."""
        groups = self.program.groups if self.program else ()
        return next((one.name for one in groups if one.id == group_id), group_id)

    def mark(self, mark_id: str, item: str = "") -> str:
        """A mark, or one item of it."""
        spec = self.program.marks.get(mark_id) if self.program else None
        whole = (spec.name if spec else "") or mark_id
        return f"{whole}: {self.item(mark_id, item)}" if item else whole

    def item(self, mark_id: str, item: str) -> str:
        """One item of a mark by itself; the mark where it has no items."""
        spec = self.program.marks.get(mark_id) if self.program else None
        return ((spec.names.get(item, "") if spec else "") or item) if item else self.mark(mark_id)

    def field(self, field_id: str) -> str:
        """A column: as the program names it, or by the word that every program shares."""
        spec = self._spec(field_id)
        own = (spec.name or next(iter(spec.headers), "")) if spec else ""
        return own or self.word(field_id)

    def criterion(self, criterion_id: str) -> str:
        """A criterion; one without a name is called like the mark or column that has its id."""
        found = self._criterion(criterion_id)
        if found is None or found.name:
            return found.name if found else criterion_id
        leaves = found.source.leaves()
        same = len(leaves) == 1 and leaves[0].names[-1] == criterion_id
        return self._leaf(leaves[0]) if same else criterion_id

    def rule(self, rule: str) -> str:
        """What an eligibility rule is about, in a word or two."""
        kind = RULES[rule]
        if self.lang in kind.called:
            return kind.called[self.lang]
        used: Any = next((one for one in (self.stage.eligibility if self.stage else ()) if one.rule == rule), None)
        name = getattr(used, "field", None)
        return self.field(name) if name else kind.summary[self.lang]

    def cause(self, cause: str) -> str:
        """What keeps somebody out or waiting: a rule, a criterion, or `track`, `order`, `total`."""
        if self._criterion(cause):
            return self.criterion(cause)
        return self.rule(cause) if cause in RULES else self.word(cause)

    def tie(self, way: str) -> str:
        """What tells equal people apart: a criterion, the jury, the draw."""
        return self.criterion(way) if self._criterion(way) else self.word(way)

    def source(self, source: str) -> str:
        """Where a value comes from: the criterion that reads just that, or the marks and columns in it."""
        criteria = self.stage.criteria if self.stage else ()
        same = next((one.id for one in criteria if str(one.source) == source), None)
        if same is not None:
            return self.criterion(same)
        leaves = [self._leaf(_leaf_of(*hit.groups())) for hit in _LEAF.finditer(source)]
        return ", ".join(dict.fromkeys(leaves)) or source

    def leaves(self, source: Source) -> str:
        """The marks and columns that a value is worked out from."""
        return ", ".join(dict.fromkeys(self._leaf(leaf) for leaf in source.leaves()))

    def value(self, field_id: str, value: str) -> str:
        """What is on file of somebody in a column; of a sensitive column only the band is, so it is said as a band."""
        column = column_of(self.program, field_id) if self.program else None
        found = parse_decimal(value)
        if self.program is None or column is None or not column.sensitive or found is None:
            return self.amount(field_id, value)
        cuts = edges(self.program, field_id)
        place = bisect_right(cuts, found)
        low, high = (str(cuts[at]) if 0 <= at < len(cuts) else "" for at in (place - 1, place))
        return self.span(field_id, low, high)

    def span(self, field_id: str, low: str, high: str) -> str:
        """From one value of a column to below another; either end may be empty, and nothing is below a money of 0."""
        low = "" if high and low == "0" and self._kind(field_id) == "rupiah" else low
        key = "between" if low and high else "from" if low else "below" if high else "all"
        return self.word(f"band.{key}", low=self.amount(field_id, low), high=self.amount(field_id, high))

    def amount(self, field_id: str, value: str) -> str:
        """A value of a column as it is written: a region by its name, yes and no, an amount in rupiah, a number."""
        if field_id in _PLACES:
            return region_name(value) or value
        if field_id == "group":
            return self.group(value)
        kind = self._kind(field_id)
        if kind == "rupiah" and value.isdecimal():
            return rupiah(int(value)).removesuffix(",00")
        if kind in ("integer", "decimal") or not field_id:
            return spelled(value, self.lang)
        key = f"value.{field_id}.{value}" if kind == "gender" else f"value.{value}"
        return self.word(key) if key in catalogue(self.lang, "things") else value

    def things(self, things: str) -> str:
        """Names of limits, labels and values in words: `household H017`, `gender female`, `max_per household`."""
        return ", ".join(self._thing(one) for one in things.split(", "))

    def reason(self, why: Reason) -> str:
        """The sentence of a verdict or an outcome, with names for ids and numbers as people write them."""
        return reason(self.lang, why.key, self._named(why))

    def _named(self, why: Reason) -> Mapping[str, Param]:
        return {key: self._param(why, key, value) if isinstance(value, str) else value
                for key, value in why.params.items()}  # fmt: skip

    def _param(self, why: Reason, key: str, value: str) -> str:
        """One parameter of a reason, by what its key says that it is."""
        rule = why.key.partition(".")[0]
        if rule == "domicile":
            return self._each(value, lambda code: region_name(code) or code)
        if key in ("detail", "kept"):
            causes = why.key in ("outcome.out.ineligible", "outcome.pending.pending")
            return self._each(value, self.cause) if causes else self.things(value)
        by_key: Mapping[str, Callable[[str], str]] = {
            "track": self.track, "criterion": self.criterion, "source": self.source, "field": self.field,
            "tests": self.mark, "attribute": lambda one: self.word(f"group.{one}"),
        }  # fmt: skip
        if key in by_key:
            return by_key[key](value) if key == "source" else self._each(value, by_key[key])
        if key == "as_of":
            return day(date.fromisoformat(value), self.lang)
        return self._number(why, key, value)

    def _number(self, why: Reason, key: str, value: str) -> str:
        """Values and limits: those of a column or criterion as its kind is written."""
        of = str(why.params.get("field", "")) or self._field_of(str(why.params.get("criterion", "")))
        if key == "value" and of:
            return self.value(of, value)
        if key in ("values", "threshold", "min", "max") and of:
            return self._each(value, lambda one: self.amount(of, one))
        if (why.key, key) == ("threshold.total", "score"):
            return number(value, self.lang, parse_decimal(str(why.params.get("threshold", ""))))
        return spelled(value, self.lang) if key in _NUMBERS or (key, why.key[:9]) == ("value", "threshold") else value

    def _each(self, values: str, name: Callable[[str], str]) -> str:
        return ", ".join(name(one) for one in values.split(", "))

    def _field_of(self, criterion_id: str) -> str:
        """The column that a criterion reads as it stands; empty where there is none."""
        found = self._criterion(criterion_id)
        return found.source.names[0] if found and found.source.kind == "field" else ""

    def _kind(self, field_id: str) -> str:
        spec = self._spec(field_id)
        return spec.type if spec else CATALOGUE[field_id].kind if field_id in CATALOGUE else "text"

    def _spec(self, field_id: str) -> FieldSpec | None:
        return next((one for one in (self.program.fields if self.program else ()) if one.id == field_id), None)

    def _criterion(self, criterion_id: str) -> Criterion | None:
        return next((one for one in (self.stage.criteria if self.stage else ()) if one.id == criterion_id), None)

    def _leaf(self, leaf: Source) -> str:
        match leaf.kind:
            case "mark" | "item":
                return self.mark(*leaf.names)
            case "stage":
                return self.word("stage.score", stage=self.of_stage(leaf.names[0]))
            case "group" | "line":
                return self.word(f"{leaf.kind}.{leaf.names[0]}")
            case _:
                return self.field(leaf.names[0])

    def _thing(self, thing: str) -> str:
        if thing.endswith(_PER_TRACK):
            return self.word("per_track", thing=self._thing(thing.removesuffix(_PER_TRACK)))
        first, _, rest = thing.partition(" ")
        if first == "max_per":
            return self.word("max_per", thing=inside(self.field(rest)))
        if first == "gender" and rest and self.amount(first, rest) != rest:
            return self.amount(first, rest)
        if first == "track" and rest:
            return f"{inside(self.field(first))} {self.track(rest)}"
        if first in CATALOGUE or self._spec(first):
            return f"{inside(self.field(first))} {self.amount(first, rest)}".rstrip()
        return thing


def on_screen(lang: str, why: Reason) -> str:
    """The sentence of a reason with the ids that commands take; limits, labels and values in words."""
    if not why.key.startswith("outcome.") or not why.key.endswith(_OF_LIMITS):
        return reason(lang, why.key, why.params)
    things = {key: Labels(lang).things(str(why.params[key])) for key in ("detail", "kept") if key in why.params}
    return reason(lang, why.key, {**why.params, **things})


def inside(name: str) -> str:
    """A name in the middle of a sentence: `kecamatan`, but `NIB`."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _leaf_of(kind: str, first: str, second: str | None) -> Source:
    match kind, second:
        case "marks", None:
            return Source("mark", (first,))
        case "marks", str():
            return Source("item", (first, second))
        case "stage", _:
            return Source("stage", (first,))
        case "groups", _:
            return Source("group", (first,))
        case "line", _:
            return Source("line", (first,))
        case _:
            return Source("field", (first,))
