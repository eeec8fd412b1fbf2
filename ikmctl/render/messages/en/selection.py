"""Problems 5xx: selection, locks, verify, in English."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM500": (
        "the decision names `{number}`, who takes no part in stage `{stage}`",
        "see the numbers with `ikmctl show participants`",
    ),
    "IKM501": (
        "`{number}` is to be reinstated, but neither withdrew nor was disqualified",
        "remove the entry, or name the right number",
    ),
    "IKM502": (
        "`{people}` are not tied in stage `{stage}`, so an order among them changes nothing",
        "see open ties with `ikmctl show shortlist`",
    ),
    "IKM503": (
        "an order of the jury settles no tie here: `ties` of stage `{stage}` does not name `panel`",
        "settle the tie with `ikmctl draw`, or add `panel` to `selection.ties` and lock the rules again",
    ),
    "IKM504": (
        "`{act}` cannot change the decided list of stage `{stage}`",
        'take the list up again first: `ikmctl reopen --decree "..." --reason "..."`',
    ),
    "IKM505": (
        "the correction of `{number}` replaces `{old}`, but `{found}` is recorded",
        "write the recorded value after `old`, or remove the entry",
    ),
    "IKM506": (
        "`{number}` cannot be admitted: no seat is free or a limit is full (`{rule}`)",
        "admit with `--seat extra`, or free a seat by a recorded withdrawal first",
    ),
    "IKM508": (
        "the first {count} entries of decisions.yaml are not those that this event recorded",
        "restore decisions.yaml with `git checkout`; later decisions are appended, never put in between",
    ),
    "IKM509": (
        "no list can keep these rules of stage `{stage}` together: {rules}",
        "{cause:?most people are out because of %; }relax one of them in program.yaml; nothing is relaxed by itself",
    ),
    "IKM510": (
        "rebuilding stage `{stage}` no longer gives the list that was decided",
        "see what changed with `ikmctl diff`; restore the inputs, or `ikmctl reopen`",
    ),
    "IKM511": (
        "the seed of this draw of stage `{stage}` does not follow from the locks and the public value",
        "restore events.yaml with `git checkout`; a new draw needs `ikmctl void draw`",
    ),
    "IKM512": (
        "the rules of stage `{stage}` are not those of lock {number}",
        'restore program.yaml, or lock again with a reason: `ikmctl lock rules --stage {stage} --reason "..."`',
    ),
    "IKM513": (
        "participants, marks or recusals of stage `{stage}` are not those of lock {number}",
        'restore them, or lock again with a reason: `ikmctl lock pool --stage {stage} --reason "..."`',
    ),
    "IKM514": (
        "this event was recorded by engine {found}, which this version does not know (it knows {known})",
        "use the ikmctl version that knows it: `pip install --upgrade ikmctl`",
    ),
    "IKM515": (
        "stage `{stage}` is decided; its list is frozen",
        'take it up again with `ikmctl reopen --stage {stage} --decree "..." --reason "..."`',
    ),
    "IKM516": (
        "lock {number} of `{what}` replaces an earlier one, so it needs a reason",
        'add `--reason "..."`; every output shows it',
    ),
    "IKM517": (
        "the public value `{value}` holds something else than letters and digits",
        "give the digits as drawn, for example `--value 83920174659201746382`",
    ),
    "IKM518": (
        "stage `{stage}` has a draw in force; tickets are never drawn twice",
        'if it was wrong, cancel it first: `ikmctl void draw --reason "..."`',
    ),
    "IKM519": (
        "a draw needs both locks; `{what}` of stage `{stage}` is not locked",
        "run `ikmctl lock {what} --stage {stage}` before the public value is known",
    ),
    "IKM520": (
        "`{what}` of stage `{stage}` changed after its lock, so the draw is refused",
        'lock again with a reason: `ikmctl lock {what} --stage {stage} --reason "..."`',
    ),
    "IKM521": (
        "the rules let the jury settle this tie before a draw: {people}",
        'record the jury\'s order with `ikmctl decide order`, or say why it declined with `--reason "..."`',
    ),
    "IKM522": (
        "the rules of stage `{stage}` settle no tie by lot: `ties` does not name `ticket`",
        "add `ticket` to `selection.ties` and lock the rules again",
    ),
    "IKM523": (
        "lots drawn by hand need a witness",
        "add `--witness ROLE`",
    ),
    "IKM524": (
        "lots must name everybody of one open tie, each once; open ties: {ties}",
        "repeat with these numbers in the order in which they were drawn",
    ),
    "IKM525": (
        "stage `{stage}` has no draw in force",
        "see events.yaml",
    ),
    "IKM526": (
        "`{what}` needs a written reason",
        'add `--reason "..."`; it is printed in the minutes',
    ),
    "IKM527": (
        "the list of stage `{stage}` is announced already",
        "after the objection window decide it with `ikmctl finalize`",
    ),
    "IKM528": (
        "stage `{stage}` of `{program}` has nobody selected",
        "see how many are eligible and pending with `ikmctl status`, and why, one by one, with `ikmctl explain NUMBER`",
    ),
    "IKM529": (
        "{count:#tie is|ties are} not settled yet, the first: {people}",
        "settle them with `ikmctl draw` or `ikmctl decide order`; until then nobody can say whose list it would be",
    ),
    "IKM530": (
        "the objection window ends on {end}, after {on}",
        'wait, or give the reason with `--reason "..."`',
    ),
    "IKM531": (
        "{count:#pending participant|pending participants} could still reach the list: {people}",
        'import what is missing, or give the reason with `--reason "..."`',
    ),
    "IKM532": (
        "the list was made with `--per-track {found}`, which differs from program.yaml",
        'curate without it, or give the reason with `--reason "..."`',
    ),
    "IKM533": (
        "stage `{stage}` is not decided, so there is nothing to reopen",
        "it can still change: `ikmctl curate --stage {stage}`",
    ),
    "IKM534": (
        "whether the rules of stage `{stage}` can be met together was not settled within the search limit",
        "install the solver with `python -m pip install highspy`, or use fewer balance rules at once",
    ),
    "IKM535": (
        "there is nobody in participants.csv, so there is no pool to lock",
        "bring them in with `ikmctl import FILE.xlsx`",
    ),
    "IKM536": (
        "the draw does not say where its value comes from",
        'give it with `--source "..."`, so that anybody can look it up: which dice, whose throw, which published number',
    ),
    "IKM537": (
        "the day {on} is before {latest}, when the last event before it was recorded",
        "write the day on which it happened with `--on`; what is recorded happened one after the other",
    ),
    "IKM538": (
        "the list is announced on {on}, before the day that program.yaml promises ({announce})",
        "keep to the promised day, or change `schedule.announce` and tell applicants",
    ),
    "IKM539": (
        "the list of stage `{stage}` as it stands was not announced{end:? before the objection window ended on %}, so nobody could object",
        '{end:?write a new window in program.yaml (`schedule.objection`) and lock the rules again with a reason, }{command:?announce the list with `%`, }or give the reason to `finalize` with `--reason "..."`',
    ),
    "IKM540": (
        "`{number}` cannot be admitted: no track of the program is known of them",
        "write one of the tracks into their registration and import it again; where the list is decided, `ikmctl reopen` it first",
    ),
    "IKM541": (
        "the day {on} is yet to come",
        "write the day on which it happened with `--on`, or leave it out; what is recorded cannot be taken back",
    ),
    "IKM542": (
        "`{found}` stands in our texts for words of yours, so it is no value for `{flag}`",
        "write what stands on your paper after `{flag}`",
    ),
    "IKM543": (
        "{list} was written with other events than events.yaml holds now, and is now written anew with these; digest before: {old}, now: {new}",
        "see what changed with `ikmctl diff`, and compare the digest of the events on the signed minutes; where nobody meant to change it, bring events.yaml back first",
    ),
    "IKM544": (
        "`{act}` of {on} cannot have happened where it stands: {decided:?the list was decided by then}{open:?no list was decided by then}{drawn:?a draw was in force by then}{undrawn:?there was no draw to cancel}",
        "an entry before it was changed or taken out by hand, or this one was added; compare with `ikmctl diff` and the signed papers, and bring events.yaml back",
    ),
    "IKM545": (
        "the commit would not hold this file as it lies here, so nobody can say whether the list that is committed follows",
        "run `git add` with this file too, or bring it back with `git restore`; then commit again",
    ),
    "IKM546": (
        "`{flag}` was given without any words",
        'write them behind it, for example `{flag} "..."`; what is recorded has somebody who did it, and a reason says something',
    ),
    "IKM547": (
        "{count:#participant has|participants have} no row in `private/` ({people}): it was erased, or they were written in by hand; nobody can say whether their facts and marks are true",
        "compare them with the paper; a row that is erased with `ikmctl purge --person` leaves number and facts",
    ),
    "IKM548": (
        "`{id}` takes no part in stage `{stage}`, because stage `{before}` did not select them",
        "see why with `ikmctl explain {id} --stage {before}`",
    ),
    "IKM549": (
        "mark `{mark}` belongs to stage `{other}`, so correcting it in stage `{stage}` changes nothing",
        "correct it in its own stage: `--stage {other}`, or `stage: {other}` in decisions.yaml",
    ),
    "IKM551": (
        "{id} is out of stage `{stage}` already",
        "bring them back with `ikmctl decide reinstate {id}`",
    ),
    "IKM552": (
        "{number} comes in by decision{cause:?, though out by the rules: %}{pending:?, though still pending}{over:?; track `{track}` then has % people for {seats:#seat|seats}}",
        "where that is not meant, take it back with `ikmctl decide withdraw {number}`; whoever decided it answers for it, and the minutes print it",
    ),
    "IKM553": (
        "there is no program.yaml in this folder",
        "start a program with `ikmctl init ID`, or choose one with `--cohort`",
    ),
    "IKM554": (
        "there is no check named `{found}`",
        "the checks are: {known}",
    ),
    "IKM555": (
        "`--per-track` is at least 1, found {found}",
        "write the seats of each track, for example `--per-track 10`",
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
        "first see what was changed, with `git log` or `ikmctl diff`; where the change is right, run `ikmctl curate`; where not, bring the file back with `git restore`",
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
        "{count:#pending person|pending people} cannot be ruled out from the list yet: {people}",
        'see what is missing with `ikmctl show pending --stage {stage}`, import the sheet, then `ikmctl curate` again; or `ikmctl curate --accept-pending --reason "..."`',
    ),
    "IKM565": (
        "{count:#seat stays|seats stay} empty in track `{track}`: {few:?too few people qualify}{barred:?of those who qualify and are not on the list (%), the rules let nobody take one}{rules:? (%)}{pending:?; % pending could still do so}",
        '{pending:?first import what is missing, see `ikmctl show pending --stage {stage}`; }{cause:?most people are out because of %; }{person:?why one of them is: `ikmctl explain %`; }{free:?by decision % could come in: `ikmctl decide admit % --seat quota --by ROLE --reason "WHY"`; }where nothing of that helps, the seats stay empty',
    ),
    "IKM566": (
        "stage `{stage}` cannot be worked out yet: the stage before it is not decided",
        "decide stage `{before}` first: `ikmctl finalize --stage {before}`",
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
        "{near:?did you mean `%`? }the tracks are: {known}",
    ),
    "IKM570": (
        "there is no participant `{found}`",
        "{near:?did you mean %? }see the numbers with `ikmctl show participants`",
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
        "bring it back with `ikmctl restore FILE`, or {leave:?leave out `%`}{take:?add `%`}",
    ),
    "IKM574": (
        "program `{found}` exists already",
        "choose another id, or open it with `--cohort {found}`",
    ),
    "IKM575": (
        "`{found}` cannot be the id of a program",
        "use lower-case letters, digits and hyphens, at most 48, for example `{example}`",
    ),
    "IKM576": (
        "there is no program kind `{found}`",
        "the kinds are: {known}",
    ),
    "IKM577": (
        "{code:?there is no code `%`}{other:?`%` is no participant, code or key of program.yaml}",
        "{near:?did you mean `ikmctl explain %`? }for example: `ikmctl explain P017`, `ikmctl explain IKM104`, `ikmctl explain tracks.quota`; all rules: `ikmctl explain stages.eligibility.rule`",
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
    "IKM581": (
        "this program has no participants yet",
        "import their list first: `ikmctl import FILE.xlsx`",
    ),
    "IKM582": (
        "this program is not in a git repository, git refuses to open it, or git is not installed",
        "see what `git status` says; without git, compare with an audit kit: `ikmctl diff --since KIT.zip`",
    ),
    "IKM583": (
        "git knows no revision `{found}`",
        "see the revisions with `git log --oneline`",
    ),
    "IKM584": (
        "git tracks this file, and it holds a number that looks like a NIK",
        "take the number out and keep it in private/; once committed it stays in git's history: read docs/privacy.md",
    ),
    "IKM585": (
        "git tracks this file, and it holds a phone number",
        "take the number out; phone numbers belong in private/ alone",
    ),
    "IKM586": (
        "git tracks this file, and it holds an e-mail address",
        "take the address out; e-mail addresses belong in private/ alone",
    ),
    "IKM587": (
        "git could not be set up in this clone",
        "check that the folder .git may be written",
    ),
    "IKM588": (
        "this clone pushes to {host}; the repository of a real program must be closed",
        "make sure that it is private; numbers and facts of participants are personal data still (docs/privacy.md)",
    ),
    "IKM590": (
        "stage `{stage}` has no judged marks, or nobody who is to be marked",
        "state `marks:` with `per: judge` and `panel.judges` in program.yaml, then import participants",
    ),
    "IKM591": (
        "this file is no judge's sheet made by `ikmctl sheets make`: there is no code in A4",
        "for sheets of your own use `ikmctl import FILE --as marks`",
    ),
    "IKM592": (
        "this sheet belongs to `{found}`",
        "open that program with `--cohort`, or look for the right file",
    ),
    "IKM593": (
        "the sheet of judge `{judge}` was made for other participants or another rubric than now",
        "make it again with `ikmctl sheets make --stage {stage}` and copy the marks into the new sheet",
    ),
    "IKM594": (
        "judge {judge}, {id}, `{item}`: `{found}` is not a number",
        "write a number between {low} and {high}",
    ),
    "IKM595": (
        "judge {judge}, {id}, `{item}`: `{found}` is outside the scale {low} to {high}",
        "ask the judge, mend the cell, then collect again",
    ),
    "IKM596": (
        "judge {judge}, {id}, `{item}`: still empty",
        "let the judge fill it in, then collect again; empty does not count as zero",
    ),
    "IKM597": (
        "judge {judge}, {id}, `{item}`: this grey cell must stay empty",
        "this judge does not mark that participant (another track, or stepped aside); clear the cell",
    ),
    "IKM598": (
        "the sheet of judge `{judge}` was altered: it says `{found}` here, expected `{expected}`",
        "restore the cell, or make a new sheet with `ikmctl sheets make`",
    ),
    "IKM599": (
        "judge {judge}, {id}, `{item}`: the file {other} holds another mark",
        "collect only the file that is right",
    ),
}
