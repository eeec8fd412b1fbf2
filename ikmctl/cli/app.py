"""The meeting point with typer: commands are built when they are run, help comes from ready text.

typer carries its own click, so nothing here imports click. Its parser hands over plain text only; types
are read by `values`, so that every complaint is in the chosen language.
"""

import inspect
import typing
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any, Final, get_args

import typer
from typer.core import TyperGroup

from ikmctl.cli import options
from ikmctl.cli.session import Session
from ikmctl.cli.table import COMMANDS, module_of
from ikmctl.cli.values import as_text, convert

SHARED: Final[Mapping[str, Any]] = {
    "cohort": options.Cohort, "directory": options.Folder, "format": options.FormatFlag, "lang": options.Lang,
    "color": options.Color, "plain": options.Plain, "quiet": options.Quiet, "verbose": options.Verbose,
}  # fmt: skip
"""Flags of every command, by the name of the parameter."""

_DEFAULTS: Final[Mapping[str, Any]] = {
    "format": "text", "color": "auto", "plain": False, "quiet": False, "verbose": False,
}  # fmt: skip


def split(annotation: Any) -> tuple[Any, Any]:
    """The type and the typer description of an `Annotated` parameter."""
    meant, described = get_args(annotation)[:2]
    return meant, described


def is_argument(described: Any) -> bool:
    """Whether a parameter is given by position."""
    return type(described).__name__ == "ArgumentInfo"


def spellings(name: str, described: Any) -> list[str]:
    """The spellings of a flag, short ones first. In `Annotated`, typer keeps the first one as the default."""
    words = [described.default, *(described.param_decls or ())]
    found = [word for word in words if isinstance(word, str) and word.startswith("-")]
    return sorted(found, key=lambda word: word.startswith("--")) or ["--" + name.replace("_", "-")]


def flag_of(name: str, described: Any) -> str:
    """How a parameter is named in a complaint: `--per-track`, or `FILE` for an argument."""
    if is_argument(described):
        return str(described.metavar or name.upper())
    return next(word for word in spellings(name, described) if word.startswith("--"))


def parameters(function: Callable[..., int]) -> dict[str, tuple[Any, Any]]:
    """Own parameters of a command: name -> (annotation, default); the session is left out."""
    hints = typing.get_type_hints(function, include_extras=True)
    return {
        name: (hints[name], item.default)
        for name, item in inspect.signature(function).parameters.items()
        if name != "session"
    }


def _signature(own: Mapping[str, tuple[Any, Any]]) -> inspect.Signature:
    together = {**own, **{name: (kind, _DEFAULTS.get(name)) for name, kind in SHARED.items()}}
    made = []
    for name, (annotation, default) in together.items():
        meant, described = split(annotation)
        shown = list(default) if isinstance(default, tuple) else default
        made.append(
            inspect.Parameter(
                name, inspect.Parameter.KEYWORD_ONLY, default=shown, annotation=Annotated[as_text(meant), described]
            )
        )
    return inspect.Signature(made)


def adapt(function: Callable[..., int], lang: str) -> Callable[..., int]:
    """A function that typer can read: text parameters and the shared flags, the session built from them."""
    own = parameters(function)

    def called(**given: Any) -> int:
        for name, (annotation, _) in {**own, **{name: (kind, None) for name, kind in SHARED.items()}}.items():
            meant, described = split(annotation)
            given[name] = convert(given[name], meant, flag_of(name, described))
        shared = {name: given.pop(name) for name in SHARED}
        session = Session(
            lang=lang, cohort=shared["cohort"], format=shared["format"], color=shared["color"],
            plain=shared["plain"], quiet=shared["quiet"], verbose=shared["verbose"],
            folder=shared["directory"],
        )  # fmt: skip
        return function(session, **given)

    called.__signature__ = _signature(own)  # type: ignore[attr-defined]  # typer reads the signature
    called.__annotations__ = {name: item.annotation for name, item in _signature(own).parameters.items()}
    return called


class _AsTyped:
    """Leaves what was typed alone: `values` reads it later. typer's own way costs 60 ms for text that stays text."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ARG002  # the signature is typer's
        return value


def build(name: str, lang: str) -> Any:
    """Import the module of one command and make the command."""
    function: Callable[..., int] = import_module(module_of(name)).command
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, add_help_option=False)(adapt(function, lang))
    command = typer.main.get_command(app)
    for param in command.params:
        param.get_runtime_param = _AsTyped  # type: ignore[attr-defined]  # each parameter asks for its own reader
    return command


class LazyGroup(TyperGroup):
    """All commands by name; a command's module is imported when the command is run."""

    lang = "id"

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # the signature is typer's
        """Names in the order of the help text."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  # the signature is typer's
        """The real command, built now."""
        return build(cmd_name, self.lang) if cmd_name in COMMANDS else None


def parse_and_run(argv: Sequence[str], lang: str) -> int:
    """Run one command line; complaints of the parser travel on as exceptions."""
    group = LazyGroup(name="ikmctl", rich_markup_mode=None, add_help_option=False)
    group.lang = lang
    try:
        answer = group.main(args=list(argv), prog_name="ikmctl", standalone_mode=False)
    except SystemExit as leaving:
        # the parser's library makes exit 1 of a reader that went away; here that is no failure
        if isinstance(leaving.__context__, BrokenPipeError):
            raise leaving.__context__ from None
        raise
    return answer if isinstance(answer, int) else 0
