"""What applicants must know before they register: who may enter, what counts, how seats are given. Names nobody."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.numbers import format_decimal, parse_decimal
from ikmctl.domain.program import Criterion
from ikmctl.domain.regions import region_name
from ikmctl.domain.source import SUMMARY
from ikmctl.engine.rules import RULES
from ikmctl.engine.selection.limits import GENDERS
from ikmctl.render.calendar import day
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import frame
from ikmctl.render.documents.scores import decimal
from ikmctl.render.documents.words import Words
from ikmctl.render.messages.lookup import plain, text
from ikmctl.render.safe import markdown

TEXTS: dict[str, dict[str, str]] = {
    "id": {
        "limit": "{key} {value}",
        "limit.min": "paling sedikit {value}",
        "limit.max": "paling banyak {value}",
        "limit.min_sessions": "paling sedikit {value} sesi",
        "limit.min_share": "paling sedikit {value} %",
        "limit.min_units": "paling sedikit {value} unit",
        "limit.max_rank": "peringkat usulan paling jauh {value}",
        "limit.max_ratio": "paling tinggi {value} kali",
        "limit.within": "{value}",
        "limit.values": "{value}",
        "limit.required": "{value}",
        "limit.any_of": "salah satu dari {value}",
        "limit.codes": "{value}",
        "limit.years": "{value} tahun",
        "limit.tests": "{value}",
        "limit.field": "kolom {value}",
    },
    "en": {
        "limit": "{key} {value}",
        "limit.min": "at least {value}",
        "limit.max": "at most {value}",
        "limit.min_sessions": "at least {value} sessions",
        "limit.min_share": "at least {value} %",
        "limit.min_units": "at least {value} units",
        "limit.max_rank": "nomination rank {value} at the latest",
        "limit.max_ratio": "at most {value} times",
        "limit.within": "{value}",
        "limit.values": "{value}",
        "limit.required": "{value}",
        "limit.any_of": "one of {value}",
        "limit.codes": "{value}",
        "limit.years": "{value} years",
        "limit.tests": "{value}",
        "limit.field": "column {value}",
    },
}


_LIMITS: Final = {key.partition(".")[2] for key in TEXTS["en"]}


def _say(report: Report, key: str, **params: Param) -> str:
    return text(report.lang, f"doc.{key}", **params)


def _dates(report: Report) -> Iterator[str]:
    dates = report.program.dates
    if dates:
        yield _say(report, "rules.dates", start=day(dates.start, report.lang), end=day(dates.end, report.lang))
    yield _say(report, "rules.as_of", date=day(report.program.as_of, report.lang))
    if report.program.venue:
        yield _say(report, "rules.venue", venue=report.program.venue)


def rule_texts(report: Report) -> Iterator[str]:
    """Each eligibility rule in words with its limits, in the order of program.yaml."""
    say = Words(report.lang, TEXTS)
    for rule in report.stage.eligibility:
        own = rule.model_dump(mode="json", exclude_defaults=True, exclude={"rule", "basis", "missing", "severity"})
        limits = ", ".join(_limit(say, key, value) for key, value in own.items())
        summary = RULES[rule.rule].summary[report.lang]
        yield f"{summary}: {limits}" if limits else summary


def _eligibility(report: Report) -> Iterator[str]:
    for words, rule in zip(rule_texts(report), report.stage.eligibility, strict=True):
        missing = _say(report, f"rules.unknown.{rule.missing}")
        yield (f"{words} ({rule.basis})" if rule.basis else words) + missing


def _limit(say: Words, key: str, value: object) -> str:
    """One key of a rule in words; a key without words of its own stands as it is written."""
    parts = [str(part) for part in value] if isinstance(value, list) else [str(value)]
    if key == "within":
        parts = [region_name(part) or part for part in parts]
    shares = [parse_decimal(part) for part in parts] if key == "min_share" else []
    shown = ", ".join(decimal(format_decimal(one * 100), say.lang) for one in shares if one is not None)
    return say(f"limit.{key}" if key in _LIMITS else "limit", key=key, value=shown or ", ".join(parts))


def _criterion(report: Report, criterion: Criterion, total: int) -> str:
    name = f"{criterion.id} ({criterion.description})" if criterion.description else criterion.id
    line = _say(report, "rules.criterion", id=name, weight=criterion.weight, total=total)
    if criterion.threshold is not None:
        line += _say(report, "rules.threshold", least=format_decimal(criterion.threshold))
    source, scale = _source(report, criterion), _scale(report, criterion)
    return line + source + scale + _say(report, f"rules.missing.{criterion.missing}")


def _source(report: Report, criterion: Criterion) -> str:
    """The mark or column that the value comes from, and what it means where it is worked out."""
    source = criterion.source
    names = ", ".join(dict.fromkeys(".".join(leaf.names) for leaf in source.leaves()))
    meant = SUMMARY.get(source.kind, {}).get(report.lang, "").rstrip(".").replace("`", "")
    return _say(report, "rules.source", source=names, meant=meant[:1].lower() + meant[1:])


def _scale(report: Report, criterion: Criterion) -> str:
    """How a value becomes points: the ends of a line, or the kind of scale with its steps."""
    scale = criterion.scale
    if scale is None:
        return ""
    stated: Any = scale  # a scale is imported where a program names it
    if scale.name == "linear":
        ends = [_number(report, end) for end in stated.linear]
        none, full = ends if criterion.direction == "benefit" else reversed(ends)
        return _say(report, "rules.linear", none=none, full=full)
    steps: list[str] = []
    if scale.name == "bands":
        steps = [
            _say(report, "rules.band", low=_number(report, one.from_), below=_number(report, one.below),
                 points=_number(report, one.points))
            for one in stated.bands
        ]  # fmt: skip
    elif scale.name == "map":
        steps = [f"{value} = {_number(report, points)}" for value, points in stated.map.items()]
    return _say(report, "rules.scale", summary=scale.summary[report.lang], steps="; ".join(steps))


def _number(report: Report, value: Decimal | None) -> str:
    return "" if value is None else decimal(format_decimal(value), report.lang)


def _seats(report: Report) -> Iterator[str]:
    for track in report.program.all_tracks:
        quota = report.program.quota_of(report.stage, track).max
        seats = _say(report, "rules.all") if quota is None else str(quota)
        yield _say(
            report,
            "rules.seats",
            track=track.name,
            seats=seats,
            reserves=report.program.reserves_of(report.stage, track),
        )


def _amount(report: Report, name: str, value: Decimal | int) -> str:
    """A number of seats as it is, a share of them as a percentage."""
    return decimal(format_decimal(Decimal(value) * 100), report.lang) if name.endswith("_share") else str(value)


def _subject(report: Report, field: str, value: str | None) -> str:
    """Whom a balance rule is about, in words where the field is one that every program has."""
    if field == "district" and value is None:
        return _say(report, "of.district")
    if field == "gender" and value in GENDERS:
        return _say(report, f"of.gender.{value}")
    return field if value is None else f"{field} = {value}"


def _balance(report: Report) -> Iterator[str]:
    """Floors and ceilings on who is selected, each in one line."""
    for rule in report.stage.selection.balance:
        limits = rule.each or rule
        stated = [(name, getattr(limits, name)) for name in ("min", "max", "min_share", "max_share")]
        limited = [(name, value) for name, value in stated if value is not None]
        words = [_say(report, f"rules.{name}", value=_amount(report, name, value)) for name, value in limited]
        subject = _subject(report, rule.field, rule.value)
        where = _say(report, f"rules.per_{rule.per}")
        yield _say(report, "rules.balance", subject=subject, limits=", ".join(words), where=where)
    for label, most in report.stage.selection.max_per.items():
        yield _say(report, "rules.max_per", label=plain(report.lang, label), most=most)


def _blocks(report: Report) -> list[tuple[str, list[str]]]:
    """Each part of the rules: its title and its lines."""
    total = sum(criterion.weight for criterion in report.stage.criteria)
    ties = _say(report, "rules.ties", ties=", ".join(report.stage.selection.ties))
    blocks = (
        ("rules.when", list(_dates(report))),
        ("rules.who", list(_eligibility(report))),
        ("rules.what", [_criterion(report, one, total) for one in report.stage.criteria]),
        ("rules.how", [*_seats(report), *_balance(report), ties]),
    )
    return [(_say(report, title), entries or [_say(report, "none")]) for title, entries in blocks]


def _closing(report: Report) -> tuple[str, str]:
    return _say(report, "rules.proof", lock=report.lock_text, rules=report.rules), _say(report, "rules.people_decide")


def _markdown(report: Report) -> str:
    lines = [f"# {_say(report, 'rules.title')}", "", f"## {markdown(report.program.title)}"]
    for title, entries in _blocks(report):
        lines += ["", f"### {title}", "", *(f"- {markdown(entry)}" for entry in entries)]
    proof, people_decide = _closing(report)
    return "\n".join([*lines, "", proof, "", people_decide]) + "\n"


def build(report: Report, form: str) -> bytes:
    """The rules as Markdown (`md`) or as a page to print (`pdf`)."""
    if form == "md":
        return _markdown(report).encode()
    from ikmctl.render.documents.typeset import typeset

    title = _say(report, "rules.title")
    proof, people_decide = _closing(report)
    blocks = [{"title": heading, "lines": entries} for heading, entries in _blocks(report)]
    page = frame(report, title, Words(report.lang, TEXTS))
    return typeset(
        "rules", {**page, "heading": title, "blocks": blocks, "proof": proof, "people_decide": people_decide}
    )
