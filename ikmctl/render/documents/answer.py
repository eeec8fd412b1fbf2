"""The answer to one person (balasan sanggahan): own values, rules, thresholds, and what it would have taken.

It goes to the person themselves and shows nobody else's number, name or value. Without an objection on
record it answers a question about the own result.
"""

from typing import Any

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.domain.numbers import format_decimal
from ikmctl.domain.objection import Objection
from ikmctl.domain.rule import Verdict
from ikmctl.engine.explain import Explanation, explain
from ikmctl.engine.rules import RULES
from ikmctl.render.calendar import day
from ikmctl.render.documents import own
from ikmctl.render.documents.letter import letter
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import shared, signers, signing
from ikmctl.render.documents.record import named
from ikmctl.render.documents.rules import rule_texts
from ikmctl.render.documents.scores import decimal
from ikmctl.render.documents.slots import SHARED, Slot
from ikmctl.render.documents.words import Words
from ikmctl.render.messages.lookup import plain, text

TEXTS: dict[str, dict[str, str]] = {
    "id": {
        "heading.objection": "JAWABAN ATAS SANGGAHAN",
        "heading.question": "PENJELASAN HASIL SELEKSI",
        "to": "Kepada peserta {who}",
        "no_objection": "Tidak ada sanggahan tercatat atas nama peserta ini; surat ini menjawab pertanyaan tentang hasilnya sendiri.",
        "received": "Sanggahan nomor {id}, diterima {on}: {ground}",
        "open": "Sanggahan ini belum diputus.",
        "accepted": "Sanggahan ini dikabulkan pada {on}: {answer}",
        "rejected": "Sanggahan ini ditolak pada {on}: {answer}",
        "result": "Bidang {track}: {sentence}.",
        "met": "terpenuhi",
        "failed": "tidak terpenuhi",
        "pending": "belum lengkap",
        "fix": " (masih dapat diperbaiki)",
        "none": "-",
        "equal": "Nilai akhirnya sama dengan peserta yang terpilih; yang memutuskan di antara mereka: {by}.",
        "by.rules": "aturan untuk nilai yang sama",
        "by.draw": "undian, nomor undian terkecil didahulukan",
        "by.lots": "lot yang diambil di depan saksi",
        "by.decision": "urutan yang ditetapkan dewan juri",
        "committee": "Panitia seleksi",
        "points": "Untuk terpilih, nilai akhir harus naik sekurang-kurangnya {points}.",
        "rule": "Peserta terpilih seandainya ketentuan berikut saja tidak menghalangi: {rule}.",
        "seat": "Peserta terpilih bila bidang {track} mempunyai satu kursi lagi.",
        "nothing": "Tidak ada satu perubahan tunggal yang membuat peserta terpilih.",
        "in": "Peserta terpilih; tidak ada yang kurang.",
        "h.number": "NOMOR",
        "h.objection": "Sanggahan",
        "h.result": "Hasil",
        "h.rules": "Persyaratan",
        "h.rule": "Ketentuan",
        "h.basis": "Dasar",
        "h.own": "Keadaan peserta",
        "h.outcome": "Hasil",
        "h.criteria": "Penilaian",
        "h.criterion": "Kriteria",
        "h.value": "Nilai",
        "h.threshold": "Batas",
        "h.points": "Poin (0-100)",
        "h.weight": "Bobot",
        "h.adds": "Menyumbang",
        "h.score": "Nilai akhir",
        "h.ticket": "Nomor undian",
        "h.taken": "Yang kurang untuk terpilih",
        "h.proof": "Bukti",
        "h.rules_digest": "Sidik aturan",
        "h.result_digest": "Sidik hasil",
    },
    "en": {
        "heading.objection": "ANSWER TO AN OBJECTION",
        "heading.question": "EXPLANATION OF A RESULT",
        "to": "To participant {who}",
        "no_objection": "No objection of this participant is on record; this letter answers a question about the own result.",
        "received": "Objection {id}, received {on}: {ground}",
        "open": "This objection is not decided yet.",
        "accepted": "This objection was accepted on {on}: {answer}",
        "rejected": "This objection was rejected on {on}: {answer}",
        "result": "Track {track}: {sentence}.",
        "met": "met",
        "failed": "not met",
        "pending": "incomplete",
        "fix": " (may still be mended)",
        "none": "-",
        "equal": "The score is equal to that of participants who are selected; what settled it between them: {by}.",
        "by.rules": "the rules for equal scores",
        "by.draw": "the draw, in which the smallest ticket goes first",
        "by.lots": "the lots drawn before a witness",
        "by.decision": "the order that the jury settled",
        "committee": "For the selection committee",
        "points": "To be selected, the score would have to be at least {points} higher.",
        "rule": "The participant would be selected if this rule alone were not in the way: {rule}.",
        "seat": "The participant is selected if track {track} has one seat more.",
        "nothing": "No single change would have the participant selected.",
        "in": "The participant is selected; nothing is lacking.",
        "h.number": "NUMBER",
        "h.objection": "Objection",
        "h.result": "Result",
        "h.rules": "Requirements",
        "h.rule": "Rule",
        "h.basis": "Basis",
        "h.own": "The participant",
        "h.outcome": "Outcome",
        "h.criteria": "Scoring",
        "h.criterion": "Criterion",
        "h.value": "Value",
        "h.threshold": "Threshold",
        "h.points": "Points (0-100)",
        "h.weight": "Weight",
        "h.adds": "Adds",
        "h.score": "Score",
        "h.ticket": "Ticket",
        "h.taken": "What it would have taken",
        "h.proof": "Proof",
        "h.rules_digest": "Digest of the rules",
        "h.result_digest": "Digest of the result",
    },
}

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
            "threshold": Slot("batas", "threshold"),
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
    assumed = "; " + text(report.lang, f"assumed.{verdict.assumed}") if verdict.assumed else ""
    return {
        "text": words, "basis": verdict.basis or "-",
        "own": own.told(report, verdict.reason) + assumed,
        "outcome": say(verdict.outcome) + fix,
    }  # fmt: skip


