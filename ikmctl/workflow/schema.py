"""`schema`: JSON Schema of program.yaml for editors, with every registered rule and scale.

Editors' YAML servers support draft 7; only keywords common to draft 7 and 2020-12 are used, `$defs`
apart, which they resolve as any other pointer.
"""

import ast
import inspect
import textwrap
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ikmctl.domain.model import Model
from ikmctl.domain.program import Program
from ikmctl.domain.rule import RuleUse, ScaleUse
from ikmctl.domain.scalars import one_or_many
from ikmctl.domain.source import SUMMARY
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES

_REF: Final = "#/$defs/{model}"


def key_docs(model: type[Model]) -> dict[str, dict[str, str]]:
    """What the string under each key of a model says: key -> language -> words.

    The string is English, and its line `id: ...` Indonesian. pydantic can collect such strings too, but does so
    whenever a model is imported: 100 ms for every command.
    """
    found: dict[str, dict[str, str]] = {}
    for base in reversed(model.__mro__):
        if not issubclass(base, Model) or base is Model:
            continue
        body = ast.parse(textwrap.dedent(inspect.getsource(base))).body[0]
        for key, words in pairwise(body.body if isinstance(body, ast.ClassDef) else ()):
            if not isinstance(key, ast.AnnAssign) or not isinstance(key.target, ast.Name):
                continue
            if isinstance(words, ast.Expr) and isinstance(words.value, ast.Constant):
                english, _, indonesian = inspect.cleandoc(str(words.value.value)).partition("\nid: ")
                found[key.target.id] = {"en": " ".join(english.split()), "id": " ".join(indonesian.split())}
    return found


class _Described(GenerateJsonSchema):
    """Every key carries what stands under it in the source; what a class says of itself is for its readers."""

    lang = "en"

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        made.pop("description", None)
        model = schema["cls"]
        docs = {
            model.model_fields[name].alias or name: words[self.lang]
            for name, words in key_docs(model).items()
            if name in model.model_fields
        }
        for name, part in made.get("properties", {}).items():
            if docs.get(name):
                part.setdefault("description", docs[name])
        return made

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        made = super().function_before_schema(schema)
        if schema["function"]["function"] is one_or_many:
            return {"anyOf": [made["items"], made]}
        return made


class _Diterangkan(_Described):
    """The same in Indonesian."""

    lang = "id"


_BY_LANGUAGE: Final[Mapping[str, type[_Described]]] = {"en": _Described, "id": _Diterangkan}


def _absorb(
    schema: dict[str, Any], models: Mapping[str, type[RuleUse | ScaleUse]], base: str, key: str | None, lang: str
) -> None:
    """Put the registered models in the place of their abstract base."""
    refs = []
    for name, model in sorted(models.items()):
        part = model.model_json_schema(ref_template=_REF, schema_generator=_BY_LANGUAGE[lang])
        part["description"] = model.summary[lang]
        schema["$defs"].update(part.pop("$defs", {}))
        if key is not None:
            part["properties"][key] = {"const": name, "description": part["properties"][key].get("description", "")}
        label = f"{base}_{name}"
        schema["$defs"][label] = part
        refs.append({"$ref": f"#/$defs/{label}"})
    schema["$defs"][base] = {"anyOf": refs}


def program_schema(lang: str = "en") -> dict[str, Any]:
    """JSON Schema of program.yaml, every key with its description in one language."""
    made = Program.model_json_schema(ref_template=_REF, schema_generator=_BY_LANGUAGE[lang])
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "ikmctl program.yaml", **made}
    _absorb(schema, RULES, "RuleUse", "rule", lang)
    _absorb(schema, SCALES, "ScaleUse", None, lang)
    _widen(schema["$defs"], lang)
    return schema


def _widen(defs: dict[str, Any], lang: str) -> None:
    """Say which short spellings stand for a longer one (`quota: 10`, `items: all`), and what a source works out."""
    whole: dict[str, Any] = {"type": "integer", "minimum": 1}
    defs["QuotaRange"] = {"anyOf": [whole, {"const": "all"}, defs["QuotaRange"]]}
    quota = {"$ref": "#/$defs/QuotaRange"}
    defs["StageQuota"] = {"anyOf": [quota, {"type": "object", "additionalProperties": quota}]}
    count = {"type": "integer", "minimum": 0}
    defs["StageReserves"] = {"anyOf": [count, {"type": "object", "additionalProperties": count}]}
    items = defs["Judge"]["properties"]["items"]
    defs["Judge"]["properties"]["items"] = {
        "description": items.pop("description"),
        "anyOf": [{"const": "all"}, items],
    }
    for model, key in (("Criterion", "source"), ("OrderBy", "by")):
        for kind, part in defs[model]["properties"][key]["anyOf"][1]["properties"].items():
            part["description"] = SUMMARY[kind][lang]
