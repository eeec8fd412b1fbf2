"""`duplicates`: who may be one and the same, asked in a workbook; answers are kept and never asked again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final, Literal

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, Where, has_errors
from ikmctl.domain.participant import Person
from ikmctl.engine.duplicates import Pair, Record, find_duplicates
from ikmctl.render.safe import quoted
from ikmctl.store.changes import Changes
from ikmctl.store.layout import CohortPaths
from ikmctl.store.register import Answer, number_key, read_answers, write_answers
from ikmctl.workflow.duplicates_book import AnswerLine, answer_book, read_answer_book
from ikmctl.workflow.importing.resolve import REMOVED
from ikmctl.workflow.importing.state import State, open_state
from ikmctl.workflow.load import read_text, shown
from ikmctl.workflow.result import Result

BOOK: Final = "duplicates.xlsx"
_LEAVING: Final = ("withdraw", "disqualify")
_FIRST_NAMED: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("name", "owner_name"),
    "address": ("address", "business_address"),
}


class DuplicatesOptions(Struct, frozen=True):
    """The flags of `duplicates`. `answer` is the workbook that somebody filled in."""

    on: date
    by: str = ""
    answer: Path | None = None
    language: Literal["id", "en"] = "id"


class DuplicatesData(Struct, frozen=True):
    """The pairs that are open, by number, and what was answered before."""

    open: tuple[Pair, ...]
    same: tuple[tuple[str, str], ...]
    different: int
    taken: int = 0
    """Answers that came in this time."""
    workbook: str = ""
    out: frozenset[str] = frozenset()
    """Who is out by a decision, so that nothing is left to say of their pair."""


def run(paths: CohortPaths, options: DuplicatesOptions) -> Result[DuplicatesData]:
    """Find likely doubles among the participants, or take the answers of a workbook in."""
    state, problems = open_state(paths)
    if state is None:
        return Result(diagnostics=problems)
    if not state.has_register:
        return Result(diagnostics=(*problems, Diagnostic("IKM961", Where(file=shown(paths.people)))), unusable=True)
    text, faults = read_text(paths.answers)
    known, damaged = ((), []) if text is None else read_answers(text, shown(paths.answers))
    problems += (*faults, *damaged)
    if has_errors(problems):
        return Result(diagnostics=problems)
    fresh: tuple[Answer, ...] = ()
    if options.answer is not None:
        fresh, said = _taken(options, _living(state))
        problems += said
        if not fresh and has_errors(said):
            return Result(diagnostics=problems, unusable=True)
    return _answer(state, _together(known, fresh), len(fresh), options, problems)


def _living(state: State) -> list[Person]:
    """Everybody who was not taken out."""
    return [person for person in state.people if REMOVED not in person.private]


def _taken(options: DuplicatesOptions, people: Sequence[Person]) -> tuple[tuple[Answer, ...], tuple[Diagnostic, ...]]:
    """The answers of the workbook that the user names."""
    if options.answer is None:
        return (), ()
    lines, problems = read_answer_book(options.answer)
    numbers = {person.number for person in people}
    sound: dict[tuple[str, str], list[AnswerLine]] = defaultdict(list)
    for line in lines:
        strangers = [one or "-" for one in (line.left, line.right) if one not in numbers]
        if strangers:
            problems.append(Diagnostic("IKM342", line.where, {"found": ", ".join(strangers)}))
        elif line.left == line.right:
            problems.append(Diagnostic("IKM294", line.where, {"id": line.left}))
        else:
            sound[min(line.left, line.right), max(line.left, line.right)].append(line)
    for pair, said in list(sound.items()):
        if len({line.same for line in said}) > 1:
            problems += _both_ways(sound.pop(pair))
    day = options.on.isoformat()
    found = (Answer(*pair, said[0].same, day, options.by, _note(said)) for pair, said in sound.items())
    return tuple(found), tuple(problems)


def _note(lines: Sequence[AnswerLine]) -> str:
    """The first remark about a pair, whichever row came first."""
    return min((line.note for line in lines if line.note), default="")


def _both_ways(lines: Sequence[AnswerLine]) -> Iterable[Diagnostic]:
    """Rows of one pair that contradict each other; the order of rows settles nothing."""
    for line in lines:
        others = ", ".join(f"`{one.where.cell}`" for one in lines if one.same != line.same)
        yield Diagnostic("IKM293", line.where, {"cells": others})


def _together(known: Iterable[Answer], fresh: Iterable[Answer]) -> tuple[Answer, ...]:
    """All answers, a new one in place of an old one; the same answer again keeps its first day."""
    kept = {(one.left, one.right): one for one in known}
    for one in fresh:
        old = kept.get((one.left, one.right))
        if old is None or (old.same, old.note) != (one.same, one.note):
            kept[one.left, one.right] = one
    return tuple(sorted(kept.values()))


def _answer(
    state: State, answers: tuple[Answer, ...], taken: int, options: DuplicatesOptions, problems: tuple[Diagnostic, ...]
) -> Result[DuplicatesData]:
    people = _living(state)
    pairs = open_pairs(state, people, answers)
    path = state.paths.private / BOOK
    same = tuple((one.left, one.right) for one in answers if one.same)
    different = sum(not one.same for one in answers)
    data = DuplicatesData(pairs, same, different, taken, shown(path) if pairs else "", _out(state))
    body = answer_book(pairs, {person.number: person for person in people}, options.language) if pairs else None
    waiting = _not_taken(path, answers)
    files: dict[Path, bytes | None] = {path: body} if (body or path.exists()) and not waiting else {}
    if taken:
        files[state.paths.answers] = write_answers(answers).encode()
    problems += waiting
    return Result(data, problems, Changes(files, frozenset(files), base=state.base), next_step=_next(data))


def _not_taken(path: Path, answers: Iterable[Answer]) -> tuple[Diagnostic, ...]:
    """That the workbook holds answers which have not come in: it is not made anew over them."""
    if not path.exists():
        return ()
    lines, problems = read_answer_book(path)
    known = {(one.left, one.right): one.same for one in answers}
    fresh = [line for line in lines if known.get((min(line.left, line.right), max(line.left, line.right))) != line.same]
    count = len(fresh) + sum(one.code == "IKM341" for one in problems)
    params: dict[str, Param] = {"count": count, "command": f"ikmctl duplicates --answer {quoted(shown(path))}"}
    if count:
        return (Diagnostic("IKM295", Where(file=shown(path)), params, Severity.WARNING),)
    return () if lines else tuple(one for one in problems if has_errors((one,)))


def open_pairs(state: State, people: Sequence[Person], answers: Iterable[Answer]) -> tuple[Pair, ...]:
    """Likely doubles that nobody has answered yet, the surest first."""
    from rapidfuzz import fuzz

    def similarity(left: str, right: str) -> int:
        return int(fuzz.ratio(left, right))

    settled = {(one.left, one.right) for one in answers}
    records = (Record(person.number, _values(person)) for person in people)
    return find_duplicates(records, similarity, unit=state.program.unit, settled=settled)


def _values(person: Person) -> dict[str, str]:
    """What the model compares, by the names that it knows."""
    values = dict(person.private)
    for name, sources in _FIRST_NAMED.items():
        values[name] = next((values[source] for source in sources if values.get(source)), "")
    return {name: value for name, value in values.items() if value}


def _out(state: State) -> frozenset[str]:
    """Who withdrew or was disqualified, and was not reinstated since."""
    last = {one.id: one.do for one in state.cohort.decisions if one.id and one.do in (*_LEAVING, "reinstate")}
    return frozenset(number for number, act in last.items() if act in _LEAVING)


def _next(data: DuplicatesData) -> str:
    """Answer the open pairs; then say of each double which of the two is out."""
    if data.open:
        return f"ikmctl duplicates --answer {quoted(data.workbook)}"
    for left, right in data.same:
        if not {left, right} & data.out:
            first, later = sorted((left, right), key=number_key)
            return f'ikmctl decide disqualify {later} --by "Ketua Tim" --reason "sama dengan {first}"'
    return "ikmctl validate"
