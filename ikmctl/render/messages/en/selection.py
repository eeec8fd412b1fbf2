"""Problems 5xx: selection, locks, verify, in English."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM553": (
        "there is no program.yaml in this folder",
        "start a program with `ikmctl init ID`, or choose one with `--cohort`",
    ),
    "IKM554": (
        "there is no check named `{found}`",
        "the checks are: {known}",
    ),
    "IKM556": (
        "`--per-track {found}` is below the minimum quota {min} of track `{track}`",
        "use {min} or more, or change `quota` in program.yaml",
    ),
    "IKM557": (
        "the awards have {places} places, but `--per-track` gives {seats} seats",
        "make `awards.tiers` in program.yaml fit the seats",
    ),
    "IKM558": (
        "`--per-track {found}` differs from the rules that are locked for stage `{stage}`",
        'change the quota in program.yaml and lock again with a reason: `ikmctl lock rules --stage {stage} --reason "..."`',
    ),
    "IKM559": (
        "this command needs a written reason",
        'add `--reason "..."`; it is printed in the minutes',
    ),
    "IKM560": (
        "{place} says `{found}`, but rebuilding from the inputs gives `{expected}`",
        "run `ikmctl curate`, then review the change with `git diff`",
    ),
    "IKM561": (
        "the text differs but says the same as the rebuilt file",
        "nothing needs mending; `ikmctl curate` writes the canonical form",
    ),
    "IKM562": (
        "this derived file is missing or empty",
        "run `ikmctl curate`",
    ),
    "IKM563": (
        "this derived file follows from no input: its stage cannot be worked out yet",
        "delete it, or restore the decisions of the stage before",
    ),
    "IKM564": (
        "{count} participants are pending and could still reach the list: {people}",
        'see what is missing with `ikmctl show pending --stage {stage}`, import the sheet, then `ikmctl curate` again; or `ikmctl curate --accept-pending --reason "..."`',
    ),
    "IKM565": (
        "{count} seats of track `{track}` stay empty: too few people qualify",
        "the seats stay empty; see why with `ikmctl show quotas --stage {stage}`",
    ),
    "IKM566": (
        "stage `{stage}` cannot be worked out yet: the stage before it is not decided",
        "decide the stage before it with `ikmctl finalize`",
    ),
    "IKM567": (
        "there is no stage `{found}`",
        "the stages are: {known}",
    ),
    "IKM568": (
        "this program has several stages",
        "name one with `--stage`: {known}",
    ),
    "IKM569": (
        "there is no track `{found}`",
        "the tracks are: {known}",
    ),
    "IKM570": (
        "there is no participant `{found}`",
        "see the numbers with `ikmctl show participants`{near}",
    ),
    "IKM571": (
        "`{found}` fits several participants: {known}",
        "name the number, for example `{first}`",
    ),
    "IKM572": (
        "the old value was given as `{old}`, but `{found}` is recorded",
        "check the recorded value with `ikmctl show marks` or `ikmctl show participants`, then repeat with `--old {found}`",
    ),
    "IKM573": (
        "names cannot be shown: the private/ folder of this program is not on this computer",
        "bring it back with `ikmctl restore FILE`, or leave out `--names`",
    ),
    "IKM574": (
        "program `{found}` exists already",
        "choose another id, or open it with `--cohort {found}`",
    ),
    "IKM575": (
        "`{found}` is not a valid program id",
        "use lower-case letters, digits and hyphens, at most 48, for example `kendal-wub-2025`",
    ),
    "IKM576": (
        "there is no program kind `{found}`",
        "the kinds are: {known}",
    ),
    "IKM577": (
        "`{found}` is no participant, code or key of program.yaml",
        "for example: `ikmctl explain P017`, `ikmctl explain IKM104`, `ikmctl explain tracks.quota`",
    ),
    "IKM578": (
        "the folder `{found}` is not empty",
        "name another folder, empty or new",
    ),
    "IKM579": (
        "`decide {act}` needs {needed}",
        "for example: `{example}`",
    ),
    "IKM580": (
        "the example `{example}` is not installed with this program",
        "install ikmctl anew, or run `ikmctl demo` in a clone of its repository",
    ),
}
