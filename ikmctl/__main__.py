"""Entry point. `--version` is answered before anything else is imported."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from ikmctl import __version__

        sys.stdout.write(f"ikmctl {__version__}\n")
        return
    from ikmctl.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
