"""Checks: what may be wrong in a program and its data beyond the shape of each value.

A new check is one function and one line here. `validate --only NAME` runs one of them.
"""

from typing import Final

from ikmctl.engine.checks import dates, marks, panel, papers, partners, people, relative, rubric, seats, sources
from ikmctl.engine.checks.base import Check, Inputs

__all__ = ["CHECKS", "Check", "Inputs"]

CHECKS: Final[dict[str, Check]] = {
    "ids": sources.named_once,
    "marks-and-stages": sources.marks_and_stages,
    "fields": sources.fields,
    "worked-out": sources.worked_out,
    "weights": rubric.weights,
    "methods": rubric.methods,
    "scales": rubric.scales,
    "thresholds": rubric.thresholds,
    "ranges": rubric.ranges,
    "sensitive": rubric.sensitive,
    "dates": dates.training_dates,
    "schedule": dates.schedule,
    "attendance": dates.attendance,
    "judges": panel.judges,
    "coverage": panel.coverage,
    "linked": panel.linked,
    "copied": panel.copied,
    "tracks": people.tracks,
    "capacity": people.capacity,
    "region": people.region,
    "domiciles": people.domiciles,
    "registered": people.registered,
    "covered": people.covered,
    "marks": marks.values,
    "assignments": marks.assignments,
    "gaps": marks.gaps,
    "reversal": relative.reversal,
    "columns": relative.columns,
    "seats": seats.limits,
    "floors": seats.floors,
    "shares": seats.shares,
    "ties": seats.ties,
    "awards": seats.awards,
    "choices": seats.choices,
    "names": seats.names,
    "lines": partners.lines,
    "matching": partners.matching,
    "line-ids": partners.line_ids,
    "roles": partners.two_roles,
    "exports": papers.exports,
}
"""Checks by name, in the order in which they run."""
