"""The scan finds at least 99 % of planted numbers and raises at most 1 % false alarms."""

import hashlib
from collections.abc import Callable
from itertools import count

from ikmctl.engine.privacy import scan

PLANTED = 1000
LINES = 10_000


def _chance(seed: str) -> Callable[[int], int]:
    """Whole numbers below a bound, the same in every run."""
    steps = count()
    return lambda below: int(hashlib.sha256(f"{seed}/{next(steps)}".encode()).hexdigest(), 16) % below


def test_planted_numbers_are_found() -> None:
    pick = _chance("planted")
    provinces = (11, 16, 31, 32, 33, 34, 35, 51, 61, 73, 81, 91, 94, 96)
    found = 0
    for _ in range(PLANTED):
        day = 1 + pick(28) + (40 if pick(2) else 0)
        area = f"{provinces[pick(len(provinces))]}{1 + pick(79):02d}{1 + pick(20):02d}"
        nik = f"{area}{day:02d}{1 + pick(12):02d}{pick(100):02d}{9000 + pick(1000)}"
        shapes = (nik, f"'{nik}", f"{nik[:6]} {nik[6:12]} {nik[12:]}", f"NIK:{nik},", f'"{nik}"')
        line = f"P{pick(1000):03d},batik,{shapes[pick(len(shapes))]},x"
        found += any(sight.kind == "nik" for sight in scan(line))
    assert found >= PLANTED * 99 // 100


def test_planted_phones_are_found() -> None:
    pick = _chance("phones")
    found = 0
    for _ in range(PLANTED):
        start, end = f"8{11 + pick(89)}", f"{pick(10**4):04d}"[: 3 + pick(2)]
        gap = ("", "-", " ", ".")[pick(4)]
        head = ("0", "+62", "62", f"+62{gap or ' '}")[pick(4)]
        number = head + gap.join((start, "0000", end))
        line = (f"P001,batik,{number},x", f'hp: "{number}"', f"hubungi {number}.", f"({number})")[pick(4)]
        found += any(sight.kind == "phone" for sight in scan(line))
    assert found >= PLANTED * 99 // 100


def test_planted_mail_addresses_are_found() -> None:
    pick = _chance("mail")
    names = ("siti.aminah", "budi_santoso", "dewi+ikm", "rina-wati88", "A.Salim")
    hosts = ("example.com", "mail.example.co.id", "kendal.example.go.id", "example.net")
    found = 0
    for index in range(PLANTED):
        address = f"{names[pick(len(names))]}{index}@{hosts[pick(len(hosts))]}"
        line = (f"P001,{address},x", f"surel: {address}", f"<{address}>", f'"{address}";')[pick(4)]
        found += any(sight.kind == "email" for sight in scan(line))
    assert found >= PLANTED * 99 // 100


def test_made_up_shapes_pass_only_where_a_program_says_so() -> None:
    for text in ("3324015509879001", "0812-0000-1234", "siti@example.com"):
        assert list(scan(text))
        assert not list(scan(text, synthetic=True))
    for text in ("33240155098" + "70001", "0812-3456-1234".replace("3456", "0001"), "siti@contest"):
        assert bool(list(scan(f"{text}.id" if "@" in text else text, synthetic=True)))


def test_ordinary_lines_raise_few_alarms() -> None:
    pick = _chance("ordinary")
    lines = []
    for index in range(LINES):
        digest = hashlib.sha256(str(index).encode()).hexdigest()
        shapes = (
            f"P{index:05d},batik,true,,{pick(100)}.{pick(10000):04d},{pick(10**8)},{pick(100)}.{pick(10**6):06d},selected,place",
            f"- {{event: lock, rules: {digest}, on: 2025-09-{1 + pick(28):02d}}}",
            f"P{index:05d},attendance,,2025-09-29/1,H",
            f"P{index:05d},las,,2025-09-01T08:{pick(60):02d}:06,,{18 + pick(40)},33.24.{1 + pick(20):02d}",
        )
        lines.append(shapes[pick(len(shapes))])
    alarmed = {sight.line for sight in scan("\n".join(lines))}
    assert len(alarmed) <= LINES // 100
