"""Find the words: `text` for talk, `problem` for diagnostics, `reason` for verdicts and outcomes.

A catalogue is imported the first time one of its keys is asked for, so a quiet command pays nothing.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final

from ikmctl.domain.diagnostic import Diagnostic, Param
from ikmctl.render.messages import LANGUAGES
from ikmctl.render.safe import safe

FALLBACK: Final = LANGUAGES[0]
"""The language of offices, where nobody asked for another."""

_BY_DIGIT: Final[Mapping[str, str]] = {
    "1": "program", "2": "sheets", "3": "people", "4": "scores", "5": "selection", "6": "after",
    "9": "machine",
}  # fmt: skip


class _Gap(str):
    """A parameter that was not given; every format specification suits it."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return str(self)


class _Params(dict[str, Any]):
    """Parameters of a text. A missing one must not hide the problem itself, so it reads `?`."""

    def __missing__(self, key: str) -> "_Gap":
        return _Gap("?")


@cache
def catalogue(lang: str, name: str) -> Mapping[str, Any]:
    """The texts of one module of one language; `talk` has the fixed `words` in it."""
    module = import_module(f"ikmctl.render.messages.{lang}.{name}")
    if name == "talk":
        return {**catalogue(lang, "words"), **module.TEXTS}
    found: Mapping[str, Any] = module.PROBLEMS if hasattr(module, "PROBLEMS") else module.TEXTS
    return found


class _Word(str):
    """A parameter that a template may put into a phrase of its own: `{near:?; nearest: %}` is empty where it is."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        if spec.startswith("?"):
            return spec[1:].replace("%", self) if self else ""
        return super().__format__(spec)


class _Count(int):
    """A number that picks its noun: `{errors:#error|errors}` is `1 error` or `2 errors`."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        if spec.startswith("#"):
            one, many = spec[1:].split("|")
            return f"{int(self)} {one if self == 1 else many}"
        return super().__format__(spec)


def _ready(value: Param) -> _Word | _Count:
    return _Word(safe(value)) if isinstance(value, str) else _Count(value)


def fill(template: str, params: Mapping[str, Param]) -> str:
    """Put neutralised parameters into a template."""
    return template.format_map(_Params({key: _ready(value) for key, value in params.items()}))


def text(lang: str, key: str, **params: Param) -> str:
    """One sentence of `talk`, or of what documents say (`doc.*`, `sheet.*`)."""
    return fill(catalogue(lang, "documents" if key.startswith(("doc.", "sheet.")) else "talk")[key], params)


def has_text(lang: str, key: str) -> bool:
    """Whether `talk` knows the key."""
    return key in catalogue(lang, "talk")


def subject(lang: str, params: Mapping[str, Param]) -> str:
    """Name the thing that a problem is about: quota of track `furniture`, entry 3, this file.

    `key` is the dotted key (empty for the thing as a whole), `of` the kind of thing, `name` its id.
    """
    key, kind, name = (safe(str(params.get(part, ""))) for part in ("key", "of", "name"))
    if not kind:
        shape = "subject.top" if key else "subject.file"
    elif kind == "entry":
        shape = "subject.entry.of" if key else "subject.entry.the"
    else:
        shape = ("subject.of" if name else "subject.in") if key else "subject.the"
    words = catalogue(lang, "talk")
    return fill(words[shape], {"key": key, "kind": words.get(f"kind.{kind}", kind), "name": name})


_MISSPELLED: Final = ("found", "item", "code", "track", "stage", "attribute", "value", "judge")
"""Parameters that may hold a word which is none of the `known` (or `names`), the first one given counts."""


def _meant(params: Mapping[str, Param]) -> str:
    """The known word that a problem's wrong word is nearest to; empty where the problem names it itself."""
    listed = params.get("known", params.get("names", ""))
    wrong = next((params[name] for name in _MISSPELLED if name in params), "")
    if "near" in params or not isinstance(wrong, str) or not isinstance(listed, str) or not wrong or not listed:
        return ""
    from ikmctl.render.messages.habits import nearest

    known = tuple(word.strip("` ") for word in listed.split(", "))
    return "" if wrong in known else nearest(wrong, known)


def problem(lang: str, diagnostic: Diagnostic) -> tuple[str, str]:
    """The message of a diagnostic and its hint, in one language; the hint may be empty.

    A parameter such as `fields:id` stands in for `fields` in Indonesian.
    """
    known = catalogue(lang, _BY_DIGIT[diagnostic.code[3]])
    own = f":{lang}"
    params = dict(diagnostic.params)
    params |= {name.removesuffix(own): value for name, value in params.items() if name.endswith(own)}
    if "key" in params:
        params["subject"] = subject(lang, params)
    if "kind" in params:
        params["thing"] = catalogue(lang, "talk").get(f"kind.{params['kind']}", params["kind"])
    if diagnostic.code not in known:
        facts = ", ".join(f"{key} `{value}`" for key, value in sorted(diagnostic.params.items()))
        return fill("{code} {facts}", {"code": diagnostic.code, "facts": facts}).rstrip(), ""
    message, hint = (fill(words, params) for words in known[diagnostic.code])
    if flag := params.get("stage_flag"):
        hint = _of_a_stage().sub(rf"\g<1>{flag}\g<2>", hint)
    if meant := _meant(params):
        hint = text(lang, "hint.near", near=meant, hint=hint)
    return message, hint


@cache
def _of_a_stage() -> re.Pattern[str]:
    """Commands in a hint that speak of one stage and do not say which: the command, and the backtick behind it."""
    lists = "show (?:shortlist|scores|pending|quotas|panel)"
    acts = "curate|match|score|lock|draw|void|announce|finalize|reopen|decide|report"
    return re.compile(rf"(`ikmctl (?:{acts}|{lists}|explain (?!IKM))(?:(?!--stage)[^`])*)(`)")


class _Dot(str):
    """Stands for what a problem will name; a phrase that is said only where there is something, in brackets."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        if spec.startswith("?"):
            return f"[{spec[1:].replace('%', self)}]"
        return f"{self} {spec.rpartition('|')[2]}" if spec.startswith("#") else str(self)


class _Dots(dict[str, Any]):
    """Stands for whatever a problem will name."""

    def __missing__(self, key: str) -> _Dot:
        return _Dot("...")


def general(lang: str, code: str) -> tuple[str, str]:
    """Message and hint of a code without a case: what will be named stands as dots."""
    message, hint = catalogue(lang, _BY_DIGIT[code[3]])[code]
    return message.format_map(_Dots()), hint.format_map(_Dots())


def _rule_text(lang: str, key: str) -> str | None:
    """The sentence that a rule carries in its own module."""
    from ikmctl.engine.rules import RULES

    rule = RULES.get(key.partition(".")[0])
    texts = rule.texts.get(key, {}) if rule else {}
    return texts.get(lang) or texts.get(FALLBACK)


def reason(lang: str, key: str, params: Mapping[str, Param]) -> str:
    """The sentence for a verdict, a threshold, a missing thing or an outcome, with its parameters as they are."""
    template = catalogue(lang, "reasons").get(key) or _rule_text(lang, key)
    if template is None:
        facts = ", ".join(f"{name} {value}" for name, value in sorted(params.items()))
        return safe(f"{key} {facts}".rstrip())
    return fill(template, params)
