"""The answer to one person (balasan sanggahan): own values, rules, thresholds, and what it would have taken.

It goes to the person themselves and shows nobody else's number, name or value. Without an objection on
record it answers a question about the own result.
"""

from typing import Any

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.domain.objection import Objection
from ikmctl.domain.rule import Verdict
from ikmctl.domain.selection import Because
from ikmctl.engine.explain import Explanation, explain
from ikmctl.engine.rules import RULES
from ikmctl.render.calendar import day
from ikmctl.render.documents import own
from ikmctl.render.documents.answer_words import TEXTS
from ikmctl.render.documents.letter import letter
from ikmctl.render.documents.minutes_words import TEXTS as MINUTES
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import shared, signers, signing
from ikmctl.render.documents.record import decision, named
from ikmctl.render.documents.rules import rule_texts
from ikmctl.render.documents.slots import SHARED, Slot
from ikmctl.render.documents.words import Words
from ikmctl.render.numbers import at_least

__all__ = ["SLOTS", "TEXTS", "build", "check", "values"]

SLOTS: dict[str, Slot] = {
    **SHARED,
    "to": Slot("kepada siapa: nomor dan nama", "to whom: number and name"),
    "participant": Slot("nomor peserta", "participant number"),
    "name": Slot("nama", "name"),
    "objection": Slot("sanggahan, alasannya dan putusannya", "objection, ground and outcome", many=True),
    "result": Slot("hasilnya sendiri, lalu alasannya", "the own result, then the reasons", many=True),
    "rules": Slot(
        "setiap persyaratan",
        "each requirement",
        inner={
            "text": Slot("bunyi ketentuan", "the rule"),
            "basis": Slot("dasarnya", "its basis"),
            "own": Slot("keadaan peserta", "what holds for the participant"),
            "outcome": Slot("terpenuhi atau tidak", "met or not"),
        },
    ),
    "criteria": Slot(
        "setiap kriteria",
        "each criterion",
        inner={
            "name": Slot("kriteria", "criterion"),
            "value": Slot("nilai mentah sendiri", "the own raw value"),
            "threshold": Slot("ambang", "threshold"),
            "points": Slot("poin 0-100", "points 0-100"),
            "weight": Slot("bobot", "weight"),
            "adds": Slot("sumbangan pada nilai akhir", "what it adds to the score"),
        },
    ),
    "score": Slot("nilai akhir sendiri", "the own score"),
    "ticket": Slot("nomor undian sendiri, bila ada", "the own ticket, where there is one"),
    "taken": Slot("yang kurang untuk terpilih", "what it would have taken", many=True),
}


def _objection(report: Report, say: Words) -> list[str]:
    mine = [one for one in report.history.objections if one.participant == report.about]
    return [line for one in mine for line in _one(report, say, one)] or [say("no_objection")]


def _one(report: Report, say: Words, one: Objection) -> tuple[str, str]:
    answered = day(one.answered, report.lang) if one.answered else ""
    outcome = say("open") if one.status == "open" else say(one.status, on=answered, answer=one.answer)
    return say("received", id=one.id, on=day(one.received, report.lang), ground=one.ground), outcome


def _rule(report: Report, say: Words, words: str, verdict: Verdict) -> dict[str, str]:
    fix = say("fix") if verdict.outcome == "failed" and verdict.severity == "fix" else ""
    return {
        "text": words, "basis": verdict.basis or "-",
        "own": _own(report, say, verdict),
        "outcome": say(verdict.outcome) + fix,
    }  # fmt: skip


def _own(report: Report, say: Words, verdict: Verdict) -> str:
    """What holds for the participant; a rule that names limits alone says the own value besides."""
    told = own.told(report, verdict.reason)
    field = str(verdict.reason.params.get("field", ""))
    fact = report.people[report.about].fact(field) if verdict.rule == "range" else None
    if fact:
        told = say("own_value", told=told, value=report.labels.value(field, fact))
    assumed = f"; {say(f'own.assumed.{verdict.assumed}')}" if verdict.assumed else ""
    return told + assumed


