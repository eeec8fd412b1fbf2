"""CSV files as damaged as offices and strangers damage them: name, maker, codes, rows of data."""

from collections.abc import Callable

from hostile.books import HEADER, PEOPLE

LINES = (",".join(HEADER), *(",".join(person) for person in PEOPLE))
PLAIN = "\n".join(LINES) + "\n"
SEMI = PLAIN.replace(",", ";")
MEGA = 1024 * 1024


def _utf8(text: str) -> Callable[[], bytes]:
    return text.encode


def _quoted(line: str) -> str:
    return '"' + line.replace('"', '""') + '"'


CASES: tuple[tuple[str, Callable[[], bytes], tuple[str, ...], int], ...] = (
    ("plain.csv", _utf8(PLAIN), (), 2),
    ("byte-order-mark.csv", lambda: b"\xef\xbb\xbf" + PLAIN.encode(), (), 2),
    ("semicolons.csv", _utf8(SEMI), (), 2),
    ("tabs.csv", _utf8(PLAIN.replace(",", "\t")), (), 2),
    ("sep-line.csv", _utf8("sep=;\r\n" + SEMI), (), 2),
    ("crlf.csv", _utf8(PLAIN.replace("\n", "\r\n")), (), 2),
    ("cr.csv", _utf8(PLAIN.replace("\n", "\r")), (), 2),
    ("mixed-line-ends.csv", _utf8(LINES[0] + "\r\n" + LINES[1] + "\r" + LINES[2] + "\n"), (), 2),
    ("no-last-line-end.csv", _utf8(PLAIN.rstrip("\n")), (), 2),
    ("blank-lines.csv", _utf8("\n\n" + PLAIN.replace("\n", "\n\n")), (), 2),
    ("line-end-in-quotes.csv", _utf8(PLAIN.replace("Siti Aminah", '"Siti\nAminah"')), (), 2),
    ("quote-never-closed.csv", _utf8(PLAIN.replace("Siti", '"Siti')), ("IKM225",), 0),
    ("quote-inside.csv", _utf8(PLAIN.replace("Siti Aminah", '"Siti" Aminah')), ("IKM225",), 0),
    ("saved-twice.csv", _utf8("\n".join(f"{line}," for line in SEMI.splitlines())), ("IKM228",), 2),
    ("wrapped-whole.csv", _utf8("\n".join(_quoted(line) for line in LINES)), ("IKM228",), 2),
    (
        "wrapped-with-quotes.csv",
        _utf8("\n".join(_quoted(line.replace("Siti Aminah", '"Aminah, Siti"')) for line in LINES)),
        ("IKM228",),
        2,
    ),
    ("too-many-cells.csv", _utf8(PLAIN.replace("0812-0000-1001", "0812-0000-1001,Jl. Melati 3,Kendal")), (), 2),
    ("nul.csv", lambda: PLAIN.replace("Siti", "Si\0ti").encode(), ("IKM224",), 0),
    ("replacement-character.csv", _utf8(PLAIN.replace("Siti", "S\ufffdti")), ("IKM224",), 0),
    ("cp1252.csv", lambda: PLAIN.replace("Siti", "Andr\u00e9").encode("cp1252"), ("IKM223",), 0),
    ("utf-16.csv", lambda: PLAIN.encode("utf-16"), ("IKM223",), 0),
    ("cut-in-a-letter.csv", lambda: PLAIN.replace("Siti", "Andr\u00e9").encode()[: len(LINES[0]) + 6], ("IKM223",), 0),
    ("line-of-2-mb.csv", lambda: PLAIN.encode() + b"x" * 2 * MEGA, ("IKM227",), 0),
    ("line-of-60-mb.csv", lambda: b"x" * 60 * MEGA, ("IKM227",), 0),
    ("file-of-65-mb.csv", lambda: b"a,b,c,d\n" * (65 * MEGA // 8), ("IKM208",), 0),
    ("columns-100-thousand.csv", _utf8(("Nama," * 100_000 + "\n") * 2), ("IKM217",), 0),
    ("field-of-200-kb.csv", _utf8(PLAIN.replace("Siti Aminah", "x" * 200_000)), ("IKM225",), 0),
    ("only-byte-order-mark.csv", lambda: b"\xef\xbb\xbf", ("IKM205",), 0),
    ("only-separators.csv", _utf8(",,,\n,,,\n"), ("IKM205",), 0),
    ("header-only.csv", _utf8(LINES[0] + "\n"), ("IKM218",), 0),
    ("no-header.csv", _utf8("\n".join(LINES[1:])), ("IKM217",), 0),
    ("json.csv", lambda: b'{"peserta": [{"nik": "3324016708909001"}]}', ("IKM217",), 0),
    ("noise.csv", lambda: bytes(range(1, 256)) * 100, ("IKM223",), 0),
    ("formulas.csv", _utf8(PLAIN.replace("Siti Aminah", "=HYPERLINK(1)")), (), 2),
)
