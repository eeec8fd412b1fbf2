"""The payment list (daftar pembayaran): a rate for sessions attended or the prizes, tax as declared, against the budget.

Amounts are whole rupiah. What is not whole is cut off, and the page says so. The tax is the percentage
that program.yaml states and nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Severity
from ikmctl.domain.numbers import format_decimal
from ikmctl.domain.paper import PaymentSpec
from ikmctl.engine.sessions import sessions
from ikmctl.render.calendar import in_words, rupiah
from ikmctl.render.documents.books import BOLD, HEAD, ID, MIDDLE, WIDE, attended, head, rupiah_style, session_marks
from ikmctl.render.documents.books import signatures as sign
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import lock, signing_day
from ikmctl.render.documents.words import Words
from ikmctl.xlsx import Book, Sheet, Style
from ikmctl.xlsx.address import cell_name

TEXTS: Final = {
    "id": {
        "title": "DAFTAR PEMBAYARAN",
        "date": "Tanggal: {date}",
        "for": "Untuk: {purpose}",
        "sessions": "Hadir (sesi)",
        "rate": "Tarif",
        "prize": "Hadiah",
        "gross": "Jumlah",
        "tax": "Dipotong {percent} %",
        "net": "Diterima",
        "account": "No. rekening",
        "signature": "Tanda tangan",
        "total": "JUMLAH",
        "words": "Terbilang, {what}: {words} rupiah",
        "budget": "Pagu anggaran",
        "within": "Cukup, sisa",
        "over": "MELEBIHI PAGU sebesar",
        "changed": "(angka di daftar ini diubah; buat ulang terbilangnya)",
        "cut": "Bagian rupiah yang tidak utuh dibuang.",
        "basis": "Potongan: {percent} % menurut {basis}.",
        "declared": "Potongan: {percent} % sebagaimana ditetapkan kantor.",
        "attended": "Hadir dihitung dari {sessions} sesi.",
        "unrecorded": "{people} orang punya sesi yang belum dicatat; sesi itu tidak dibayar.",
        "nobody": "Tidak ada yang dibayar.",
        "proof": "Bukti: {lock}; sidik hasil {result}",
    },
    "en": {
        "title": "PAYMENT LIST",
        "date": "Date: {date}",
        "for": "For: {purpose}",
        "sessions": "Attended (sessions)",
        "rate": "Rate",
        "prize": "Prize",
        "gross": "Amount",
        "tax": "Withheld {percent} %",
        "net": "Paid out",
        "account": "Account",
        "signature": "Signature",
        "total": "TOTAL",
        "words": "In words (Indonesian), {what}: {words} rupiah",
        "budget": "Budget",
        "within": "Enough, left",
        "over": "OVER THE BUDGET by",
        "changed": "(the numbers of this list were changed; make the words again)",
        "cut": "Parts of a rupiah are cut off.",
        "basis": "Withheld: {percent} % by {basis}.",
        "declared": "Withheld: {percent} % as the office has declared.",
        "attended": "Attendance counts {sessions} sessions.",
        "unrecorded": "{people} people have sessions without a record; those are not paid.",
        "nobody": "Nobody is paid.",
        "proof": "Proof: {lock}; result digest {result}",
    },
}
_HUNDRED: Final = 100
_LITERAL: Final = 200
"""Characters that a text inside a formula may safely have; Excel's limit is 255."""
_ALARM: Final = Style(border=True, bold=True, fill="#F8CBAD")


@dataclass(frozen=True, slots=True)
class Payment:
    """One line: what somebody is paid for, in whole rupiah."""

    number: str
    sessions: Fraction | None
    prize: str
    gross: int
    tax: int

    @property
    def net(self) -> int:
        """What is paid out."""
        return self.gross - self.tax


def payments(report: Report) -> tuple[Payment, ...]:
    """Who is paid what: prizes in final order, or the rate in the order of numbers."""
    spec = report.program.documents.payments
    if spec.rate is None:
        amounts = {tier.name: tier.amount for tier in report.stage.awards.tiers}
        won = [entry for entry in report.selection.selected if amounts.get(entry.tier)]
        return tuple(_payment(spec, one.number, None, one.tier, Fraction(amounts[one.tier])) for one in won)
    present = attended(report)
    chosen = {entry.number for entry in report.selection.selected}
    numbers = chosen if spec.people == "selected" else {number for number, (times, _) in present.items() if times}
    made = []
    for number in sorted(numbers):
        times = present[number][0] if number in present else None
        gross = Fraction(spec.rate) * (times or 0) if spec.per == "session" else Fraction(spec.rate)
        made.append(_payment(spec, number, times, "", gross))
    return tuple(made)


