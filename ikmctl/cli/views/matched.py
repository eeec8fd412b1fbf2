"""Pairs of members and demand lines, the lines in numbers, and what near misses lack."""

from collections.abc import Iterator, Sequence

from ikmctl.cli.session import Piece, Session
from ikmctl.cli.views.tables import present
from ikmctl.cli.views.words import word
from ikmctl.domain.match import Pair
from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.rule import Reason
from ikmctl.engine.matching.explain import LineExplained, Meeting, MemberExplained
from ikmctl.render.messages.lookup import reason
from ikmctl.render.tables import Column, Table
from ikmctl.workflow.match import Matches
from ikmctl.workflow.tables import Table as Rows
from ikmctl.workflow.tables import score_texts, with_names

_SHOWN = 2


def _pairs(data: Matches, pairs: Sequence[Pair]) -> Rows:
    scores = score_texts([(one.key, one.unit) for one in pairs])
    rows = tuple((one.line, one.number, score, one.because.value) for one, score in zip(pairs, scores, strict=True))
    table = Rows("matches", ("line", "id", "score", "because"), rows, frozenset(("score",)))
    return with_names(table, data.names) if data.names else table


def _lines(data: Matches) -> Rows:
    rows = tuple(
        (
            one.line, one.firm, str(one.capacity), str(one.candidates), str(one.matched),
            str(one.capacity - one.matched), str(one.gaps),
        )
        for one in data.lines
    )  # fmt: skip
    columns = ("line", "firm", "capacity", "candidates", "matched", "open", "gaps")
    return Rows("lines", columns, rows, frozenset(columns[2:]))


def _sentence(why: Reason, session: Session) -> str:
    return reason(session.lang, why.key, why.params)


def _gaps(data: Matches, session: Session) -> Rows:
    rows = tuple((one.line, one.number, "; ".join(_sentence(why, session) for why in one.lacks)) for one in data.gaps)
    table = Rows("gaps", ("line", "id", "lacks"), rows)
    return with_names(table, data.names) if data.names else table


def view(data: Matches, session: Session) -> Iterator[Piece]:
    """What `match` answers: pairs, those who wait, the gap list, the lines in numbers, the rules in force."""
    yield present(_pairs(data, data.matches), session, session.say("match.title.matches"))
    if data.waiting:
        yield ""
        yield present(_pairs(data, data.waiting), session, session.say("match.title.waiting"))
    if data.gaps:
        yield ""
        yield present(_gaps(data, session), session, session.say("match.title.gaps"))
    yield ""
    yield present(_lines(data), session, session.say("match.title.lines"))
    yield ""
    yield session.say("listing.in_force")
    for note in data.in_force:
        yield "  " + session.say(note.key, **note.params)
    yield ""
    if data.unnamed:
        yield session.say("match.unnamed", count=data.unnamed)
    served = len({one.number for one in data.matches})
    yield session.facts(
        "match.summary", program=data.program, stage=data.stage, pairs=len(data.matches), members=served,
        lines=len(data.lines), filled=sum(one.matched > 0 for one in data.lines),
    )  # fmt: skip


def _meeting(one: Meeting, who: str, session: Session) -> str:
    """One sentence: the place among those who qualify, or what is missing."""
    why = "; ".join(_sentence(found, session) for found in one.reasons)
    score = _short(one.score)
    return session.say(f"match.said.{one.outcome}", who=who, place=one.place, score=score, why=why)


def _short(score: str) -> str:
    return format_fixed(int(score.replace(".", "")), 10**6, _SHOWN) if score else ""


def _points(meetings: Sequence[Meeting], first: str, session: Session) -> Table:
    """Points of each pair by criterion."""
    scored = [one for one in meetings if one.criteria]
    names = [line.criterion for line in scored[0].criteria] if scored else []
    columns = (Column(first, session.say(f"column.{first}")), *(Column(name, name, right=True) for name in names))
    rows = tuple(
        (
            one.line if first == "line" else one.number,
            *(format_fixed(int(line.points.replace(".", "")), 10**4, _SHOWN) for line in one.criteria),
        )
        for one in scored
    )
    return Table(columns, rows)


def explained(data: MemberExplained | LineExplained, session: Session) -> Iterator[Piece]:
    """A member beside every line, or a line with everybody who qualifies."""
    if isinstance(data, MemberExplained):
        if data.out or not data.consent:
            yield session.say(
                "match.said.out" if data.out else "match.said.unnamed", number=data.number, stage=data.stage
            )
            return
        yield session.say("match.said.member", number=data.number, stage=data.stage)
    else:
        yield session.say("match.said.line", line=data.line, stage=data.stage, capacity=data.capacity)
    for one in data.meetings:
        who = f"{one.line} ({one.firm})" if isinstance(data, MemberExplained) else one.number
        yield f"  {word(session, 'meeting', one.outcome)} " + _meeting(one, who, session)
    if any(one.criteria for one in data.meetings):
        yield ""
        yield _points(data.meetings, "line" if isinstance(data, MemberExplained) else "id", session)
