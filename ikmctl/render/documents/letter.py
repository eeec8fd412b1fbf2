"""A paper of the office in its two forms: a Word file from a template, or a page by typst, from the same values."""

from collections.abc import Mapping
from typing import Any

from ikmctl.domain.diagnostic import Diagnostic, Severity
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import frame
from ikmctl.render.documents.words import Texts, Words


def undated(report: Report, kind: str, spec: str) -> tuple[Diagnostic, ...]:
    """That the day of the paper is still open."""
    if report.spec.date is not None:
        return ()
    return (Diagnostic("IKM681", params={"kind": kind, "spec": spec}, severity=Severity.WARNING),)


def letter(report: Report, kind: str, form: str, values: Mapping[str, Any], texts: Texts) -> bytes:
    """The paper as a Word file (`docx`) or as a page to print (`pdf`); sentences `h.*` are the headings of the page."""
    if form == "docx":
        from ikmctl.render.documents.word import written

        return written(report, kind, values)
    from ikmctl.render.documents.typeset import typeset

    say = Words(report.lang, texts)
    words = {key.removeprefix("h."): say(key) for key in texts[report.lang] if key.startswith("h.")}
    return typeset(kind, {**frame(report, str(values["heading"]), say), **values, "words": words})
