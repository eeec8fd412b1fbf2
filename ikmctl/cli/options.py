"""Flags that several commands share. Their help texts stand in messages/help."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

Format = Literal["text", "json", "markdown", "github", "csv"]
Colors = Literal["auto", "always", "never"]

Cohort = Annotated[str | None, typer.Option("--cohort", "-c", "--program", metavar="ID|PATH")]
Folder = Annotated[str | None, typer.Option("-C", "--directory", metavar="DIR")]
FormatFlag = Annotated[Format, typer.Option("--format")]
Lang = Annotated[Literal["id", "en"] | None, typer.Option("--lang")]
Color = Annotated[Colors, typer.Option("--color")]
Plain = Annotated[bool, typer.Option("--plain")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v")]

DryRun = Annotated[bool, typer.Option("--dry-run", "-n")]
On = Annotated[date | None, typer.Option("--on", metavar="DATE")]
By = Annotated[str, typer.Option("--by", metavar="ROLE")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT")]
Stage = Annotated[str | None, typer.Option("--stage", metavar="STAGE")]
Strict = Annotated[bool, typer.Option("--strict")]
All = Annotated[bool, typer.Option("--all")]
Names = Annotated[bool, typer.Option("--names")]
Out = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE")]
Decree = Annotated[str, typer.Option("--decree", metavar="TEXT")]
