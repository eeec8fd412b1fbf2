"""columns.yaml: which header means which field, once a person said so with `--map`."""

from collections.abc import Sequence
from pathlib import Path

from ikmctl.store.files import write_columns
from ikmctl.workflow.importing.read import Source, known_targets
from ikmctl.workflow.importing.state import State


def accepted(state: State, kind: str) -> dict[str, str]:
    """Header -> field, as confirmed at earlier imports of this kind, where the program still knows the field."""
    known = known_targets(state.program)
    return {header: target for header, target in state.columns.get(kind, {}).items() if target in known}


def remember(state: State, sources: Sequence[Source], kind: str) -> dict[Path, bytes | None]:
    """columns.yaml with the columns that `--map` named this time; nothing where it named none."""
    confirmed = {header: target for source in sources for header, target in source.confirmed.items()}
    if not confirmed:
        return {}
    known = {name: dict(headers) for name, headers in state.columns.items()}
    known.setdefault(kind, {}).update(confirmed)
    return {state.paths.columns: write_columns(known).encode()}
