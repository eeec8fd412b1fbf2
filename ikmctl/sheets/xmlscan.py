"""Stream XML through expat: no document type, no entities of its own, nothing kept."""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias
from xml.parsers import expat

from ikmctl.sheets.refuse import RefusedError, odd

Start: TypeAlias = Callable[[str, list[str]], None]
Listen: TypeAlias = Callable[[Callable[[str], None] | None], None]
"""Switch on or off who hears text; text is costly, so nobody hears it by default."""


def _no_doctype(*_: Any) -> None:
    raise odd("DTD")


def scan(chunks: Iterable[bytes], part: str, start: Start, attach: Callable[[Listen], None] | None = None) -> None:
    """Call `start(name, [key, value, ...])` for every element.

    Args:
        chunks: the bytes of the part.
        part: its name, for problems.
        start: who hears of elements.
        attach: takes the switch by which a scanner listens to text.
    """
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.EntityDeclHandler = _no_doctype
    parser.StartElementHandler = start
    if attach is not None:

        def listen(hear: Callable[[str], None] | None) -> None:
            parser.CharacterDataHandler = hear

        attach(listen)
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)  # noqa: FBT003  # expat's own signature takes it by position
        parser.Parse(b"", True)  # noqa: FBT003  # as above
    except expat.ExpatError as error:
        raise RefusedError("IKM207", why=f"{part}: XML {error.lineno}:{error.offset}") from error
    except (ValueError, UnicodeError, LookupError) as error:
        raise RefusedError("IKM207", why=f"{part}: {type(error).__name__}") from error


def local(name: str) -> str:
    """The name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def attributes(pairs: list[str]) -> dict[str, str]:
    """Attributes by local name."""
    return {local(pairs[index]): pairs[index + 1] for index in range(0, len(pairs), 2)}
