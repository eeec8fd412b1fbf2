"""Word files by docxtpl: the office's own template, or ours, filled with values. The same data, the same bytes.

A template comes from people and is not trusted: it may name values, test them and repeat over lists; it
may not call, compute or reach into anything. What is wrong with it is named before anything is built.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from importlib.resources import files
from typing import Any, Final

from ikmctl.domain.diagnostic import Diagnostic, Where
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.slots import Slot, specimen
from ikmctl.render.safe import safe_all

_MOMENT: Final = (2000, 1, 1, 0, 0, 0)
"""A constant in place of the moment; zip files cannot do without."""
_MEGABYTE: Final = 1_000_000
_MOST_PACKED: Final = 5
_MOST_UNPACKED: Final = 50
_DEEPEST: Final = 2
"""Loops within loops: people within tracks. More would let a small file run for hours."""
_ALLOWED: Final = frozenset((
    "Template", "Output", "TemplateData", "Name", "Getattr", "Getitem", "Const", "If", "For", "Compare", "Operand",
    "And", "Or", "Not", "Test", "CondExpr", "Filter",
))  # fmt: skip
_FILTERS: Final = frozenset(("capitalize", "e", "escape", "first", "join", "last", "length", "lower", "title", "upper"))
_TESTS: Final = frozenset(("defined", "undefined", "none", "eq", "ne", "equalto"))


def own_template(name: str, lang: str) -> bytes:
    """The template that comes with the program: `<name>-<lang>.docx`; one without words of its own is `<name>.docx`."""
    home = files("ikmctl.render.documents") / "templates"
    spoken = home / f"{name}-{lang}.docx"
    return (spoken if spoken.is_file() else home / f"{name}.docx").read_bytes()


def written(report: Report, name: str, values: Mapping[str, Any]) -> bytes:
    """The document from the office's template, or from ours where it has none."""
    return fill(report.template or own_template(name, report.lang), values)


def template_faults(report: Report, slots: Mapping[str, Slot], values: Mapping[str, Any]) -> tuple[Diagnostic, ...]:
    """What is wrong with the office's template, in itself or with these values; nothing where ours is used."""
    if report.template is None:
        return ()
    from jinja2 import TemplateError

    place = Where(file=report.spec.template)
    if found := lint(report.template, slots, place):
        return found
    try:
        fill(report.template, values)
    except (TemplateError, TypeError) as fault:  # an entry that this list has not, words compared with numbers
        return (Diagnostic("IKM976", place, {"fault": str(fault)}),)
    return ()


def _environment(look: Callable[[Any], None] | None = None) -> Any:
    """Templates are data of the office, not code: a sandbox, escaping, no silent gap, and few words.

    With `look`, which is shown the syntax of each part, unknown names stay silent: they are what it looks for.
    """
    from jinja2 import ChainableUndefined, StrictUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Few(ImmutableSandboxedEnvironment):
        """An environment that refuses what a template has no need of."""

        def compile(self, source: Any, *more: Any, **named: Any) -> Any:
            tree = self.parse(source)
            for found in _forbidden(tree):
                raise SecurityError(found)
            if look:
                look(tree)
            return super().compile(source, *more, **named)

    made = Few(autoescape=True, undefined=ChainableUndefined if look else StrictUndefined)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in _FILTERS}
    made.tests = {name: made.tests[name] for name in _TESTS}
    return made


def _forbidden(node: Any, depth: int = 0) -> Iterator[str]:
    """Words of a template that it may not use, each as its author would call it."""
    kind = type(node).__name__
    if kind not in _ALLOWED or (kind == "For" and node.recursive):
        yield kind.lower()
        return
    if kind == "Getattr" and (node.attr.startswith("_") or type(node.node).__name__ == "Const"):
        yield node.attr
        return
    depth += kind == "For"
    if depth > _DEEPEST:
        yield "for" + " for" * _DEEPEST
        return
    for child in node.iter_child_nodes():
        yield from _forbidden(child, depth)