def _criteria(report: Report) -> list[dict[str, str]]:
    card = report.evaluation.cards[report.about]
    limits = [own.limit(report, one) for one in report.stage.criteria if one.id in card.points]
    return [
        {"name": name, "value": value, "threshold": limit, "points": points, "weight": weight, "adds": adds}
        for limit, (name, value, points, weight, adds) in zip(limits, own.points(report, card), strict=True)
    ]


def _rule_name(report: Report, rule: str) -> str:
    """A rule of eligibility or a criterion by its name, a rule of selection in words."""
    labels = report.labels
    known = rule in RULES or any(one.id == rule for one in report.stage.criteria)
    return labels.cause(rule) if known or " " not in rule else labels.things(rule)


def _decisions(report: Report) -> list[str]:
    """What people decided about the participant alone; what is said of others in it is left out."""
    say = Words(report.lang, MINUTES)
    about, stage = report.about, report.stage.id
    mine = [one for one in report.history.decisions if (one.id, one.stage) == (about, stage)]
    said = [one.model_copy(update={"reason": own.unnamed(report, one.reason)}) for one in mine]
    return [decision(report, say, one) for one in said]


def _taken(told: Explanation, report: Report, say: Words) -> list[str]:
    if told.entry.result == "selected":
        return [say("in")]
    if told.entry.because in (Because.WITHDRAWN, Because.DISQUALIFIED):
        return [say("gone")]
    if told.entry.result in ("pending", "waiting"):
        return [say(f"until.{told.entry.result}")]
    found, lines = told.what_if, []
    card = report.evaluation.cards[told.number]
    places = own.places_of(report, card)
    if found and found.equal:
        ways = [why.key.rpartition(".")[2] for why in told.reasons if why.key.startswith("tie.selected.")]
        lines.append(say("equal", by=say(f"by.{ways[0] if ways else 'rules'}")))
    elif found and found.points:
        lines.append(say("points", points=at_least(found.points, report.lang, places)))
    if found and found.rule:
        lines.append(say("rule", rule=_rule_name(report, found.rule)))
    if found and found.seat:
        track = report.program.track(found.seat)
        lines.append(say("seat", track=track.name if track else found.seat))
    if lines:
        return lines
    tried = ".ineligible" if card.standing == "ineligible" else ".score" if card.key is not None else ""
    return [say(f"nothing{tried}")]


def _nobody_named(say: Words) -> dict[str, str]:
    """The committee with dots, where program.yaml names nobody who signs: a letter is signed all the same."""
    return {"role": say("committee"), "name": say("blank"), "rank": "", "nip": ""}


def values(report: Report) -> dict[str, Any]:
    """Everything that a template of an answer may print."""
    say = Words(report.lang, TEXTS)
    if report.replayed is None:
        raise AssertionError  # `report` refuses a stage without a result
    told = explain(report.stage, report.replayed, report.about, report.history.events, what_if=True)
    objected = any(one.participant == report.about for one in report.history.objections)
    name = report.names.get(report.about, "")
    return {
        **shared(report, say("heading.objection" if objected else "heading.question"), say),
        **signing(signers(report, say) or [_nobody_named(say)]),
        "date": day(report.spec.date or report.on, report.lang),
        "to": say("to", who=named(report, report.about)),
        "participant": report.about,
        "name": name,
        "objection": _objection(report, say),
        "result": [say("result", result=own.outcome(report, told.entry)),
                   *(say("decided", decision=one) for one in _decisions(report)),
                   *(say("reason", reason=own.told(report, why)) for why in told.reasons)],
        "rules": [_rule(report, say, words, verdict)
                  for words, verdict in zip(rule_texts(report), told.verdicts, strict=True)],
        "criteria": _criteria(report),
        "score": own.score(report, report.evaluation.cards[report.about]),
        "ticket": own.ticket(report, told.entry, told.reasons),
        "taken": _taken(told, report, say),
    }  # fmt: skip


def check(report: Report, form: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the office's template; that the participant is not in this stage."""
    from ikmctl.render.documents.word import template_faults

    if report.about not in report.evaluation.cards:
        return (Diagnostic("IKM684", params={"number": report.about, "stage": report.stage.id}),)
    return template_faults(report, SLOTS, values(report)) if form == "docx" else ()


def build(report: Report, form: str) -> bytes:
    """The letter as a Word file (`docx`) or as a page to print (`pdf`)."""
    return letter(report, "answer", form, values(report), TEXTS)
