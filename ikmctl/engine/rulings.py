"""What the decisions of one stage amount to: who is out, admitted, ordered, and corrected values."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Finding, Severity
from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.domain.selection import Because
from ikmctl.engine.selection.given import Seat

_FILE = "decisions.yaml"
OUT: Mapping[str, Because] = {"withdraw": Because.WITHDRAWN, "disqualify": Because.DISQUALIFIED}
"""Acts that put a person out."""


class Rulings(Struct, frozen=True):
    """Decisions folded in their order."""

    out: dict[str, Because] = field(default_factory=dict)
    admitted: dict[str, Seat] = field(default_factory=dict)
    orders: tuple[tuple[str, ...], ...] = ()
    findings: tuple[Finding, ...] = ()


def fold(decisions: Iterable[tuple[int, Decision]]) -> Rulings:
    """Fold decisions given with their indexes in decisions.yaml; the latest word on a person stands."""
    out: dict[str, Because] = {}
    admitted: dict[str, Seat] = {}
    orders: list[tuple[str, ...]] = []
    findings: list[Finding] = []
    for index, one in decisions:
        number = one.id or ""
        if one.do in OUT:
            out[number] = OUT[one.do]
        elif one.do == "reinstate" and out.pop(number, None) is None:
            findings.append(Finding("IKM501", _FILE, (index, "id"), {"number": number}))
        elif one.do == "admit" and one.seat:
            admitted[number] = one.seat
            out.pop(number, None)
        elif one.do == "order":
            orders.append(one.ids)
    return Rulings(out, admitted, tuple(orders), tuple(findings))


def unknown_people(decisions: Iterable[tuple[int, Decision]], known: Mapping[str, Participant]) -> list[Finding]:
    """Decisions about numbers that nobody in the stage has."""
    return [
        Finding("IKM500", _FILE, (index, "ids" if one.do == "order" else "id"), {"number": number, "stage": one.stage})
        for index, one in decisions
        for number in (one.ids or (one.id or "",))
        if number not in known
    ]


def correct(
    decisions: Iterable[tuple[int, Decision]], people: Sequence[Participant], marks: Sequence[Mark]
) -> tuple[list[Participant], list[Mark], list[Finding]]:
    """Facts and marks with the corrections laid over them; each must name the value that it replaces."""
    by_number = {one.number: one for one in people}
    by_key = {(one.number, one.mark, one.item, one.by): one for one in marks}
    findings: list[Finding] = []
    for index, one in decisions:
        number = one.id or ""
        if one.do != "correct" or number not in by_number:
            continue
        if one.field:
            person = by_number[number]
            old = person.fact(one.field) or ""
            by_number[number] = person.with_fact(one.field, one.new or "")
        else:
            key = (number, one.mark or "", one.item, one.judge)
            old = by_key[key].value if key in by_key else ""
            by_key[key] = Mark(*key, one.new or "")
        if old != (one.old or ""):
            params = {"number": number, "found": old or "-", "old": one.old or "-"}
            findings.append(Finding("IKM505", _FILE, (index, "old"), params))
    return list(by_number.values()), [one for one in by_key.values() if one.value], findings


def corrected_marks(
    program: Program, decisions: Sequence[Decision], people: Sequence[Participant], marks: Sequence[Mark]
) -> tuple[Mark, ...]:
    """The marks of every stage with the corrections of that stage laid over them."""
    own = {name: spec.stage for name, spec in program.marks.items()}
    acts = [(index, one) for index, one in enumerate(decisions) if one.mark and own.get(one.mark) == one.stage]
    return tuple(correct(acts, people, marks)[1] if acts else marks)


def order_faults(decisions: Iterable[tuple[int, Decision]], ties: Sequence[str]) -> list[Finding]:
    """Orders of a jury that the rules know nothing of."""
    return [
        Finding("IKM503", _FILE, (index, "do"), {"stage": one.stage})
        for index, one in decisions
        if one.do == "order" and "panel" not in ties
    ]


def refused_after(decisions: Iterable[tuple[int, Decision]]) -> list[Finding]:
    """Acts on a decided list that need `reopen` first."""
    return [
        Finding("IKM504", _FILE, (index, "do"), {"act": one.do, "stage": one.stage}, Severity.ERROR)
        for index, one in decisions
        if one.do in ("correct", "order")
    ]
