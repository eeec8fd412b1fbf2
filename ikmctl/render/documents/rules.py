"""What applicants must know before they register: who may enter, what counts, how seats are given. Names nobody."""

from collections.abc import Iterator

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.numbers import format_decimal
from ikmctl.domain.program import Criterion
from ikmctl.engine.rules import RULES
from ikmctl.render.calendar import day
from ikmctl.render.documents.model import Report
from ikmctl.render.messages.lookup import text
from ikmctl.render.safe import markdown


def _say(report: Report, key: str, **params: Param) -> str:
    return text(report.lang, f"doc.{key}", **params)


def _dates(report: Report) -> Iterator[str]:
    dates = report.program.dates
    if dates:
        yield _say(report, "rules.dates", start=day(dates.start, report.lang), end=day(dates.end, report.lang))
    yield _say(report, "rules.as_of", date=day(report.program.as_of, report.lang))
    if report.program.venue:
        yield _say(report, "rules.venue", venue=report.program.venue)


def _eligibility(report: Report) -> Iterator[str]:
    for rule in report.stage.eligibility:
        own = rule.model_dump(mode="json", exclude_defaults=True, exclude={"rule", "basis", "missing", "severity"})
        limits = ", ".join(f"{key} {_plain(value)}" for key, value in own.items())
        summary = RULES[rule.rule].summary[report.lang]
        basis = f" ({rule.basis})" if rule.basis else ""
        yield f"{summary}: {limits}{basis}" if limits else f"{summary}{basis}"


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _criterion(report: Report, criterion: Criterion, total: int) -> str:
    line = _say(report, "rules.criterion", id=criterion.id, weight=criterion.weight, total=total)
    if criterion.threshold is not None:
        line += _say(report, "rules.threshold", least=format_decimal(criterion.threshold))
    return line + _say(report, f"rules.missing.{criterion.missing}")


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


def _balance(report: Report) -> Iterator[str]:
    """Floors and ceilings on who is selected, each in one line."""
    for rule in report.stage.selection.balance:
        limits = rule.each or rule
        stated = [(name, getattr(limits, name)) for name in ("min", "max", "min_share", "max_share")]
        words = [_say(report, f"rules.{name}", value=str(value)) for name, value in stated if value is not None]
        subject = rule.field if rule.value is None else f"{rule.field} = {rule.value}"
        where = _say(report, f"rules.per_{rule.per}")
        yield _say(report, "rules.balance", subject=subject, limits=", ".join(words), where=where)
    for label, most in report.stage.selection.max_per.items():
        yield _say(report, "rules.max_per", label=label, most=most)


def build(report: Report, form: str) -> bytes:  # noqa: ARG001  # there is one form
    """The rules as Markdown."""
    total = sum(criterion.weight for criterion in report.stage.criteria)
    blocks = (
        ("rules.when", list(_dates(report))),
        ("rules.who", list(_eligibility(report))),
        ("rules.what", [_criterion(report, one, total) for one in report.stage.criteria]),
        (
            "rules.how",
            [
                *_seats(report),
                *_balance(report),
                _say(report, "rules.ties", ties=", ".join(report.stage.selection.ties)),
            ],
        ),
    )
    lines = [f"# {_say(report, 'rules.title')}", "", f"## {markdown(report.program.title)}"]
    for title, entries in blocks:
        lines += [
            "",
            f"### {_say(report, title)}",
            "",
            *(f"- {markdown(entry)}" for entry in entries or [_say(report, "none")]),
        ]
    lines += [
        "",
        _say(report, "rules.proof", lock=report.lock_text, rules=report.rules),
        "",
        _say(report, "rules.people_decide"),
    ]
    return ("\n".join(lines) + "\n").encode()
