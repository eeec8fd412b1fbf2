"""Problems 4xx: marks and scores, in English."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM430": (
        "mark `{mark}` does not stand under `marks:` in program.yaml",
        "declared marks: {known}; the nearest: `{near}`",
    ),
    "IKM431": (
        "mark `{mark}` has no item `{item}`",
        "its items: {known}",
    ),
    "IKM432": (
        "judge `{judge}` is not on the panel",
        "judges on the panel: {known}; add a judge under `panel: {{judges: [...]}}`",
    ),
    "IKM433": (
        "there is no session `{session}` on the training days",
        "sessions are written day/turn, for example {known}; check `dates:` in program.yaml",
    ),
    "IKM434": (
        "the code `{code}` is not known for `{mark}`",
        "known codes: {known}",
    ),
    "IKM435": (
        "mark `{mark}` is not a number: `{found}`",
        "mend it in the sheet and import again, or record it with `ikmctl decide correct`",
    ),
    "IKM436": (
        "mark `{mark}` is out of range: `{found}`, expected `{low}` to `{high}`",
        "mend it in the sheet and import again, or record it with `ikmctl decide correct`",
    ),
    "IKM437": (
        "there is no participant `{number}` in participants.csv",
        "import the participants first: `ikmctl import peserta.xlsx`",
    ),
    "IKM439": (
        "judge `{judge}` is not to mark `{item}` in track `{track}`; this mark does not count",
        "give that track or item to the judge in program.yaml, or take the mark out",
    ),
    "IKM440": (
        "participant `{number}` names track `{track}`, which does not exist",
        "tracks: {known}; add the word to the `aliases:` of its track and import again",
    ),
    "IKM441": (
        "participant `{number}` in `recusals:` is not in participants.csv",
        "write the number as in participants.csv, for example `id: P017`",
    ),
    "IKM443": (
        "the scale of criterion `{criterion}` does not cover `{value}`",
        "add it to the scale, or mend the data",
    ),
    "IKM444": (
        "judge `{judge}` still owes {marks} marks of `{mark}` for {people} participants",
        "import the judge's sheet, or record a recusal under `panel: {{recusals: [...]}}`",
    ),
    "IKM451": (
        "judge `{judge}` is recused for participant `{number}` but has marked; the mark does not count",
        "take the mark out of the sheet, or the recusal out of program.yaml",
    ),
    "IKM452": (
        "`recused` is for marks of judges, which `{mark}` is not",
        "leave the mark out while it is missing",
    ),
    "IKM453": (
        "mark `{mark}` is given once per participant, without judge or session, but `{by}` is stated",
        "leave the column `by` empty, or write `per: judge` for that mark",
    ),
}
