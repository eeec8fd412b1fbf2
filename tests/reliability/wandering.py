"""Small programs, made-up people, and random commands over them: what `test_walks.py` walks through."""

import csv
import io
import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

Words = list[str]
PLACES: Final = ("Kaliwungu", "Boja", "Weleri")
TRACKS: Final = ("batik", "las", "kue")
FIRST: Final = ("Siti", "Budi", "Ayu", "Dewi", "Joko", "Tri", "Rina", "Slamet", "Wulan", "Agus")
LAST: Final = ("Aminah", "Santoso", "Lestari", "Kenanga", "Melati", "Cempaka", "Kamboja")
DAYS: Final = ("2025-09-20", "2025-09-30", "2025-10-02", "2 Oktober 2025", "2025-10-06", "2025-10-08", "2025-10-12",
               "2025-10-20", "2026-03-01", "2031-01-01")  # fmt: skip
ODD_DAYS: Final = ("0001-01-01", "9999-12-31", "31 Februari 2025", "besok", "")
SENSELESS: Final = (
    "",
    " ",
    "P999",
    "[/]",
    "../x",
    "\u202eabc",
    "=1+1",
    "-1",
    "a" * 50,
    "null",
    "Siti",
    "{",
    "P001 P002",
)
REPORTS: Final = (
    "recap", "minutes", "decree-annex", "answer", "receipts", "announcement", "rules", "attendance", "payments",
    "certificates", "messages", "export", "brief", "summary", "monitoring", "catalogue",
)  # fmt: skip
CHEAP: Final = {"announcement": "md", "rules": "md", "receipts": "md", "export": "csv", "minutes": "docx",
                "decree-annex": "docx", "answer": "docx"}  # fmt: skip
TABLES: Final = ("participants", "marks", "scores", "shortlist", "quotas", "panel", "pending")


@dataclass
class Person:
    """One row of the registration form."""

    name: str
    nik: str
    woman: bool
    born: str
    phone: str
    place: str
    track: str
    second: str
    group: str
    card: str
    ready: str
    job: str


HEADERS: Final = ("Nama Lengkap", "NIK", "Jenis Kelamin", "Tanggal Lahir", "No. HP", "Kecamatan", "Pelatihan",
                  "Pilihan kedua", "Sentra", "No. KK", "Kesiapan", "Pekerjaan")  # fmt: skip


