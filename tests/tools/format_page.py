"""The parts of docs/format.md that follow from the registries: rules and scales with their keys."""

import re
from collections.abc import Iterable, Mapping

from pydantic import BaseModel

from ikmctl.domain.rule import RuleUse
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES

SPELLED = {
    "linear": ("`{linear: [a, b]}`", "a becomes 0 and b 100 (for `cost` the other way round), clamped; a < b"),
    "map": ("`{map: {word: points}}`", "points for each word or number"),
    "bands": ("`{bands: [{from, below, points}]}`", "half-open steps that cover the range without gap or overlap"),
}


def keys_of(model: type[BaseModel], common: Iterable[str] = ()) -> list[str]:
    """The keys of a model as they are spelled in YAML."""
    fields = {name: field for name, field in model.model_fields.items() if name not in common}
    return [field.alias or name for name, field in fields.items()]


def rules() -> str:
    """A table of rules with their own keys."""
    common = set(RuleUse.model_fields)
    lines = ["| rule | keys of its own | who is let in |", "|---|---|---|"]
    for name in sorted(RULES):
        own = ", ".join(f"`{key}`" for key in keys_of(RULES[name], common))
        lines.append(f"| `{name}` | {own or '-'} | {RULES[name].summary['en']} |")
    return "\n".join(lines)


def scales() -> str:
    """A table of scales."""
    lines = ["| scale | points |", "|---|---|"]
    lines += [f"| {SPELLED[name][0]} | {SPELLED[name][1]} |" for name in sorted(SCALES)]
    return "\n".join(lines)


def with_tables(text: str) -> str:
    """The page with its generated tables as they are now."""
    tables: Mapping[str, str] = {"rules": rules(), "scales": scales()}
    for name, table in tables.items():
        pattern = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
        text = re.sub(pattern, lambda found, table=table: f"{found[1]}{table}\n{found[2]}", text, flags=re.DOTALL)
    return text
