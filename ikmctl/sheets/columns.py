"""Columns to fields: exact by the alias table, accepted before, forced by `--map`, or proposed by likeness."""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Param, Where
from ikmctl.domain.program import Program
from ikmctl.sheets.aliases import COLUMNS
from ikmctl.sheets.grid import column_index, column_letters
from ikmctl.sheets.table import Column, Table
from ikmctl.sheets.vocabulary import NOTHING, Vocabulary, fold, spellings, vocabulary

__all__ = ["COLUMNS", "Matched", "Proposal", "match_columns", "proposal_problem"]

LIKENESS: Final = 84
"""Least likeness (0-100) of a header to an alias that is worth a question."""
_SHORT: Final = 4
_QUESTION: Final = 4
_LETTERS: Final = 3


class Proposal(Struct, frozen=True):
    """A header that resembles a known one: to be confirmed, never taken silently."""

    field: str
    column: Column
    alias: str
    likeness: int


class Matched(Struct, frozen=True):
    """Which column holds which field.

    `fields` are certain (exact, accepted before or forced). `ignored` are known to hold nothing; `unknown` are not
    read, as is a column of a field that `--map` takes from another one.
    """

    fields: Mapping[str, Column]
    proposals: tuple[Proposal, ...] = ()
    unknown: tuple[Column, ...] = ()
    ignored: tuple[Column, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def _by_letters(table: Table, text: str) -> Column | None:
    letters = text.strip().upper()
    if not (0 < len(letters) <= _LETTERS and letters.isascii() and letters.isalpha()):
        return None
    return next((column for column in table.columns if column.index == column_index(letters)), None)


def _by_header(table: Table, text: str) -> list[Column]:
    key = fold(text)
    return [column for column in table.columns if key in (fold(column.header), fold(column.labels[-1]))]


def _force(table: Table, forced: Mapping[str, str]) -> tuple[dict[str, Column], list[Diagnostic]]:
    """Columns that `--map` names, by header or by letter."""
    taken: dict[str, Column] = {}
    problems: list[Diagnostic] = []
    for target, header in forced.items():
        found = _by_header(table, header)
        lettered = _by_letters(table, header)
        if len(found) == 1 or (not found and lettered):
            taken[target] = found[0] if found else lettered  # type: ignore[assignment]  # one of them is there
            continue
        if found:
            problems.append(_twice(table, target, found))
            continue
        headers = ", ".join(f"`{column.header}`" for column in table.columns if column.header)
        where = Where(table.grid.file, sheet=table.grid.sheet or None)
        problems.append(Diagnostic("IKM221", where, {"header": header, "headers": headers}))
    return taken, problems


def _twice(table: Table, target: str, columns: Sequence[Column]) -> Diagnostic:
    where = Where(table.grid.file, sheet=table.grid.sheet or None, cell=columns[1].address)
    cells = ", ".join(f"`{column.address}`" for column in columns)
    params = {"field": target, "cells": cells, "letter": column_letters(columns[0].index)}
    return Diagnostic("IKM219", where, params)


def proposal_problem(proposal: Proposal, table: Table) -> Diagnostic:
    """The question about a header that resembles a known one."""
    where = Where(table.grid.file, sheet=table.grid.sheet or None, cell=proposal.column.address)
    params: dict[str, Param] = {"field": proposal.field, "header": proposal.column.header, "alias": proposal.alias}
    return Diagnostic("IKM220", where, params | {"likeness": proposal.likeness})


def match_columns(
    table: Table,
    program: Program,
    accepted: Mapping[str, str] | None = None,
    forced: Mapping[str, str] | None = None,
) -> Matched:
    """Say which column holds which field.

    Args:
        table: the table found in the sheet.
        program: brings the headers of its own fields and marks.
        accepted: header -> target, as confirmed before.
        forced: target -> header or column letter, as given by `--map`.
    """
    words = vocabulary(program, accepted=accepted).marking(column.labels[-1] for column in table.columns)
    fields, problems = _force(table, forced or {})
    claims: dict[str, list[Column]] = {}
    open_columns: list[Column] = []
    beside: list[Column] = []
    for column in table.columns:
        if column in fields.values():
            continue
        target = words.target(column.labels)
        if target is None:
            open_columns.append(column)
        elif target in fields:
            beside.append(column)
        else:
            claims.setdefault(target, []).append(column)
    ignored = tuple(claims.pop(NOTHING, ()))
    problems += [_twice(table, target, columns) for target, columns in claims.items() if len(columns) > 1]
    fields |= {target: columns[0] for target, columns in claims.items()}
    proposals = _propose(open_columns, words, fields)
    proposed = {proposal.column.index for proposal in proposals}
    unknown = [column for column in (*open_columns, *beside) if column.index not in proposed]
    unknown.sort(key=lambda column: column.index)
    return Matched(fields, tuple(proposals), tuple(unknown), ignored, tuple(problems))


def _propose(columns: Sequence[Column], words: Vocabulary, taken: Mapping[str, Column]) -> list[Proposal]:
    """The best likeness of each open column to a field that no other column holds."""
    best: dict[str, Proposal] = {}
    for column in columns:
        found = _likest(column, words, taken)
        if found and (found.field not in best or found.likeness > best[found.field].likeness):
            best[found.field] = found
    return sorted(best.values(), key=lambda proposal: proposal.column.index)


def _likest(column: Column, words: Vocabulary, taken: Mapping[str, Column]) -> Proposal | None:
    free = {key: target for key, target in words.known.items() if target not in taken and target != NOTHING}
    found = resembling(column.labels[-1], free) or resembling(" ".join(column.labels), free)
    return Proposal(free[found[0]], column, *found) if found else None


def resembling(header: str, known: Mapping[str, str]) -> tuple[str, int] | None:
    """The known key that a header resembles most, with the likeness, or None.

    A typo counts in words of five letters and more; a long question counts where it holds a known
    header of two words, or a word such as NIK, whole.
    """
    from rapidfuzz import fuzz, process

    keys = [key for key in known if len(key) > _SHORT]
    for text in reversed(spellings(header)):
        if len(text) > _SHORT and (hit := process.extractOne(text, keys, scorer=fuzz.ratio, score_cutoff=LIKENESS)):
            return hit[0], round(hit[1])
    return _inside(header, known)


def _inside(header: str, known: Mapping[str, str]) -> tuple[str, int] | None:
    words = fold(header).split()
    if len(words) < _QUESTION:
        return None
    text = f" {' '.join(words)} "
    held = [key for key in known if f" {key} " in text and (" " in key or key in ("nik", "nib", "npwp", "kbli"))]
    longest = max(held, key=len, default=None)
    return (longest, max(1, 100 * len(longest.split()) // len(words))) if longest else None
