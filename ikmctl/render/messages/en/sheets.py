"""Problems 2xx and 3xx: spreadsheets, fields, participants, duplicates, in English."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM200": (
        "there is no such spreadsheet",
        "check the spelling of name and folder; files with a similar name in that folder: {near}",
    ),
    "IKM201": (
        "this is a folder, not a spreadsheet",
        "name the file, for example: `ikmctl import data/participants.xlsx`",
    ),
    "IKM202": (
        "the file name holds spaces, so it was read as several files; you may mean `{name}`",
        'put the name in quotes: `ikmctl import "{name}"`',
    ),
    "IKM203": (
        "the file cannot be read: {why}",
        "close it in other programs, check the permissions of its folder and try again",
    ),
    "IKM204": (
        "this file holds {found}, not a spreadsheet, whatever its name ends in",
        "open it in Excel, choose `Save As` with the type `Excel Workbook (*.xlsx)` and import the result",
    ),
    "IKM205": ("there is nothing to read", "check that this is the right file and that it was saved from Excel"),
    "IKM206": (
        "this file is locked with a password",
        (
            "open it in Excel, clear the password under `File > Info > Protect Workbook > Encrypt with Password`,"
            " save, and import again"
        ),
    ),
    "IKM207": (
        "the workbook is damaged and cannot be read ({why})",
        "ask the sender to send it again, or open it in Excel, let Excel repair it, and save it as a new `.xlsx`",
    ),
    "IKM208": (
        "the file is too big: {size} MB, at most {most} MB",
        "remove pictures, sheets and blank rows that are not used, or split it into several files",
    ),
    "IKM209": (
        "the workbook is refused for its odd structure: {what}",
        "copy the table into a new, empty workbook, save it as `.xlsx`, and import the new one",
    ),
    "IKM210": (
        (
            "there is content far outside the table, in cell `{far}`, so this sheet reads as {rows} rows x "
            "{columns} columns"
        ),
        (
            "press `Ctrl+End` in Excel, delete the rows and columns outside the table (`Delete`, not just their "
            "content), save, and import again"
        ),
    ),
    "IKM211": (
        "the workbook holds macros; they are neither run nor read",
        "save it as `Excel Workbook (*.xlsx)` to be rid of this warning",
    ),
    "IKM212": (
        "reading was stopped: {why}",
        "copy the table into a new, empty workbook, save it as `.xlsx`, and import the new one",
    ),
    "IKM213": ("there is no sheet `{sheet}`", "sheets in this file: {sheets}"),
    "IKM214": ("{count} sheets hold a table: {sheets}", 'choose one with `--sheet`, for example: `--sheet "{first}"`'),
    "IKM215": ("the hidden sheet `{sheet}` was not read", 'if it is to be imported: `--sheet "{sheet}"`'),
    "IKM216": (
        "hidden rows or columns were read too: {what}",
        "show them in Excel (`Unhide`) and look; delete what is no data",
    ),
    "IKM217": (
        "no header row was found, and no row was taken for one",
        (
            "write headers in the row right above the data, for example: `Nama Lengkap`, `NIK`, `No. HP`; a guess"
            " from the values: {guess}"
        ),
    ),
    "IKM218": (
        "there is no row of data under the header in row {row}",
        "check that this is the right sheet and the right file",
    ),
    "IKM219": ("more than one column fits `{field}`: {cells}", "choose one by its letter: `--map {field}={letter}`"),
    "IKM220": (
        "the header `{header}` resembles `{alias}` ({likeness} %) but is not the same",
        "if that is right, run with `--map {field}={quoted}`; it is remembered for the next import",
    ),
    "IKM221": ("`--map` names the header `{header}`, which is not there", "headers in this table: {headers}"),
    "IKM222": ("`--map` names the field `{field}`, which is not known", "known fields like it: {near}"),
    "IKM223": (
        "there are letters that are not {encoding}",
        "save it again from Excel as `CSV UTF-8`, or, if it comes from an old program, add `--encoding cp1252`",
    ),
    "IKM224": (
        "there is a destroyed character ({what}): part of the content was lost when the file was saved",
        "take the original file again and save it as `.xlsx` or `CSV UTF-8`",
    ),
    "IKM225": (
        "a quote that opens on this line is never closed properly, so the lines after it may be swallowed",
        'close the quote, or write `""` for a quote inside a value',
    ),
    "IKM226": (
        "this row has {found} cells but the header has {expected}: a value holds the separator without quotes",
        'put quotes round values that hold the separator, for example: `"Jl. Melati 3, Kendal"`',
    ),
    "IKM227": ("this line is longer than {most} KB", "check quotes and line ends; this file may not be a table"),
    "IKM228": (
        "this CSV file was saved twice: each line had become one cell; it was split again at `{inner}`",
        "next time open it in Excel through `Data > From Text/CSV`",
    ),
    "IKM229": ("`--encoding {encoding}` is not known", "common ones: `utf-8`, `cp1252`, `utf-16`"),
}
