"""PDF and PNG by typst: a template of ours, data as JSON, fonts of ours. The same data gives the same bytes.

Data reaches a template as values, never as source, so that no name can become markup or code.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import as_file, files
from typing import Any, Final, Literal

from ikmctl.render.safe import safe_all

_PIXELS_PER_INCH: Final = 144
_DAY_ZERO: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""A constant that means no moment."""


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