def lint(template: bytes, slots: Mapping[str, Slot], place: Where) -> tuple[Diagnostic, ...]:
    """What is wrong with a template: no Word file, code that is not allowed or cannot run, unknown placeholders.

    Args:
        template: the Word file.
        slots: what may stand in it.
        place: the file as the user knows it.
    """
    from jinja2 import TemplateError
    from jinja2.exceptions import SecurityError

    if found := _size(template, place):
        return found
    try:
        return _faults(template, slots, place)
    except SecurityError as fault:
        return (Diagnostic("IKM683", place, {"found": str(fault)}),)
    except (TemplateError, TypeError) as fault:
        return (Diagnostic("IKM976", place, {"fault": str(fault)}),)
    except (KeyError, ValueError, SyntaxError, NotImplementedError, RuntimeError, AttributeError, zipfile.BadZipFile):
        return (Diagnostic("IKM974", place),)  # whatever python-docx meets in a broken package


def _size(template: bytes, place: Where) -> tuple[Diagnostic, ...]:
    """A file that is no package, or one that is too large before or after unpacking."""
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            unpacked = sum(member.file_size for member in package.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return (Diagnostic("IKM974", place),)
    if len(template) > _MOST_PACKED * _MEGABYTE or unpacked > _MOST_UNPACKED * _MEGABYTE:
        return (Diagnostic("IKM682", place, {"packed": _MOST_PACKED, "unpacked": _MOST_UNPACKED}),)
    return ()


def _faults(template: bytes, slots: Mapping[str, Slot], place: Where) -> tuple[Diagnostic, ...]:
    """Unknown placeholders of body, headers, footers and notes, each once; and whether the template runs at all."""
    from docxtpl import DocxTemplate

    known = specimen(slots)
    seen: dict[str, Diagnostic] = {}

    def look(tree: Any) -> None:
        for found, near in _unknown(tree, known):
            params = {"found": found, "near": _nearest(found, near), "known": ", ".join(sorted(near))}
            seen.setdefault(found, Diagnostic("IKM975", place, params))

    DocxTemplate(io.BytesIO(template)).render(known, jinja_env=_environment(look), autoescape=True)
    return tuple(seen.values())


def _nearest(found: str, known: Mapping[str, Any]) -> str:
    near = get_close_matches(found.rpartition(".")[2], list(known), 1)
    return near[0] if near else ""


def _unknown(node: Any, scope: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Names and attributes that do not exist, with those that do at that place."""
    kind = type(node).__name__
    if kind == "For":
        yield from _unknown(node.iter, scope)
        listed = _shape(node.iter, scope)
        each = listed[0] if isinstance(listed, list) else None
        inner = {**scope, getattr(node.target, "name", ""): each, "loop": None}
        for child in (*node.body, *node.else_, *filter(None, (node.test,))):
            yield from _unknown(child, inner)
        return
    if kind == "Name" and node.name not in scope:
        yield node.name, scope
    if kind == "Getattr":
        base = _shape(node.node, scope)
        inside = base if isinstance(base, Mapping) else {}
        if base is not None and node.attr not in inside:
            yield f"{getattr(node.node, 'name', '')}.{node.attr}", inside
    for child in node.iter_child_nodes():
        yield from _unknown(child, scope)


def _shape(node: Any, scope: Mapping[str, Any]) -> Any:
    """What stands at a place of the specimen; None where the template goes another way."""
    kind = type(node).__name__
    if kind == "Name":
        return scope.get(node.name)
    if kind in ("Getattr", "Getitem"):
        base = _shape(node.node, scope)
        if isinstance(base, Mapping) and kind == "Getattr":
            return base.get(node.attr)
        return base[0] if isinstance(base, list) and kind == "Getitem" else None
    return None


def fill(template: bytes, values: Mapping[str, Any]) -> bytes:
    """Put values into a template."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(io.BytesIO(template))
    document.render(safe_all(values), jinja_env=_environment(), autoescape=True)
    made = io.BytesIO()
    document.save(made)
    return repacked(made.getvalue())


def repacked(body: bytes) -> bytes:
    """The same members in the same order without the moment of saving."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(zipfile.ZipInfo(member.filename, _MOMENT), old.read(member), zipfile.ZIP_DEFLATED)
    return out.getvalue()
