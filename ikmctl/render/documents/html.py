"""Pages that stand alone: one file, nothing fetched, readable in light, in dark and on paper.

All text is escaped here; only a `Markup` goes in as it is. The page's own style and script are allowed by
their digests alone, so that nothing else can run.
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files

from ikmctl.render.safe import safe


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def element(name: str, *inner: str, **attributes: str) -> Markup:
    """An element; text inside and in attributes is escaped; `class_` stands for `class`, `aria_x` for `aria-x`."""
    stated = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(safe(value))}"' for key, value in attributes.items()
    )
    return Markup(f"<{name}{stated}>{''.join(map(_escaped, inner))}</{name}>")


def _escaped(text: str) -> str:
    return text if isinstance(text, Markup) else escape(safe(text))


def table(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, numeric: Sequence[int] = (), id_: str = ""
) -> Markup:
    """A table that can be sorted by each of its columns.

    Args:
        caption: what it shows.
        heads: names of the columns; the first column names each row.
        rows: the cells.
        numeric: columns that are set flush right; they are sorted by the number in front of them.
        id_: the element's id, where something points to it.
    """
    sides = dict.fromkeys(numeric, "number")

    def cell(index: int, text: str) -> Markup:
        name, more = ("th", {"scope": "row"}) if index == 0 else ("td", {})
        return element(name, text, **more, **({"class_": sides[index]} if index in sides else {}))

    top = [
        element("th", head, scope="col", **({"class_": sides[index]} if index in sides else {}))
        for index, head in enumerate(heads)
    ]
    lines = [element("tr", *(cell(index, text) for index, text in enumerate(row))) for row in rows]
    whole = element(
        "table", element("caption", caption), element("thead", element("tr", *top)), element("tbody", *lines),
        **({"id": id_} if id_ else {}),
    )  # fmt: skip
    return element("div", whole, class_="wide", tabindex="0", role="group", aria_label=caption)


def section(title: str, *inner: str) -> Markup:
    """A part of the page with its heading."""
    return element("section", element("h2", title), *inner)


def paragraph(text: str, kind: str = "") -> Markup:
    """A paragraph; `note` is set apart."""
    return element("p", text, **({"class_": kind} if kind else {}))


def figure(title: str, drawing: str, values: Markup) -> Markup:
    """A chart with its values as a table below; both can be moved sideways on a narrow screen."""
    scroll = element("div", Markup(drawing), class_="wide", tabindex="0", role="group", aria_label=title)
    return element("figure", scroll, values)


def facts(pairs: Iterable[tuple[str, str]]) -> Markup:
    """Names and values."""
    return element("dl", *(Markup(element("dt", name) + element("dd", value)) for name, value in pairs))


def page(lang: str, title: str, head: Iterable[str], body: Iterable[str]) -> bytes:
    """The whole file.

    Args:
        lang: language of its text.
        title: title of the window and of the page.
        head: what stands below the title.
        body: its parts.
    """
    home = files("ikmctl.render.documents") / "templates"
    style, script = ((home / f"page.{kind}").read_text("utf-8").strip() for kind in ("css", "js"))
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    top = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        '<meta name="referrer" content="no-referrer">'
    )
    main = element("main", element("header", element("h1", title), *head), *body)
    inner = Markup(f"{element('title', title)}<style>{style}</style>")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}"><head>{top}{inner}</head>\n'
        f"<body>{main}<script>{script}</script></body></html>\n"
    ).encode()


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
