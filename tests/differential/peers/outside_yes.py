"""Every yes of the exact search is thrown away, so that HiGHS has to find each list; the result must stay.

Runs under an interpreter that has highspy and what the engine needs; reads seeds, answers the list of each case.
"""

import json
import sys

from ikmctl.engine.selection.simplex import Simplex
from tests.differential.cases import engine, random_case, random_large_case

SEARCH = Simplex._search


def search_without_yes(self: Simplex, nodes: int) -> bool | None:
    """The exact search, but for its yes."""
    return None if SEARCH(self, nodes) else False


if __name__ == "__main__":
    Simplex._search = search_without_yes  # type: ignore[method-assign]  # put in the place of the method
    for line in sys.stdin:
        seed = json.loads(line)
        case = random_case(seed) if seed % 2 else random_large_case(seed)
        found = engine(case)
        sys.stdout.write(json.dumps([found.unknown, [one.number for one in found.selected]]) + "\n")
        sys.stdout.flush()
