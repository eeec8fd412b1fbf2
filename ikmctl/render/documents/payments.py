"""The payment list (daftar pembayaran): a rate for sessions attended or the prizes, against the budget.

Amounts are whole rupiah. What is not whole is cut off, and the page says so. The tax is the percentage
that program.yaml states and nothing else.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Severity
from ikmctl.domain.numbers import format_decimal
from ikmctl.domain.paper import PaymentSpec
from ikmctl.engine.sessions import sessions
from ikmctl.render.calendar import in_words, rupiah
from ikmctl.render.documents.books import BOLD, HEAD, ID, MIDDLE, WIDE, foot, head, rupiah_style, session_marks
from ikmctl.render.documents.books import signatures as sign
from ikmctl.render.documents.letter import undated
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import both_there, signing_day
from ikmctl.render.documents.payment_lines import Payment, budget, payments, share, unrecorded
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
        "attended": "Attendance counts {sessions:#session|sessions}.",
        "unrecorded": "{people:#person has|people have} sessions without a record; those are not paid.",
        "nobody": "Nobody is paid.",
    },
}
_LITERAL: Final = 200
"""Characters that a text inside a formula may safely have; Excel's limit is 255."""
_ALARM: Final = Style(border=True, bold=True, fill="#F8CBAD")


def check(report: Report, form: str) -> tuple[Diagnostic, ...]:  # noqa: ARG001  # there is one form
    """Nothing to pay by, sessions without a record, more than the budget, somebody twice, no day."""
    return (*_faults(report), *undated(report, "payments", "payments"))


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
    yield from both_there(report, (one.number for one in payments(report)))


class _Page(Struct, frozen=True):
    """The sheet, who is paid, and which columns it has from left to right."""

    sheet: Sheet
    report: Report
    say: Words
    people: tuple[Payment, ...]
    keys: tuple[str, ...]
    most: int
    """The largest amount on it."""

    @property
    def spec(self) -> PaymentSpec:
        """What program.yaml states."""
        return self.report.program.documents.payments

    @property
    def money(self) -> Style:
        """How amounts look."""
        return rupiah_style(self.most)

    def at(self, key: str) -> int:
        """The place of a column."""
        return self.keys.index(key)

    def total(self, key: str) -> int:
        """The sum of `gross`, `tax` or `net`."""
        return sum(getattr(one, key) for one in self.people)

    def percent(self) -> str:
        """The tax as documents write it."""
        return format_decimal(self.spec.tax or Decimal(0)).replace(".", "," if self.report.lang == "id" else ".")


def _keys(report: Report, people: tuple[Payment, ...]) -> tuple[str, ...]:
    spec = report.program.documents.payments
    if spec.rate is None:
        why: tuple[str, ...] = ("prize",)
    else:
        why = ("sessions", "rate") if spec.per == "session" else ("rate",)
    tax = ("tax", "net") if spec.tax else ()
    known = any(report.private.get(one.number, {}).get("account") for one in people)
    return ("place", "number", "name", *why, "gross", *tax, *(("account",) if known else ()), "signature")


_WIDTHS: Final = {
    "place": 5, "number": 11, "name": 34, "sessions": 10, "rate": 17, "prize": 14, "gross": 20, "tax": 18, "net": 20,
    "account": 22, "signature": 22,
}  # fmt: skip


def build(report: Report, form: str) -> bytes:  # noqa: ARG001  # there is one form
    """The workbook with one sheet."""
    say = Words(report.lang, TEXTS)
    people = payments(report)
    book = Book(report.program.title)
    most = max(sum(one.gross for one in people), budget(report) or 0)
    sheet = book.sheet(say("title").capitalize())
    page = _Page(sheet, report, say, people, _keys(report, people), most)
    lines = [say("number", number=report.number or say("blank")), say("date", date=signing_day(report, say))]
    lines += [say("for", purpose=page.spec.purpose)] if page.spec.purpose else []
    row = head(sheet, report, say("title"), lines)
    sheet.row(row, [_head(page, key) for key in page.keys], HEAD)
    sheet.height(row, 34)
    for line, one in enumerate(people, row + 1):
        sheet.cell(line, 0, line - row, MIDDLE)
        _line(page, line, one)
    end = _notes(page, _totals(page, row + 1))
    sign(sheet, end + 1, report, say, [page.at("name"), page.at("gross"), len(page.keys) - 1])
    sheet.widths(*(_WIDTHS[key] for key in page.keys))
    sheet.freeze(row + 1, 3)
    sheet.page(report.program.documents.paper, landscape=True, repeat=(row, row), footer=foot(report, say))
    return book.to_bytes()


def _head(page: _Page, key: str) -> str:
    shared = key in ("place", "number", "name")
    return page.say(f"head.{key}") if shared else page.say(key, percent=page.percent())


