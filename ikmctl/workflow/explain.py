"""`explain`: why a participant is in or out, what a code means, what a key of program.yaml is."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from msgspec import Struct

from ikmctl.domain.codes import CODES
from ikmctl.domain.diagnostic import Diagnostic, has_errors
from ikmctl.domain.program import Stage
from ikmctl.engine.explain import Explanation, explain
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.derive import derive
from ikmctl.workflow.load import Cohort, load
from ikmctl.workflow.names import find_number
from ikmctl.workflow.record_notes import record_notes
from ikmctl.workflow.result import Result
from ikmctl.workflow.stages import choose_stage, not_ready

if TYPE_CHECKING:
    from ikmctl.engine.matching.explain import LineExplained, MemberExplained

_CODE: Final = re.compile(r"IKM[0-9]+\Z", re.IGNORECASE)
_KEY: Final = re.compile(r"[a-z_]+(?:\.[a-z_]+)*\Z")
_NOBODY: Final = "IKM570"


class ExplainedCode(Struct, frozen=True):
    """A problem code; its texts stand in the message catalogue."""

    code: str
    slug: str


class ExplainedKey(Struct, frozen=True):
    """A key of program.yaml: what it is, what it takes, and the keys below it."""

    path: str
    description: str
    takes: str
    choices: tuple[str, ...]
    keys: tuple[str, ...]


class ExplainOptions(Struct, frozen=True):
    """The flags of `explain`."""

    subject: str
    stage: str | None = None
    what_if: bool = False
    lang: str = "id"
    """Of the description of a key."""


Explained: TypeAlias = "Explanation | ExplainedCode | ExplainedKey | MemberExplained | LineExplained"


def explain_code(subject: str) -> ExplainedCode | None:
    """The code that `subject` names, or None."""
    code = subject.upper()
    return ExplainedCode(code, CODES[code]) if _CODE.match(subject) and code in CODES else None


def _variants(node: Mapping[str, Any], defs: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """A schema node with references and alternatives opened, list items included."""
    if "$ref" in node:
        yield from _variants(defs[node["$ref"].rsplit("/", 1)[1]], defs)
        return
    for word in ("anyOf", "allOf", "oneOf"):
        for part in node.get(word, ()):
            yield from _variants(part, defs)
    if "items" in node:
        yield from _variants(node["items"], defs)
    if isinstance(node.get("additionalProperties"), Mapping):
        yield from _variants(node["additionalProperties"], defs)
    yield node


def _types(variants: list[Mapping[str, Any]]) -> str:
    found = [str(node["type"]) for node in variants if "type" in node and node["type"] != "null"]
    return " | ".join(dict.fromkeys(found))


def _choices(variants: list[Mapping[str, Any]]) -> tuple[str, ...]:
    found = [str(choice) for node in variants for choice in node.get("enum", ())]
    found += [str(node["const"]) for node in variants if "const" in node]
    return tuple(dict.fromkeys(found))


def explain_key(subject: str, lang: str) -> ExplainedKey | None:
    """The key of program.yaml that `subject` names by its dotted path, or None. Names of map entries are skipped."""
    if not _KEY.match(subject):
        return None
    from ikmctl.workflow.schema import program_schema

    schema = program_schema(lang)
    defs = schema["$defs"]
    nodes: list[Mapping[str, Any]] = [schema]
    for step in subject.split("."):
        found = [item["properties"][step] for item in nodes if step in item.get("properties", {})]
        if not found:
            return _explain_part(subject, schema)
        nodes = [*found, *(part for one in found for part in _variants(one, defs) if part is not one)]
    described = next((node["description"] for node in nodes if node.get("description")), "")
    return ExplainedKey(subject, described, _types(nodes), _choices(nodes), _below(nodes))


def _below(nodes: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for item in nodes for key in item.get("properties", ())))


def _explain_part(subject: str, schema: Mapping[str, Any]) -> ExplainedKey | None:
    """A rule or scale by its own name, or None."""
    for base, path in (("RuleUse", "stages.eligibility"), ("ScaleUse", "stages.criteria.scale")):
        if (node := schema["$defs"].get(f"{base}_{subject}")) is not None:
            return ExplainedKey(f"{path}: {subject}", node["description"], "", (), _below([node]))
    return None


def _paths(node: Mapping[str, Any], defs: Mapping[str, Any], above: str, deep: int) -> Iterator[str]:
    """Dotted paths of every key; deep enough for the longest, so that a model inside itself ends too."""
    for key, part in node.get("properties", {}).items():
        path = f"{above}.{key}" if above else key
        yield path
        for inner in _variants(part, defs) if deep else ():
            yield from _paths(inner, defs, path, deep - 1)


def nearest_key(subject: str) -> str:
    """What `subject` was most likely meant to be: the same last key elsewhere, a rule, else the most alike.

    The last key may also be named by its Indonesian word, or misspelt.
    """
    from difflib import get_close_matches

    from ikmctl.engine.rules import RULES
    from ikmctl.render.messages.habits import HABITS
    from ikmctl.workflow.schema import program_schema

    schema = program_schema()
    known = tuple(dict.fromkeys(_paths(schema, schema["$defs"], "", 4)))
    typed = subject.lower()
    last = typed.rsplit(".", 1)[-1]
    leaves = tuple(dict.fromkeys((*(path.rsplit(".", 1)[-1] for path in known), *RULES)))
    said = [one for one in (last, *HABITS.get(last, ())) if one in leaves]
    leaf = next(iter([*said, *get_close_matches(last, leaves, 1, 0.8)]), "")
    same = [path for path in known if leaf and f".{path}".endswith(f".{leaf}")]
    rule = [leaf] if leaf in RULES else []
    close = get_close_matches(typed, known, 1, 0.7)
    found = [*get_close_matches(typed.removesuffix(last) + leaf, same, 1, 0.3), *same]
    return next(iter([*found, *rule, *close] if said else [*close, *found, *rule]), "")


def near_to(subject: str) -> str:
    """The key that a subject may stand for; empty where it has not the form of one."""
    return nearest_key(subject) if _KEY.match(subject) else ""


def may_be_person(subject: str) -> bool:
    """Whether a subject has the form of a number or name, and not that of a code or path."""
    return "." not in subject and not _CODE.match(subject)


def _nothing(subject: str) -> Result[Explained]:
    code = bool(_CODE.match(subject))
    params = {"code": subject if code else "", "other": "" if code else subject, "near": near_to(subject)}
    return Result(diagnostics=(Diagnostic("IKM577", params=params),), unusable=True)


def _participant(paths: CohortPaths, options: ExplainOptions) -> Result[Explained]:
    cohort, problems = load(paths)
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    stage, no_stage = choose_stage(cohort.program, options.stage)
    if stage is not None and stage.kind == "match":
        return _in_match(cohort, stage, options, problems)
    number, faults = find_number(cohort, options.subject)
    if number is None or stage is None:
        return Result(diagnostics=(*problems, *faults, *no_stage), unusable=True)
    result = derive(cohort, (), ()).results.get(stage.id)
    if result is None:
        return Result(diagnostics=(*problems, not_ready(stage)))
    if number not in result.evaluation.cards:
        params = {"id": number, "stage": stage.id, "before": stage.from_stage or stage.id}
        return Result(diagnostics=(*problems, Diagnostic("IKM548", params=params)))
    data = explain(stage, result, number, cohort.events, what_if=options.what_if)
    return Result(data, (*problems, *faults), notes=record_notes(cohort, stage.id))


def _in_match(
    cohort: Cohort, stage: Stage, options: ExplainOptions, problems: tuple[Diagnostic, ...]
) -> Result[Explained]:
    """A member beside every demand line, or a demand line with its members."""
    from ikmctl.workflow.match import explain_subject

    is_line = any(line.id == options.subject for _, line in cohort.partners.lines())
    number, faults = (None, ()) if is_line else find_number(cohort, options.subject)
    if number is None and not is_line:
        return Result(diagnostics=(*problems, *faults), unusable=True)
    data = explain_subject(cohort, stage, options.subject, number)
    if data is None:
        return Result(diagnostics=(*problems, not_ready(stage)))
    return Result(data, (*problems, *faults), notes=record_notes(cohort, stage.id))


def run(paths: CohortPaths | None, options: ExplainOptions) -> Result[Explained]:
    """Explain one subject. Codes and keys need no cohort (`paths` None)."""
    known = explain_code(options.subject) or explain_key(options.subject, options.lang)
    if known is not None:
        return Result(known)
    if paths is None or not may_be_person(options.subject):
        return _nothing(options.subject)
    told = _participant(paths, options)
    nobody = any(item.code == _NOBODY for item in told.diagnostics)
    return _nothing(options.subject) if nobody and near_to(options.subject) else told
