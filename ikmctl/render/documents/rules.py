"""What applicants must know before they register: who may enter, what counts, how seats are given. Names nobody."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.numbers import format_decimal
from ikmctl.domain.program import Criterion
from ikmctl.domain.regions import region_name
from ikmctl.domain.rule import RuleUse
from ikmctl.domain.source import SUMMARY
from ikmctl.engine.rules import RULES
from ikmctl.render.calendar import day, rupiah
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import frame
from ikmctl.render.documents.own import limit
from ikmctl.render.documents.words import Words
from ikmctl.render.labels import inside
from ikmctl.render.messages.lookup import text
from ikmctl.render.numbers import decimal, spelled
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
        "limit.by": "{value}",
        "limit.codes": "{value}",
        "limit.years": "{value} tahun",
        "limit.tests": "{value}",
        "limit.one_of.values": "{value}",
        "limit.not_one_of.values": "selain {value}",
        "limit.unless": "tidak perlu bila {value}",
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
        "limit.by": "{value}",
        "limit.codes": "{value}",
        "limit.years": "{value} years",
        "limit.tests": "{value}",
        "limit.one_of.values": "{value}",
        "limit.not_one_of.values": "other than {value}",
        "limit.unless": "not needed with {value}",
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
    return (_rule_text(report, rule) for rule in report.stage.eligibility)


def _rule_text(report: Report, rule: RuleUse) -> str:
    """What the rule asks for; one about any column is called by that column."""
    say, kind = Words(report.lang, TEXTS), RULES[rule.rule]
    own = rule.model_dump(mode="json", exclude_defaults=True, exclude={"rule", "basis", "missing", "severity"})
    any_column = "field" in own and kind.model_fields["field"].is_required()
    field = str(own.pop("field")) if any_column else ""
    about = report.labels.field(field) if field else kind.summary[report.lang]
    if "attribute" in own:
        attribute = report.labels.word(f"group.{own.pop('attribute')}")
        own["values"] = [f"{attribute} {', '.join(own['values'])}"]
    limits = ", ".join(_limit(report, say, (rule.rule, key), value, field) for key, value in own.items())
    words = f"{about}: {limits}" if limits else about
    return words[:1].upper() + words[1:]


def _eligibility(report: Report) -> Iterator[str]:
    if before := report.stage.from_stage:
        yield _say(report, "rules.selected", stage=report.labels.of_stage(before))
    for words, rule in zip(rule_texts(report), report.stage.eligibility, strict=True):
        missing = _say(report, f"rules.unknown.{rule.missing}")
        yield (f"{words} ({rule.basis})" if rule.basis else words) + missing


def _limit(report: Report, say: Words, of: tuple[str, str], value: object, field: str) -> str:
    """One key of a rule in words; a key without words of its own stands as it is written."""
    rule, key = of
    parts = [str(part) for part in value] if isinstance(value, list) else [str(value)]
    labels = report.labels
    if key == "min_share":
        parts = [format_decimal(Decimal(part) * 100) for part in parts]
    named: Mapping[str, Callable[[str], str]] = {
        "within": lambda one: region_name(one) or one, "tests": labels.mark, "field": labels.field,
        "unless": labels.field, "by": lambda one: labels.field(f"{one}_size"),
    }  # fmt: skip
    shown = ", ".join(named[key](one) if key in named else labels.amount(field, one) for one in parts)
    wording = f"limit.{rule}.{key}" if f"{rule}.{key}" in _LIMITS else f"limit.{key}" if key in _LIMITS else "limit"
    return say(wording, key=key, value=shown)


def _criterion(report: Report, criterion: Criterion, total: int) -> str:
    name = report.labels.criterion(criterion.id)
    about = f"{name} ({criterion.description})" if criterion.description else name
    line = _say(report, "rules.criterion", id=about, weight=criterion.weight, total=total)
    if criterion.threshold is not None:
        line += _say(report, "rules.threshold", least=limit(report, criterion))
    source, scale = _source(report, criterion, name), _scale(report, criterion)
    return line + source + scale + _say(report, f"rules.missing.{criterion.missing}")


def _source(report: Report, criterion: Criterion, name: str) -> str:
    """The mark or column that the value comes from where it is not plain, and what it means where it is worked out."""
    source = criterion.source
    names = report.labels.leaves(source)
    meant = SUMMARY.get(source.kind, {}).get(report.lang, "").rstrip(".").replace("`", "")
    if names == name and not meant:
        return ""
    return _say(report, "rules.source", source=names, meant=meant[:1].lower() + meant[1:])


def _scale(report: Report, criterion: Criterion) -> str:
    """How a value becomes points: the ends of a line, or the kind of scale with its steps."""
    scale = criterion.scale
    if scale is None:
        return ""
    stated: Any = scale  # a scale is imported where a program names it
    field = criterion.source.names[0] if criterion.source.kind == "field" else ""
    if scale.name == "linear":
        ends = [report.labels.amount(field, _number(end)) for end in stated.linear]
        none, full = ends if criterion.direction == "benefit" else reversed(ends)
        return _say(report, "rules.linear", none=none, full=full)
    steps: list[str] = []
    if scale.name == "bands":
        steps = [
            f"{report.labels.span(field, _number(one.from_), _number(one.below))} = {points}"
            for one in stated.bands
            for points in [spelled(_number(one.points), report.lang)]
        ]
    elif scale.name == "map":
        steps = [
            f"{report.labels.amount(field, value)} = {spelled(_number(points), report.lang)}"
            for value, points in stated.map.items()
        ]
    return _say(report, "rules.scale", summary=scale.summary[report.lang], steps="; ".join(steps))


def _number(value: Decimal | None) -> str:
    return "" if value is None else format_decimal(value)


def _seats(report: Report) -> Iterator[str]:
    if report.stage.kind == "match":
        yield _say(report, "rules.match")
        return
    for track in report.program.all_tracks:
        quota = report.program.quota_of(report.stage, track)
        reserves = report.program.reserves_of(report.stage, track)
        line = (
            _say(report, "rules.all", track=track.name)
            if quota.max is None
            else _say(report, "rules.seats", track=track.name, seats=quota.max, reserves=reserves)
        )
        yield line + (_say(report, "rules.least", least=quota.min) if quota.min else "")


def _groups(report: Report) -> Iterator[str]:
    """Seats of a centre or village, where it has any of its own; they bind no stage that takes everybody."""
    program, stage = report.program, report.stage
    limited = any(program.quota_of(stage, track).max is not None for track in program.all_tracks)
    for group in program.groups if stage.kind == "select" and limited else ():
        words = [_say(report, "rules.min", value=str(group.seats.min))] if group.seats.min else []
        words += [] if group.seats.max is None else [_say(report, "rules.max", value=str(group.seats.max))]
        if words:
            yield _say(report, "rules.group", group=group.name, limits=", ".join(words))


def _amount(report: Report, name: str, value: Decimal | int) -> str:
    """A number of seats as it is, a share of them as a percentage."""
    return decimal(format_decimal(Decimal(value) * 100), report.lang) if name.endswith("_share") else str(value)


def _subject(report: Report, field: str, value: str | None) -> str:
    """Whom a balance rule is about: everybody with one value of a column, or each of its values."""
    if value is None:
        return _say(report, "of.each", column=inside(report.labels.field(field)))
    return report.labels.things(f"{field} {value}")


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
        yield _say(report, "rules.max_per", label=inside(report.labels.field(label)), most=most)


def _blocks(report: Report) -> list[tuple[str, list[str]]]:
    """Each part of the rules: its title and its lines."""
    blocks = (
        ("rules.when", list(_dates(report))),
        ("rules.who", list(_eligibility(report)) or [_say(report, "rules.everybody")]),
        ("rules.what", list(_counted(report)) or [_say(report, "none")]),
        ("rules.how", [*_seats(report), *_groups(report), *_balance(report), *_ties(report), *_prizes(report)]),
    )
    return [(_say(report, title), entries) for title, entries in blocks]


def _counted(report: Report) -> Iterator[str]:
    """What puts people in order: scores and the least of them, facts, or the lot alone."""
    stage, labels = report.stage, report.labels
    total = sum(criterion.weight for criterion in stage.criteria)
    yield from (_criterion(report, one, total) for one in stage.criteria)
    if stage.threshold is not None:
        yield _say(report, "rules.total", least=spelled(_number(stage.threshold), report.lang))
    if stage.selection.mode == "lottery":
        yield _say(report, "rules.lottery")
    elif not stage.criteria:
        yield from (_say(report, f"rules.order.{one.direction}", column=labels.leaves(one.by)) for one in stage.order)


def _ties(report: Report) -> Iterator[str]:
    """What settles equal places, and what a second choice is good for."""
    selection = report.stage.selection
    if selection.second_choice and len(report.program.all_tracks) > 1:
        yield _say(report, "rules.second_choice")
    if selection.ties and selection.mode != "lottery":
        yield _say(report, "rules.ties", ties=", ".join(map(report.labels.tie, selection.ties)))


def _prizes(report: Report) -> Iterator[str]:
    awards = report.stage.awards
    for tier in awards.tiers:
        amount = rupiah(tier.amount) if tier.amount else ""
        yield _say(report, "rules.prize", tier=tier.name, places=tier.places, amount=amount, each=awards.group_by or "")


def _closing(report: Report) -> tuple[str, str]:
    return _say(report, "rules.proof", lock=report.lock_text, rules=report.rules), _say(report, "rules.people_decide")


def _markdown(report: Report) -> str:
    lines = [f"# {_say(report, 'rules.title')}", "", f"## {markdown(report.program.title)}"]
    for title, entries in _blocks(report):
        lines += ["", f"### {title}", "", *(f"- {markdown(entry)}" for entry in entries)]
    proof, people_decide = _closing(report)
    return "\n".join([*lines, "", markdown(proof), "", people_decide]) + "\n"


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