def _criteria(report: Report) -> list[dict[str, str]]:
    card = report.evaluation.cards[report.about]
    least = {one.id: one.threshold for one in report.stage.criteria}
    found = []
    for name, value, points, weight, adds in own.points(report, card):
        threshold = least.get(name)
        stated = "-" if threshold is None else decimal(format_decimal(threshold), report.lang)
        found.append(
            {"name": name, "value": value, "threshold": stated, "points": points, "weight": weight, "adds": adds}
        )
    return found


def _rule_name(rule: str, lang: str) -> str:
    """A rule of eligibility by what it demands, a rule of selection in words, a criterion by its name."""
    return RULES[rule].summary[lang] if rule in RULES else plain(lang, rule)


def _taken(told: Explanation, report: Report, say: Words) -> list[str]:
    if told.entry.result == "selected":
        return [say("in")]
    found, lines = told.what_if, []
    if found and found.equal:
        ways = [why.key.rpartition(".")[2] for why in told.reasons if why.key.startswith("tie.selected.")]
        lines.append(say("equal", by=say(f"by.{ways[0] if ways else 'rules'}")))
    elif found and found.points:
        lines.append(say("points", points=own.number(found.points, report.lang)))
    if found and found.rule:
        lines.append(say("rule", rule=_rule_name(found.rule, report.lang)))
    if found and found.seat:
        track = report.program.track(found.seat)
        lines.append(say("seat", track=track.name if track else found.seat))
    return lines or [say("nothing")]


def _nobody_named(say: Words) -> dict[str, str]:
    """The committee with dots, where program.yaml names nobody who signs: a letter is signed all the same."""
    return {"role": say("committee"), "name": say("blank"), "rank": "", "nip": ""}


def values(report: Report) -> dict[str, Any]:
    """Everything that a template of an answer may print."""
    say = Words(report.lang, TEXTS)
    if report.replayed is None:
        raise AssertionError  # `report` refuses a stage without a result
    told = explain(report.stage, report.replayed, report.about, report.history.events, what_if=True)
    track = report.program.track(told.entry.track)
    objected = any(one.participant == report.about for one in report.history.objections)
    name = report.names.get(report.about, "")
    sentence = own.outcome(report, told.entry)
    return {
        **shared(report, say("heading.objection" if objected else "heading.question"), say),
        **signing(signers(report, say) or [_nobody_named(say)]),
        "date": day(report.spec.date or report.on, report.lang),
        "to": say("to", who=named(report, report.about)),
        "participant": report.about,
        "name": name,
        "objection": _objection(report, say),
        "result": [say("result", track=track.name if track else "-", sentence=sentence),
                   *(own.told(report, why) for why in told.reasons)],
        "rules": [_rule(report, say, words, verdict)
                  for words, verdict in zip(rule_texts(report), told.verdicts, strict=True)],
        "criteria": _criteria(report),
        "score": own.score(report.evaluation.cards[report.about], report.lang),
        "ticket": told.ticket or "",
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
