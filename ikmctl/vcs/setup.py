"""What `git-setup` puts into one clone: diff drivers in its configuration and a pre-commit hook.

Nothing of it travels with a commit, so each clone is set up once. Everything is harmless without it,
can be done again, and can be taken away; a hook that somebody else wrote is kept and added to.
"""

import contextlib
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from ikmctl.vcs.git import Repository

CONFIG: Final[Mapping[str, str]] = {
    # the hunk header of a list names the person above the change
    "diff.ikmctl-yaml.xfuncname": r"^[ ]*- .*id: .*$",
    "diff.ikmctl-xlsx.textconv": "ikmctl git-textconv",
    "diff.ikmctl-xlsx.cachetextconv": "true",
}
"""Keys of this clone's configuration."""

_BEGIN: Final = "# ikmctl: begin\n"
_END: Final = "# ikmctl: end\n"
_CALL: Final = "ikmctl git-hook pre-commit"
_BLOCK: Final = f"""{_BEGIN}command -v ikmctl >/dev/null || {{
  echo 'ikmctl tidak ada di PATH: aktifkan venv-nya, lalu ulangi git commit (tidak ada yang disimpan)' >&2
  echo 'ikmctl is not in PATH: activate its venv, then repeat git commit (nothing was committed)' >&2
  exit 1
}}
{_CALL} || exit $?
{_END}"""
_SHEBANG: Final = "#!/bin/sh\n"
_SHELL: Final = re.compile(r"#!(?:.*[\s/])?(?:ba|da|k|z|a)?sh(?:\s|\Z)")
_HOOK: Final = "hooks/pre-commit"
_ASIDE: Final = ".pre-commit-ikmctl"
_OPEN_HOSTS: Final = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "dev.azure.com")


class Part(Struct, frozen=True):
    """One thing that is set up: its name and whether it is in place."""

    name: str
    done: bool


def hook_file(repository: Repository) -> Path | None:
    """Where git looks for the pre-commit hook of this clone."""
    folder = repository.hooks()
    return None if folder is None else folder / "pre-commit"


def _hook_text(path: Path | None) -> str:
    """What the hook says, empty where there is none; a hook that cannot be read is an OSError, never overwritten."""
    try:
        return path.read_text(encoding="utf-8", errors="surrogateescape") if path else ""
    except FileNotFoundError:
        return ""


def state(repository: Repository) -> tuple[Part, ...]:
    """What is in place and what is not."""
    configured = [Part(key, repository.config(key) == value) for key, value in CONFIG.items()]
    hooked = False
    with contextlib.suppress(OSError):
        text = _hook_text(hook_file(repository))
        hooked = text == _with_block(text) if _is_shell(text) else _CALL in text
    return (*configured, Part(_HOOK, hooked))


def _is_shell(text: str) -> bool:
    """Whether a hook is a script of a shell; one that does not say what it is, git runs by one."""
    return _SHELL.match(text.partition("\n")[0]) is not None if text.startswith("#!") else "\0" not in text


def foreign_hook(repository: Repository) -> Path | None:
    """The hook of somebody else that is no shell script: nothing can be added to it."""
    path = hook_file(repository)
    with contextlib.suppress(OSError):
        return None if _is_shell(_hook_text(path)) else path
    return None


def _without_block(text: str) -> str:
    start, end = text.find(_BEGIN), text.find(_END)
    return text if start < 0 or end < start else text[:start] + text[end + len(_END) :]


def _with_block(text: str) -> str:
    """The hook with our lines before all others: many a hook leaves with `exit` or `exec` at its end."""
    base = _without_block(text) or _SHEBANG
    first, _, rest = base.partition("\n") if base.startswith("#!") else ("", "", base)
    return (first and f"{first}\n") + _BLOCK + rest


def _write_hook(path: Path, text: str) -> None:
    """Replace the hook as a whole; with nothing of anybody left in it, take it away. OSError where the disk refuses."""
    aside = path.with_name(_ASIDE)
    try:
        aside.unlink(missing_ok=True)  # a command that was cut off may have left one
        if text.strip() in ("", _SHEBANG.strip()):
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(text, encoding="utf-8", errors="surrogateescape", newline="\n")
        aside.chmod(aside.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
        aside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
        raise


def install(repository: Repository) -> bool:
    """Set everything up; what is in place already stays as it is. False where git or the disk refused."""
    for key, value in CONFIG.items():
        repository.set_config(key, value)
    path = hook_file(repository)
    with contextlib.suppress(OSError):
        text = _hook_text(path)
        if path and _is_shell(text) and text != _with_block(text):
            _write_hook(path, _with_block(text))
    return all(part.done for part in state(repository))


def uninstall(repository: Repository) -> bool:
    """Take away what `install` put there, and nothing else. False where git or the disk refused."""
    for key in CONFIG:
        if repository.config(key) is not None:
            repository.set_config(key, None)
    path = hook_file(repository)
    left = False
    with contextlib.suppress(OSError):
        text = _hook_text(path)
        if path and (left := _BEGIN in text):
            _write_hook(path, _without_block(text))
            left = False
    return not left and not any(part.done for part in state(repository) if part.name != _HOOK)


def open_remotes(repository: Repository) -> tuple[str, ...]:
    """Hosts of remotes where repositories may be open to everybody."""
    urls = [url.lower() for url in repository.remotes()]
    return tuple(host for host in sorted(_OPEN_HOSTS) if any(_at_host(host).search(url) for url in urls))


def _at_host(host: str) -> re.Pattern[str]:
    """Addresses at a host or one below it: `git@github.com:x` and `ssh.github.com`, not `github.company.go.id`."""
    return re.compile(rf"(?:\A|[/@.]){re.escape(host)}(?:[:/]|\Z)")
