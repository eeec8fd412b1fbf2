"""An export: the columns that program.yaml declares, as a workbook or CSV for a ministry or a system.

Numbers of identity stay text. In CSV, what a spreadsheet program would run as a formula gets an
apostrophe in front; a phone number, which begins with `+`, is written without its plus instead.
"""

import csv
import io
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.paper import ExportColumn, ExportSpec
from ikmctl.domain.regions import region_name
from ikmctl.domain.selection import Entry
from ikmctl.engine.checks.base import listed, nearest
from ikmctl.engine.exporting import RESULTS, known_columns, unknown_columns
from ikmctl.render.documents.books import tracks
from ikmctl.render.documents.model import Report
from ikmctl.render.messages.lookup import text
from ikmctl.render.safe import csv_cell
from ikmctl.xlsx import HEADER, TEXT, Area, Book, Style

TEXTS: Final[Mapping[str, Mapping[str, str]]] = {"id": {}, "en": {}}
_PLACES: Final = 6


def check(report: Report, form: str) -> tuple[Diagnostic, ...]:  # noqa: ARG001  # the same in both forms
    """Columns that nobody knows, each with the nearest that exists."""
    known = known_columns(report.program)
    return tuple(
        Diagnostic(
            "IKM686",
            params={"export": report.about, "found": found, "near": nearest(found, known), "known": listed(RESULTS)},
        )
        for _, found in unknown_columns(report.program, _spec(report))
    )


def _spec(report: Report) -> ExportSpec:
    return report.program.documents.exports[report.about]


def _people(report: Report, spec: ExportSpec) -> tuple[Entry, ...]:
    if spec.people == "selected":
        return report.selection.selected
    if spec.people == "reserves":
        return report.selection.reserves
    return tuple(entry for _, entry in sorted(report.selection.entries.items()))


def _value(report: Report, entry: Entry, place: str, column: ExportColumn) -> str:
    if column.text is not None:
        return column.text
    field = column.field or ""
    found = _result(report, entry, place, field) if field in RESULTS else _fact(report, entry.number, field)
    return column.words.get(found, found)


def _fact(report: Report, number: str, field: str) -> str:
    """The corrected value where a decision corrected it, else the register's own where it is here, else the tracked one."""
    if field == "number":
        return number
    if field == "name" and report.names.get(number):
        return report.private.get(number, {}).get("name", "") or report.names[number]
    tracked = report.people[number].fact(field) or ""
    acts = report.history.decisions
    if any((one.do, one.stage, one.id, one.field) == ("correct", report.stage.id, number, field) for one in acts):
        return tracked
    return report.private.get(number, {}).get(field, "") or tracked


def _result(report: Report, entry: Entry, place: str, field: str) -> str:
    """One fact of the list, or a name in place of a code."""
    person, card = report.people[entry.number], report.evaluation.cards[entry.number]
    amounts = {tier.name: tier.amount for tier in report.stage.awards.tiers}
    groups = {group.id: group.name for group in report.program.groups}
    track = entry.track if report.program.tracks else ""
    found = {
        "place": place,
        "result": text(report.lang, f"result.{entry.result}"),
        "score": "" if card.key is None else format_fixed(card.key, card.unit, _PLACES),
        "tier": entry.tier,
        "amount": str(amounts.get(entry.tier) or ""),
        "track_name": tracks(report).get(track, ""),
        "group_name": groups.get(person.group, ""),
        "district_name": report.district(entry.number),
        "regency_name": region_name(_fact(report, entry.number, "regency")) or "",
    }
    return found[field]


def rows(report: Report) -> list[list[str]]:
    """Every line as text, in the order of the list, or of numbers where everybody is on it."""
    spec, places = _spec(report), _places(report)
    return [
        [_value(report, entry, places.get(entry.number, ""), column) for column in spec.columns]
        for entry in _people(report, spec)
    ]


def _places(report: Report) -> dict[str, str]:
    """The place of everybody on a list, counted within the list of the own track; nobody else has one."""
    found: dict[str, str] = {}
    for entries in (report.selection.selected, report.selection.reserves):
        for track in report.program.all_tracks:
            of_track = enumerate(report.of_track(entries, track.id), 1)
            found |= {entry.number: str(place) for place, entry in of_track}
    return found


def _inert(value: str) -> str:
    """A CSV cell that no spreadsheet program runs."""
    return value[1:] if value.startswith("+") and value[1:].isdigit() else csv_cell(value)


def _csv(report: Report) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_inert(column.head) for column in _spec(report).columns])
    writer.writerows([_inert(value) for value in row] for row in rows(report))
    return out.getvalue().encode()


def _xlsx(report: Report) -> bytes:
    spec = _spec(report)
    book = Book(report.program.title)
    sheet = book.sheet(report.about)
    sheet.row(0, [column.head for column in spec.columns], HEADER)
    lines = rows(report)
    numbers = {"place": "0", "score": "0.00", "amount": "#,##0"}
    for row, line in enumerate(lines, 1):
        for index, (value, column) in enumerate(zip(line, spec.columns, strict=True)):
            form = numbers.get(column.field or "") if value and not column.words else None
            if form:
                sheet.cell(row, index, Decimal(value), Style(form=form))
            else:
                sheet.cell(row, index, value, TEXT)
    longest = [max([len(column.head), *(len(line[at]) for line in lines)]) for at, column in enumerate(spec.columns)]
    sheet.widths(*(min(40, length + 3) for length in longest))
    sheet.filter(Area(0, 0, max(1, len(lines)), len(spec.columns) - 1))
    sheet.freeze(1)
    sheet.page(report.program.documents.paper, landscape=True, repeat=0)
    return book.to_bytes()


def build(report: Report, form: str) -> bytes:
    """The list as a workbook for people, or as plain CSV for systems."""
    return _csv(report) if form == "csv" else _xlsx(report)
