"""Problems 6xx: matching, follow-up, and what comes after a list. English."""

from typing import Final

PROBLEMS: Final[dict[str, tuple[str, str]]] = {
    "IKM600": (
        "the list of `{program}` does not follow from its files, so there is nothing to prove",
        "the other problems here say what differs and the way out; then repeat this command",
    ),
    "IKM601": (
        "`{program}` has no list yet, so there is nothing to prove",
        "make one with `ikmctl curate`",
    ),
    "IKM602": (
        "this file is no sound audit kit of ikmctl",
        "use a zip that `ikmctl audit-kit` made, as it came",
    ),
    "IKM603": (
        "this audit kit belongs to the program `{found}`, not `{expected}`",
        "name the right program with `--cohort {found}`",
    ),
    "IKM604": (
        "a revision and an audit kit cannot both be the old state",
        "give either `REV_A` or `--since FILE`",
    ),
    "IKM605": (
        "this list was made by engine {found}, and this ikmctl knows engine {known}: nobody can say here whether it follows",
        "verify it with the ikmctl that wrote it (see CHANGELOG.md), or with the `verify.py` of its audit kit",
    ),
    "IKM606": (
        "{file} does not follow from `private/`: {place} says `{found}` here, `{expected}` there",
        "find out who changed it; a wrong fact is put right with `ikmctl decide correct`, or by importing again",
    ),
    "IKM607": (
        "`verify --deep` needs the register `{file}`, which is not on this computer",
        "bring it back with `ikmctl restore FILE`, or leave `--deep` out",
    ),
    "IKM608": (
        "the list announced for stage `{stage}` does not follow from rules, people, marks and the decisions of that day",
        "compare events.yaml with the signed announcement, and bring back what was changed: `git log -p`",
    ),
    "IKM609": (
        "{list} was written with other events: somebody changed, added or took out a line of events.yaml by hand",
        "compare with `git diff` and the signed papers and bring the line back; where it was right, `ikmctl curate` writes the list anew",
    ),
    "IKM610": (
        "objection {id} is by `{number}`, whom participants.csv does not know",
        "write the participant number as in participants.csv{near:?; `%` is the nearest}",
    ),
    "IKM611": (
        "objection {id} stands in objections.yaml twice",
        "give each objection a number of its own",
    ),
    "IKM612": (
        "objection {id} was received on {received}, outside the objection window {start} to {end}",
        "check the day; whether a late objection counts is for the committee to say, in its answer",
    ),
    "IKM613": (
        "objection {id} was answered on {answered}, before it was received on {received}",
        "put the days right",
    ),
    "IKM614": (
        "{count:#objection is|objections are} still open ({ids})",
        'answer in objections.yaml: `status: accepted` or `rejected`, with `answered` and `answer`{flag:?; to decide all the same: `% "..."`}',
    ),
    "IKM615": (
        "objection {id} of {number} was accepted, and no decision about anybody followed it",
        "record what it changed, such as `ikmctl decide correct {number} ... --document REF`, or say in `answer` that nothing changes",
    ),
    "IKM616": (
        "{list} was written with other words in program.yaml: a title, place, day, signer or header; no rule changed",
        "the list still follows; `ikmctl curate` writes it anew with the new words, `git restore` brings the old ones back",
    ),
    "IKM617": (
        "this list carries no digest of its events and titles: changes in words of events.yaml and program.yaml are not noticed",
        "nothing needs mending; `ikmctl curate` adds the digests to a list that may still be written",
    ),
    "IKM618": (
        "marks.csv does not follow from the sheets in `private/`: {place} says `{found}` here, `{expected}` there",
        "find out who changed it: `git log -p marks.csv`; a wrong mark is put right with `ikmctl decide correct`, or by importing a sheet again",
    ),
    "IKM619": (
        "sheets of marks that are not in `private/`, may not be read, or no longer read as they did: {count} ({sheets}); nobody can say for {marks} marks that such a sheet may have given",
        "put the file back into `private/` where it still exists (imports.csv names it by its digest); else compare these marks with the paper",
    ),
    "IKM620": (
        "program.yaml does not say until when private data is kept",
        "add `privacy: {{retention: 2030-12-31}}`, the day that the archive rules of the office give",
    ),
    "IKM621": (
        "private data is kept until {retention}, and this is {on}",
        "wait until that day has passed; one person is erased earlier with `ikmctl purge --person NUMBER`",
    ),
    "IKM622": (
        "a purge cannot be taken back, and there is no terminal to ask on",
        "add `--yes` if you mean it",
    ),
    "IKM623": (
        "the register was never backed up as it is now",
        "if the archive needs it, stop and run `ikmctl backup -o FILE` first",
    ),
    "IKM624": (
        "there is no private data of `{program}` on this computer",
        "name the office share in IKMCTL_PRIVATE, if it lies there",
    ),
    "IKM625": (
        "the register has no row of `{number}`",
        "check the number with `ikmctl show participants`; perhaps it was erased before",
    ),
    "IKM626": (
        "nothing was purged: the answer was not `{program}`",
        "type the id of the program to agree",
    ),
    "IKM627": (
        "git tracks this file, and personal data is in it (numbers that look like a NIK: {nik}, phone numbers: {phone}, e-mail addresses: {email})",
        'keep the file in private/ and take it out of git: `git rm --cached "{name}"`; once committed it stays in git\'s history: read docs/privacy.md',
    ),
    "IKM628": (
        "nobody could look into this file{what:?: %}",
        "open it and make sure yourself that it holds no personal data; if it does, keep it in private/",
    ),
    "IKM629": (
        "{count:#participant has|participants have} no track yet ({people}); until then they cannot be selected",
        "fill in the track in the workbook of registrations and import it again; the numbers stay the same",
    ),
    "IKM630": (
        "{count:#participant has|participants have} no name yet ({people})",
        "fill in the name in the workbook of registrations and import it again; the numbers stay the same",
    ),
    "IKM631": (
        "{count:#participant has|participants have} no phone number yet ({people}), so `ikmctl report messages` does not reach them",
        "fill in the number in the workbook of registrations and import it again; the numbers stay the same",
    ),
    "IKM632": (
        "{count:#participant has|participants have} no name yet ({people}); whoever of them stands in this document is printed as `{shown}`",
        "fill in the name in the workbook of registrations, import it again, and make the document once more",
    ),
    "IKM633": (
        "`{left}` and `{right}` are the same person by an answer to `ikmctl duplicates`, and both are in this document",
        "decide who receives, and delete the other from this document before it is signed",
    ),
    "IKM635": (
        "the decree that `finalize` recorded has the number `{recorded}`, not `{stated}`; `{printed}` is printed",
        "look at the decree: write its number in program.yaml or after `--number`; if the record is wrong, `ikmctl reopen`, then `ikmctl finalize`",
    ),
    "IKM636": (
        "the number `{number}` was given to `{other}` already, says documents.csv",
        "give another number: `--number`",
    ),
    "IKM637": (
        "the pre-commit hook `{file}` is no shell script, so nothing can be added to it",
        "let that hook itself run `ikmctl git-hook pre-commit`, and stop the commit where it fails",
    ),
    "IKM638": (
        "`decide {act}` is about one participant, and {count} are named",
        "record it once for each of them, for example: `{example}`",
    ),
    "IKM640": (
        "stage `{stage}` cannot be taken up again: stage `{later}`, which takes its people from that list, is decided",
        'take up the later stage first: `ikmctl reopen --stage {later} --decree "..." --reason "..."`',
    ),
    "IKM641": (
        "{id} is admitted to stage `{stage}` already, to a seat `{seat}`; nothing would change",
        "see the list with `ikmctl show shortlist --stage {stage}`; where somebody else is meant, give their number",
    ),
    "IKM642": (
        "`--map {field}=...` is given twice, for `{first}` and for `{second}`",
        "give each field once, with the header that holds it",
    ),
    "IKM643": (
        "what the variable `{variable}` holds is no UTF-8 text",
        "set it anew in this terminal, or give the words in a file: `--passphrase-file FILE`",
    ),
    "IKM644": (
        "the folder `{folder}` after `-C` is not there",
        "check its spelling; it is looked for from where you stand",
    ),
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
        "no stage{stage:? called `%`} matches members with demand lines",
        "{known:?`--stage %` does; else }set `kind: match` on a stage of program.yaml",
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
        "see what is missing with `ikmctl explain {line}`",
    ),
    "IKM661": (
        "outcomes.csv holds nothing on {lacking} after the program",
        "bring the follow-up in with `ikmctl import FILE.xlsx --as outcomes`; one row a person and day, with the source",
    ),
    "IKM662": ("`{value}` is no demand line of partners.yaml", "write the id of the line; known: {known}"),
    "IKM663": (
        "`days: {days}`, but {start} to {end} without {off:#day|days} off makes {found:#training day|training days}",
        "mend `start`, `end` or `off`, or write `days: {found}`",
    ),
    "IKM664": (
        "the class {track} cannot be opened: {eligible} qualify, at least {least} are needed{pending:?; pending: %}",
        "see who lacks what with `ikmctl show scores` and `ikmctl show pending`, or lower `quota: {{min: {least}}}` by a decision of the office",
    ),
    "IKM665": (
        "the public value `{value}` is so short that who wins by which outcome can be worked out beforehand",
        'draw at least {enough} characters, better twenty digits with ten-sided dice{flag:?; to keep this value: `% "..."`}',
    ),
    "IKM670": (
        "{subject} is written with a decimal comma: `{found}`",
        "write `{leaf}: {meant}`, with a point",
    ),
    "IKM671": (
        "{subject} `{found}` is not known yet",
        "this version of ikmctl reads format {limit}: install a newer one, or write `format: {limit}`",
    ),
    "IKM672": (
        "the id of the program `{id}` is not the name of its folder `{folder}`",
        "make them the same, so that `--cohort` and the papers name one program: write `id: {folder}`, or rename the folder",
    ),
    "IKM673": (
        "at least {min} people with `{field}` = `{value}` are wanted, and {count} registered",
        "where registration is over this floor cannot be met: change `min` by a decision of the office, or take more people in",
    ),
    "IKM674": (
        "the region code `{found}` is not in the Kemendagri list of {vintage}",
        'write the Kemendagri code of a regency or city, for example `region: "33.24"` for Kabupaten Kendal',
    ),
    "IKM675": (
        "those who qualify so far cannot keep these rules of stage `{stage}`: {rules}; {count:#pending person|pending people} could still do so",
        "do not relax a rule yet: import what is missing, see `ikmctl show pending --stage {stage}`",
    ),
    "IKM676": (
        "stage `{stage}` has no open tie, so there is nothing to draw",
        'see the next step with `ikmctl status`{flag:?; to draw all the same for ties that may come: `% "..."`}',
    ),
    "IKM677": (
        "there is no folder `{folder}`; nothing was written",
        "make the folder first, or check its spelling",
    ),
    "IKM680": (
        "there is no Word template of `{kind}`, which is made as {forms}",
        "documents with a Word template: {known}",
    ),
    "IKM681": (
        "no date is stated for document `{kind}`; dots stand in its place",
        "write it in program.yaml before it is signed: `documents: {{{spec}: {{date: ...}}}}`",
    ),
    "IKM682": (
        "the template is larger than {packed} MB, or than {unpacked} MB when unpacked",
        "make its pictures smaller, or take them out",
    ),
    "IKM683": (
        "the template uses `{found}`, which templates may not",
        "a template holds placeholders, `if`, and `for` within at most one other `for`; take the rest out",
    ),
    "IKM684": (
        "{number} takes no part in stage `{stage}`",
        "name the stage that the answer is about: `--stage ...`",
    ),
    "IKM685": (
        "there is no export `{found}` below `documents.exports`; known: {known}",
        "write its name as it stands in program.yaml, or add it there: `exports: {{{found}: {{columns: [{{head: Nama, field: name}}]}}}}`",
    ),
    "IKM686": (
        "export `{export}` asks for column `{found}`, which is not known; the nearest: `{near}`",
        "use a known column: a field of the registration, one of `fields`, or {known}",
    ),
    "IKM687": (
        "there is nothing to pay by in stage `{stage}`: no rate is stated, and the stage has no prizes",
        "write `documents: {{payments: {{rate: 150000}}}}` (rupiah for each session attended), or `awards` of the stage",
    ),
    "IKM688": (
        "the rate {rate} is paid by attendance, but this program records no attendance per session",
        "add a mark `attendance: {{per: session, ...}}` and `dates`, or write `per: person` and `people: selected`",
    ),
    "IKM689": (
        "{people:#person|people} on the payment list with sessions without a record; those sessions are not paid",
        "fill in the attendance that is lacking: `ikmctl report attendance`, then `ikmctl import` that file",
    ),
    "IKM690": (
        "payments of {total} are over the budget of {budget} by {over}",
        "check `rate` and `budget` below `documents: {{payments: ...}}`; the list is made all the same and says by how much",
    ),
    "IKM691": (
        "before the messages go out: {unannounced:?the list is not announced; }{without:#person|people} without a phone number",
        (
            "{unannounced:?announce first with `ikmctl announce`}{both:?; }"
            "{unreached:?reach those without a phone number in another way}"
        ),
    ),
    "IKM692": (
        "the certificate number `{found}` has no `{{n}}` in it, so all certificates would carry the same number",
        "write the series, for example `number: 500.9/{{n:03}}/WUB/2025`",
    ),
    "IKM693": (
        "stage `{stage}` asks nobody for consent, so no member may be named",
        "add `- {{rule: consent}}` below `eligibility:` of that stage, then import the members' answers",
    ),
    "IKM694": (
        "stage `{stage}` has no list yet{rules:?: none can keep all of these rules together, %}; this document must not be signed yet",
        "see what could be changed with `ikmctl curate`, then make it again",
    ),
    "IKM695": (
        "{people:#certificate is|certificates are} for people with sessions without a record, and do not say how many they attended",
        "fill in the attendance that is lacking: `ikmctl report attendance`, then `ikmctl import` that file",
    ),
    "IKM696": (
        "the text of the announcement for WhatsApp has {length} characters, and a message is cut after {most}",
        "send the PDF, or divide the text by track before it is sent",
    ),
    "IKM697": (
        "no font of the PDF has some letters of {people:?the name of %}{both:? and of }{own:?what the office wrote in program.yaml}; on paper each is an empty box",
        "write the name as on the identity card, in Latin letters and without pictures, and make the document once more",
    ),
    "IKM698": (
        "document `{kind}` bears the date {found}, but its list was {announced:?announced}{decided:?decided} on {act} only",
        "{spec:?mend `date:` below `%:` in the part `documents:` of program.yaml}{on:?repeat it with `--on %` or a later day}",
    ),
    "IKM699": (
        "judges {judges} gave the same `{mark}` in all {count} cells; one sheet may be a copy of the other",
        "compare with the sheet that each judge signed; where one was copied, ask that judge for marks of their own",
    ),
}
