"""Why somebody is in or out, what a code means, what a key of program.yaml is."""

from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.render.messages.lookup import general
from ikmctl.workflow.explain import Explained, ExplainedCode, ExplainedKey


def _code(data: ExplainedCode, session: Session) -> Iterator[Piece]:
    """The texts of a code; what a real case names stands as dots."""
    message, hint = general(session.lang, data.code)
    yield f"{data.code} {data.slug}"
    yield message
    if hint:
        yield f"{session.say('hint')}: {hint}"


def _key(data: ExplainedKey, session: Session) -> Iterator[Piece]:
    yield f"{data.path}: {data.description}" if data.description else data.path
    if data.takes:
        kinds = ", ".join(session.say(f"type.{kind}") for kind in data.takes.split(" | "))
        yield session.say("explain.takes", kinds=kinds)
    if data.choices:
        yield session.say("explain.choices", choices=", ".join(data.choices))
    if data.keys:
        yield session.say("explain.keys", keys=", ".join(data.keys))


def view(data: Explained, session: Session) -> Iterator[Piece]:
    """Whatever was asked about."""
    if isinstance(data, ExplainedCode):
        return _code(data, session)
    if isinstance(data, ExplainedKey):
        return _key(data, session)
    from ikmctl.engine.explain import Explanation

    if isinstance(data, Explanation):
        from ikmctl.cli.views.person import view as person

        return person(data, session)
    from ikmctl.cli.views.matched import explained

    return explained(data, session)
