"""Problems 4xx: marks and scores, in English."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM400": (
        "there is no column of marks{mark:? called `%`} in this file; the headers are: {headers}",
        (
            '{known:?name the mark: `--item NAME` (known: %), or `--map marks.NAME="HEADER"`}'
            '{column:?show its column: `--map %`}{mapped:?show its column: `--map %="HEADER"`}'
        ),
    ),
    "IKM401": (
        "no participant matches this row",
        "fill the participant number; in the rejects workbook similar names can be chosen from a list",
    ),
    "IKM402": (
        "more than one participant matches this row: {ids}",
        "fill the participant number; it is never guessed",
    ),
    "IKM403": (
        "different marks for the same participant and the same thing; compare with row {rows}",
        "delete the wrong row; none of them was imported",
    ),
    "IKM404": (
        "stage `{stage}` is locked; this import changes marks of {count} participants",
        'if it must be, run again with `--reason "WHY"`; the reason is recorded, and stands beside the list and in the minutes',
    ),
    "IKM405": (
        "`--item {found}` is not among `marks:` of program.yaml",
        "known: {known}",
    ),
    "IKM406": (
        "this column holds marks, but it does not say which",
        "name it: `--item NAME`; known: {known}",
    ),
    "IKM407": (
        "there is no judge `{found}` under `panel:` in program.yaml",
        "known judges: {known}",
    ),
    "IKM408": (
        "there is no mark `{found}` under `marks:` in program.yaml",
        "known: {known}",
    ),
    "IKM409": (
        "there is no item `{found}` in this mark",
        "known: {known}",
    ),
    "IKM410": (
        "session `{found}` is not on a training day of this program",
        "known sessions: {known}",
    ),
    "IKM412": (
        "it does not say which judge gave these marks",
        "add a column `Judge`, or name them: `--judge J1`; known judges: {known}",
    ),
    "IKM413": (
        "there are no participants yet, so these marks belong to nobody",
        "import the list of participants first: `ikmctl import FILE`",
    ),
    "IKM414": (
        "number, NIK or name in this row mean different people: {ids}",
        "correct them so that all mean the same person; it is never guessed",
    ),
    "IKM415": (
        "the result of stage `{stage}` is decided; its marks no longer change",
        'if they must, reopen it: `ikmctl reopen --stage {stage} --decree NUMBER --reason "WHY"`',
    ),
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
        "mend it in the sheet and import again, or record the number: `ikmctl decide correct ... --new NUMBER`",
    ),
    "IKM436": (
        "mark `{mark}` is out of range: `{found}`, expected `{low}` to `{high}`",
        "mend it in the sheet and import again, or record a value between those: `ikmctl decide correct ... --new VALUE`",
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
    "IKM445": (
        "`method: {method}` sets candidates against each other: a score depends on who else applied, and the order can turn round when somebody leaves",
        "scores are computed once over the locked pool and never again when somebody withdraws; `method: weighted_sum` does not have this trouble",
    ),
    "IKM446": (
        "criterion `{criterion}` holds negative values, which have no meaning in `method: {method}`",
        "use `method: weighted_sum`, or give the criterion a `scale:` so that all its values are 0-100",
    ),
    "IKM447": (
        "everybody has 0 in criterion `{criterion}`, so it tells nobody apart; all get the full value",
        "check whether the data was imported",
    ),
    "IKM448": (
        "cost criterion `{criterion}` holds a 0: who has 0 gets the full value and everybody else 0 in `method: {method}`",
        "give the criterion a `scale:`, or use `method: weighted_sum`",
    ),
    "IKM449": (
        "everybody has the same value in criterion `{criterion}`, so it tells nobody apart",
        "the list stays the same without it; check whether the right column was imported",
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
    "IKM490": (
        "the order of criteria cannot be used: `{found}`",
        "name each criterion once, the most important first: `ikmctl weights roc practice post_test gain`",
    ),
    "IKM491": (
        "`{found}` is no comparison of two criteria",
        "write how many times as important, above zero: `practice/post_test=3` or `practice/post_test=1/3`",
    ),
    "IKM492": (
        "there is no random-index table `{found}`",
        "the tables are: {known}",
    ),
    "IKM493": (
        "the consistency ratio {found} is above {limit}: the comparisons contradict one another",
        "look at the most striking comparisons again; do not use these weights as they are",
    ),
    "IKM494": (
        "the comparison of `{first}` with `{second}` is missing",
        "add `{first}/{second}=...`",
    ),
    "IKM495": (
        "the comparison of `{first}` with `{second}` is stated twice",
        "take one of them out",
    ),
    "IKM496": (
        "AHP compares 1 to {most} criteria, found {count}",
        "group the criteria, or use `ikmctl weights roc`",
    ),
    "IKM497": (
        "`{first}` is compared with itself",
        "compare two different criteria",
    ),
}