def _line(page: _Page, row: int, one: Payment) -> None:
    """One person: what for, how much, and room to sign."""
    sheet, report = page.sheet, page.report
    sheet.cell(row, 1, one.number, ID)
    sheet.cell(row, 2, report.names.get(one.number, ""), WIDE)
    sheet.least(row, 26)
    _amount(page, row, one)
    if "tax" in page.keys:
        part, gross = share(page.spec), cell_name(row, page.at("gross"))
        tax = f"INT(ROUND({gross}*{part.numerator}/{part.denominator},6))"
        sheet.formula(row, page.at("tax"), tax, one.tax, page.money)
        sheet.formula(row, page.at("net"), f"{gross}-{cell_name(row, page.at('tax'))}", one.net, page.money)
    if "account" in page.keys:
        sheet.cell(row, page.at("account"), report.private.get(one.number, {}).get("account", ""), ID)
    sheet.cell(row, page.at("signature"), "", WIDE)


def _amount(page: _Page, row: int, one: Payment) -> None:
    """The prize, or the rate times sessions as a live formula."""
    sheet, gross = page.sheet, page.at("gross")
    if "prize" in page.keys:
        sheet.cell(row, page.at("prize"), one.prize, WIDE)
        sheet.cell(row, gross, one.gross, page.money)
        return
    sheet.cell(row, page.at("rate"), page.spec.rate, page.money)
    formula = cell_name(row, page.at("rate"))
    if "sessions" in page.keys:
        times = one.sessions or Fraction(0)
        sheet.cell(row, page.at("sessions"), Decimal(times.numerator) / times.denominator, MIDDLE)
        formula = f"{cell_name(row, page.at('sessions'))}*{formula}"
    sheet.formula(row, gross, f"INT(ROUND({formula},6))", one.gross, page.money)


def _totals(page: _Page, first: int) -> int:
    """Sums as live formulas, the words, the budget; the row below."""
    sheet, row, bold = page.sheet, first + len(page.people), rupiah_style(page.most, bold=True)
    if not page.people:
        sheet.cell(row, 0, page.say("nobody"))
        return row + 2
    sheet.cell(row, 2, page.say("total"), Style(border=True, bold=True))
    for key in ("gross", "tax", "net"):
        if key in page.keys:
            span = f"{cell_name(first, page.at(key))}:{cell_name(row - 1, page.at(key))}"
            sheet.formula(row, page.at(key), f"SUM({span})", page.total(key), bold)
    line = row + 2
    for key in ("gross", "net"):
        if key in page.keys:
            _in_words(page, line, cell_name(row, page.at(key)), key)
            line += 1
    allowed = budget(page.report)
    return line + 1 if allowed is None else _against(page, line + 1, cell_name(row, page.at("gross")), allowed)


def _in_words(page: _Page, row: int, cell: str, key: str) -> None:
    """The total in words, which own up when somebody changes a number above."""
    total = page.total(key)
    words = page.say("words", what=page.say(key).lower(), words=in_words(total))
    parts = [words[at : at + _LITERAL] for at in range(0, len(words), _LITERAL)]
    literal = "&".join(f'"{part}"' for part in parts)
    page.sheet.formula(row, 0, f'IF({cell}={total},{literal},"{page.say("changed")}")', words, BOLD)


def _against(page: _Page, row: int, cell: str, allowed: int) -> int:
    """Budget, and what is left of it or lacking, in the column of amounts."""
    sheet, say, column = page.sheet, page.say, page.at("gross")
    left, bold, limit = allowed - page.total("gross"), rupiah_style(page.most, bold=True), cell_name(row, column)
    sheet.cell(row, 2, say("budget"), Style(border=True))
    sheet.cell(row, column, allowed, bold)
    words, look = (say("over"), _ALARM) if left < 0 else (say("within"), Style(border=True, bold=True))
    sheet.formula(row + 1, 2, f'IF({cell}>{limit},"{say("over")}","{say("within")}")', words, look)
    sheet.formula(row + 1, column, f"ABS({limit}-{cell})", abs(left), bold)
    return row + 3


def _notes(page: _Page, row: int) -> int:
    """How sessions were counted, by what the tax is withheld; the row below."""
    spec, say = page.spec, page.say
    notes: list[str] = []
    if spec.rate is not None and spec.per == "session":
        notes.append(say("attended", sessions=len(sessions(page.report.program))))
        if lacking := unrecorded(page.report):
            notes.append(say("unrecorded", people=lacking))
    if spec.tax:
        key = "basis" if spec.tax_basis else "declared"
        notes += [say(key, percent=page.percent(), basis=spec.tax_basis), say("cut")]
    for step, line in enumerate(notes):
        page.sheet.cell(row + step, 0, line)
    return row + len(notes)
