"""Whether sortition-algorithms finds any committee for a quota table.

Runs under an interpreter that has it; reads one table a line as JSON (people as lists of values, features
with least and most, sizes), answers one line each: whether a committee of each size exists.
"""

import json
import os
import sys
from typing import Any

from sortition_algorithms import read_in_features, read_in_people
from sortition_algorithms.committee_generation import find_any_committee
from sortition_algorithms.errors import SortitionBaseError
from sortition_algorithms.settings import Settings


def exists(table: dict[str, Any], size: int) -> bool:
    """Whether a committee of `size` keeps the table."""
    rows = [
        {"feature": name, "value": value, "min": str(low), "max": str(high)}
        for name, values in table["features"].items()
        for value, (low, high) in values.items()
    ]
    people = [{"id": str(index), **one} for index, one in enumerate(table["people"])]
    settings = Settings(id_column="id", columns_to_keep=[], check_same_address=False, check_same_address_columns=[])
    try:
        features, _, _ = read_in_features(["feature", "value", "min", "max"], rows)
        pool, _ = read_in_people(list(people[0]), people, features, settings)
        committees, _ = find_any_committee(features, pool, size, [])
    except SortitionBaseError:
        return False
    return bool(committees)


if __name__ == "__main__":
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # its solver greets on stdout, where the answers belong
    for line in sys.stdin:
        table = json.loads(line)
        answers.write(json.dumps([exists(table, size) for size in table["sizes"]]) + "\n")
        answers.flush()
