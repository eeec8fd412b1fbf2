"""What was recorded of a stage, as sentences: locks, decisions, objections, what the command line said.

The sentences stand in the document's own TEXTS under the keys named here (see `minutes_words`).
"""

from collections.abc import Iterator
from datetime import date

from ikmctl.domain.decision import Decision
from ikmctl.domain.event import Event
from ikmctl.domain.selection import TieBlock
from ikmctl.engine.replay import replay
from ikmctl.engine.selection.settled import SettledTie, settled_ties
from ikmctl.engine.sessions import sessions
from ikmctl.engine.states import standing_of
from ikmctl.engine.tickets import public_value
from ikmctl.render.calendar import day
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.words import Words
from ikmctl.render.numbers import spelled


def named(report: Report, number: str) -> str:
    """A participant as sentences name them: number, then name."""
    name = report.names.get(number, "")
    if number in report.nameless:
        return f"{number} {name}"
    return f"{number} ({name})" if name else number


def _and_reason(say: Words, reason: str) -> str:
    return say("with_reason", reason=reason) if reason else ""


def locks(report: Report, say: Words) -> list[str]:
    """Each lock of the rules, and whether marks existed at that moment, or that there was none; each lock of the pool.

    The digests are those that were read out then, whatever rules and pool have become since.
    """
    found = [one for one in _events(report) if one.event == "lock"]
    rules = [_lock(report, say, one) for one in found if one.what == "rules"] or [say("never_locked")]
    return rules + [_lock(report, say, one) for one in found if one.what == "pool"]


def _lock(report: Report, say: Words, one: Event) -> str:
    key = "pool_locked" if one.what == "pool" else "locked_after" if one.marks else "locked_before"
    on, digest = day(one.on, report.lang), one.pool or one.rules or ""
    text = say(key, number=one.number or 0, on=on, by=one.by, marks=one.marks or 0)
    return text + _and_reason(say, one.reason) + say("with_digest", digest=digest)


def imports(report: Report, say: Words) -> list[str]:
    """What came in with a reason: once something is locked, no value changes without one."""
    locks = [one.on for one in _events(report) if one.event == "lock"]
    return [
        say(
            "imported" if one.changed is None else "imported.changed", on=day(one.on, report.lang), by=one.by or "-", what=say(f"data.{one.kind}"),
            since=say("imported.since") if one.on >= locks[0] else "", reason=one.reason,
            rows=one.kept if one.changed is None else one.changed,
        )
        for one in report.imports_with_reason
    ]  # fmt: skip


def _events(report: Report) -> list[Event]:
    return [one for one in report.history.events if one.stage == report.stage.id]


def locked_pool(report: Report) -> str:
    """Digest of the pool under the lock in force, which an audit kit prints as well; of the pool where there is none."""
    lock = standing_of(report.history.events, report.stage.id).pool
    return (lock.pool if lock else None) or report.pool


def draws(report: Report, say: Words) -> list[str]:
    """Each draw by value or by lots: who made it, what it was bound to, between whom, what came out; voids as well."""
    found: list[str] = []
    open_: list[Event] = []
    for one in _events(report):
        if one.event == "draw":
            open_.append(one)
            found += _draw(report, say, one)
        elif one.event == "void":
            old = open_.pop()
            what = ", ".join(old.lots) or old.value or ""
            text = say("void", on=day(one.on, report.lang), by=one.by, drawn=day(old.on, report.lang), value=what)
            found.append(text + _and_reason(say, one.reason))
    return found


def _draw(report: Report, say: Words, one: Event) -> Iterator[str]:
    on, lots = day(one.on, report.lang), ", ".join(one.lots)
    text = (
        say("lots", on=on, lots=lots, witness=one.witness or "-")
        if one.lots
        else say("draw", on=on, value=one.value or "", source=one.source or "-")
    )
    yield text + _and_reason(say, one.reason)
    for tie in _settled(report, one):
        yield _between(report, say, tie)
    if not one.lots:
        rules, pool = _bound(report, one)
        value = public_value(one.value or "") or ""
        lines = ("ikmctl/seed/v1", report.program.id, report.stage.id, rules, pool, value)
        yield say("seed", seed=one.seed or "", lines="; ".join(lines))


def _bound(report: Report, draw: Event) -> tuple[str, str]:
    """Digests of rules and pool that went into the seed of a draw: those of the locks then in force."""
    before = report.history.events[: report.history.events.index(draw)]
    standing = standing_of(before, report.stage.id)
    rules, pool = standing.rules, standing.pool
    return (rules.rules or "" if rules else "", pool.pool or "" if pool else "")


def _settled(report: Report, draw: Event) -> Iterator[SettledTie]:
    """The ties that a draw settled, as the list was on that day."""
    history = report.history
    so_far, decided = history.events[: history.events.index(draw) + 1], history.decisions[: draw.decisions.count]
    found = replay(report.program, history.participants, history.marks, decided, so_far).get(report.stage.id)
    kind, lots = ("lots" if draw.lots else "draw"), set(draw.lots)
    for tie in settled_ties(found.given) if found and found.given else ():
        if tie.by == kind and (not lots or lots.issuperset(tie.among)):
            yield tie


def _between(report: Report, say: Words, tie: SettledTie) -> str:
    losers = [one for one in tie.among if one not in tie.won]
    among, won, lost = (
        ", ".join(named(report, number) for number in numbers) for numbers in (sorted(tie.among), tie.won, losers)
    )
    names = (track.name for track in report.program.all_tracks if track.id in tie.tracks)
    return say(
        "drawn" if lost else "drawn.order", since=_since(report, tie),
        place=say(f"tie.{tie.place}", seats=len(tie.won)), track=", ".join(names), among=among, won=won,
        lost=lost, first=say(f"first.{tie.by}"),
    )  # fmt: skip


