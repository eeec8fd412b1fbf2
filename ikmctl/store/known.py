"""Which keys a file may have at a place, and which of them is most like the one that it has."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from pydantic import BaseModel

from ikmctl.domain.rule import RuleUse, ScaleUse
from ikmctl.store.nodes import Node, child
from ikmctl.store.subjects import Loc, Place, follow

_NEAR: Final = 0.6  # likeness as difflib counts it; a number for people's eyes, no score hangs on it


def known_keys(loc: Loc, place: Place) -> tuple[str, ...]:
    """The keys that the model at `loc` knows, as files spell them."""
    model = _model_at(loc, place)
    return () if model is None else tuple(info.alias or name for name, info in model.model_fields.items())


def takes_whole(loc: Loc, key: str, place: Place) -> bool:
    """Whether a key of the model at `loc` takes whole numbers, and no others."""
    model = _model_at(loc, place)
    known = model.model_fields.items() if model else ()
    field = next((info for name, info in known if key == (info.alias or name)), None)
    types = set(_types(field.annotation)) if field else set()
    return int in types and Decimal not in types


def _types(annotation: Any) -> Iterator[type]:
    """The plain types inside of an annotation; of a model, those of its keys."""
    if not isinstance(annotation, type):
        for part in getattr(annotation, "__args__", ()):
            yield from _types(part)
    elif issubclass(annotation, BaseModel):
        for info in annotation.model_fields.values():
            yield from _types(info.annotation)
    else:
        yield annotation


def _model_at(loc: Loc, place: Place) -> type[BaseModel] | None:
    model: type[BaseModel] | None = place.model
    in_map = False
    for count, step in enumerate(loc, 1):
        if isinstance(step, str) and model is not None and not in_map:
            field = next((info for name, info in model.model_fields.items() if step == (info.alias or name)), None)
            model = None if field is None else _model_in(field.annotation)
            in_map = field is not None and _is_map(field.annotation)
        else:
            in_map = False
        model = _registered(model, follow(loc[:count], place)[1], place.context)
    return model


def _is_map(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) is Mapping


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model class inside of `tuple[X, ...]`, `X | None`, `Mapping[str, X]`, `Annotated[X, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inside = (*getattr(annotation, "__args__", ()), getattr(annotation, "__origin__", None))
    return next((found for part in inside if part is not None and (found := _model_in(part)) is not None), None)


def _registered(model: type[BaseModel] | None, node: Node, context: Mapping[str, Any]) -> type[BaseModel] | None:
    """The concrete rule or scale that a map names, where the model only says that it is one."""
    if model is RuleUse and (rule := child(node, "rule")) is not None:
        rules: Mapping[str, type[BaseModel]] = context["rules"]
        return rules.get(rule[1].text, model)
    if model is ScaleUse and node.keys:
        scales: Mapping[str, type[BaseModel]] = context["scales"]
        return scales.get(node.keys[0].text, model)
    return model


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word most like `word`, in backticks, and up to two more where they are near too."""
    from difflib import SequenceMatcher

    likeness = {name: SequenceMatcher(None, word.lower(), name).ratio() for name in known}
    best, *others = sorted(known, key=lambda name: (-likeness[name], name))[:3] or [""]
    return join([best, *(name for name in others if likeness[name] >= _NEAR)])


def join(words: Sequence[str]) -> str:
    """Words in backticks."""
    return ", ".join(f"`{word}`" for word in words)
