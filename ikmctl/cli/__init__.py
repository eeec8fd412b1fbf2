"""The command line: one module per command; each parses, calls one workflow function, renders, answers a code."""

from collections.abc import Sequence


def run(argv: Sequence[str]) -> int:
    """Run one command line and answer its exit code. Nothing escapes: a bug is exit 3 with a log to attach."""
    from ikmctl.cli.boundary import guarded

    return guarded(list(argv))
