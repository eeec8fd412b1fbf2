"""Word files by docxtpl: the office's own template, or ours, filled with values. The same data, the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from difflib import get_close_matches
from importlib.resources import files
from typing import Any, Final

from ikmctl.domain.diagnostic import Diagnostic, Param, Where

_MOMENT: Final = (2000, 1, 1, 0, 0, 0)
"""A constant in place of the moment; zip files cannot do without."""


def own_template(name: str) -> bytes:
    """The template that comes with the program, `templates/<name>.docx`."""
    return (files("ikmctl.render.documents") / "templates" / f"{name}.docx").read_bytes()


def _environment() -> Any:
    """Templates are data of the office, not code: a sandbox, escaping, and no silent gap."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def lint(template: bytes, values: Mapping[str, Any], place: Where) -> tuple[Diagnostic, ...]:
    """What is wrong with a template: no Word file, code that cannot run, unknown placeholders, each named once.

    Args:
        template: the Word file.
        values: what may stand in it.
        place: the file as the user knows it.
    """
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError, UndefinedError

    try:
        document = DocxTemplate(io.BytesIO(template))
        unknown = sorted(document.get_undeclared_template_variables(_environment()) - values.keys())
    except TemplateError as fault:
        return (Diagnostic("IKM976", place, {"fault": str(fault)}),)
    except (zipfile.BadZipFile, KeyError, ValueError):
        return (Diagnostic("IKM974", place),)
    if unknown:
        return tuple(Diagnostic("IKM975", place, _named(name, values)) for name in unknown)
    try:
        fill(template, values)
    except UndefinedError as fault:
        return (Diagnostic("IKM975", place, _named(str(fault).rpartition("attribute ")[2].strip("'"), values)),)
    except TemplateError as fault:
        return (Diagnostic("IKM976", place, {"fault": str(fault)}),)
    return ()


def _named(placeholder: str, values: Mapping[str, Any]) -> dict[str, Param]:
    """A placeholder with the nearest one that exists, and all that do."""
    near = get_close_matches(placeholder, list(values), 1)
    return {"found": placeholder, "near": near[0] if near else "", "known": ", ".join(sorted(values))}


def fill(template: bytes, values: Mapping[str, Any]) -> bytes:
    """Put values into a template."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(io.BytesIO(template))
    document.render(dict(values), jinja_env=_environment(), autoescape=True)
    made = io.BytesIO()
    document.save(made)
    return _repacked(made.getvalue())


def _repacked(body: bytes) -> bytes:
    """The same members in the same order without the moment of saving."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(zipfile.ZipInfo(member.filename, _MOMENT), old.read(member), zipfile.ZIP_DEFLATED)
    return out.getvalue()