def _since(report: Report, tie: SettledTie) -> str:
    """Whether the list as it is has other people, or reserves in another order, than a draw gave on its day."""
    stands = report.selection.selected if tie.place == "selected" else report.selection.reserves
    now = [one.number for one in stands if one.number in tie.among]
    return "" if now == list(tie.won) or (tie.place == "selected" and set(now) == set(tie.won)) else "1"


def decisions(report: Report, say: Words) -> list[str]:
    """Every decision about the stage: day, who, what, why, by which paper."""
    return [decision(report, say, one) for one in _decisions(report)]


def _decisions(report: Report) -> list[Decision]:
    return [one for one in report.history.decisions if one.stage == report.stage.id]


def decision(report: Report, say: Words, one: Decision) -> str:
    """One decision: day, who, what, why, by which paper."""
    who = named(report, one.id) if one.id else ", ".join(named(report, number) for number in one.ids)
    detail = one.kind or one.seat or "none"
    old, new = (_corrected(report, one, value) for value in (one.old, one.new))
    act = say(f"do.{one.do}", who=who, detail=say(f"kind.{detail}"), what=_what(report, one), old=old, new=new)
    paper = say("with_paper", document=one.document) if one.document else ""
    return say("decision", on=day(one.on, report.lang), by=one.by, act=act, reason=one.reason, paper=paper)


def _what(report: Report, one: Decision) -> str:
    """What was corrected: the mark with item and judge or session, or the column."""
    labels = report.labels
    if one.field:
        return labels.field(one.field)
    if not one.mark:
        return ""
    return ", ".join([labels.mark(one.mark, one.item), *([_by(report, one.mark, one.judge)] if one.judge else [])])


def _by(report: Report, mark: str, by: str) -> str:
    """Who gave a mark, or the session that it is about."""
    spec, labels = report.program.marks.get(mark), report.labels
    if spec is None or spec.per != "session" or by not in sessions(report.program):
        return labels.word("judge", judge=by)
    on, _, turn = by.partition("/")
    several = report.program.dates is not None and report.program.dates.sessions_per_day > 1
    return labels.word("session", day=day(date.fromisoformat(on), report.lang), turn=turn if several else "")


def _corrected(report: Report, one: Decision, value: str | None) -> str:
    if not value:
        return "-"
    return report.labels.value(one.field, value) if one.field else spelled(value, report.lang)


def after_window(report: Report, say: Words) -> list[str]:
    """What changed since the list was first announced, or else decided, or once objections could no longer be raised."""
    window = report.program.schedule.objection
    ends = [one for one in _events(report) if one.event in ("announce", "finalize")]
    late: list[tuple[object, str]] = []
    for index, one in enumerate(report.history.decisions):
        after_end = bool(ends) and index >= ends[0].decisions.count
        if one.stage == report.stage.id and (after_end or (window is not None and one.on > window.end)):
            late.append((one.on, decision(report, say, one)))
    for event in _events(report):
        if event.event == "reopen":
            on = day(event.on, report.lang)
            late.append((event.on, say("reopened", on=on, decree=event.decree, reason=event.reason)))
    return [text for _, text in sorted(late, key=lambda pair: str(pair[0]))]


def ties(report: Report, say: Words) -> list[str]:
    """Ties that nobody has settled yet."""
    return [_tie(report, say, block) for block in report.selection.undecided]


def _tie(report: Report, say: Words, block: TieBlock) -> str:
    track = report.program.track(block.track)
    among = ", ".join(named(report, number) for number in block.among)
    place = say(f"tie.{block.place}", seats=block.seats)
    return say("tie", track=track.name if track else block.track, among=among, place=place)


def pending(report: Report, say: Words) -> Iterator[str]:
    """Pending people whom somebody accepted as out of reach, and those who could still reach the list."""
    result = report.replayed
    if result and result.accept_pending:
        event = next(one for one in reversed(_events(report)) if one.accept_pending == result.accept_pending)
        who = ", ".join(named(report, number) for number in result.accept_pending)
        yield say("pending_accepted", who=who, on=day(event.on, report.lang), by=event.by, reason=event.reason or "-")
    if report.selection.pending:
        yield say("pending_open", who=", ".join(named(report, number) for number in report.selection.pending))


def per_track(report: Report, say: Words) -> Iterator[str]:
    """That another number of seats was asked for than the rules state."""
    result = report.replayed
    if result is None or result.per_track is None:
        return
    event = next(one for one in reversed(_events(report)) if one.event == "curate")
    stated = ", ".join(f"{track.name} {_seats(report, track.id)}" for track in report.program.all_tracks)
    text = say("per_track", seats=result.per_track, stated=stated, on=day(event.on, report.lang), by=event.by)
    yield text + _and_reason(say, event.reason)


def _seats(report: Report, track_id: str) -> str:
    track = report.program.track(track_id)
    most = report.program.quota_of(report.stage, track).max if track else None
    return "-" if most is None else str(most)


def objections(report: Report, say: Words) -> list[str]:
    """How many objections came and what became of them, then each with its outcome; no ground, no answer."""
    found = report.history.objections
    if not found:
        return [say("objections_none")]
    counts = {status: sum(one.status == status for one in found) for status in ("accepted", "rejected", "open")}
    lines = [say("objections", count=len(found), **counts)]
    for one in found:
        outcome = say(f"objection.{one.status}", on=day(one.answered, report.lang) if one.answered else "")
        received = day(one.received, report.lang)
        lines.append(
            say("objection", id=one.id, who=named(report, one.participant), received=received, outcome=outcome)
        )
    return lines
