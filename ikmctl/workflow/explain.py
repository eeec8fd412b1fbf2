"""`explain`: why a participant is in or out, what a code means, what a key of program.yaml is."""

import re
from collections.abc import Iterator, Mapping
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
from ikmctl.workflow.stages import choose_stage

if TYPE_CHECKING:
    from ikmctl.engine.matching.explain import LineExplained, MemberExplained

_CODE: Final = re.compile(r"IKM[0-9]{3}\Z", re.IGNORECASE)
_KEY: Final = re.compile(r"[a-z_]+(?:\.[a-z_]+)*\Z")


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
    node: Mapping[str, Any] = schema
    for step in subject.split("."):
        found = next((item["properties"][step] for item in nodes if step in item.get("properties", {})), None)
        if found is None:
            return None
        node, nodes = found, list(_variants(found, defs))
    below = tuple(dict.fromkeys(key for item in nodes for key in item.get("properties", ())))
    described = node.get("description") or next((n["description"] for n in nodes if n.get("description")), "")
    return ExplainedKey(subject, described, _types(nodes), _choices(nodes), below)


def _paths(node: Mapping[str, Any], defs: Mapping[str, Any], above: str, deep: int) -> Iterator[str]:
    """Dotted paths of every key; deep enough for the longest, so that a model inside itself ends too."""
    for key, part in node.get("properties", {}).items():
        path = f"{above}.{key}" if above else key
        yield path
        for inner in _variants(part, defs) if deep else ():
            yield from _paths(inner, defs, path, deep - 1)


def nearest_key(subject: str) -> str:
    """The path that `subject` was most likely meant to be: the same last key elsewhere, else the most alike."""
    from difflib import get_close_matches

    from ikmctl.workflow.schema import program_schema

    schema = program_schema()
    known = tuple(dict.fromkeys(_paths(schema, schema["$defs"], "", 4)))
    typed = subject.lower()
    same = [path for path in known if path.endswith(f".{typed.rsplit('.', 1)[-1]}")]
    return next(iter([*get_close_matches(typed, same, 1, 0.3), *same, *get_close_matches(typed, known, 1, 0.7)]), "")


def is_key_alone(subject: str) -> bool:
    """Whether a subject is the last part of some key, such as `quota` of `tracks.quota`."""
    return nearest_key(subject).endswith(f".{subject}")


def _nothing(subject: str) -> Result[Explained]:
    near = nearest_key(subject) if _KEY.match(subject) else ""
    return Result(diagnostics=(Diagnostic("IKM577", params={"found": subject, "near": near}),), unusable=True)


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
    if result is None or number not in result.evaluation.cards:
        return Result(diagnostics=(*problems, Diagnostic("IKM566", params={"stage": stage.id})))
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
        return Result(diagnostics=(*problems, Diagnostic("IKM566", params={"stage": stage.id})))
    return Result(data, (*problems, *faults), notes=record_notes(cohort, stage.id))


def run(paths: CohortPaths | None, options: ExplainOptions) -> Result[Explained]:
    """Explain one subject. Codes and keys need no cohort (`paths` None)."""
    known = explain_code(options.subject) or explain_key(options.subject, options.lang)
    if known is not None:
        return Result(known)
    if paths is None or "." in options.subject or _CODE.match(options.subject):
        return _nothing(options.subject)
    told = _participant(paths, options)
    return _nothing(options.subject) if told.unusable and is_key_alone(options.subject) else told
