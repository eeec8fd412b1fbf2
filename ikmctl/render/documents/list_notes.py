"""What stands below a list: for which seats a reserve may stand in, and how people with the same score are listed."""

from collections.abc import Iterator
from itertools import pairwise

from ikmctl.domain.fields import CATALOGUE
from ikmctl.domain.selection import Entry
from ikmctl.engine.selection.order import program_key
from ikmctl.engine.selection.settled import settled_ties
from ikmctl.render.documents.model import Report
from ikmctl.render.messages.lookup import text

_ANY = ("any",)


def _seats(report: Report, entry: Entry) -> str:
    """The seats of a reserve in words; empty where they would tell of something sensitive or of the program's own."""
    fields = {seat.partition(" ")[0] for seat in entry.seats if " " in seat}
    shown = all(name in CATALOGUE and not (CATALOGUE[name].sensitive or CATALOGUE[name].private) for name in fields)
    return report.labels.things(", ".join(entry.seats)) if shown else ""


def seat_notes(report: Report, track: str) -> list[str]:
    """A line for each reserve of a track who may stand in for certain seats only."""
    reserves = enumerate(report.of_track(report.selection.reserves, track), 1)
    return [
        text(
            report.lang,
            "doc.note.seats",
            place=place,
            number=one.number,
            seats=_seats(report, one),
        )
        for place, one in reserves
        if one.seats and one.seats != _ANY
    ]


def no_list(report: Report) -> Iterator[str]:
    """That the lists are empty since none can keep the rules, or since nobody knows yet whether one can."""
    if report.selection.infeasible:
        rules = "; ".join(map(report.labels.things, report.selection.infeasible))
        yield text(report.lang, "doc.note.infeasible", rules=rules)
    elif report.selection.unknown:
        yield text(report.lang, "doc.note.unknown")


def notes(report: Report) -> list[str]:
    """What the lists of the minutes need to be read: that there is none, the column of seats, and equal people."""
    found = list(no_list(report))
    if any(one.seats != _ANY for one in report.selection.reserves):
        found.append(text(report.lang, "doc.note.legend"))
    equal = [", ".join(group) for group in _equal(report)]
    if equal:
        given = report.given
        way = "ticket" if given and given.settled.tickets else "number"
        found.append(text(report.lang, f"doc.note.equal.{way}", people="; ".join(equal)))
    return found


def _equal(report: Report) -> Iterator[list[str]]:
    """Those in a row on one list whom neither score nor the rules for ties tell apart, and on whom nothing hung."""
    given = report.given
    settled = [tie.among for tie in settled_ties(given)] if given else []
    settled += [*given.settled.orders, *given.settled.lots] if given else []
    for entries in (report.selection.selected, report.selection.reserves):
        group: list[str] = []
        for one, two in pairwise(entries):
            decided = one.tier != two.tier or any({one.number, two.number} <= set(among) for among in settled)
            if one.track != two.track or decided or not _same(report, one, two):
                yield from filter(None, (group,))
                group = []
            else:
                group = [*(group or [one.number]), two.number]
        yield from filter(None, (group,))


def _same(report: Report, one: Entry, two: Entry) -> bool:
    first, second = (report.evaluation.cards[entry.number] for entry in (one, two))
    return first.key is not None and program_key(first, report.stage) == program_key(second, report.stage)
