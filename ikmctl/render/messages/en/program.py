"""Problems 1xx: program.yaml and the other authored files, in English."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM100": (
        "{subject} is not accepted: `{found}`",
        "see what belongs here with `ikmctl schema`",
    ),
    "IKM101": (
        "this cannot be read as YAML",
        "usual causes: a tab instead of spaces, no space after `:`, a bracket or quote that is not closed, or a text with `: ` or ` #` inside that needs quotes",
    ),
    "IKM102": (
        "{subject} is not known here",
        "keys that are known here, the nearest first: {near}",
    ),
    "IKM103": (
        "{subject} is missing",
        "add the key; it has no default",
    ),
    "IKM104": (
        "{subject} is not a whole number: `{found}`",
        "write digits alone, for example `{key}: 10`",
    ),
    "IKM105": (
        "{subject} is not a decimal number: `{found}`",
        "write digits with a point, for example `{key}: 0.6`",
    ),
    "IKM106": (
        "{subject} is not a day: `{found}`",
        "write year, month and day, for example `{key}: 2025-09-29`",
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
        "write `{key}: [one, two]`, or one entry a line, each beginning with `- `",
    ),
    "IKM114": (
        "{subject} is not a map of keys",
        "write keys with values, for example `{key}: {{name: value}}`",
    ),
    "IKM115": (
        "{subject} takes one value, not a list or map",
        "write one word or text, for example `{key}: \"...\"`",
    ),
    "IKM116": (
        "{subject} is too small: `{found}`",
        "the least that makes sense here is {limit}",
    ),
    "IKM117": (
        "{subject} is too large: `{found}`",
        "the most that makes sense here is {limit}",
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
        "write a value after the colon, or remove the line; an empty text is written `\"\"`",
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
        "write `{key}: true` or `{key}: false`",
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
}
