"""What became of people: the states, the fields before and after, those who moved, steps of partnerships."""

from collections.abc import Iterator
from fractions import Fraction

from ikmctl.cli.session import Piece, Session
from ikmctl.cli.views.tables import present
from ikmctl.cli.views.words import word
from ikmctl.domain.numbers import round_half_up
from ikmctl.engine.follow_up import State
from ikmctl.workflow.monitoring import Monitoring
from ikmctl.workflow.tables import Table

_STATES: tuple[State, ...] = ("up", "same", "down", "unknown", "stopped", "unreached", "silent")
_NAMED: tuple[State, ...] = ("up", "down", "stopped", "unreached")


def _states(data: Monitoring, session: Session) -> Table:
    rows = tuple((session.say(f"follow.{state}"), str(data.follow.count(state))) for state in _STATES)
    return Table("states", ("what", "people"), rows, frozenset(("people",)))


def _fields(data: Monitoring) -> Table:
    rows = tuple(
        (one.field, str(one.before), str(one.after), str(one.rose), str(one.same), str(one.fell))
        for one in data.follow.fields
    )
    columns = ("field", "before", "after", "rose", "same", "fell")
    return Table("fields", columns, rows, frozenset(columns[1:]))


def _people(data: Monitoring, session: Session) -> Table:
    rows = tuple(
        (
            one.number, session.say(f"follow.{one.state}"), word(session, "size", one.size_before) or "-",
            word(session, "size", one.size_after) or "-",
        )
        for one in data.follow.people
        if one.state in _NAMED
    )  # fmt: skip
    return Table("people", ("id", "what", "size_before", "size_after"), rows)


def followed(data: Monitoring, session: Session) -> Iterator[Piece]:
    """What `report monitoring` answers."""
    follow = data.follow
    yield session.say(
        "follow.title", program=data.program, count=data.followed, since=follow.since.isoformat(), stage=data.stage
    )
    yield ""
    yield present(_states(data, session), session)
    yield ""
    yield present(_fields(data), session, session.say("follow.fields"))
    people = _people(data, session)
    if people.rows:
        yield ""
        yield present(people, session, session.say("follow.people"))
    if follow.steps:
        rows = tuple((line, session.say(f"follow.step.{step}"), str(count)) for line, step, count in follow.steps)
        yield ""
        yield present(Table("steps", ("line", "step", "people"), rows, frozenset(("people",))), session)
    yield ""
    if follow.observations:
        share = round_half_up(Fraction(follow.self_declared, follow.observations), 100)
        yield session.say(
            "follow.declared", share=share, declared=follow.self_declared, observations=follow.observations
        )
    else:
        yield session.say("follow.nothing")
