"""Problems 6xx: matching, follow-up, and what comes after a list. English."""

from typing import Final

PROBLEMS: Final[dict[str, tuple[str, str]]] = {
    "IKM650": (
        "there are no demand lines to match with",
        "write them into partners.yaml, or bring them in with `ikmctl import FILE.xlsx --as partners`",
    ),
    "IKM651": (
        "a demand line has no `{attribute}`",
        "lines have {known}; perhaps `line.{near}`",
    ),
    "IKM652": (
        "`{found}` reads the demand line, and stage `{stage}` does not match members with lines",
        "set `kind: match` on the stage, or take this out",
    ),
    "IKM653": (
        "stage `{stage}` matches, and needs criteria with `method: weighted_sum`: other points compare only within one demand line",
        "list criteria with fixed scales, such as `{{source: {{ratio: [fields.capacity, line.volume]}}, scale: {{linear: [0.2, 1]}}}}`",
    ),
    "IKM654": (
        "stage `{stage}` proposes members to firms without asking for their consent",
        "add `- {{rule: consent}}` under `eligibility:`",
    ),
    "IKM655": (
        "{stage:?stage `%` does not match members with demand lines; }stages that do: {known:?%}",
        "set `kind: match` on a stage of program.yaml",
    ),
    "IKM656": (
        "stage `{stage}` matches members with demand lines, it makes no list of people",
        "run `ikmctl match --stage {stage}`",
    ),
    "IKM657": (
        "two demand lines are called `{line}`",
        "give every line of every firm an id of its own",
    ),
    "IKM658": (
        "`{who}` has two roles: {roles}",
        "leave one of them to somebody else, or keep it and say why in the minutes",
    ),
    "IKM659": (
        "nobody is admitted to stage `{stage}`: it matches members with demand lines",
        "mend the member's facts with `ikmctl decide correct`, or take the entry out",
    ),
    "IKM660": (
        "nobody qualifies for demand line `{line}` of firm `{firm}` ({gaps:#member nearly fits|members nearly fit})",
        "see what lacks with `ikmctl explain {line}`",
    ),
}
