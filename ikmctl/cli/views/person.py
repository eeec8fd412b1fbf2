"""One participant's result in full, as a good colleague would tell it."""

from collections.abc import Iterator
from fractions import Fraction

from ikmctl.cli.session import Piece, Session
from ikmctl.cli.views.words import word
from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.rule import Verdict
from ikmctl.engine.explain import CriterionLine, Explanation
from ikmctl.render.labels import on_screen
from ikmctl.render.messages.lookup import reason
from ikmctl.render.numbers import as_fraction
from ikmctl.render.tables import Column, Table

_SHOWN = 2
_FINE = 4
_EXACT = 6


def _decimals(text: str, places: int = _SHOWN) -> str:
    """A number with `places` decimals; what is no number, and a whole number, stays as it is."""
    value = as_fraction(text)
    if value is None:
        return text
    return text if value.denominator == 1 and "." not in text else format_fixed(*value.as_integer_ratio(), places)


def _places(data: Explanation) -> int:
    """Two decimals, or six where two would hide the distance to the line."""
    shown = {_decimals(text) for text in (data.score, data.line) if text}
    return _EXACT if data.score and data.line and data.score != data.line and len(shown) == 1 else _SHOWN


def _raw(text: str) -> str:
    """A raw value, with more decimals where two would not give its points."""
    value = as_fraction(text)
    if value is None:
        return text
    return _decimals(text, _SHOWN if (value * 10**_SHOWN).denominator == 1 else _FINE)


def _sum_places(data: Explanation) -> int:
    """The fewest decimals with which what the criteria add makes the score; two where none do."""
    if data.score is None:
        return _SHOWN
    score, adds = Fraction(data.score), [Fraction(line.adds) for line in data.criteria if line.adds]
    for places in range(_SHOWN, _EXACT):
        shown = sum(Fraction(format_fixed(*one.as_integer_ratio(), places)) for one in adds)
        if shown == Fraction(format_fixed(*score.as_integer_ratio(), places)):
            return places
    return _SHOWN


def _is_rounded(lines: tuple[CriterionLine, ...], places: int) -> bool:
    pairs = [pair for line in lines for pair in (
        (line.raw, _raw(line.raw)), (line.points, _decimals(line.points)), (line.adds, _decimals(line.adds, places))
    )]  # fmt: skip
    return any(exact != shown and Fraction(exact) != Fraction(shown) for exact, shown in pairs)


def _rule(verdict: Verdict, session: Session) -> Iterator[str]:
    words = reason(session.lang, verdict.reason.key, verdict.reason.params)
    basis = f" ({verdict.basis})" if verdict.basis else ""
    fix = session.say("explain.fixable") if verdict.outcome == "failed" and verdict.severity == "fix" else ""
    yield f"  [{session.say(f'verdict.{verdict.outcome}')}] {verdict.rule}: {words}{basis}{fix}"
    if verdict.assumed:
        yield f"      {session.say(f'assumed.{verdict.assumed}')}"


def _points(lines: tuple[CriterionLine, ...], places: int, session: Session) -> Table:
    columns = (
        Column("criterion", session.say("column.criterion")),
        Column("raw", session.say("column.raw"), right=True),
        Column("points", session.say("column.points"), right=True),
        Column("weight", session.say("column.weight"), right=True),
        Column("adds", session.say("column.adds"), right=True),
    )
    rows = tuple(
        (
            line.criterion, _raw(line.raw) or "-", _decimals(line.points) or "-", str(line.weight),
            _decimals(line.adds, places) or "-",
        )
        for line in lines
    )  # fmt: skip
    return Table(columns, rows)


def _closing(data: Explanation, session: Session) -> Iterator[str]:
    places = max(_places(data), _sum_places(data))
    if data.score:
        yield session.say("explain.score", score=_decimals(data.score, places))
    if data.line:
        yield session.say("explain.line", line=_decimals(data.line, places), track=data.entry.track)
    if data.gap:
        yield session.say("explain.gap", gap=_decimals(data.gap, places))
    if data.ticket:
        yield session.say("explain.ticket", ticket=data.ticket)
    if data.what_if and data.what_if.equal:
        yield session.say("explain.what_if.equal")
    elif data.what_if and data.what_if.points:
        yield session.say("explain.what_if.points", points=data.what_if.points)
    if data.what_if and data.what_if.rule:
        yield session.say("explain.what_if.rule", rule=data.what_if.rule)
    if data.what_if and data.what_if.seat:
        yield session.say("explain.what_if.seat", track=data.what_if.seat)


def view(data: Explanation, session: Session) -> Iterator[Piece]:
    """The outcome first, then everything that led to it."""
    yield session.say(
        "explain.who" if data.entry.track else "explain.who.no_track",
        number=data.number, track=data.entry.track, stage=data.stage,
        result=word(session, "result", data.entry.result),
    )  # fmt: skip
    yield on_screen(session.lang, data.sentence)
    for why in data.reasons:
        yield "  " + on_screen(session.lang, why)
    if data.verdicts:
        yield ""
        yield session.say("explain.rules")
        for verdict in data.verdicts:
            yield from _rule(verdict, session)
    if data.criteria:
        yield ""
        places = _sum_places(data)
        yield _points(data.criteria, places, session)
        if _is_rounded(data.criteria, places):
            yield session.say("explain.rounded")
        yield ""
    yield from _closing(data, session)
