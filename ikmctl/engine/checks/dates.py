"""Dates, sessions and the schedule."""

from collections.abc import Iterator
from itertools import pairwise

from ikmctl.domain.diagnostic import Finding, Param
from ikmctl.domain.numbers import format_decimal
from ikmctl.engine.checks.base import Inputs, in_program, note, stages, warning
from ikmctl.engine.sessions import MOST_DAYS, sessions, training_days


def training_dates(inputs: Inputs) -> Iterator[Finding]:
    """Start before end, off days inside, and at least one day left."""
    dates = inputs.program.dates
    if dates is None:
        return
    ends = {"start": dates.start.isoformat(), "end": dates.end.isoformat()}
    if dates.end < dates.start:
        yield in_program("IKM131", "dates", "end", **ends)
        return
    for index, day in enumerate(dates.off):
        if not dates.start <= day <= dates.end:
            yield in_program("IKM132", "dates", "off", index, day=day.isoformat(), **ends)
    found = len(training_days(inputs.program))
    if not found:
        yield in_program("IKM165", "dates", most=MOST_DAYS, **ends)
    elif dates.days is not None and dates.days != found:
        yield in_program("IKM663", "dates", "days", found=found, days=dates.days, off=len(dates.off), **ends)


def schedule(inputs: Inputs) -> Iterator[Finding]:
    """The steps after the training follow one another."""
    plan, dates = inputs.program.schedule, inputs.program.dates
    window = plan.objection
    if window and window.end < window.start:
        ends = {"start": window.start.isoformat(), "end": window.end.isoformat()}
        yield in_program("IKM131", "schedule", "objection", "end", **ends)
    steps = [
        ("dates.end", dates.end if dates else None),
        ("schedule.announce", plan.announce),
        ("schedule.objection.start", window.start if window else None),
        ("schedule.objection.end", window.end if window else None),
        ("schedule.confirm_by", plan.confirm_by),
    ]
    stated = [(key, day) for key, day in steps if day is not None]
    for (earlier, first), (later, second) in pairwise(stated):
        if second < first and later != "schedule.objection.end":
            params = {"earlier": earlier, "later": later, "first": first.isoformat(), "second": second.isoformat()}
            yield warning(in_program("IKM167", *later.split("."), **params))


def attendance(inputs: Inputs) -> Iterator[Finding]:
    """What an attendance rule means in sessions, and whether it can be met."""
    from ikmctl.engine.rules.attendance import AttendanceRule

    total = len(sessions(inputs.program))
    for path, stage in stages(inputs.program):
        for index, rule in enumerate(stage.eligibility):
            if not isinstance(rule, AttendanceRule):
                continue
            place = (*path, "eligibility", index)
            spec = inputs.program.marks.get(rule.mark)
            if spec is not None and spec.per != "session":
                yield in_program("IKM188", *place, "mark", mark=rule.mark)
                continue
            needed = rule.needed(total)
            whole = -(-needed.numerator // needed.denominator)
            if not total:
                yield in_program("IKM150", *place, mark=rule.mark)
            elif needed > total:
                yield in_program("IKM149", *place, "min_sessions", needed=whole, sessions=total)
            elif rule.min_share is not None:
                share = format_decimal(rule.min_share * 100)
                key = "IKM162" if whole < total else "IKM161"
                facts: dict[str, Param] = {"share": share, "sessions": total, "needed": whole}
                yield note(in_program(key, *place, "min_share", **facts))
