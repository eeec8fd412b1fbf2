"""Problems 9xx: files, machine, bugs, in English."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM900": (
        "there is no file `{file}`",
        "check the name and the folder",
    ),
    "IKM901": (
        "`{file}` is a folder, not a file",
        "name a file inside of it",
    ),
    "IKM902": (
        "no permission to read or write `{file}`",
        "ask for the right to use this folder, or clear its read-only mark",
    ),
    "IKM903": (
        "`{file}` is not UTF-8 text",
        "save it again as UTF-8; in Excel: CSV UTF-8, in Notepad: Encoding UTF-8",
    ),
    "IKM904": (
        "`{file}` is larger than {limit} MB",
        "this is not a file that ikmctl wrote; check whether it is the right one",
    ),
    "IKM905": (
        "the computer could not read or write `{file}` ({error}); nothing was changed",
        "try again; if it fails again, check the disk or the network share",
    ),
    "IKM906": (
        "the disk is full: `{file}` could not be written; nothing was changed",
        "free some space and run the command again",
    ),
    "IKM907": (
        "another ikmctl command has been writing to these programs for more than {seconds} seconds",
        "wait until it is done, or close the window in which it hangs, and run the command again",
    ),
    "IKM908": (
        "an earlier command was cut off while it wrote; files may be half old and half new",
        "run any command that writes, for example `ikmctl curate`: it finishes or takes back the earlier write first",
    ),
    "IKM909": (
        "`{file}` is open in another program; nothing was changed",
        "close it in Excel (or wait for the virus scanner) and run the command again",
    ),
    "IKM910": (
        "`{file}` leads out of the folder of the program through a link; nothing was written",
        "remove the link; to keep private data on an office share set IKMCTL_PRIVATE",
    ),
    "IKM911": (
        "`{file}` was changed by somebody else while this command worked; nothing was written",
        "run the command again: it starts from the file as it is now",
    ),
    "IKM920": (
        "`{file}` cannot be read as a table: a quote is not closed, or there is no header",
        "restore it from git or a backup, or write it anew with `{command}`",
    ),
    "IKM921": (
        "`{file}` has no column `{column}`",
        "write it anew with `{command}`",
    ),
    "IKM922": (
        "`{file}` has a column that no rule names: `{column}`",
        "remove the column; public files hold only what rules and scores use",
    ),
    "IKM923": (
        "`{file}` was saved again by a spreadsheet program",
        "write it anew with `{command}`, and look at it with `ikmctl show` rather than in Excel",
    ),
    "IKM924": (
        "line has {found} cells where {expected} are expected",
        "text with a comma needs quotes around it",
    ),
    "IKM925": (
        "column `{column}` does not hold what it should",
        "such a cell looks like `{example}`; `{command}` writes the file anew",
    ),
    "IKM926": (
        "`{found}` stands in line {line} already",
        "keep one of the two lines",
    ),
    "IKM930": (
        "no program found: no program.yaml here or above, and no `cohorts/` with one",
        (
            "{misnamed:?`%` looks like the program: rename that file to `program.yaml` (in Notepad: `Save as`, type `All Files`)}"
            "{none:?go to the folder that holds `cohorts/`, or start one with `ikmctl init %`}"
        ),
    ),
    "IKM931": (
        "several programs are possible: {names}",
        "name one with `--cohort`, or go to its folder",
    ),
    "IKM932": (
        "no program `{found}`",
        "{misnamed:?`%` looks like the program: rename that file to `program.yaml` (in Notepad: `Save as`, type `All Files`)}{names:?programs found: %}{none:?there is no program here yet; begin with `ikmctl init %`}",
    ),
    "IKM940": (
        "an earlier command was cut off while it wrote; its write is now ended, and all files belong together",
        "look with `git diff` or `ikmctl status` whether that command has to be run again",
    ),
    "IKM941": (
        "{subject} cannot be a folder: `{found}`",
        "take another id; Windows keeps names such as `con` and `nul` for itself, and a program has its own `private`, `reports` and `sample`",
    ),
    "IKM942": (
        "the words of `{flag}` hold {most:?an invisible character, or are longer than % characters}{nik:?a number that looks like a NIK}{phone:?a phone number}{email:?an e-mail address}",
        "{most:?type them anew instead of pasting them, and put long texts into the document that you name}{nik:?leave it out; a participant number says who it is}{phone:?leave it out; phone numbers belong in private/ alone}{email:?leave it out; addresses belong in private/ alone}",
    ),
    "IKM960": (
        "participants.csv has no column `{found}`",
        "the columns that can be corrected: {known}",
    ),
    "IKM961": (
        "the register of identities of this program is not on this computer",
        "import the list of participants first, or bring the register back with `ikmctl restore FILE`",
    ),
    "IKM962": (
        "stage `{stage}` has no criteria: people are ordered by `order:`, not by a score",
        "see the order with `ikmctl show shortlist --stage {stage}`",
    ),
    "IKM963": (
        "`{file}` is open in another program, so the new one was written as `{beside}`",
        "close the old file in Excel or Word and go on with `{beside}`",
    ),
    "IKM970": (
        "there is no document of kind `{found}`",
        "the kinds are: {known}",
    ),
    "IKM971": (
        "the document `{kind}` is not made in that form",
        "endings that the file may have: {known}",
    ),
    "IKM972": (
        "stage `{stage}` still has undecided ties; this document must not be signed yet",
        "settle them with `ikmctl draw` or `ikmctl decide order`, then make it again",
    ),
    "IKM973": (
        "the rules of stage `{stage}` were never locked; the document says so",
        "lock the rules before marks arrive next time: `ikmctl lock rules`",
    ),
    "IKM974": (
        "the template is no Word file that can be read",
        "save it in Word as .docx, in the program's folder or one above it, and write its name relative to program.yaml",
    ),
    "IKM975": (
        "the template has a placeholder that this document does not know: `{found}`{near:?; nearest: `%`}",
        "placeholders of this document: {known}",
    ),
    "IKM976": (
        "the template cannot be filled in: {fault}",
        "placeholders are written {{{{ name }}}}, repeated rows {{%tr for one in list %}} ... {{%tr endfor %}}",
    ),
    "IKM977": (
        "a {form} file needs the Python package `{package}`, which is not installed",
        'run `python -m pip install "ikmctl[documents]"`',
    ),
    "IKM978": (
        "document `{kind}` has no number yet; dots stand in its place",
        "write it in program.yaml before it is signed: `documents: {{{spec}: {{number: ...}}}}`, or give it with `--number`",
    ),
    "IKM979": (
        "`report {kind}` must be told about whom or what",
        "for example `ikmctl report {kind} {example}`",
    ),
    "IKM980": (
        "ikmctl made a mistake of its own ({kind}); nothing was lost",
        "report it and attach `{log}`; it holds no personal data",
    ),
    "IKM981": (
        "the computer refuses `{file}`: {reason}",
        "check the name, whether another program has it open, and your permission to use it",
    ),
    "IKM982": (
        "there is no command `{found}`",
        "see all commands with `ikmctl --help`",
    ),
    "IKM983": (
        "there is no command `{found}`",
        "did you mean `ikmctl {near}`?",
    ),
    "IKM984": (
        "`ikmctl {command}` has no flag `{found}`",
        "see its flags with `ikmctl {command} --help`",
    ),
    "IKM985": (
        "`{found}` does not fit {flag}",
        "choose one of: {known}",
    ),
    "IKM986": (
        "{flag} needs a whole number: `{found}`",
        "write digits only, for example `{flag} 10`",
    ),
    "IKM987": (
        "{flag} needs a day of the calendar: `{found}`",
        "write `2025-10-02`, `2-10-2025` or `2 Oktober 2025`",
    ),
    "IKM988": (
        "there is no program below this folder",
        "go to the folder that holds `cohorts/`, or start a program with `ikmctl init ID`",
    ),
    "IKM989": (
        "`ikmctl {command}` has no flag `{found}`",
        "did you mean `{near}`?",
    ),
    "IKM990": (
        "`ikmctl {command}` needs {name}",
        "{example:?for example: `%`; }see how with `ikmctl {command} --help`",
    ),
    "IKM991": (
        "{flag} needs a value",
        "write it after the flag; see `ikmctl {command} --help`",
    ),
    "IKM992": (
        "`ikmctl {command}` takes no further word: `{found}`",
        "put a text with blanks between quotes; see `ikmctl {command} --help`",
    ),
    "IKM993": (
        "the command line is not understood: {found}",
        "see `ikmctl {command} --help`",
    ),
    "IKM994": (
        "the computer refuses to go on: {reason}",
        "free some space, check the connection of the drive, then run the command again",
    ),
    "IKM995": (
        "`ikmctl draw` takes either a public value or lots drawn by hand",
        'write `ikmctl draw --value 83920174659201746382 --source "..."` or `ikmctl draw --by-lot P017 P031 --witness "..."`',
    ),
    "IKM996": (
        "`--map {found}` does not say which header is meant",
        'write `--map FIELD=HEADER`, for example `--map nik="No KTP"`',
    ),
    "IKM997": (
        "a passphrase is needed, and nobody can be asked here",
        "name a file with `--passphrase-file FILE`, or set the variable {variable}",
    ),
    "IKM998": (
        "the two passphrases differ",
        "run the command again and type the same words twice",
    ),
}
