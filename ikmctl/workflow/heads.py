"""What the head of a list says of the record behind it: events of the stage, and program.yaml besides its rules."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.store.emit import scalar
from ikmctl.store.yamlnodes import plain, read_nodes
from ikmctl.workflow.derive import Derived
from ikmctl.workflow.load import Cohort, read_text, shown

_CODES: Final = {"events": "IKM609", "words": "IKM616"}
_SEVERITIES: Final = {"IKM616": Severity.WARNING, "IKM617": Severity.NOTE}
"""A title, number or signer is filled in until the paper is signed; that is said, and the list still follows."""
_HALF: Final = 32


def head_of_list(path: Path) -> dict[str, Any]:
    """What stands above a list on disk; empty where it cannot be read."""
    text, _ = read_text(path)
    return _head(text or "")


def _head(text: str) -> dict[str, Any]:
    node, faults = read_nodes(text, "")
    found = plain(node) if node is not None and not faults else None
    return found if isinstance(found, dict) else {}


def damaged(found: object, expected: object) -> bool:
    """Whether a digest was itself altered: two digests of different things agree in about 4 of 64 letters."""
    left, right = str(found), str(expected)
    return len(left) != len(right) or sum(a == b for a, b in zip(left, right, strict=True)) > _HALF


def on_record(cohort: Cohort, derived: Derived) -> tuple[tuple[Diagnostic, ...], Mapping[Path, str]]:
    """Records that are not those a list was written with, and the texts to compare it with besides that.

    Lists written before these digests existed carry none; they follow as ever, and a note says what nobody can say.
    """
    told: dict[tuple[str, str], Diagnostic] = {}
    texts = dict(derived.texts)
    for path, text in derived.texts.items():
        if path.suffix != ".yaml":
            continue
        have, want = head_of_list(path), _head(text)
        for code, file, key in _otherwise(cohort, path, have, want):
            severity = _SEVERITIES.get(code, Severity.ERROR)
            told[code, file] = Diagnostic(code, Where(file=file), {"list": shown(path)}, severity)
            texts[path] = _as_found(texts[path], key, have, want)
    return tuple(told.values()), texts


def _as_found(text: str, key: str, have: Mapping[str, Any], want: Mapping[str, Any]) -> str:
    """The expected text with what the list on disk says of its record."""
    old, new = (f"{key}: {scalar(str(head[key]))}\n" if key in head else "" for head in (have, want))
    if new:
        return text.replace(new, old, 1)
    pool = f"pool: {scalar(str(want['pool']))}\n"
    return text.replace(pool, pool + old, 1)


def _otherwise(
    cohort: Cohort, path: Path, have: Mapping[str, Any], want: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    """Code, file and key of what changed since; a digest that was altered itself is left to the comparison."""
    if have and not have.keys() & _CODES.keys():
        yield from (("IKM617", shown(path), key) for key in _CODES if key in want)
        return
    files = {"events": cohort.paths.events, "words": cohort.paths.program}
    own = have.keys() <= want.keys() | _CODES.keys()
    for key, code in _CODES.items():
        if key in have and key in want:
            other = not damaged(have[key], want[key])
        else:  # the first event of a stage, or its last, came or went
            other = own and len(have) > 0 and (key in have) != (key in want)
        if other:
            yield code, shown(files[key]), key
