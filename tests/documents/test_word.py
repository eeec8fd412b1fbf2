"""Word files from templates: what is wrong with one is named, data stays data, the same bytes twice."""

import io
import zipfile

import pytest
from docx import Document

from ikmctl.domain.diagnostic import Where
from ikmctl.render.documents.slots import Slot
from ikmctl.render.documents.word import fill, lint

PLACE = Where(file="surat/ba.docx")
SLOTS = {
    "number": Slot("nomor", "number"),
    "title": Slot("judul", "title"),
    "people": Slot("peserta", "people", inner={"name": Slot("nama", "name")}),
}
VALUES = {"number": "800/1", "title": "Berita Acara", "people": [{"name": "Ani"}, {"name": "Budi"}]}


def template(*paragraphs: str) -> bytes:
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def words_of(body: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(body)).paragraphs]


def test_a_sound_template_is_filled_the_same_twice() -> None:
    given = template("No. {{ number }}", "{%p for one in people %}", "- {{ one.name }}", "{%p endfor %}")
    assert lint(given, SLOTS, PLACE) == ()
    assert words_of(fill(given, VALUES)) == ["No. 800/1", "- Ani", "- Budi"]
    assert fill(given, VALUES) == fill(given, VALUES)
    with zipfile.ZipFile(io.BytesIO(fill(given, VALUES))) as found:
        assert {member.date_time for member in found.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_an_unknown_placeholder_is_named_with_the_nearest_known_one() -> None:
    found = lint(template("{{ nmber }} {{ title }}"), SLOTS, PLACE)
    assert [(one.code, one.where, one.params["found"], one.params["near"]) for one in found] == [
        ("IKM975", PLACE, "nmber", "number")
    ]
    assert found[0].params["known"] == "number, people, title"


def test_a_file_that_is_no_word_file_is_said() -> None:
    assert [one.code for one in lint(b"hello", SLOTS, PLACE)] == ["IKM974"]


@pytest.mark.parametrize("broken", ["{{ number", "{% for x %}", "{%p for one in people %}", "{{ number | nosuch }}"])
def test_a_template_that_cannot_run_is_said(broken: str) -> None:
    assert [one.code for one in lint(template(broken), SLOTS, PLACE)] == ["IKM976"]


def test_names_stay_text() -> None:
    hostile = "<PT> & {{ x }} {% endfor %}"
    assert words_of(fill(template("{{ title }}"), {"title": hostile})) == [hostile]