def _payment(spec: PaymentSpec, number: str, times: Fraction | None, prize: str, gross: Fraction) -> Payment:
    whole = floor(gross)
    return Payment(number, times, prize, whole, floor(whole * _share(spec)))


def _share(spec: PaymentSpec) -> Fraction:
    return Fraction(spec.tax or 0) / _HUNDRED


def budget(report: Report) -> int | None:
    """What may be paid: stated for payments, or for the prizes."""
    spec = report.program.documents.payments
    if spec.budget is not None or spec.rate is not None:
        return spec.budget
    return report.stage.awards.budget


def unrecorded(report: Report) -> int:
    """People on the list who have sessions without a record."""
    present = attended(report)
    return sum(1 for one in payments(report) if present.get(one.number, (0, 0))[1])


def check(report: Report, form: str) -> tuple[Diagnostic, ...]:  # noqa: ARG001  # there is one form
    """Nothing to pay by, sessions without a record, more than the budget."""
    return tuple(_faults(report))


def _faults(report: Report) -> Iterator[Diagnostic]:
    spec = report.program.documents.payments
    counts = spec.per == "session" or spec.people == "attended"
    if spec.rate is None and not report.stage.awards.tiers:
        yield Diagnostic("IKM687", params={"stage": report.stage.id})
        return
    if spec.rate is not None and counts and not (session_marks(report) and sessions(report.program)):
        yield Diagnostic("IKM688", params={"rate": spec.rate})
        return
    if spec.rate is not None and spec.per == "session" and (open_ := unrecorded(report)):
        yield Diagnostic("IKM689", params={"people": open_}, severity=Severity.WARNING)
    total, most = sum(one.gross for one in payments(report)), budget(report)
    if most is not None and total > most:
        params = {"total": rupiah(total), "budget": rupiah(most), "over": rupiah(total - most)}
        yield Diagnostic("IKM690", params=params, severity=Severity.WARNING)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which columns the list has, from left to right."""

    keys: tuple[str, ...]

    def at(self, key: str) -> int:
        return self.keys.index(key)

    def has(self, key: str) -> bool:
        return key in self.keys


def _layout(report: Report, people: tuple[Payment, ...]) -> _Layout:
    spec = report.program.documents.payments
    if spec.rate is None:
        why: tuple[str, ...] = ("prize",)
    else:
        why = ("sessions", "rate") if spec.per == "session" else ("rate",)
    tax = ("tax", "net") if spec.tax else ()
    known = any(report.private.get(one.number, {}).get("account") for one in people)
    return _Layout(("place", "number", "name", *why, "gross", *tax, *(("account",) if known else ()), "signature"))


_WIDTHS: Final = {
    "place": 5, "number": 11, "name": 34, "sessions": 10, "rate": 17, "prize": 14, "gross": 20, "tax": 18, "net": 20,
    "account": 22, "signature": 22,
}  # fmt: skip


def build(report: Report, form: str) -> bytes:  # noqa: ARG001  # there is one form
    """The workbook with one sheet."""
    say = Words(report.lang, TEXTS)
    spec, people = report.program.documents.payments, payments(report)
    layout = _layout(report, people)
    book = Book(report.program.title)
    sheet = book.sheet(say("title").capitalize())
    lines = [say("number", number=report.number or say("blank")), say("date", date=signing_day(report, say))]
    lines += [say("for", purpose=spec.purpose)] if spec.purpose else []
    row = head(sheet, report, say("title"), lines)
    percent = format_decimal(spec.tax or Decimal(0)).replace(".", "," if report.lang == "id" else ".")
    own = {key: say(key, percent=percent) if key == "tax" else _head(say, key) for key in layout.keys}
    sheet.row(row, [own[key] for key in layout.keys], HEAD)
    sheet.height(row, 34)
    most = max([sum(one.gross for one in people), budget(report) or 0])
    for line, one in enumerate(people, row + 1):
        _line(sheet, report, layout, line, line - row, one, most)
    end = _totals(sheet, report, say, layout, row + 1, people, most)
    end = _notes(sheet, report, say, end, percent)
    sign(sheet, end + 1, report, say, [layout.at("name"), len(layout.keys) - 1])
    sheet.widths(*(_WIDTHS[key] for key in layout.keys))
    sheet.freeze(row + 1, 3)
    footer = say("proof", lock=lock(report, say), result=report.result)
    sheet.page(report.program.documents.paper, landscape=True, first=row, repeat=row, footer=footer)
    return book.to_bytes()


def _head(say: Words, key: str) -> str:
    return say(f"head.{key}") if key in ("place", "number", "name") else say(key)


def _line(sheet: Sheet, report: Report, layout: _Layout, row: int, place: int, one: Payment, most: int) -> None:
    spec, money = report.program.documents.payments, rupiah_style(most)
    sheet.cell(row, 0, place, MIDDLE)
    sheet.cell(row, 1, one.number, ID)
    sheet.cell(row, 2, report.names.get(one.number, ""), WIDE)
    sheet.least(row, 26)
    gross = layout.at("gross")
    if layout.has("prize"):
        sheet.cell(row, layout.at("prize"), one.prize, WIDE)
        sheet.cell(row, gross, one.gross, money)
    else:
        sheet.cell(row, layout.at("rate"), spec.rate, money)
        rate = cell_name(row, layout.at("rate"))
        if layout.has("sessions"):
            times = Decimal((one.sessions or Fraction(0)).numerator) / (one.sessions or Fraction(1)).denominator
            sheet.cell(row, layout.at("sessions"), times, MIDDLE)
            rate = f"{cell_name(row, layout.at('sessions'))}*{rate}"
        sheet.formula(row, gross, f"INT(ROUND({rate},6))", one.gross, money)
    if layout.has("tax"):
        share = _share(spec)
        total = cell_name(row, gross)
        tax = f"INT(ROUND({total}*{share.numerator}/{share.denominator},6))"
        sheet.formula(row, layout.at("tax"), tax, one.tax, money)
        sheet.formula(row, layout.at("net"), f"{total}-{cell_name(row, layout.at('tax'))}", one.net, money)
    if layout.has("account"):
        sheet.cell(row, layout.at("account"), report.private.get(one.number, {}).get("account", ""), ID)
    sheet.cell(row, layout.at("signature"), "", WIDE)


def _totals(
    sheet: Sheet, report: Report, say: Words, layout: _Layout, first: int, people: tuple[Payment, ...], most: int
) -> int:
    """Sums as live formulas, the words, the budget; the row below."""
    row, money = first + len(people), rupiah_style(most, bold=True)
    if not people:
        sheet.cell(row, 0, say("nobody"))
        return row + 2
    sheet.cell(row, 2, say("total"), Style(border=True, bold=True))
    sums = {key: sum(getattr(one, key) for one in people) for key in ("gross", "tax", "net") if layout.has(key)}
    for key, total in sums.items():
        span = f"{cell_name(first, layout.at(key))}:{cell_name(row - 1, layout.at(key))}"
        sheet.formula(row, layout.at(key), f"SUM({span})", total, money)
    line = row + 2
    for key in ("gross", "net"):
        if key in sums:
            _in_words(sheet, say, line, cell_name(row, layout.at(key)), sums[key], say(key).lower())
            line += 1
    allowed = budget(report)
    if allowed is None:
        return line + 1
    return _against(sheet, say, (line + 1, layout.at("gross")), cell_name(row, layout.at("gross")), sums["gross"], allowed)


def _in_words(sheet: Sheet, say: Words, row: int, cell: str, total: int, what: str) -> None:
    """The total in words, which own up when somebody changes a number above."""
    words = say("words", what=what, words=in_words(total))
    parts = [words[at : at + _LITERAL] for at in range(0, len(words), _LITERAL)]
    literal = "&".join(f'"{part}"' for part in parts)
    sheet.formula(row, 0, f'IF({cell}={total},{literal},"{say("changed")}")', words, BOLD)


def _against(sheet: Sheet, say: Words, place: tuple[int, int], cell: str, total: int, allowed: int) -> int:
    """Budget, and what is left of it or lacking, in the column of amounts."""
    (row, column), over = place, total > allowed
    money, limit = rupiah_style(max(allowed, total), bold=True), cell_name(row, column)
    look = _ALARM if over else Style(border=True, bold=True)
    sheet.cell(row, 2, say("budget"), Style(border=True))
    sheet.cell(row, column, allowed, money)
    words = say("over") if over else say("within")
    sheet.formula(row + 1, 2, f'IF({cell}>{limit},"{say("over")}","{say("within")}")', words, look)
    sheet.formula(row + 1, column, f"ABS({limit}-{cell})", abs(allowed - total), money)
    return row + 3


def _notes(sheet: Sheet, report: Report, say: Words, row: int, percent: str) -> int:
    spec, notes = report.program.documents.payments, []
    if spec.rate is not None and spec.per == "session":
        notes.append(say("attended", sessions=len(sessions(report.program))))
        if open_ := unrecorded(report):
            notes.append(say("unrecorded", people=open_))
    if spec.tax:
        key = "basis" if spec.tax_basis else "declared"
        notes += [say(key, percent=percent, basis=spec.tax_basis), say("cut")]
    for step, line in enumerate(notes):
        sheet.cell(row + step, 0, line)
    return row + len(notes)
