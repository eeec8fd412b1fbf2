"""PDF and PNG by typst: a template of ours, data as JSON, fonts of ours. The same data gives the same bytes.

Data reaches a template as values, never as source, so that no name can become markup or code.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from importlib.resources import as_file, files
from typing import Any, Final, Literal
from unicodedata import east_asian_width

from ikmctl.render.safe import safe_all

_PIXELS_PER_INCH: Final = 144
_DAY_ZERO: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""A constant that means no moment."""
STAND_IN: Final = "\u25a1"
"""The empty box that stands on paper for a letter that no font has."""
_LATIN: Final = 0x17F
"""Our fonts have every letter of Indonesian and of Europe up to here."""
_KANA: Final = 0x3041
"""No font has the wide letters and pictures from here on; they are not tried one by one."""
_UNSHOWN: Final = re.compile(r'the text `"(?:\\u\{([0-9a-f]+)\}|(.))')
"""What typst says of a letter that no font has; it spells some by their number."""
_TRIED: Final = '#set document(title: "-")\n#set text(font: "Liberation Sans")\n'


def lacking(texts: Iterable[str]) -> frozenset[str]:
    """The letters of `texts` that no font has."""
    rare = {char for text in texts for char in text if ord(char) > _LATIN}
    found = {char for char in rare if ord(char) >= _KANA and east_asian_width(char) in "WF"}
    while refused := _refused(rare - found):
        found.add(refused)
    return frozenset(found)


def _refused(letters: Collection[str]) -> str:
    """One of the letters that no font has, as typst tells one at a time; empty where it can print them all."""
    if not letters:
        return ""
    import typst

    lines = "\n\n".join(f'#"\\u{{{ord(char):x}}}"' for char in sorted(letters))
    try:
        with as_file(files("ikmctl.render.documents") / "fonts") as fonts:
            own = typst.Fonts(include_system_fonts=False, font_paths=[str(fonts)])
            typst.compile(f"{_TRIED}{lines}".encode(), font_paths=own, pdf_standards="ua-1")
    except typst.TypstError as problem:
        said = _UNSHOWN.search(str(problem))
        if said is None:
            raise
        return chr(int(said[1], 16)) if said[1] else said[2]
    return ""


def typeset(
    template: str,
    data: Mapping[str, Any],
    *,
    form: Literal["pdf", "png"] = "pdf",
    files_beside: Mapping[str, bytes] = {},
) -> bytes:
    """Fill the template `templates/<template>.typ` with `data`.

    Args:
        template: name of the template.
        data: plain values; `sys.inputs.data` of the template is their JSON.
        form: `pdf`, or `png` for the first page as a picture.
        files_beside: pictures that the template shows, by key; they reach it as text in `data.files`.
    """
    import typst

    pictures = {name: body.decode() for name, body in files_beside.items()}
    given = json.dumps({**safe_all(data), "files": pictures}, ensure_ascii=False, sort_keys=True)
    given = given.translate({ord(char): STAND_IN for char in lacking((given,))})  # a PDF/UA shows every letter
    with as_file(files("ikmctl.render.documents")) as home:
        made, warnings = typst.compile_with_warnings(
            str(home / "templates" / f"{template}.typ"), root=str(home / "templates"),
            font_paths=[str(home / "fonts")], ignore_system_fonts=True, format=form,
            ppi=_PIXELS_PER_INCH if form == "png" else None, sys_inputs={"data": given}, timestamp=_DAY_ZERO,
            pdf_standards="ua-1" if form == "pdf" else None,
        )  # fmt: skip
    if warnings:
        raise AssertionError([warning.message for warning in warnings])  # a template of ours is wrong
    pages: Any = made  # one picture for each page, where there are several
    return bytes(pages[0] if isinstance(pages, list) else pages)
