"""What pydantic says of a file, as diagnostics: a stable code, a place, and a subject that render can name.

The subject travels as parameters: `key` (`dates.start`; empty for a whole entry or file) with its last
part `leaf`, and inside of a list also `of` (`track`) and `name` (the entry's id, or its number in the list).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from pydantic import BaseModel

from ikmctl.domain.diagnostic import Diagnostic, Param, Where
from ikmctl.domain.scalars import SLUG
from ikmctl.store.nodes import Node, child, is_empty, locate, quote

Loc: TypeAlias = Sequence[str | int]
Params: TypeAlias = dict[str, Param]

_NEAR: Final = 0.6  # likeness as difflib counts it; a number for people's eyes, no score hangs on it
_QUOTED: Final = re.compile(r"'([^']*)'")

ENTRY: Final[Mapping[str, str]] = {
    "tracks": "track", "groups": "group", "fields": "field", "marks": "mark", "stages": "stage",
    "criteria": "criterion", "eligibility": "rule", "balance": "balance", "tiers": "tier", "judges": "judge",
    "recusals": "recusal", "signers": "signer", "order": "order", "firms": "firm", "lines": "line",
}  # fmt: skip
"""List or map of a file -> what one entry of it is called in the parameter `of`."""

_BRACKETS: Final = {"map": "{...}", "list": "[...]", "scalar": ""}
_NAMES: Final = ("id", "rule", "name", "field", "role", "judge")
_MAPS_OF_ENTRIES: Final = frozenset(("marks",))

_FORMS: Final[Mapping[str, str]] = {
    r"^[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?$": "33.24",
    r"^[0-9]{5}$": "31001",
    r"^[0-9a-f]{64}$": "0f3c...",
    r"^[A-Za-z0-9][A-Za-z0-9_-]{0,15}$": "J1",
    r"^[a-z0-9_-]+(\.[a-z0-9_-]+)?$": "practice.hasil",
}
"""Pattern of a scalar type -> an example of its form."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where validation stands: the file's nodes, the model that is read, the steps that lead to it."""

    node: Node
    file: str
    model: type[BaseModel]
    context: Mapping[str, Any]
    start: tuple[int, ...] = ()


def diagnose(kind: str, loc: Loc, ctx: Mapping[str, Any], place: Place) -> list[Diagnostic]:
    """Turn one error of pydantic into diagnostics; `kind` is its type, `loc` and `ctx` are its own."""
    steps, node, lacking = _follow(loc, place)
    params = subject(place.node, steps)
    of_key = bool(loc) and loc[-1] == "[key]"
    where = locate(place.node, steps, place.file, key=of_key or kind == "extra_forbidden")
    if kind == "missing":
        return _missing(where, place, (*steps, *lacking))
    if kind in _MISSING:
        return [one for key in _MISSING[kind](ctx) for one in _missing(where, place, (*steps, key))]
    if kind == "extra_forbidden":
        near = nearest(str(loc[-1]), known_keys(loc[:-1], place))
        return [Diagnostic("IKM102", where, params | {"near": near})]
    if kind in _CHOICE_OF_KEYS:
        code, keys = _CHOICE_OF_KEYS[kind]
        return [Diagnostic(code, where, params | {"keys": _join(keys)})]
    params["found"] = (
        quote(str(loc[-2]) if of_key else node.text) if node.kind == "scalar" or of_key else _BRACKETS[node.kind]
    )
    if is_empty(node) and not of_key:
        return [Diagnostic("IKM120", where, params)]
    if kind.startswith("IKM"):
        return [Diagnostic(kind, where, params | _printable(ctx))]
    code = _CODES.get(kind, "IKM100")
    if code == "IKM118" and ctx.get("pattern") != SLUG:
        code = "IKM119"
    return [Diagnostic(code, where, params | _details(code, ctx, node))]


def _missing(where: Where, place: Place, path: Loc) -> list[Diagnostic]:
    return [Diagnostic("IKM103", where, subject(place.node, path))]


def _details(code: str, ctx: Mapping[str, Any], node: Node) -> Params:
    """The parameters that single codes have beside the subject and what was found."""
    match code:
        case "IKM107":
            known = ctx["known"].split(", ") if "known" in ctx else _QUOTED.findall(str(ctx.get("expected", "")))
            return {"known": _join(known)}
        case "IKM112":
            return {"char": unseen_character(node.text)}
        case "IKM116" | "IKM117" | "IKM121" | "IKM124":
            return {"limit": next((str(ctx[name]) for name in _LIMITS if name in ctx), "")}
        case "IKM119":
            return {"example": _FORMS.get(str(ctx.get("pattern")), "")}
        case _:
            return {}


