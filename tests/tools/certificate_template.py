"""Makes the Word template of certificates that comes with the program: `python -m tests.tools.certificate_template`.

Offices may open it in Word and make it their own; every placeholder in it may be moved or left out.
"""

import io
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ikmctl.render.documents.word import repacked

TARGET = Path(__file__).resolve().parents[2] / "ikmctl/render/documents/templates/certificates.docx"
FONT = "Arial"
SIZES = {"large": 28, "medium": 21, "small": 16}


def line(
    place: Any, text: str, size: float = 12, *, bold: bool = False, before: float = 0, control: bool = False
) -> Any:
    """One centred paragraph; a `control` paragraph holds a tag and vanishes when the template is filled."""
    paragraph = place.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.bold = FONT, Pt(2 if control else size), bold
    return paragraph


def tag(place: Any, text: str) -> None:
    """A paragraph that holds a tag alone."""
    line(place, text, control=True)


def signatures(document: Any) -> None:
    """Three columns of who signs; place and day stand over the right one."""
    table = document.add_table(rows=3, cols=3)
    for row, text in ((0, "{%tr for row in rows %}"), (2, "{%tr endfor %}")):
        table.cell(row, 0).text = text
    for column, side in enumerate(("left", "middle", "right")):
        cell = table.cell(1, column)
        cell.paragraphs[0]._p.getparent().remove(cell.paragraphs[0]._p)
        line(cell, f"{{{{ row.{side}_place }}}}", 11)
        line(cell, f"{{{{ row.{side}_role }}}}", 11)
        line(cell, f"{{{{ row.{side}_name }}}}", 11, bold=True, before=38)
        line(cell, f"{{{{ row.{side}_rank }}}}", 10)
        line(cell, f"{{% if row.{side}_nip %}}NIP {{{{ row.{side}_nip }}}}{{% endif %}}", 10)


def page(document: Any) -> None:
    """A4 across, with a double frame."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(14)
    borders = OxmlElement("w:pgBorders")
    borders.set(qn("w:offsetFrom"), "page")
    for side in ("top", "left", "bottom", "right"):
        border = OxmlElement(f"w:{side}")
        for key, value in (("val", "double"), ("sz", "6"), ("space", "24"), ("color", "1F4E79")):
            border.set(qn(f"w:{key}"), value)
        borders.append(border)
    section._sectPr.append(borders)


def template() -> bytes:
    """The file."""
    document = Document()
    document.styles["Normal"].font.name = FONT
    page(document)
    tag(document, "{%p for one in certificates %}")
    line(document, "", 4).paragraph_format.page_break_before = True
    tag(document, "{%p for text in letterhead %}")
    line(document, "{{ text }}", 13, bold=True)
    tag(document, "{%p endfor %}")
    line(document, "{{ heading }}", 30, bold=True, before=12)
    line(document, "{{ one.number }}", 12)
    line(document, "{{ given }}", 12, before=10)
    for word, size in SIZES.items():
        tag(document, f"{{%p if one.size == '{word}' %}}")
        line(document, "{{ one.name }}", size, bold=True, before=6)
        tag(document, "{%p endif %}")
    line(document, "{{ one.participant }}", 11, before=2)
    line(document, "{{ took_part }}", 12, before=8)
    line(document, "{{ program }}", 15, bold=True, before=4)
    tag(document, "{%p for text in one.lines %}")
    line(document, "{{ text }}", 12, before=2)
    tag(document, "{%p endfor %}")
    line(document, "", 6)
    signatures(document)
    line(document, "{{ proof }}", 7, before=4)
    tag(document, "{%p endfor %}")
    made = io.BytesIO()
    document.save(made)
    return repacked(made.getvalue())


if __name__ == "__main__":
    TARGET.write_bytes(template())
