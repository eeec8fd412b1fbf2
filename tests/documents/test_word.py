"""Word files from templates: what is wrong with one is named, data stays data, the same bytes twice."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from jinja2 import TemplateError
from tools.console import ikmctl
from tools.documents_page import slots_of, with_template
from tools.office import made, office
from tools.office import words_of as office_words
from tools.word_templates import templates

from ikmctl.domain.diagnostic import Where
from ikmctl.render.documents import DOCUMENTS
from ikmctl.render.documents.slots import Slot, described
from ikmctl.render.documents.word import fill, lint, own_template

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


HOSTILE = [
    "{{ ''.__class__.__mro__ }}",
    "{{ title.__init__ }}",
    "{{ title | attr('__class__') }}",
    "{{ cycler }}",
    "{% for x in range(99999999) %}{% endfor %}",
    "{{ 'x' * 999999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{% set x = 1 %}",
    "{% for a in people %}{% for b in people %}{% for c in people %}{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in people recursive %}{{ loop(a) }}{% endfor %}",
    "{{ title | safe }}",
    "{{ title | center(999999999) }}",
    "{{ people | tojson }}",
    "{% raw %}{% endraw %}{{ self }}",
    "{{ title.upper() }}",
    "{% if title is callable %}{% endif %}",
    "{% call title() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{{ people[0:9] }}",
    "{{ {'a': 1} }}",
    "{{ lipsum }} {{ dict }} {{ namespace }}",
    "{{ people.append }}",
    "{{ title.format }}",
    "{{ number._hidden }}",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_template_that_goes_too_far_is_refused(words: str) -> None:
    found = lint(template(words), SLOTS, PLACE)
    assert found, words
    assert {one.code for one in found} <= {"IKM683", "IKM975", "IKM976"}


def test_a_refused_template_fills_nothing_either() -> None:
    for words in ("{{ title.upper() }}", "{{ ''.__class__ }}", "{{ 'x' * 999999999 }}"):
        with pytest.raises(TemplateError):
            fill(template(words), VALUES)


def test_headers_and_footers_are_looked_at_too() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ titel }}"
    document.sections[0].footer.paragraphs[0].text = "{{ nmber }}"
    made = io.BytesIO()
    document.save(made)
    found = lint(made.getvalue(), SLOTS, PLACE)
    assert sorted((str(one.params["found"]), str(one.params["near"])) for one in found) == [
        ("nmber", "number"), ("titel", "title"),
    ]  # fmt: skip


def test_a_name_within_a_list_is_checked_even_where_the_list_is_empty() -> None:
    given = template("{% for one in people %}{{ one.nam }}{% endfor %}")
    assert [(one.code, one.params["found"], one.params["near"]) for one in lint(given, SLOTS, PLACE)] == [
        ("IKM975", "one.nam", "name")
    ]


def test_broken_packages_are_said_never_a_traceback() -> None:
    sound = template("{{ title }}")
    for cut in range(0, len(sound), 997):
        found = lint(sound[:cut], SLOTS, PLACE)
        assert [one.code for one in found] == ["IKM974"]
    damaged = bytearray(sound)
    for place in range(0, len(sound), 331):
        damaged[place] ^= 0xFF
        assert {one.code for one in lint(bytes(damaged), SLOTS, PLACE)} <= {"IKM974", "IKM975", "IKM976", "IKM682"}
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as package:
        package.writestr("a.txt", "x")
    assert [one.code for one in lint(empty.getvalue(), SLOTS, PLACE)] == ["IKM974"]


def test_direction_marks_and_control_characters_are_shown() -> None:
    assert words_of(fill(template("{{ title }}"), {"title": "a\u202eb\x00c"})) == ["a\\u202eb\\x00c"]


@pytest.mark.parametrize("path", templates(), ids=lambda path: path.name)
def test_our_templates_are_what_their_script_makes_and_are_sound(path: Path) -> None:
    body = path.read_bytes()
    assert members(body) == members(templates()[path]), "run: python -m tests.tools.word_templates"
    kind = path.stem.rpartition("-")[0]
    assert lint(body, slots_of(kind), PLACE) == ()


def members(body: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("kind", with_template())
def test_the_values_are_those_that_are_described(kind: str, tmp_path: Path) -> None:
    """A document's values have the names and shapes that docs/documents.md lists."""
    root = office(tmp_path)
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    everything = Document()
    for path, slot in described(slots_of(kind)):
        if "." not in path and not slot.inner and not slot.many:
            everything.add_paragraph(f"{{{{ {path} }}}}")
        elif "." not in path:
            inner = "".join(f"{{{{ x.{name} }}}}" for name, one in slot.inner.items() if not one.inner)
            everything.add_paragraph(f"{{% for x in {path} %}}{inner or '{{ x }}'}{{% endfor %}}")
    everything.save(str(root / "all.docx"))
    key = DOCUMENTS[kind].spec
    program = root / "program.yaml"
    text = program.read_text()
    old = f"  {key}: {{" if f"  {key}: {{" in text else f"  {key}:\n    number" if f"  {key}:\n" in text else ""
    new = old.replace("{", "{template: all.docx, ").replace("\n    number", "\n    template: all.docx\n    number")
    text = (
        text.replace(old, new)
        if old
        else text.replace("documents:\n", f"documents:\n  {key}: {{template: all.docx}}\n")
    )
    program.write_text(text)
    answer, body = made(root, f"{kind} P001" if DOCUMENTS[kind].about else kind, "docx")
    assert answer.code == 0, answer.both
    assert body


def test_an_office_s_own_template_is_used_and_given_away_for_editing(tmp_path: Path) -> None:
    root = office(tmp_path)
    assert ikmctl("report minutes --template -o ba.docx", root).code == 0
    assert (root / "ba.docx").read_bytes() == own_template("minutes", "id")
    document = Document(str(root / "ba.docx"))
    document.paragraphs[0].insert_paragraph_before("KALIMAT KANTOR {{ number }}")
    document.save(str(root / "ba.docx"))
    program = root / "program.yaml"
    program.write_text(program.read_text().replace("    number: 500/1", "    number: 500/1\n    template: ba.docx"))
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    answer, body = made(root, "minutes", "docx")
    assert answer.code == 0, answer.both
    assert office_words(body).startswith("KALIMAT KANTOR 500/1")


@pytest.mark.parametrize("words", ["{{ tracks[7].name }}", "{% if number > 3 %}x{% endif %}"])
def test_a_template_that_fails_with_real_values_alone_is_said(tmp_path: Path, words: str) -> None:
    root = office(tmp_path)
    (root / "ba.docx").write_bytes(template(words))
    program = root / "program.yaml"
    program.write_text(program.read_text().replace("    number: 500/1", "    number: 500/1\n    template: ba.docx"))
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    answer, body = made(root, "minutes", "docx")
    assert answer.code == 1
    assert "ba.docx: kesalahan[IKM976]" in answer.err
    assert not body


def test_a_template_outside_the_folder_of_programs_is_not_read(tmp_path: Path) -> None:
    root = office(tmp_path)
    (tmp_path / "ba.docx").write_bytes(own_template("minutes", "id"))
    program = root / "program.yaml"
    program.write_text(
        program.read_text().replace("    number: 500/1", "    number: 500/1\n    template: ../../ba.docx")
    )
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    assert "IKM974" in made(root, "minutes", "docx")[0].err