@dataclass
class World:
    """A program on disk, what is known of it, and the chance that decides everything."""

    root: Path
    chance: random.Random
    body: dict[str, Any]
    people: list[Person]
    count: int = 0
    day: int = 0
    planned: list[Callable[["World"], Words]] = field(default_factory=list)
    """What comes next before chance takes over."""

    @property
    def cohort(self) -> Path:
        return self.root / "cohorts" / "walk"

    @property
    def stages(self) -> list[str]:
        return [one["id"] for one in self.body["stages"]]

    def numbers(self) -> list[str]:
        """Participants that stand in the table now."""
        path = self.cohort / "participants.csv"
        return [row["number"] for row in csv.DictReader(path.open(encoding="utf-8"))] if path.exists() else []

    def rows(self, name: str) -> list[dict[str, str]]:
        path = self.cohort / name
        return list(csv.DictReader(path.open(encoding="utf-8"))) if path.exists() else []

    def file(self, rows: Sequence[Sequence[str]]) -> str:
        """A fresh spreadsheet beside the program."""
        self.count += 1
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        name = f"berkas{self.count}.csv"
        (self.root / name).write_text(out.getvalue(), encoding="utf-8")
        return name

    def write(self) -> None:
        """program.yaml as `body` says it."""
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in self.body.items()]
        (self.cohort / "program.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def person(chance: random.Random, serial: int, body: Mapping[str, Any]) -> Person:
    """Somebody made up; the serial keeps NIK apart."""
    woman, day, month, year = (
        chance.random() < 0.5,
        chance.randint(1, 28),
        chance.randint(1, 12),
        chance.randint(60, 99),
    )
    area = chance.choice(("01", "08", "12"))
    tracks = [one["id"] for one in body.get("tracks", [])] or [""]
    return Person(
        name=f"{chance.choice(FIRST)} {chance.choice(LAST)} {chr(65 + serial % 26)}",
        nik=f"3324{area}{day + 40 * woman:02d}{month:02d}{year}{9000 + serial}",
        woman=woman, born=f"{day:02d}-{month:02d}-19{year}", phone=f"0812-0000-{1000 + serial}",
        place=chance.choice(PLACES),
        track=chance.choice([*tracks, *tracks, *tracks, "", "lain"] if tracks[0] else [""]),
        second=chance.choice([*tracks, "", ""]),
        group=chance.choice([*(one["name"] for one in body.get("groups", [])), ""]),
        card=chance.choice(("", "", "3324082001159001", "3324082001159002")),
        ready=chance.choice(("0", "1", "2", "3", "3", "")),
        job=chance.choice(("Pedagang", "Pedagang", "Petani", "ASN", "")),
    )  # fmt: skip


def _row(one: Person) -> Words:
    return [one.name, one.nik, "P" if one.woman else "L", one.born, one.phone, one.place, one.track, one.second,
            one.group, one.card, one.ready, one.job]  # fmt: skip


def _quota(chance: random.Random) -> Any:
    return chance.choice((1, 1, 2, 2, 3, "all", {"min": 1, "max": 3}, {"min": 2, "max": 2}))


def _criteria(chance: random.Random, earlier: str) -> list[dict[str, Any]]:
    def missing() -> str:
        return chance.choice(("reject", "pending", "worst"))

    every: list[dict[str, Any]] = [
        {"id": "test", "source": "marks.test" if not earlier else "marks.final", "direction": "benefit",
         "scale": {"linear": [0, 100]}, "weight": chance.choice((40, 50)), "missing": missing(),
         **({"threshold": 50} if chance.random() < 0.3 else {})},
        {"id": "ready", "source": "fields.ready", "direction": "benefit",
         "scale": {"map": {"0": 0, "1": 33, "2": 67, "3": 100}}, "weight": 20, "missing": missing()},
    ]  # fmt: skip
    if not earlier:
        every.append({"id": "practice", "source": "marks.practice", "direction": "benefit", "scale": {"linear": [1, 5]},
                      "weight": 30, "missing": missing()})  # fmt: skip
    elif chance.random() < 0.5:
        every.append({"id": "before", "source": f"stage.{earlier}.score", "direction": "benefit",
                      "scale": {"linear": [0, 100]}, "weight": 30, "missing": missing()})  # fmt: skip
    return chance.sample(every, chance.randint(1, len(every)))


def _selection(
    chance: random.Random, criteria: Sequence[Mapping[str, Any]], *, first: bool, tracks: int
) -> dict[str, Any]:
    balance: list[dict[str, Any]] = []
    if chance.random() < 0.4:
        balance.append({"field": "gender", "value": "female", chance.choice(("min", "min_share")): 1})
        if "min_share" in balance[0]:
            balance[0]["min_share"] = chance.choice((0.25, 0.3, 0.5))
    if chance.random() < 0.3:
        balance.append({"field": "district", "each": {"max": chance.choice((1, 2, 3))},
                        "per": chance.choice(("all", "track"))})  # fmt: skip
    ties = [one["id"] for one in criteria if chance.random() < 0.3]
    ties += [word for word in ("panel", "ticket") if chance.random() < 0.7]
    found: dict[str, Any] = {"ties": ties or ["ticket"], "balance": balance}
    if chance.random() < 0.3:
        found["max_per"] = {"household": 1}
    if chance.random() < 0.12:
        found["mode"] = "lottery"
    if first and tracks > 1 and chance.random() < 0.3:
        found["second_choice"] = True
    if chance.random() < 0.3:
        found["compare"] = chance.choice(("place", "score"))
    return found


def _stage(chance: random.Random, name: str, earlier: str, tracks: int) -> dict[str, Any]:
    criteria = _criteria(chance, earlier)
    stage: dict[str, Any] = {"id": name, "criteria": criteria}
    if earlier:
        stage["from"] = earlier
    if chance.random() < 0.12:
        stage |= {"criteria": [], "order": [{"by": "fields.ready", "direction": "descending"}]}
    stage["selection"] = _selection(chance, stage["criteria"], first=not earlier, tracks=tracks)
    if stage["selection"].get("mode") == "lottery":
        stage["criteria"] = []
        stage["selection"]["ties"] = ["ticket"]
    if not earlier and chance.random() < 0.6:
        rules: list[dict[str, Any]] = [
            {"rule": "age", "min": 30, "max": 60}, {"rule": "domicile", "within": "33.24"},
            {"rule": "not_one_of", "field": "occupation", "values": ["ASN"],
             "missing": chance.choice(("pass", "pending"))},
        ]  # fmt: skip
        stage["eligibility"] = chance.sample(rules, chance.randint(1, 3))
    if not tracks or earlier or chance.random() < 0.2:
        stage["quota"] = _quota(chance)
    if chance.random() < 0.3:
        stage["reserves"] = chance.choice((0, 1, 2))
    if chance.random() < 0.15 and stage["criteria"]:
        stage["threshold"] = 40
    if chance.random() < 0.2:
        tiers = [{"name": "Juara I", "places": 1, "amount": 300}, {"name": "Juara II", "places": 1}]
        stage["awards"] = {"tiers": tiers, "on_withdraw": chance.choice(("move_up", "fill_last"))}
        stage["awards"] |= {"group_by": "track"} if tracks else {}
        stage["quota"] = 2
    return stage


def program(chance: random.Random) -> dict[str, Any]:
    """program.yaml as plain data."""
    tracks = chance.choice((0, 1, 2, 2, 3))
    aggregate = chance.choice(("mean", "mean", "mean", "mean", "adjusted", "trimmed"))
    stages = [_stage(chance, "curation", "", tracks)]
    if chance.random() < 0.35:
        stages.append(_stage(chance, "last", "curation", tracks))
    body: dict[str, Any] = {
        "format": 1, "id": "walk", "synthetic": True, "title": "Program jalan-jalan", "region": "33.24",
        "dates": {"start": "2025-09-29", "end": "2025-09-30"}, "as_of": "2025-09-29",
        "fields": [{"id": "ready", "type": "integer", "min": 0, "max": 3, "headers": ["Kesiapan"]}],
        "marks": {
            "test": {"per": "participant", "stage": "curation", "min": 0, "max": 100, "headers": ["Skor"]},
            "practice": {"per": "judge", "stage": "curation", "min": 1, "max": 5, "items": ["hasil", "rapi"]},
            **({"final": {"per": "participant", "stage": "last", "min": 0, "max": 100}} if len(stages) > 1 else {}),
        },
        "stages": stages,
        "panel": {"judges": [{"id": one} for one in ("J1", "J2", "J3")[: 3 if aggregate == "trimmed" else 2]],
                  "incomplete": chance.choice(("stop", "mean_of_present")),
                  "aggregate": aggregate},
        "privacy": {"retention": "2030-12-31"},
    }  # fmt: skip
    if tracks:
        body["tracks"] = [
            {"id": one, "name": one.title(), "quota": _quota(chance), "reserves": chance.randint(0, 2)}
            for one in TRACKS[:tracks]
        ]
    if chance.random() < 0.3:
        body["groups"] = [{"id": one, "name": f"Sentra {one}", "seats": chance.choice(({}, {"max": 1}, {"min": 1}))}
                          for one in ("perak", "rotan")]  # fmt: skip
    if chance.random() < 0.6:
        body["schedule"] = {"announce": "2025-10-06", "objection": {"start": "2025-10-07", "end": "2025-10-09"}}
    return body


def matching(chance: random.Random) -> tuple[dict[str, Any], str]:
    """A program that matches, and its partners.yaml."""
    body: dict[str, Any] = {
        "format": 1, "id": "walk", "synthetic": True, "title": "Kemitraan", "as_of": "2025-10-01", "region": "33.24",
        "identity": ["nik"],
        "fields": [{"id": "ready", "type": "integer", "min": 0, "max": 3, "headers": ["Kesiapan"]}],
        "marks": {"test": {"per": "participant", "stage": "partners", "min": 0, "max": 100, "headers": ["Skor"]},
                  "practice": {"per": "judge", "stage": "partners", "min": 1, "max": 5, "items": ["hasil", "rapi"]}},
        "stages": [{
            "id": "partners", "kind": "match", "lines_per_member": chance.choice((1, 2)),
            "eligibility": [{"rule": "domicile", "within": "33.24"}],
            "criteria": [
                {"id": "test", "source": "marks.test", "direction": "benefit", "scale": {"linear": [0, 100]},
                 "weight": 3, "missing": chance.choice(("reject", "pending", "worst"))},
                {"id": "ready", "source": "fields.ready", "direction": "benefit", "scale": {"linear": [0, 3]},
                 "weight": 1, "missing": "worst"}],
            "selection": {"ties": ["test", "panel"]},
        }],
        "panel": {"judges": [{"id": "J1"}, {"id": "J2"}]},
        "privacy": {"retention": "2030-12-31"},
    }  # fmt: skip
    lines = [{"id": name, "product": name, "capacity": chance.randint(1, 3)} for name in ("kursi", "meja")]
    return body, "firms: " + json.dumps([{"id": "pt-contoh", "name": "PT Contoh", "lines": lines}]) + "\n"


def begin(root: Path, chance: random.Random) -> World:
    """Lay a program with nobody in it into a new folder."""
    partners = ""
    if chance.random() < 0.15:
        body, partners = matching(chance)
    else:
        body = program(chance)
    world = World(root, chance, body, [])
    world.cohort.mkdir(parents=True)
    (root / "private").mkdir(mode=0o700)
    (root / "private" / "key").write_bytes(b"k" * 32)
    (root / "private" / "key").chmod(0o600)
    world.people = [person(chance, number, body) for number in range(chance.randint(6, 15))]
    world.planned = opening(chance, body)
    world.write()
    if partners:
        (world.cohort / "partners.yaml").write_text(partners, encoding="utf-8")
    return world


def _who(world: World) -> str:
    numbers = world.numbers()
    return (
        world.chance.choice(SENSELESS) if not numbers or world.chance.random() < 0.05 else world.chance.choice(numbers)
    )


def _flags(world: World, *, reason: float = 0.5, by: bool = True, stage: bool = True) -> Words:
    chance = world.chance
    words = ["--on", _day(world)]
    if by and chance.random() < 0.93:
        words += ["--by", chance.choice(("Ketua Tim", "Dewan Juri", chance.choice(SENSELESS)) if chance.random() < 0.1
                                        else ("Ketua Tim",))]  # fmt: skip
    if chance.random() < reason:
        words += ["--reason", chance.choice(SENSELESS) if chance.random() < 0.04 else "rapat tim"]
    if stage:
        words += _stage_flag(world)
    return words


def _day(world: World) -> str:
    """Most often a day that is not before the last one."""
    chance = world.chance
    if chance.random() < 0.08:
        return chance.choice(ODD_DAYS if chance.random() < 0.4 else DAYS)
    world.day = min(world.day + (chance.random() < 0.25), 7)
    return DAYS[world.day]


def _stage_flag(world: World) -> Words:
    chance = world.chance
    if len(world.stages) == 1 and chance.random() < 0.9:
        return []
    return ["--stage", chance.choice(SENSELESS) if chance.random() < 0.03 else chance.choice(world.stages)]


def import_people(world: World) -> Words:
    """New rows, corrected ones, and some that are gone."""
    chance = world.chance
    if chance.random() < 0.3:
        world.people.append(person(chance, len(world.people), world.body))
    if chance.random() < 0.5:
        one = chance.choice(world.people)
        fresh = person(chance, world.people.index(one), world.body)
        name = chance.choice(("place", "track", "second", "group", "ready", "job", "phone", "name", "nik", "card"))
        setattr(one, name, getattr(fresh, name))
    rows = [_row(one) for one in world.people]
    chance.shuffle(rows)
    if chance.random() < 0.2:
        rows = rows[: chance.randint(1, len(rows))]
    if chance.random() < 0.15:
        chance.choice(rows)[chance.randrange(len(HEADERS))] = chance.choice(SENSELESS)
    words = ["import", world.file([HEADERS, *rows])]
    words += ["--allow-removals"] if chance.random() < 0.3 else []
    return words + _flags(world, stage=False)


def import_marks(world: World) -> Words:
    """Tests of most people, or one judge's sheet; values come from few, so that there are ties."""
    chance = world.chance
    numbers = [one for one in world.numbers() if chance.random() < 0.93] or ["P001"]
    judged = chance.random() < 0.4
    if judged:
        rows = [[one, chance.choice("345"), chance.choice("345")] for one in numbers]
        head, mark = ["No. peserta", "hasil", "rapi"], "practice"
        more = ["--judge", chance.choice(("J1", "J2", "J2", "J1", "J9"))]
    else:
        mark = chance.choice([*(one for one in ("test", "final") if one in world.body["marks"]), "test"])
        values = chance.choice((("60", "70", "80"), ("80",), ("40", "55.5", "90"), ("70", "", "101", "x")))
        rows, head, more = [[one, chance.choice(values)] for one in numbers], ["No. peserta", mark], []
    if chance.random() < 0.2:
        rows = chance.sample(rows, chance.randint(1, len(rows)))
    words = ["import", world.file([head, *rows]), "--as", "marks", "--item", mark, *more]
    return words + _flags(world, stage=False)


def import_other(world: World) -> Words:
    """History and outcomes."""
    chance = world.chance
    if chance.random() < 0.5:
        one = chance.choice(world.people)
        rows = [["Nama", "NIK", "Tahun", "Bantuan"], [one.name, one.nik, "2022", "pelatihan"]]
        return ["import", world.file(rows), "--as", "history", "--list", "bantuan-2022", *_flags(world, stage=False)]
    rows = [["No. peserta", "Tanggal", "Omzet per bulan", "Tenaga kerja"], [_who(world), "2026-03-01", "5000000", "3"]]
    return ["import", world.file(rows), "--as", "outcomes", *_flags(world, stage=False)]


def sheets(world: World) -> Words:
    chance = world.chance
    made = sorted(world.cohort.glob("reports/**/*.xlsx"))
    if made and chance.random() < 0.5:
        return ["sheets", "collect", *(str(one.relative_to(world.root)) for one in made[:2]), *_flags(world)]
    return ["sheets", "make", *(flag for flag in ("--blind", "--combined") if chance.random() < 0.4), *_flags(world)]


def curate(world: World) -> Words:
    chance = world.chance
    words = ["curate"]
    if chance.random() < 0.2:
        words += ["--per-track", chance.choice(("1", "2", "3", "0", "x") if chance.random() < 0.3 else ("1", "2", "3"))]
    words += ["--accept-pending"] if chance.random() < 0.15 else []
    words += ["--plan"] if chance.random() < 0.05 else []
    return words + _flags(world)


def score(world: World) -> Words:
    more = ["--compare"] if world.chance.random() < 0.2 else []
    return ["score", *more, *(["--sensitivity", "5"] if world.chance.random() < 0.1 else []), *_stage_flag(world)]


def lock(world: World) -> Words:
    return ["lock", world.chance.choice(("rules", "pool")), *_flags(world)]


def draw(world: World) -> Words:
    chance = world.chance
    if chance.random() < 0.3:
        return ["draw", "--by-lot", *_tied(world), "--witness", "Saksi", *_flags(world)]
    value = (
        "".join(chance.choice("0123456789") for _ in range(20)) if chance.random() < 0.95 else chance.choice(SENSELESS)
    )
    return ["draw", "--value", value, "--source", "dadu", *_flags(world)]


def void(world: World) -> Words:
    return ["void", "draw", *_flags(world, reason=0.9)]


def _tied(world: World) -> Words:
    """The people of a tie that the list says is open, in any order; or just anybody."""
    from ikmctl.store.shortlist_file import read_shortlist

    chance = world.chance
    for stage in world.stages:
        path = world.cohort / stage / "shortlist.yaml"
        read = read_shortlist(path.read_text("utf-8"), "x") if path.exists() else None
        if read and read.undecided and chance.random() < 0.85:
            among = list(chance.choice(read.undecided).among)
            return chance.sample(among, len(among))
    return [_who(world), _who(world)]


def decide(world: World) -> Words:
    chance = world.chance
    act = chance.choice(("withdraw", "disqualify", "admit", "reinstate", "correct", "order", "order", "withdraw"))
    words = ["decide", act]
    if act == "order":
        return [*words, *_tied(world), *_flags(world, reason=0.97)]
    who = _who(world)
    words.append(who)
    if act == "admit":
        words += ["--seat", chance.choice(("extra", "quota"))]
    if act == "withdraw" and chance.random() < 0.5:
        words += ["--kind", chance.choice(("mundur", "meninggal"))]
    if act == "correct":
        words += _correction(world, who)
    return [*words, *_flags(world, reason=0.97)]


def _correction(world: World, who: str) -> Words:
    chance = world.chance
    mine = [row for row in world.rows("marks.csv") if row["number"] == who]
    if mine and chance.random() < 0.7:
        row = chance.choice(mine)
        new = chance.choice(("5", "4", "80", "70", "", "x", "101"))
        at = ["--mark", row["mark"], *(["--item", row["item"]] if row["item"] else []),
              *(["--judge", row["by"]] if row["by"] else [])]  # fmt: skip
        return [*at, "--old", row["value"], "--new", new]
    row = next((row for row in world.rows("participants.csv") if row["number"] == who), {"ready": ""})
    name = chance.choice([one for one in row if one != "number"])
    values = [other.get(name, "") for other in world.rows("participants.csv")] or [""]
    return ["--field", name, "--old", row.get(name) or "", "--new", chance.choice([*values, chance.choice(SENSELESS)])]


def announce(world: World) -> Words:
    return ["announce", *_flags(world)]


def finalize(world: World) -> Words:
    return ["finalize", "--decree", "SK/1", *_flags(world, reason=0.8)]


def reopen(world: World) -> Words:
    return ["reopen", "--decree", "SK/2", *_flags(world, reason=0.9)]


def report(world: World) -> Words:
    chance = world.chance
    kind = chance.choice(REPORTS)
    about = [_who(world)] if kind == "answer" else ["x"] if kind == "export" else []
    words = ["report", kind, *about, *_stage_flag(world), "--on", chance.choice(DAYS)]
    if kind in CHEAP:
        words += ["-o", f"cohorts/walk/reports/{kind}.{CHEAP[kind]}"]
    elif kind == "brief":
        words += ["-o", "cohorts/walk/reports/brief.png"]
    return words + (["--anon"] if chance.random() < 0.2 else [])


def kit(_: World) -> Words:
    return ["audit-kit", "-o", "kit.zip"]


def backup(world: World) -> Words:
    return ["backup", "-o", "cadangan.age", "--on", world.chance.choice(DAYS)]


def restore(world: World) -> Words:
    return ["restore", "cadangan.age", *(["--force"] if world.chance.random() < 0.6 else [])]


def purge(world: World) -> Words:
    return ["purge", *(["--person", _who(world)] if world.chance.random() < 0.85 else []), "--yes",
            "--on", world.chance.choice(DAYS)]  # fmt: skip


def match(world: World) -> Words:
    return ["match", *_stage_flag(world)]


def duplicates(world: World) -> Words:
    return ["duplicates", *_flags(world, reason=0, stage=False)]


COMMANDS: Final[Mapping[Callable[[World], Words], int]] = {
    import_people: 8, import_marks: 14, import_other: 2, sheets: 3, curate: 14, score: 3, lock: 8, draw: 6, void: 2,
    decide: 14, announce: 5, finalize: 7, reopen: 3, report: 6, kit: 2, backup: 1, restore: 1, purge: 2, match: 1,
    duplicates: 2,
}  # fmt: skip


def _all_marks(mark: str, judge: str = "") -> Callable[[World], Words]:
    def words(world: World) -> Words:
        values = ("3", "4", "5") if judge else world.chance.choice((("60", "70", "80"), ("80",)))
        head = ["No. peserta", "hasil", "rapi"] if judge else ["No. peserta", mark]
        rows = [[one, *(world.chance.choice(values) for _ in head[1:])] for one in world.numbers()]
        more = ["--judge", judge] if judge else []
        return [
            "import",
            world.file([head, *rows]),
            "--as",
            "marks",
            "--item",
            mark,
            *more,
            *_flags(world, stage=False),
        ]

    return words


def _everybody(world: World) -> Words:
    return ["import", world.file([HEADERS, *map(_row, world.people)]), *_flags(world, stage=False)]


def opening(chance: random.Random, body: Mapping[str, Any]) -> list[Callable[[World], Words]]:
    """A sensible beginning, which leads to states that chance alone seldom finds."""
    if chance.random() < 0.35:
        return []
    judges = [_all_marks("practice", one["id"]) for one in body["panel"]["judges"]]
    marks = [_all_marks(name) for name, spec in body["marks"].items() if spec["per"] == "participant"]
    return [_everybody, *marks, *judges][: chance.randint(1, 6)] + [curate, lock, lock, draw][: chance.randint(0, 4)]


def command(world: World) -> Words:
    """The next command line."""
    chance = world.chance
    if world.planned:
        return world.planned.pop(0)(world)
    makers = list(COMMANDS)
    weights = list(COMMANDS.values())
    if any(one.get("kind") == "match" for one in world.body["stages"]):
        weights[makers.index(match)] = 14
    if not world.numbers():
        return import_people(world) if chance.random() < 0.8 else chance.choice(makers)(world)
    words = chance.choices(makers, weights)[0](world)
    if chance.random() < 0.02:
        words[chance.randrange(1, len(words)) if len(words) > 1 else 0] = chance.choice(SENSELESS)
    return words


def edit(world: World) -> str:
    """Change program.yaml as somebody would by hand; the answer says how."""
    chance = world.chance
    stage = chance.choice(world.body["stages"])
    kind = chance.choice(
        ("title", "weight", "quota", "ties", "judge", "threshold", "missing", "reserves", "fresh", "track")
    )
    match kind:
        case "title":
            world.body["title"] = chance.choice(("Program lain", "Program jalan-jalan"))
        case "weight" if stage["criteria"]:
            chance.choice(stage["criteria"])["weight"] = chance.randint(0, 60)
        case "quota":
            stage["quota"] = _quota(chance)
        case "ties":
            stage["selection"] = {
                **stage["selection"],
                "ties": chance.choice((["panel"], ["ticket"], ["panel", "ticket"])),
            }
        case "judge":
            world.body["panel"]["judges"] = [{"id": one} for one in ("J1", "J2", "J3")[: chance.randint(1, 3)]]
        case "threshold" if stage["criteria"]:
            stage["threshold"] = chance.randint(0, 90)
        case "missing" if stage["criteria"]:
            chance.choice(stage["criteria"])["missing"] = chance.choice(("reject", "pending", "worst"))
        case "reserves":
            stage["reserves"] = chance.randint(0, 3)
        case "track" if world.body.get("tracks"):
            world.body["tracks"] = world.body["tracks"][: chance.randint(1, 3)]
        case "fresh" if stage.get("kind") != "match":
            at = world.body["stages"].index(stage)
            earlier = world.body["stages"][at - 1]["id"] if at else ""
            world.body["stages"][at] = _stage(chance, stage["id"], earlier, len(world.body.get("tracks", [])))
        case _:
            world.body["venue"] = chance.choice(("Balai", "Hotel"))
    world.write()
    return kind
