"""Problems 1xx: program.yaml and the other authored files, in English."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM100": (
        "{subject} is not accepted: `{found}`",
        "see what belongs here with `ikmctl schema`",
    ),
    "IKM101": (
        "this cannot be read as YAML",
        "usual causes: a tab instead of spaces, no space after `:`, a bracket or quote that is not closed, a text with `: ` or ` #` inside that needs quotes, or lines that are not indented alike; look at this line or the line above",
    ),
    "IKM102": (
        "{subject} is not known here",
        "the nearest known key: {near}",
    ),
    "IKM103": (
        "{subject} is missing or empty",
        "add the key with its value; it has no default",
    ),
    "IKM104": (
        "{subject} is not a whole number: `{found}`",
        "write a number, for example `{leaf}: 10`",
    ),
    "IKM105": (
        "{subject} is not a decimal number: `{found}`",
        "write digits with a point, for example `{leaf}: {meant}`",
    ),
    "IKM106": (
        "{subject} is not a day: `{found}`",
        "write year, month and day, for example `{leaf}: 2025-09-29`",
    ),
    "IKM107": (
        "{subject} is not one of the words known here: `{found}`",
        "write one of {known}",
    ),
    "IKM108": (
        "the key `{key}` stands here a second time",
        "it stands in line {line} already; keep one of the two",
    ),
    "IKM109": (
        "`{found}` belongs to a part of YAML that is not used here",
        "write every value out where it is needed, without anchors (`&`), aliases (`*`), tags (`!`), `<<`, `%` lines or several documents",
    ),
    "IKM110": (
        "lists and maps are nested more than {limit} deep",
        "check the brackets and the indentation of this line",
    ),
    "IKM111": (
        "the file is too big: more than {characters} characters or {values} values",
        "people belong into participants.csv, not into YAML",
    ),
    "IKM112": (
        "there is an invisible character here ({char})",
        "delete it, or type the text anew; such characters come along when text is copied from web pages or documents",
    ),
    "IKM113": (
        "{subject} is not a list",
        "write `{leaf}: [one, two]`, or one entry a line, each beginning with `- `",
    ),
    "IKM114": (
        "{subject} is not a map of keys",
        "write keys with values, for example `{leaf}: {{name: value}}`; in a list each entry so: `- {{id: J1}}`",
    ),
    "IKM115": (
        "{subject} takes one value, not a list or map",
        'write one word or text, for example `{leaf}: "..."`',
    ),
    "IKM116": (
        "{subject} is too small: `{found}`",
        "the least that makes sense here is {limit}",
    ),
    "IKM117": (
        "{subject} is too large: `{found}`",
        "the most that makes sense here is {limit}{percent:?; % is written}{share:? `%`}",
    ),
    "IKM118": (
        "{subject} is not an id: `{found}`",
        "use lower-case letters, digits, `-` and `_`, 48 at most, a letter or digit at both ends, for example `motorcycle-workshop`",
    ),
    "IKM119": (
        "{subject} does not have the expected form: `{found}`",
        "write it like `{example}`",
    ),
    "IKM120": (
        "{subject} is empty",
        'write a value after the colon, or remove the line; an empty text is written `""`',
    ),
    "IKM121": (
        "{subject} is too long",
        "shorten it to {limit} characters",
    ),
    "IKM122": (
        "{subject} is a day that the calendar does not have: `{found}`",
        "check month and day; the order is year, month, day, for example `2025-09-29`",
    ),
    "IKM123": (
        "{subject} is neither `true` nor `false`: `{found}`",
        "write `{leaf}: true` or `{leaf}: false`",
    ),
    "IKM124": (
        "{subject} has too few entries",
        "write at least {limit}",
    ),
    "IKM125": (
        "{subject} says nothing: one of {keys} is needed",
        "add at least one of these keys, for example `min: 3`",
    ),
    "IKM126": (
        "{subject} is not a source of values: `{found}`",
        "write `marks.NAME`, `marks.NAME.ITEM`, `fields.NAME`, `groups.NAME`, `stage.ID.score`, `{{gain: [marks.A, marks.B]}}`, `{{ratio: [A, B]}}`, `{{share: marks.NAME}}` or `{{count: NAME}}`",
    ),
    "IKM127": (
        "{subject} is not a rule",
        "write a map with the key `rule`, for example `{{rule: age, min: 18, max: 55}}`",
    ),
    "IKM128": (
        "{subject} is not a scale",
        "write exactly one scale, for example `scale: {{linear: [0, 100]}}`",
    ),
    "IKM129": (
        "{subject} needs exactly one of {keys}",
        "keep the one that is meant and remove the other",
    ),
    "IKM130": (
        "the weights of the criteria of stage `{stage}` sum to 0",
        "give at least one criterion a weight above 0, for example `weight: 30`",
    ),
    "IKM131": (
        "the end `{end}` is before the start `{start}`",
        "check both; the earlier day is `start`, for example `{{start: 2025-09-29, end: 2025-10-02}}`",
    ),
    "IKM132": (
        "the day off `{day}` lies outside the training days `{start}` to `{end}`",
        "take it out of `off:`, or mend `start` and `end`",
    ),
    "IKM133": (
        "mark `{mark}` belongs to stage `{stage}` but stage `{used}` uses it",
        "a mark belongs to one stage; to carry a result over write `source: stage.{stage}.score`",
    ),
    "IKM134": (
        "mark `{mark}` is used here but does not stand under `marks:`",
        "declared marks: {known}; add `{mark}` under `marks:` or write `{near}`",
    ),
    "IKM135": (
        "mark `{mark}` has no item `{item}`",
        "its items: {known}",
    ),
    "IKM136": (
        "the field `{field}` is not known",
        "declare it under `fields:` with its type, for example `- {{id: {field}, type: integer}}`; a name that looks like it: `{near}`",
    ),
    "IKM137": (
        "the field `{field}` is private, so no rule or criterion may read it",
        "use the fact derived from it, for example `age` in place of `birth_date`, `district` in place of `address`",
    ),
    "IKM138": (
        "there is no stage `{stage}` before this one",
        "stages that can be named here: {known}",
    ),
    "IKM139": (
        "the scoring method `{method}` is not known",
        "there are: {known}; the nearest is `method: {near}`",
    ),
    "IKM140": (
        "the scale `linear: [{low}, {high}]` of criterion `{criterion}` does not rise",
        "write the smaller value first, for example `linear: [0, 100]`; `direction: cost` turns it round",
    ),
    "IKM141": (
        "the scale of criterion `{criterion}` has a gap between `{below}` and `{from}`",
        "write `from: {below}` in the next step, so that every value falls into exactly one",
    ),
    "IKM142": (
        "two steps of the scale of criterion `{criterion}` overlap: one ends at `{below}`, the next begins at `{from}`",
        "`below` of a step and `from` of the next must be the same number, smallest step first",
    ),
    "IKM143": (
        "a step of the scale of criterion `{criterion}` is empty: from `{from}` to below `{below}`",
        "give the scale at least one step that holds values, for example `{{from: 0, below: 5, points: 40}}`",
    ),
    "IKM144": (
        "`{points}` points for `{value}` in criterion `{criterion}` lie outside 0-100",
        "every scale ends in 0-100; how much a criterion counts is said by `weight:`",
    ),
    "IKM145": (
        "the points in the scale of criterion `{criterion}` run against `direction: {direction}`",
        "`benefit` says that more is better, `cost` that less is; mend the direction or the points",
    ),
    "IKM146": (
        "criterion `{criterion}` has no scale, which `method: {method}` needs",
        "add one, for example `scale: {{linear: [0, 100]}}`",
    ),
    "IKM147": (
        "the field `{field}` is sensitive and reaches files only as a band, but this needs the raw value",
        "use `scale: {{bands: [...]}}` or the rule `range`; or, where the column may be open, write `sensitive: false` under `fields:`",
    ),
    "IKM148": (
        "`{id}` is used twice ({thing})",
        "give each a name of its own, or delete one",
    ),
    "IKM149": (
        "{needed} sessions are required but there are only {sessions}",
        "lower `min_sessions` to at most {sessions}, or check `dates:` and `sessions_per_day`",
    ),
    "IKM150": (
        "an attendance rule uses mark `{mark}`, but without training dates there are no sessions",
        "write `dates: {{start: 2025-09-29, end: 2025-10-02}}`",
    ),
    "IKM151": (
        "there are {participants} participants, more than the capacity `{max}`",
        "capacity counts people in the room; raise `max`, or admit people in a stage of its own before the training",
    ),
    "IKM152": (
        "a gain cannot be worked out: `{source}` has no maximum",
        "add `max:` to that mark, for example `{{per: participant, stage: curation, min: 0, max: 100}}`",
    ),
    "IKM153": (
        "a gain sets two marks with different maxima against each other: `{first}` and `{second}`",
        "first and second test must use the same scale",
    ),
    "IKM154": (
        "judge `{judge}` is assigned to track `{track}`, which does not exist",
        "tracks: {known}",
    ),
    "IKM155": (
        "judge `{judge}` is to mark `{item}`, which does not exist",
        "what judges can mark: {known}",
    ),
    "IKM156": (
        "the recused judge `{judge}` is not on the panel",
        "judges on the panel: {known}",
    ),
    "IKM157": (
        "the lower limit `{low}` is above the upper limit `{high}`",
        "swap `min` and `max`",
    ),
    "IKM158": (
        "stage `{stage}` has both `criteria:` and `order:`",
        "`order:` is for stages without criteria; for equal scores use `selection: {{ties: [...]}}`",
    ),
    "IKM159": (
        "no judge marks `{item}` in track `{track}`",
        "give that track or item to a judge under `panel: {{judges: [...]}}`",
    ),
    "IKM160": (
        "the threshold `{threshold}` of `{criterion}` lies outside what is possible, `{low}` to `{high}`",
        "the threshold of a criterion is in raw units, that of a stage on 0-100",
    ),
    "IKM161": (
        "{share} % of {sessions} sessions = all {sessions}; one absence puts a person out",
        "",
    ),
    "IKM162": (
        "{share} % of {sessions} sessions = at least {needed} sessions",
        "",
    ),
    "IKM163": (
        "`aggregate: trimmed` drops the highest and the lowest mark, but `{item}` in track `{track}` has only {judges} judges",
        "it takes at least {least} judges; write `aggregate: mean` or add judges",
    ),
    "IKM164": (
        "the leniency of judges of `{mark}` cannot be compared (track `{track}`): groups of judges share no work: {groups}",
        "let at least one judge mark work of both groups, or write `aggregate: mean`",
    ),
    "IKM165": (
        "there is no training day between `{start}` and `{end}`, or more than {most} days",
        "check `start`, `end` and `off:`",
    ),
    "IKM166": (
        "groups have no attribute `{attribute}`",
        "there are: {known}",
    ),
    "IKM167": (
        "`{later}` ({second}) comes before `{earlier}` ({first})",
        "check both days",
    ),
    "IKM168": (
        "the mark per session `{mark}` has no attendance codes",
        "add them, for example `codes: {{H: 1, S: 0, I: 0, A: 0}}`",
    ),
    "IKM169": (
        "`share` takes a mark per session, which `{source}` is not",
        "write for example `{{share: marks.attendance}}`, with `per: session` under `marks:`",
    ),
    "IKM170": (
        "the minimum {min} is above the maximum {max}",
        "write a minimum that is not above the maximum",
    ),
    "IKM171": (
        "`{found}` is no value of `{field}`",
        "the values are: {known}",
    ),
    "IKM172": (
        "the minimums on `{field}` together ask for more than all seats (shares {share}, people {count}, seats {seats})",
        "lower them until they fit together",
    ),
    "IKM173": (
        "`{found}` settles no tie: it is neither a criterion of this stage nor `panel` or `ticket`",
        "choose among: {known}",
    ),
    "IKM174": (
        "`{after}` stands after what settles every tie, so it never counts",
        "write criteria first, then `panel`, then `ticket`",
    ),
    "IKM175": (
        "a tie of stage `{stage}` may stay open for ever: `ties` does not end with `ticket`",
        "add it, for example `ties: [panel, ticket]`",
    ),
    "IKM176": (
        "the prizes have {places} places, the seats are {seats}",
        "make `places` of all tiers add up to the seats (of each track with `group_by: track`)",
    ),
    "IKM177": (
        "second choices need marks that mean the same in every track, but different judges give `{marks}` by track",
        "write `second_choice: false`, or let the same judges mark all tracks",
    ),
    "IKM178": (
        "`compare: score` compares people of different tracks, but different judges give `{marks}` by track",
        "write `compare: place`, which compares places within each track",
    ),
    "IKM179": (
        "there is no track `{track}`",
        "the tracks are: {known}",
    ),
    "IKM180": (
        "the decision names stage `{stage}`, which program.yaml does not have",
        "the stages are: {known}",
    ),
    "IKM181": (
        "the event names stage `{stage}`, which program.yaml does not have",
        "the stages are: {known}",
    ),
    "IKM182": (
        "`{limit}: {share}` on `{field}` means {people} of {seats} seats{track:? of track `%`}",
        "minimums round up, maximums down; write `min` or `max` for a fixed number",
    ),
    "IKM183": (
        "`{limit}: {share}` on `{field}` rounds down to nobody of {seats} seats{track:? of track `%`}",
        "write a larger share, or `max: 1`",
    ),
    "IKM185": (
        "the prizes come to Rp{total}, but the budget is Rp{budget}",
        "make `places` and `amount` fit `budget`",
    ),
    "IKM186": (
        "two versions met on lines {line} to {last} and are not joined yet (the marks `<<<<<<<`, `=======`, `>>>>>>>` are git's)",
        "take the three lines of marks away; keep the entries and rows of both versions, and where both changed one value, the right one; a list that is worked out is not joined by hand, `ikmctl curate` writes it anew",
    ),
    "IKM187": (
        "`{file}` is a file where a folder belongs",
        "move that file away or rename it, then try again; the folder is made by itself",
    ),
    "IKM188": (
        "the rule `attendance` takes a mark per session, which `{mark}` is not",
        "write for example `mark: attendance`, with `per: session` under `marks:`",
    ),
    "IKM189": (
        "the scale of criterion `{criterion}` gives no points to `{value}`, which is possible",
        "add it, or whoever gets it stays pending; a band holds its `from` and ends just before its `below`",
    ),
    "IKM190": (
        "no track can have the id `{found}`",
        "take another id; `quota:` and `reserves:` of a stage read `min`, `max`, `everywhere` and `by_track` as words of their own",
    ),
    "IKM191": (
        "the region code `{found}` is not in the Kemendagri list of {vintage}, so nobody lives there",
        'write the Kemendagri code of a province, regency or district, for example `within: "33.24"` for Kabupaten Kendal',
    ),
}
