"""What is set up in a clone, and what a hook looked at."""

from collections.abc import Iterator

from ikmctl.cli.session import Session
from ikmctl.workflow.git_setup import Checked, SetUp


def set_up(data: SetUp, session: Session) -> Iterator[str]:
    """One line for each part, and what was done."""
    for part in data.parts:
        yield session.say("gitsetup.done" if part.done else "gitsetup.open", name=part.name)
    if data.mode != "install" or all(part.done for part in data.parts):
        yield session.say(f"gitsetup.{data.mode}")


def checked(data: Checked, session: Session) -> Iterator[str]:
    """The verdict, after the problems that it rests on; silence where nothing of a program is staged."""
    programs = ", ".join(data.programs)
    if data.refused:
        yield session.say("githook.refused", programs=programs)
    elif programs:
        yield session.say("githook.ok", programs=programs)
