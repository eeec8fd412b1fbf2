"""The edge of the program: the only place that knows exit codes of accidents, and that lets nothing escape."""

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ikmctl.cli import language, streams
from ikmctl.cli.refusal import Refusal

if TYPE_CHECKING:
    from ikmctl.domain.diagnostic import Diagnostic

OK, PROBLEMS, UNUSABLE, BUG, INTERRUPTED = 0, 1, 2, 3, 130
_VALUES = ("--old", "--new")
"""Of `decide correct`: what a cell held and shall hold, which may be long and is looked at by its field."""
_LONGEST = 200
_LONGEST_VALUE = 4000
_FEWEST = 10
"""Digits of the shortest phone number."""
_PLACEHOLDERS = frozenset(
    ("...", "NUMBER", "NOMOR", "TEXT", "TEKS", "ROLE", "REF", "SOURCE", "VALUE", "WHY", "JABATAN", "ALASAN")
)
"""What our own texts print where the office's words belong."""


def guarded(argv: Sequence[str]) -> int:
    """Run and answer the exit code, whatever happens."""
    streams.prepare()
    lang = language.choose(argv, os.environ)
    try:
        code = _run(argv, lang)
        sys.stdout.flush()
        sys.stderr.flush()
    except KeyboardInterrupt:
        _say_stopped(lang)
        return INTERRUPTED
    except BrokenPipeError:
        streams.abandon()
        return OK
    except Refusal as refusal:
        return _complain(refusal.diagnostics, lang, argv)
    except OSError as error:
        streams.abandon()
        return _complain((_refused_by_system(error),), lang, argv)
    except Exception as error:  # noqa: BLE001  # the last door: a bug must not show a traceback with private data
        if isinstance(error.__cause__, KeyboardInterrupt):  # in the midst of a class, before Python 3.12
            _say_stopped(lang)
            return INTERRUPTED
        return _accident(error, lang, argv)
    return code


def _say_stopped(lang: str) -> None:
    """On a line of its own: the terminal has `^C` on this one. Whoever presses the keys again wants no words."""
    with contextlib.suppress(OSError, KeyboardInterrupt):
        from ikmctl.render.messages.lookup import text

        sys.stderr.write("\n" + text(lang, "stopped") + "\n")


def _run(argv: Sequence[str], lang: str) -> int:
    from ikmctl.cli.arrange import arrange

    if argv[:1] == ["__complete"]:  # as candidates.ASK; its module is not imported for less
        from ikmctl.cli.candidates import answer

        sys.stdout.write(answer(argv[1:]))
        return OK
    command, rest, wants_help = arrange(argv)
    if wants_help or (command is None and not rest):
        from ikmctl.cli.help import print_help

        return print_help(command, lang)
    if command is None:
        from ikmctl.cli.usage import unknown_command

        raise Refusal(unknown_command(rest[0]))
    _check_words(rest)
    gc.disable()  # a command is short, and a tenth to a third of its time went into looking for garbage
    from ikmctl.cli.app import parse_and_run

    _use_folder(rest)
    _without_plugins()
    return parse_and_run([command, *rest], lang)


def _check_words(rest: Sequence[str]) -> None:
    """Words that go into the record: words of the office, short enough to be printed, nothing unseen in them."""
    from ikmctl.cli.arrange import IN_WORDS, value_of

    if not any(word.startswith((*IN_WORDS, *_VALUES)) for word in rest):
        return
    from ikmctl.render.safe import is_unseen

    for flag in (*IN_WORDS, *_VALUES):
        words = value_of(rest, (flag,)) or ""
        most, kinds = (_LONGEST, _private(words)) if flag in IN_WORDS else (_LONGEST_VALUE, ())
        unfit = len(words) > most or any(map(is_unseen, words))
        if unfit or kinds:
            from ikmctl.cli.refusal import refuse

            told = {kind: "yes" if kind in kinds else "" for kind in ("nik", "phone", "email")}
            raise refuse("IKM942", flag=flag, most=str(most) if unfit else "", **told)
        if flag in IN_WORDS and words.strip() in _PLACEHOLDERS:
            from ikmctl.cli.refusal import refuse

            raise refuse("IKM542", flag=flag, found=words.strip())


def _private(words: str) -> Sequence[str]:
    """Kinds of personal data in words that git would keep for good: no decision and no event is ever rewritten."""
    if "@" not in words and sum(map(str.isdigit, words)) < _FEWEST:
        return ()
    from ikmctl.engine.privacy import scan

    return [one.kind for one in scan(words)][:1]  # the first is enough to leave it out


def _without_plugins() -> None:
    """No plug-in of another package may see what the models hold, and looking for some costs 15 ms.

    The variable is pydantic's own switch; the empty module spares it the import of what would look for them.
    """
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    nothing: Any = type(sys)("pydantic.plugin._loader")
    nothing.get_plugins = tuple
    sys.modules.setdefault(nothing.__name__, nothing)


def _use_folder(rest: Sequence[str]) -> None:
    """`-C DIR`: do as if started there."""
    from ikmctl.cli.arrange import value_of

    folder = value_of(rest, ("-C", "--directory"))
    if folder is None:
        return
    try:
        os.chdir(folder)
    except (FileNotFoundError, NotADirectoryError) as error:
        from ikmctl.cli.refusal import refuse

        raise refuse("IKM644", folder=folder) from error
    except OSError as error:
        raise Refusal(_refused_by_system(error)) from error


def _refused_by_system(error: OSError) -> "Diagnostic":
    from ikmctl.domain.diagnostic import Diagnostic

    reason = error.strerror or type(error).__name__
    if error.filename is None:
        return Diagnostic("IKM994", params={"reason": reason})
    return Diagnostic("IKM981", params={"file": os.fsdecode(error.filename), "reason": reason})


def _accident(error: Exception, lang: str, argv: Sequence[str]) -> int:
    """A complaint of the parser (exit 2), or a bug (exit 3)."""
    if hasattr(error, "exit_code") and hasattr(error, "format_message"):
        from ikmctl.cli.usage import explain

        return _complain((explain(error, argv, lang),), lang, argv)
    from ikmctl.cli.crash import write_log
    from ikmctl.domain.diagnostic import Diagnostic

    log = write_log(error, argv)
    return _complain((Diagnostic("IKM980", params={"kind": type(error).__name__, "log": log}),), lang, argv, BUG)


def _complain(problems: "Sequence[Diagnostic]", lang: str, argv: Sequence[str], code: int = UNUSABLE) -> int:
    from ikmctl.cli.arrange import arrange, value_of
    from ikmctl.render.style import style_of
    from ikmctl.render.text import block

    if value_of(argv, ("--format",)) == "json":
        from ikmctl.render.jsonout import document

        streams.use_utf8()
        command = arrange(argv)[0] or "ikmctl"
        sys.stdout.write(document(command, problems, lang, ok=False))
    else:
        from ikmctl.cli.carry import carry

        named = value_of(argv, ("-c", "--cohort", "--program")), value_of(argv, ("-C", "--directory"))
        style: Any = style_of(sys.stderr, "auto", os.environ)
        try:
            for item in problems:
                sys.stderr.write(carry(block(item, lang, style), *named) + "\n")
            sys.stderr.flush()
        except OSError:  # where talk goes to is full, or its reader went away: the exit code is all that is left
            streams.abandon(sys.stderr)
    return code
