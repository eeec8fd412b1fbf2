"""Write the generated texts: ready help of every command, docs/cli.md, docs/perintah.md.

Run `python -m tests.docs.generate` after a change to a command's flags or to the words of messages/help.
"""

from pathlib import Path
from typing import Final

from ikmctl.cli.compose import everything
from ikmctl.cli.help import FOLDER, ROOT
from ikmctl.cli.table import COMMANDS
from ikmctl.render.messages import LANGUAGES

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
PAGES: Final = {"en": DOCS / "cli.md", "id": DOCS / "perintah.md"}
MARK: Final = "<!-- generated from --help below this line -->\n"


def help_files() -> dict[Path, str]:
    """Every ready help text by path."""
    return {Path(FOLDER) / lang / f"{name}.txt": text for lang in LANGUAGES for name, text in everything(lang).items()}


def page(lang: str) -> str:
    """The command reference of one language: the words of people, then every help text."""
    written = PAGES[lang].read_text(encoding="utf-8").partition(MARK)[0]
    texts = everything(lang)
    titles = {name: ROOT if name == ROOT else f"{ROOT} {name}" for name in (ROOT, *COMMANDS)}
    parts = [f"## {title}\n\n```text\n{texts[name]}```\n" for name, title in titles.items()]
    return written + MARK + "\n" + "\n".join(parts)


def generated() -> dict[Path, str]:
    """Everything that is generated, by path."""
    return {**help_files(), **{path: page(lang) for lang, path in PAGES.items()}}


def main() -> None:
    for path, text in generated().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
