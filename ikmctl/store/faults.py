"""What pydantic says of a file, as diagnostics: a stable code, a place, and what it is about."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from ikmctl.domain.diagnostic import Diagnostic, Where
from ikmctl.domain.numbers import format_decimal, parse_decimal
from ikmctl.domain.scalars import SLUG
from ikmctl.store.known import join, known_keys, nearest, takes_whole
from ikmctl.store.nodes import Node, child, is_empty, locate, quote
from ikmctl.store.subjects import Loc, Params, Place, follow, subject

_QUOTED: Final = re.compile(r"'([^']*)'")

_WHOLE: Final = 100
_BRACKETS: Final = {"map": "{...}", "list": "[...]", "scalar": ""}

_FORMS: Final[Mapping[str, str]] = {
    r"^[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?$": "33.24",
    r"^[0-9]{5}$": "31001",
    r"^[0-9a-f]{64}$": "0f3c...",
    r"^[A-Za-z0-9][A-Za-z0-9_-]{0,15}$": "J1",
    r"^[a-z0-9_-]+(\.[a-z0-9_-]+)?$": "practice.hasil",
}
"""Pattern of a scalar type -> an example of its form."""


def diagnose(kind: str, loc: Loc, ctx: Mapping[str, Any], place: Place) -> list[Diagnostic]:
    """Turn one error of pydantic into diagnostics; `kind` is its type, `loc` and `ctx` are its own."""
    steps, node, lacking = follow(loc, place)
    params = subject(place.node, steps)
    of_key = bool(loc) and loc[-1] == "[key]"
    where = locate(place.node, steps, place.file, key=of_key or kind == "extra_forbidden")
    if kind == "missing":
        return _missing(where, place, (*steps, *lacking))
    if kind in _MISSING:
        paths = [(*steps, key) for key in _MISSING[kind](ctx)]
        return [one for path in paths for one in _missing(locate(place.node, path, place.file), place, path)]
    if kind == "extra_forbidden":
        if comma := _decimal_comma(loc, place):
            return [comma]
        near = nearest(str(loc[-1]), known_keys(loc[:-1], place))
        return [Diagnostic("IKM102", where, params | {"near": near})]
    if kind in _CHOICE_OF_KEYS:
        code, keys = _CHOICE_OF_KEYS[kind]
        return [Diagnostic(code, where, params | {"keys": join(keys)})]
    if is_empty(node) and not of_key:
        return [Diagnostic("IKM120", where, params)]
    if kind == "unknown_choice":
        return [_unknown_choice(ctx, params, steps, node, place)]
    params["found"] = quote(str(loc[-2])) if of_key else quote(node.text) or _BRACKETS[node.kind]
    if kind.startswith("IKM"):
        return [Diagnostic(kind, where, params | _printable(ctx))]
    code = (_CODES_OF_TEXT.get(kind) if node.kind == "scalar" else None) or _CODES.get(kind, "IKM100")
    if code == "IKM118" and ctx.get("pattern") != SLUG:
        code = "IKM119"
    if code in _WITHOUT_QUOTE:
        params.pop("found")
    params |= _details(code, ctx, node)
    if code == "IKM105":
        params["meant"] = _meant_decimal(node.text, share=str(params["leaf"]).endswith("_share"))
    if code == "IKM117":
        params |= _as_share(node.text if str(params["leaf"]).endswith("_share") else "")
        code = "IKM671" if steps == ("format",) else code
    return [Diagnostic(code, where, params)]


def _unknown_choice(ctx: Mapping[str, Any], params: Params, steps: Loc, node: Node, place: Place) -> Diagnostic:
    """A rule or scale that nobody registered, shown at the word itself."""
    word = str(ctx["found"])
    found = child(node, "rule")
    at_rule = found is not None and found[1].text == word
    where = locate(place.node, (*steps, "rule" if at_rule else word), place.file, key=not at_rule)
    known = str(ctx["known"]).split(", ")
    return Diagnostic("IKM107", where, params | {"found": quote(word), "known": join(known)})


def _decimal_comma(loc: Loc, place: Place) -> Diagnostic | None:
    """`{min_share: 0,3}` is a key `3` for YAML; who wrote it meant 0.3."""
    steps, node, _ = follow(loc[:-1], place)
    names = [key.text for key in node.keys]
    word = str(loc[-1])
    at = names.index(word) if word in names else 0
    if not (at and word.isascii() and word.isdigit() and is_empty(node.items[at])):
        return None
    key, whole = node.keys[at - 1], node.items[at - 1]
    if not (whole.text.removeprefix("-").isdigit() and whole.line == node.keys[at].line):
        return None
    params = subject(place.node, (*steps, key.text))
    where = locate(place.node, (*steps, key.text), place.file)
    found = f"{whole.text},{word}"
    if takes_whole(loc[:-1], key.text, place):
        return Diagnostic("IKM104", where, params | {"found": quote(found)})
    return Diagnostic("IKM670", where, params | {"found": found, "meant": f"{whole.text}.{word}"})


def _missing(where: Where, place: Place, path: Loc) -> list[Diagnostic]:
    return [Diagnostic("IKM103", where, subject(place.node, path))]


def _details(code: str, ctx: Mapping[str, Any], node: Node) -> Params:
    """The parameters that single codes have beside the subject and what was found."""
    match code:
        case "IKM107":
            return {"known": join(_QUOTED.findall(str(ctx["expected"])))}
        case "IKM112":
            return {"char": unseen_character(node.text)}
        case "IKM116" | "IKM117" | "IKM121" | "IKM124":
            return {"limit": next((str(ctx[name]) for name in _LIMITS if name in ctx), "")}
        case "IKM119":
            return {"example": _FORMS.get(str(ctx.get("pattern")), "")}
        case _:
            return {}


def _as_share(text: str) -> Params:
    """A percentage in place of a share of 1: `30` was meant as 0.3."""
    number = parse_decimal(text)
    if number is None or not 1 < number <= _WHOLE:
        return {"percent": "", "share": ""}
    return {"percent": f"{text} %", "share": format_decimal(number / _WHOLE)}


def _meant_decimal(text: str, *, share: bool) -> str:
    """`0,4` and `40 %` as a number that can be read; an example where the text is neither."""
    bare = text.strip().removesuffix("%")
    number = parse_decimal(bare.strip().replace(",", "."))
    if number is None:
        return "0.6"
    return format_decimal(number / _WHOLE if share and bare != text.strip() else number)


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

_WITHOUT_QUOTE: Final = frozenset(("IKM112", "IKM113", "IKM114", "IKM115", "IKM120", "IKM121", "IKM124"))
"""Codes whose texts do not repeat the value: it may be a reason that names people."""

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
    "too_long": "IKM117",
    "source": "IKM126",
    "rule_shape": "IKM127",
    "scale_shape": "IKM128",
}
"""Type of a pydantic error -> code. A custom error whose type is a code already (`IKM131`) keeps it."""

_CODES_OF_TEXT: Final[Mapping[str, str]] = {"too_short": "IKM120", "too_long": "IKM121"}
"""Where a length is that of a text: pydantic says so of texts with a validator of their own before them."""
