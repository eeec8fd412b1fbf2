"""A shortlist: the numbers by track, the rules in force, what is still open."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ikmctl.cli.session import Piece, Session
from ikmctl.cli.views.moves import moved
from ikmctl.cli.views.tables import present
from ikmctl.domain.numbers import format_decimal
from ikmctl.render.messages.lookup import has_text
from ikmctl.workflow.listing import Listing
from ikmctl.workflow.tables import quotas_table, shortlist_table

_LIMIT: Final = re.compile(r"(min_share|max_share|min|max) ([0-9.]+)")
_BALANCE: Final = re.compile(r"(.+?)((?: (?:min_share|max_share|min|max) [0-9.]+)+)( per track)?")
_SEATS: Final = re.compile(r"group seats (.+)")
MANY = 120
"""People beyond whom `curate` prints no list: nobody reads it in a terminal."""


def _rule(value: str | int, session: Session) -> str | int:
    """A word of program.yaml that has a plain meaning, such as `strict`."""
    return session.say(f"rule.{value}") if has_text(session.lang, f"rule.{value}") else value


def _balance(rules: str, session: Session) -> str:
    """`gender female min_share 0.4; district max 6` in words."""
    return "; ".join(_in_words(rule, session) for rule in rules.split("; "))


def _in_words(rule: str, session: Session) -> str:
    if found := _SEATS.fullmatch(rule):
        return session.say("balance.seats", seats=found[1])
    if not (found := _BALANCE.fullmatch(rule)):
        return rule
    subject, limits, per_track = found.groups()
    from ikmctl.render.labels import Labels

    thing = Labels(session.lang).things(subject)
    words = [thing if " " in subject else session.say("balance.each", thing=thing)]
    for name, value in _LIMIT.findall(limits):
        percent = f"{format_decimal(Decimal(value) * 100)} %" if name.endswith("_share") else value
        words.append(session.say(f"balance.{name}", value=percent))
    return " ".join([*words, *([session.say("balance.per_track")] if per_track else [])])


def summary(listing: Listing, session: Session) -> str:
    """One line: how many are in."""
    return session.facts(
        "listing.summary",
        program=listing.program, stage=listing.stage, selected=len(listing.selected),
        reserves=len(listing.reserves), status=session.say(f"status.{listing.status}"),
    )  # fmt: skip


def open_questions(listing: Listing, session: Session) -> Iterator[str]:
    """Ties at the line, pending people, rules that nobody can meet."""
    for block in listing.undecided:
        yield session.say(
            f"listing.tie.{block.place}", track=block.track, seats=block.seats, among=", ".join(block.among)
        )
    if listing.infeasible:
        yield session.say("listing.infeasible", rules="; ".join(listing.infeasible))


def view(listing: Listing, session: Session) -> Iterator[Piece]:
    """What `curate` answers: the list where it fits, the seats, the rules, what is open."""
    people = len(listing.selected) + len(listing.reserves)
    if people:
        known = people <= MANY
        yield present(shortlist_table(listing), session) if known else session.say("listing.long", count=people)
        yield ""
    yield present(quotas_table(listing), session)
    yield ""
    yield session.say("listing.in_force")
    for note in listing.in_force:
        params = {name: _rule(value, session) for name, value in note.params.items()}
        if note.key == "rules.balance":
            params["balance"] = _balance(str(params["balance"]), session)
        yield "  " + session.say(note.key, **params)
    for note in listing.notes:
        yield session.say(note.key, **note.params)
    yield from open_questions(listing, session)
    if listing.plan is not None:
        yield ""
        yield session.say("listing.plan")
        yield from moved(listing.plan, session)
    yield ""
    yield summary(listing, session)


def full(listing: Listing, session: Session) -> Iterator[Piece]:
    """The list itself, person by person."""
    yield present(shortlist_table(listing), session)
    yield from open_questions(listing, session)
    yield summary(listing, session)