def _join(words: Sequence[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _follow(loc: Loc, place: Place) -> tuple[tuple[str | int, ...], Node, tuple[str | int, ...]]:
    """Split an error's path into the steps that the file spells out and, at its end, a key that it lacks.

    Models add steps that no file has (`by_track`, and `max` under `quota: 10`); those fall out.
    """
    node = place.node
    steps: list[str | int] = []
    rest: list[str | int] = []
    for step in (*place.start, *(step for step in loc if step != "[key]")):
        found = None if node.kind == "scalar" else child(node, step)
        if found is None:
            rest = [] if node.kind == "scalar" else [step]
        else:
            steps.append(step)
            node, rest = found[1], []
    return tuple(steps), node, tuple(rest)


def subject(root: Node | None, path: Loc) -> Params:
    """The parameters that name the value that `path` leads to; an empty path is the whole file."""
    node, of, name, last = root, "", "", ""
    keys: list[str] = []
    at_root_list = root is not None and root.kind == "list"
    for index, step in enumerate(path):
        found = None if node is None else child(node, step)
        if isinstance(step, int):
            if found is not None and found[1].kind == "map":
                of = "entry" if at_root_list and index == 0 else ENTRY.get(last, last)
                name, keys = _name_of(found[1], step, named=not (at_root_list and index == 0)), []
        elif last in _MAPS_OF_ENTRIES and index == 1:
            of, name, keys = ENTRY[last], step, []
        else:
            keys.append(step)
        last = str(step)
        node = node if found is None else found[1]
    key: Params = {"key": quote(".".join(keys)), "leaf": quote(keys[-1] if keys else "key")}
    return key | {"of": of, "name": quote(name)} if of else key


def _name_of(node: Node, position: int, *, named: bool) -> str:
    for key in _NAMES if named else ():
        found = child(node, key)
        if found is not None and found[1].kind == "scalar" and found[1].text:
            return found[1].text
    return str(position + 1)


def known_keys(loc: Loc, place: Place) -> tuple[str, ...]:
    """The keys that the model at `loc` knows, as files spell them."""
    model: Any = place.model
    steps: tuple[str | int, ...] = place.start
    for step in loc:
        steps = (*steps, step)
        if isinstance(model, type) and issubclass(model, BaseModel):
            by_key = {info.alias or name: info for name, info in model.model_fields.items()}
            model = _model_in(by_key[str(step)].annotation) if str(step) in by_key else None
        model = _registered(model, _follow(loc[: len(steps) - len(place.start)], place)[1], place.context)
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return ()
    return tuple(info.alias or name for name, info in model.model_fields.items())


def _model_in(annotation: Any) -> Any:
    """The model class inside of `tuple[X, ...]`, `X | None`, `Mapping[str, X]`, `Annotated[X, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inside = getattr(annotation, "__args__", ()) or (getattr(annotation, "__origin__", None),)
    return next((found for part in inside if part is not None and (found := _model_in(part)) is not None), None)


def _registered(model: Any, node: Node, context: Mapping[str, Any]) -> Any:
    """The concrete rule or scale that a map names, where the model only says that it is one."""
    if node.kind != "map" or not node.keys:
        return model
    rule = child(node, "rule")
    if model is not None and model.__name__ == "RuleUse" and rule is not None:
        return context.get("rules", {}).get(rule[1].text, model)
    if model is not None and model.__name__ == "ScaleUse":
        return context.get("scales", {}).get(node.keys[0].text, model)
    return model


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word most like `word`, in backticks, and up to two more where they are near too."""
    from difflib import SequenceMatcher

    likeness = {name: SequenceMatcher(None, word.lower(), name).ratio() for name in known}
    best, *others = sorted(known, key=lambda name: (-likeness[name], name))[:3] or [""]
    return _join([best, *(name for name in others if likeness[name] >= _NEAR)])


def unseen_character(text: str) -> str:
    """The first invisible character of `text` as `U+200B`, or the empty text."""
    import unicodedata

    unseen = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    return next((f"U+{ord(ch):04X}" for ch in text if ch != "\n" and unicodedata.category(ch) in unseen), "")


def _printable(ctx: Mapping[str, Any]) -> Params:
    return {key: value if isinstance(value, int) else quote(str(value)) for key, value in ctx.items()}


_LIMITS: Final = ("ge", "gt", "le", "lt", "min_length", "max_length")

_MISSING: Final[Mapping[str, Callable[[Mapping[str, Any]], Sequence[str]]]] = {
    "decision_seat": lambda _: ("seat",),
    "event_keys": lambda ctx: str(ctx["keys"]).split(", "),
    "lacking_keys": lambda ctx: str(ctx["keys"]).split(", "),
}
"""Errors of whole entries that come down to missing keys."""

_CHOICE_OF_KEYS: Final[Mapping[str, tuple[str, Sequence[str]]]] = {
    "balance_limit": ("IKM125", ("min", "max", "min_share", "max_share")),
    "balance_subject": ("IKM129", ("value", "each")),
    "decision_correct": ("IKM129", ("mark", "field")),
    "decision_subject": ("IKM129", ("id", "ids")),
}
"""Errors of whole entries that have too few or too many of some keys."""

_CODES: Final[Mapping[str, str]] = {
    "whole_number": "IKM104",
    "int_type": "IKM104",
    "decimal_number": "IKM105",
    "decimal_type": "IKM105",
    "day": "IKM106",
    "date_type": "IKM106",
    "calendar": "IKM122",
    "flag": "IKM123",
    "bool_type": "IKM123",
    "literal_error": "IKM107",
    "unknown_choice": "IKM107",
    "unseen": "IKM112",
    "tuple_type": "IKM113",
    "model_type": "IKM114",
    "dict_type": "IKM114",
    "mapping_type": "IKM114",
    "string_type": "IKM115",
    "greater_than_equal": "IKM116",
    "greater_than": "IKM116",
    "less_than_equal": "IKM117",
    "less_than": "IKM117",
    "string_pattern_mismatch": "IKM118",
    "string_too_short": "IKM120",
    "string_too_long": "IKM121",
    "too_short": "IKM124",
    "source": "IKM126",
    "rule_shape": "IKM127",
    "scale_shape": "IKM128",
}
"""Type of a pydantic error -> code. A custom error whose type is a code already (`IKM131`) keeps it."""
