"""Make the Word templates that come with the program; `python -m tests.tools.word_templates` writes them.

They are plain: letterhead, headings, tables, signatures, in a font that every office has. An office opens one,
puts its own letterhead and words into it, and names it in program.yaml.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any, Final

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ikmctl.render import documents
from ikmctl.render.documents import answer as answer_module
from ikmctl.render.documents import decree_annex as decree_annex_module
from ikmctl.render.documents import minutes_words
from ikmctl.render.documents.word import repacked
from ikmctl.render.messages import LANGUAGES

FOLDER: Final = Path(documents.__file__).parent / "templates"
FONT: Final = "Arial"
Words = Mapping[str, str]


class Paper:
    """A Word file in the making: a sheet of F4, one font, headings, tables of repeated rows."""

    def __init__(self, title: str, result: str) -> None:
        self.file = Document()
        self.file.core_properties.author = "ikmctl"
        self.file.core_properties.title = title
        self.file.core_properties.comments = ""
        section = self.file.sections[0]
        section.page_width, section.page_height = Mm(215), Mm(330)
        section.left_margin = section.right_margin = Mm(22)
        section.top_margin, section.bottom_margin = Mm(20), Mm(20)
        foot = section.footer.paragraphs[0]
        foot.text = f"{{{{ lock }}}}; {result} {{{{ result_digest }}}}"
        foot.runs[0].font.size = Pt(7.5)
        self._page_number(section.footer.add_paragraph())
        self._styles()

    def _page_number(self, paragraph: Any) -> None:
        """`2 / 5` at the right, counted by Word itself."""
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for part in ("PAGE", "", "NUMPAGES"):
            run = paragraph.add_run("1" if part else " / ")
            run.font.size = Pt(7.5)
            if part:
                field = OxmlElement("w:fldSimple")
                field.set(qn("w:instr"), part)
                field.append(run._r)
                paragraph._p.append(field)

    def _styles(self) -> None:
        for name, size in (("Normal", 10.5), ("Heading 2", 11), ("Heading 3", 10.5)):
            style = self.file.styles[name]
            style.font.name, style.font.size, style.font.bold = FONT, Pt(size), name != "Normal"
            style.element.rPr.rFonts.set(qn("w:asciiTheme"), "")
            for attribute in list(style.element.rPr.rFonts.attrib):
                if attribute.endswith("Theme"):
                    del style.element.rPr.rFonts.attrib[attribute]
            style.element.rPr.rFonts.set(qn("w:hAnsi"), FONT)
            style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
            for color in style.element.rPr.findall(qn("w:color")):
                style.element.rPr.remove(color)
            style.paragraph_format.space_after = Pt(3)
            style.paragraph_format.space_before = Pt(0 if name == "Normal" else 9)
            style.paragraph_format.keep_with_next = name != "Normal"

    def say(
        self, words: str, *, style: str = "Normal", middle: bool = False, bold: bool = False, size: float = 0
    ) -> Any:
        paragraph = self.file.add_paragraph(style=style)
        run = paragraph.add_run(words)
        run.bold = bold or None
        if size:
            run.font.size = Pt(size)
        if middle:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def when(self, condition: str, body: Callable[[], object]) -> None:
        """Paragraphs that appear where something is there."""
        self.say(f"{{%p if {condition} %}}")
        body()
        self.say("{%p endif %}")

    def each(self, loop: str, body: Callable[[], object]) -> None:
        """Paragraphs for each of a list."""
        self.say(f"{{%p for {loop} %}}")
        body()
        self.say("{%p endfor %}")

    def points(self, name: str, style: str = "List Bullet") -> None:
        self.each(f"part in {name}", lambda: self.say("{{ part }}", style=style))

    def table(
        self, heads: Sequence[str], widths: Sequence[float], loop: str, cells: Sequence[str], *, whole: bool = False
    ) -> None:
        """A table with a head that repeats on each page, one row for each of a list; a `whole` one keeps together."""
        table = self.file.add_table(rows=4, cols=len(heads), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, (head, width, cell) in enumerate(zip(heads, widths, cells, strict=True)):
            for row, words in ((0, head), (2, cell)):
                place = table.cell(row, column)
                place.text = words
                place.paragraphs[0].paragraph_format.space_after = Pt(1)
                place.paragraphs[0].paragraph_format.keep_with_next = whole or row == 0
                place.paragraphs[0].runs[0].bold = row == 0
                place.paragraphs[0].runs[0].font.size = Pt(9.5)
            table.columns[column].width = Mm(width)
            for row in range(4):
                table.cell(row, column).width = Mm(width)
        table.cell(1, 0).text, table.cell(3, 0).text = f"{{%tr for {loop} %}}", "{%tr endfor %}"
        repeated = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)
        for row in table.rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        self.say("", size=4)

    def head(self) -> None:
        """The letterhead with a line below, the title, the number."""
        self.each("part in letterhead", lambda: self.say("{{ part }}", middle=True, bold=True, size=12))
        line = self.say("", size=2)
        border = OxmlElement("w:pBdr")
        bottom = OxmlElement("w:bottom")
        for key, value in (("val", "single"), ("sz", "12"), ("space", "1"), ("color", "auto")):
            bottom.set(qn(f"w:{key}"), value)
        border.append(bottom)
        line._p.get_or_add_pPr().append(border)

    def title(self, number: str) -> None:
        self.say("{{ heading }}", middle=True, bold=True, size=12.5)
        self.say(f"{number}: {{{{ number }}}}", middle=True)
        self.say("{{ program }}", middle=True, bold=True)

    def signatures(self) -> None:
        """Two signers beside each other in each row, kept together."""
        town = self.say("{{ town }}, {{ date }}")
        town.alignment, town.paragraph_format.keep_with_next = WD_ALIGN_PARAGRAPH.RIGHT, True
        table = self.file.add_table(rows=3, cols=2)
        table.cell(0, 0).text, table.cell(2, 0).text = "{%tr for pair in signer_pairs %}", "{%tr endfor %}"
        for column, side in enumerate(("left", "right")):
            cell = table.cell(1, column)
            lines = (
                f"{{% if pair.{side}_role %}}{{{{ pair.{side}_role }}}},{{% endif %}}", "", "", "",
                f"{{{{ pair.{side}_name }}}}", f"{{{{ pair.{side}_rank }}}}",
                f"{{% if pair.{side}_nip %}}NIP {{{{ pair.{side}_nip }}}}{{% endif %}}",
            )  # fmt: skip
            for index, words in enumerate(lines):
                paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
                run = paragraph.add_run(words)
                run.bold = run.underline = (index == 4) or None
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                paragraph.paragraph_format.space_after = Pt(1)
                paragraph.paragraph_format.keep_with_next = index < len(lines) - 1
        table.rows[1]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))

    def bytes(self) -> bytes:
        made = io.BytesIO()
        self.file.save(made)
        return repacked(made.getvalue())


def _next(paragraph: Any) -> None:
    """Keep a paragraph on the page of what follows."""
    paragraph.paragraph_format.keep_with_next = True


def _people(paper: Paper, words: Words, name: str, *, seats: bool) -> None:
    """The people of one list, with their districts where any is known."""
    paper.when("placed", lambda: _listed(paper, words, name, seats=seats, placed=True))
    paper.when("not placed", lambda: _listed(paper, words, name, seats=seats, placed=False))


def _listed(paper: Paper, words: Words, name: str, *, seats: bool, placed: bool) -> None:
    """One list; reserves also with the seats that they may fill."""
    keys = ("place", "participant", "name", *(["district"] if placed else []), "score", *(["seats"] if seats else []))
    own = (34 if seats else 50,) if placed else ()
    widths = (10, 24, (42 if seats else 61) + (0 if placed else 34 if seats else 50), *own, 22 if seats else 26)
    widths += (39,) if seats else ()
    cells = ["number" if key == "participant" else key for key in keys]
    loop = f"person in {name}"
    paper.table(
        [words[f"h.{key}"] for key in keys], widths, loop, [f"{{{{ person.{cell} }}}}" for cell in cells], whole=seats
    )


RECEIVERS: Final = (
    "{% for person in tier.people %}{{ person.number }} {{ person.name }}"
    "{% if not loop.last %}, {% endif %}{% endfor %}"
)


def minutes(words: Words) -> bytes:
    """The minutes."""
    paper = Paper(words["heading"], words["h.result_digest"].lower())
    heading = lambda key: paper.say(words[f"h.{key}"], style="Heading 2")  # noqa: E731  # used twelve times below
    paper.head()
    paper.title(words["h.number"])
    paper.say("{{ opening }}").alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paper.when("basis", lambda: (heading("basis"), paper.points("basis", "List Number")))
    heading("course")
    paper.table(
        [words["h.funnel"], words["h.count"]], [130, 38], "step in funnel", ["{{ step.name }}", "{{ step.count }}"],
        whole=True,
    )  # fmt: skip
    heading("locks")
    paper.points("locks")
    paper.when("imports", lambda: (heading("imports"), paper.points("imports")))
    paper.when("panel", lambda: (heading("panel"), paper.say("{{ panel }}")))
    paper.when("per_track", lambda: (heading("per_track"), paper.say("{{ per_track }}")))
    heading("result")

    def track() -> None:
        paper.say("{{ track.name }}: {{ track.summary }}", style="Heading 3")
        paper.when("track.people", lambda: _people(paper, words, "track.people", seats=False))
        paper.when("not track.people", lambda: paper.say(words["h.nobody"]))
        paper.when(
            "track.reserves",
            lambda: (
                _next(paper.say(words["h.reserves"])),
                _people(paper, words, "track.reserves", seats=True),
            ),
        )

    paper.each("track in tracks", track)
    paper.points("notes")
    paper.when(
        "prizes",
        lambda: (
            heading("prizes"),
            paper.table(
                [words[f"h.{key}"] for key in ("tier", "receivers", "amount", "words", "total")],
                [22, 52, 32, 36, 32],
                "tier in prizes",
                ["{{ tier.name }}", RECEIVERS, "{{ tier.amount }}", "{{ tier.words }}", "{{ tier.total }}"],
            ),
            paper.when(
                "prizes_total",
                lambda: paper.say(f"{words['h.total']}: {{{{ prizes_total }}}} ({{{{ prizes_total_words }}}})"),
            ),
        ),
    )
    paper.when("draws", lambda: (heading("draws"), paper.points("draws")))
    heading("decisions")
    paper.points("decisions")
    paper.when("not decisions", lambda: paper.say(words["h.no_decisions"]))
    for name in ("ties", "pending"):
        paper.when(name, lambda name=name: (heading(name), paper.points(name)))
    heading("objections")
    paper.points("objections")
    paper.when("after_window", lambda: (heading("after_window"), paper.points("after_window")))
    heading("proof")
    for key in ("rules_digest", "pool_digest", "result_digest"):
        paper.say(f"{words[f'h.{key}']}: {{{{ {key} }}}}", size=8)
    paper.when("record_digest", lambda: paper.say(f"{words['h.record_digest']}: {{{{ record_digest }}}}", size=8))
    paper.when("seed", lambda: paper.say(f"{words['h.seed']}: {{{{ seed }}}}", size=8))
    paper.say("{{ status }}")
    _next(paper.say("{{ closing }}"))
    paper.signatures()
    return paper.bytes()


def decree_annex(words: Words) -> bytes:
    """The annex of a decree."""
    paper = Paper(words["heading"], words["h.result_digest"].lower())
    for line in (words["annex"], "{{ decree }}", f"{words['h.number']}: {{{{ number }}}}",
                 f"{words['h.date']}: {{{{ date }}}}", f"{words['h.about']}: {{{{ about }}}}"):  # fmt: skip
        paper.say(line, bold=line == words["annex"]).paragraph_format.left_indent = Mm(80)
    paper.say("")
    paper.say("{{ heading }}", middle=True, bold=True, size=12.5)

    def people(name: str, *, prizes: bool, businesses: bool, placed: bool) -> None:
        columns = {"place": 10, "number": 24, "name": 33 if prizes else 52}
        columns |= {"business": 30 if prizes else 46} if businesses else {}
        rest = 171 - sum(columns.values()) - (46 if prizes else 0)
        columns |= {"district": rest} if placed else {"name": columns["name"] + rest}
        columns |= {"prize": 17, "amount": 29} if prizes else {}
        heads = [words["h.participant" if key == "number" else f"h.{key}"] for key in columns]
        cells = [f"{{{{ person.{key} }}}}" for key in columns]
        paper.table(heads, list(columns.values()), f"person in {name}", cells, whole=name == "track.reserves")

    def listed(name: str, *, prizes: bool) -> None:
        of = " and prizes" if prizes else " and not prizes" if name == "track.people" else ""
        for businesses, placed in product((True, False), repeat=2):
            condition = f"{name}{of} and {'' if businesses else 'not '}businesses and {'' if placed else 'not '}placed"
            make = partial(people, name, prizes=prizes, businesses=businesses, placed=placed)
            paper.when(condition, make)

    def reserves() -> None:
        _next(paper.say(words["h.reserves"]))
        listed("track.reserves", prizes=False)
        paper.each("part in track.notes", lambda: paper.say("{{ part }}", size=9))

    def track() -> None:
        paper.say("{{ track.name }}", style="Heading 2")
        listed("track.people", prizes=True)
        listed("track.people", prizes=False)
        paper.when("not track.people", lambda: paper.say(words["h.nobody"]))
        paper.when("track.reserves", reserves)

    paper.each("track in tracks", track)
    paper.when(
        "prizes_total",
        lambda: paper.say(f"{words['h.total']}: {{{{ prizes_total }}}} ({{{{ prizes_total_words }}}})", bold=True),
    )
    paper.say("{{ status }}")
    paper.signatures()
    return paper.bytes()


def answer(words: Words) -> bytes:
    """The answer to one person."""
    paper = Paper(words["heading.objection"], words["h.result_digest"].lower())
    paper.head()
    paper.title(words["h.number"])
    paper.say("{{ to }}")
    paper.say(words["h.objection"], style="Heading 2")
    paper.each("part in objection", lambda: paper.say("{{ part }}"))
    paper.say(words["h.result"], style="Heading 2")
    paper.each("part in result", lambda: paper.say("{{ part }}"))
    paper.when(
        "rules",
        lambda: (
            paper.say(words["h.rules"], style="Heading 2"),
            paper.table(
                [words[f"h.{key}"] for key in ("rule", "basis", "own", "outcome")], [56, 36, 48, 31], "rule in rules",
                [f"{{{{ rule.{key} }}}}" for key in ("text", "basis", "own", "outcome")],
            ),
        ),
    )  # fmt: skip
    keys = ("value", "threshold", "points", "weight", "adds")
    paper.when(
        "criteria",
        lambda: (
            paper.say(words["h.criteria"], style="Heading 2"),
            paper.table(
                [words["h.criterion"], *(words[f"h.{key}"] for key in keys)], [42, 40, 20, 24, 18, 27],
                "criterion in criteria",
                ["{{ criterion.name }}", *(f"{{{{ criterion.{key} }}}}" for key in keys)],
            ),
            paper.say(f"{words['h.score']}: {{{{ score }}}}", bold=True),
        ),
    )  # fmt: skip
    paper.say(words["h.taken"], style="Heading 2")
    paper.each("part in taken", lambda: paper.say("{{ part }}"))
    paper.say(words["h.proof"], style="Heading 2")
    for key in ("rules_digest", "result_digest"):
        paper.say(f"{words[f'h.{key}']}: {{{{ {key} }}}}", size=8)
    paper.when("ticket", lambda: paper.say(f"{words['h.ticket']}: {{{{ ticket }}}}", size=8))
    paper.signatures()
    return paper.bytes()


MAKERS: Final[Mapping[str, tuple[Callable[[Words], bytes], Mapping[str, Words]]]] = {
    "minutes": (minutes, minutes_words.TEXTS),
    "decree-annex": (decree_annex, decree_annex_module.TEXTS),
    "answer": (answer, answer_module.TEXTS),
}


def templates() -> dict[Path, bytes]:
    """Every template by path."""
    return {
        FOLDER / f"{name}-{lang}.docx": make(texts[lang])
        for name, (make, texts) in MAKERS.items()
        for lang in LANGUAGES
    }


def main() -> None:
    for path, body in templates().items():
        path.write_bytes(body)


if __name__ == "__main__":
    main()
