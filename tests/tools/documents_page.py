"""The parts of docs/documents.md that follow from code: what each Word template may hold."""

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from ikmctl.render.documents import DOCUMENTS
from ikmctl.render.documents.slots import SHARED, Slot, described, entry


def slots_of(kind: str) -> Mapping[str, Slot]:
    """The placeholders of one kind."""
    module: Any = import_module(f"ikmctl.render.documents.{DOCUMENTS[kind].module}")
    found: Mapping[str, Slot] = module.SLOTS
    return found


def with_template() -> list[str]:
    """Kinds whose Word file comes from a template."""
    return [name for name, kind in DOCUMENTS.items() if "docx" in kind.forms and hasattr(_module(name), "SLOTS")]


def _module(kind: str) -> Any:
    return import_module(f"ikmctl.render.documents.{DOCUMENTS[kind].module}")


def _written(path: str, slot: Slot) -> str:
    name = path.rpartition(".")[2]
    if slot.inner or slot.many:
        each = entry(name) if slot.inner else "part"
        return f"`{{% for {each} in {path} %}}`"
    return f"`{{{{ {path} }}}}`"


def table(slots: Mapping[str, Slot]) -> str:
    """Every placeholder with what stands there, in both languages."""
    lines = ["| placeholder | isinya | what stands there |", "|---|---|---|"]
    lines += [f"| {_written(path, slot)} | {slot.id} | {slot.en} |" for path, slot in described(slots)]
    return "\n".join(lines)


def with_tables(text: str) -> str:
    """The page with its generated tables as they are now."""
    tables = {"shared": table(SHARED)}
    for kind in with_template():
        tables[kind] = table({name: slot for name, slot in slots_of(kind).items() if name not in SHARED})
    for name, shown in tables.items():
        pattern = rf"(<!-- placeholders {name} -->\n).*?(<!-- /placeholders {name} -->)"
        text, count = re.subn(
            pattern, lambda found, shown=shown: f"{found[1]}{shown}\n{found[2]}", text, flags=re.DOTALL
        )
        assert count == 1, name
    return text
