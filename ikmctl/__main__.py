"""Entry point. `--version` is answered before anything else is imported."""

import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        _version()
        return
    try:
        from ikmctl.cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules were still being loaded
        code = _INTERRUPTED
    except RuntimeError as error:  # what Python before 3.12 makes of it in the midst of a class
        if not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        code = _INTERRUPTED
    sys.exit(code)


def _version() -> None:
    from ikmctl import __version__

    try:
        sys.stdout.write(f"ikmctl {__version__}\n")
        sys.stdout.flush()
    except (AttributeError, OSError):  # stdout is closed, or its reader went away
        from ikmctl.cli.streams import abandon

        abandon()


if __name__ == "__main__":
    main()
