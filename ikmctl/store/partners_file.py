"""partners.yaml as import writes it: one firm a block, one demand line a line."""

from collections.abc import Mapping
from typing import Any, Final

from ikmctl.domain.partner import Line, Partners
from ikmctl.store.emit import flow

HEAD: Final = "# large firms and what they want to buy; written by `ikmctl import --as partners`\n"
_QUOTED: Final = frozenset(("product", "unit", "description"))


def write_partners(partners: Partners) -> str:
    """The whole file: keys at their default are left out."""
    text = HEAD + ("firms:\n" if partners.firms else "firms: []\n")
    for firm in partners.firms:
        text += f"  - id: {flow(firm.id)}\n    name: {flow(firm.name, quoted=True)}\n    lines:\n"
        text += "".join(f"      - {_line(line)}\n" for line in firm.lines)
    return text


def _line(line: Line) -> str:
    defaults: Mapping[str, Any] = Line(id=line.id, product=line.product).__dict__
    said = {
        name: value for name, value in line.__dict__.items() if name in ("id", "product") or value != defaults[name]
    }
    return "{" + ", ".join(f"{name}: {flow(value, quoted=name in _QUOTED)}" for name, value in said.items()) + "}"
