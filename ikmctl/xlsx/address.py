"""Cell names as Excel shows them."""


def cell_name(row: int, column: int, *, fixed: bool = False) -> str:
    """The name of a cell, row and column counted from 0: `B3`, or with `fixed` `$B$3`."""
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"${letters}${row + 1}" if fixed else f"{letters}{row + 1}"
