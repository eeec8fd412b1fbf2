"""Raw observations: a test result, a judge's item, an attendance session."""

from typing import Final, NamedTuple

RECUSED: Final = "recused"


class Mark(NamedTuple):
    """One line of marks.csv. There are more marks than anything else, hence the plainest type.

    `by` is a judge id, a session such as `2025-09-29/1`, or empty. `value` is decimal text, a code of
    the mark's `codes`, or `recused`. The order of fields is the order of lines in the file.
    """

    number: str
    mark: str
    item: str
    by: str
    value: str
