"""Write the generated texts: ready help of every command, docs/cli.md. `python -m tests.docs.generate`."""

from pathlib import Path

from ikmctl.cli.compose import everything
from ikmctl.cli.help import FOLDER
from ikmctl.render.messages import LANGUAGES


def help_files() -> dict[Path, str]:
    """Every ready help text by path."""
    return {
        Path(FOLDER) / lang / f"{name}.txt": text for lang in LANGUAGES for name, text in everything(lang).items()
    }


def main() -> None:
    for path, text in help_files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
