"""`ikmctl completion`."""

import sys
from collections.abc import Mapping
from typing import Annotated, Final, Literal

import typer

from ikmctl.cli.session import Session

Shell = Literal["bash", "zsh", "fish", "powershell"]
Which = Annotated[Shell, typer.Argument(metavar="bash|zsh|fish|powershell")]

SCRIPTS: Final[Mapping[str, str]] = {
    "bash": """\
_ikmctl() {
    local IFS=$'\\n'
    COMPREPLY=($(ikmctl __complete "=${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null))
}
complete -o default -F _ikmctl ikmctl
""",
    "zsh": """\
#compdef ikmctl
_ikmctl() {
    local -a found
    found=("${(@f)$(ikmctl __complete "=${words[CURRENT]}" "${(@)words[2,CURRENT-1]}" 2>/dev/null)}")
    if [[ -n "${found[1]}" ]]; then compadd -a found; else _files; fi
}
compdef _ikmctl ikmctl
""",
    "fish": """\
function __ikmctl_complete
    set -l words (commandline -opc)
    ikmctl __complete "="(commandline -ct) $words[2..-1] 2>/dev/null
end
complete -c ikmctl -a '(__ikmctl_complete)'
""",
    "powershell": """\
Register-ArgumentCompleter -Native -CommandName ikmctl -ScriptBlock {
    param($word, $ast, $cursor)
    $before = $ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor }
    $words = @($before | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
    ikmctl __complete "=$word" @words 2>$null | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
""",
}
"""What each shell runs; the words come from `ikmctl __complete`."""


def command(session: Session, shell: Which) -> int:
    """Print the script that completes words in a shell."""
    session.whisper(session.say(f"completion.{shell}"))
    sys.stdout.write(SCRIPTS[shell])
    return 0
