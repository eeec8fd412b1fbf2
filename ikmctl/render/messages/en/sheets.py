"""Problems 2xx: spreadsheets and the values in them, in English."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM200": (
        "there is no such spreadsheet",
        (
            "check the spelling of name and folder{near:?; files with a similar name in that folder: %}"
            "{mended:?; `%` is taken away once all its rows came in and need not be imported again}"
        ),
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
        "{save:?open it in Excel, choose `Save As` with the type `Excel Workbook (*.xlsx)` and import the result}{unpack:?unpack it and import the spreadsheet inside}{copy:?ask the sender for the Excel file itself; where there is none, copy the table into a new Excel sheet, check every column, save it and import that sheet}",
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
        "the content of the file is too big: {size} MB, at most {most} MB",
        "remove pictures, sheets and blank rows that are not used, or split it into several files",
    ),
    "IKM209": (
        "the workbook is refused for its odd structure: {what}",
        "copy the table into a new, empty workbook, save it as `.xlsx`, and import the new one",
    ),
    "IKM210": (
        (
            "there is content or formatting far outside the table, in cell `{far}`, so this sheet reads as {rows}"
            " rows x {columns} columns"
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
    "IKM213": ("there is no sheet `{name}`", "sheets in this file: {sheets}"),
    "IKM214": ("{count} sheets hold a table: {sheets}", 'choose one with `--sheet`, for example: `--sheet "{first}"`'),
    "IKM215": ("the hidden sheet `{sheet}` was not read", 'if it is to be imported: `--sheet "{sheet}"`'),
    "IKM216": (
        "hidden rows or columns were read too: {what}",
        "show them in Excel (`Unhide`) and look; delete what is no data",
    ),
    "IKM217": (
        "too few known headers were found, and no row was taken for a header row",
        (
            "write headers in the row right above the data, for example: `Nama Lengkap`, `NIK`, `No. HP`; "
            'say what other headers mean: `--map name="HEADER"`'
            "{guess:?; a guess from the values: %}"
        ),
    ),
    "IKM218": (
        "there is no row of data under the header in row {row}",
        "check that this is the right sheet and the right file",
    ),
    "IKM219": ("more than one column fits `{field}`: {cells}", "choose one by its letter: `--map {field}={letter}`"),
    "IKM220": (
        "the header `{header}` resembles `{alias}` ({likeness} %) but is not the same",
        "{command:?if that is right, run `%`; it is remembered for the next import}{all:?if all of them are right, run `%`, without any `--map` that is not; they are remembered for the next import}{above:?the command stands in the hint for the header at %}",
    ),
    "IKM221": ("`--map` names the header `{header}`, which is not there", "headers in this table: {headers}"),
    "IKM222": ("`--map` names the field `{field}`, which is not known", "known fields like it: {near}"),
    "IKM223": (
        "there are letters that are not {encoding}",
        "save it again from Excel as `CSV UTF-8`, or, if it comes from an old program, add `--encoding {likely}`",
    ),
    "IKM224": (
        "there is a destroyed character ({what}): part of the content was lost when the file was saved",
        "take the original file again and save it as `.xlsx` or `CSV UTF-8`",
    ),
    "IKM225": (
        "a quote that opens in this row is never closed properly, so the rows after it may be swallowed",
        'close the quote, or write `""` for a quote inside a value',
    ),
    "IKM226": (
        "this row has {found} cells but the header has {expected}: a value holds the separator without quotes",
        'put quotes round values that hold the separator, for example: `"Jl. Melati 3, Kendal"`',
    ),
    "IKM227": ("this row is longer than {most} KB", "check quotes and line ends; this file may not be a table"),
    "IKM228": (
        "this CSV file was saved twice: each line had become one cell; it was split again at `{inner}`",
        "next time open it in Excel through `Data > From Text/CSV`",
    ),
    "IKM229": ("`--encoding {encoding}` is not known", "common ones: `utf-8`, `cp1252`, `utf-16`"),
    "IKM230": (
        "cells merged downwards were repeated in each of their rows: {cells}",
        "check that the value holds for all of these rows; it is safer without `Merge Cells`",
    ),
    "IKM240": ("`{field}`: the cell shows the Excel error `{found}`", "mend the formula in Excel, or type the value"),
    "IKM241": (
        "`{field}`: the cell holds a formula whose result is not stored",
        "open the file in Excel, save it and run this again; or paste as values (`Paste Special > Values`)",
    ),
    "IKM242": (
        "`{field}`: the cell holds {length} characters, at most {most} fit",
        "shorten it; the column may have been mixed up with another",
    ),
    "IKM243": (
        "`{field}`: `{found}` is not a whole number",
        "write digits only, for example `5`; zero is `0`, not known is blank",
    ),
    "IKM244": (
        "`{field}`: `{found}` is not a number",
        "write a number, for example `12,5` or `12.5`; leave the cell blank if it is not known",
    ),
    "IKM245": (
        "`{field}`: `{found}` is less than {least}, the least allowed",
        "check the number; the limit of this column stands in program.yaml (`min:`)",
    ),
    "IKM246": (
        "`{field}`: `{found}` is more than {most}, the most allowed",
        "check the number; the limit of this column stands in program.yaml (`max:`)",
    ),
    "IKM247": (
        "`{field}`: `{found}` can be read in two ways, such as fifteen hundred or one and a half",
        (
            "write it without separators or with its unit, for example `1500000` or `1,5 juta`; or give the column "
            "`min:` and `max:` in program.yaml"
        ),
    ),
    "IKM248": ("`{field}`: `{found}` is not known", "{known:?use one of: %}"),
    "IKM249": ("`{field}`: `{found}` is not in the list", "did you mean `{near}`? write it exactly so"),
    "IKM250": (
        "`{field}`: stored as a number ({digits} digits); Excel keeps 15 digits and turns the rest into 0",
        (
            "format the column as `Text` in Excel, then type the number again from the card; changing the format "
            "alone does not bring the digits back"
        ),
    ),
    "IKM251": (
        "`{field}`: the number was turned into scientific notation (like `3.32E+15`), its digits are gone",
        "format the column as `Text` in Excel, then type the number again from the document",
    ),
    "IKM252": (
        "`{field}`: this NIK has {digits} digits instead of 16",
        "copy it again from the identity card: 16 digits without blanks",
    ),
    "IKM253": (
        "`{field}`: the NIK holds letters or signs besides digits",
        "copy it again from the identity card; the letter O is often typed for the digit 0",
    ),
    "IKM254": (
        "`{field}`: digits 7 to 12 of the NIK are no birth date of the calendar",
        "copy it again from the identity card; for women 40 is added to the day",
    ),
    "IKM255": (
        "`{field}`: digits {digits} of the NIK are no known region code",
        "copy it again from the identity card; if the card says so, report it",
    ),
    "IKM256": (
        "`{field}`: the NIK ends in 0000; serials start at 0001",
        "copy it again from the identity card; the last digits may have been lost in a number column",
    ),
    "IKM257": (
        "`{field}`: {share} % of the NIKs in this column end in 0; about 10 % is usual",
        "the column may once have been stored as numbers; compare some NIKs with the cards before you go on",
    ),
    "IKM258": (
        "`{field}`: stored as a number of {digits} digits; the leading zero is gone ({expected} are expected)",
        "format the column as `Text` in Excel, then type it again with its leading zero",
    ),
    "IKM259": (
        "`{field}`: the number has {digits} digits instead of {expected}",
        "copy it again from the document; leave it blank if there is none",
    ),
    "IKM260": (
        "`{field}`: `{found}` has no full date and is counted from {day}",
        "write the full date if it is known, for example `17-08-2015`",
    ),
    "IKM261": (
        "`{field}`: the check digit of the NPWP does not fit, two digits may be swapped",
        "compare it with the card",
    ),
    "IKM262": (
        "`{field}`: `{found}` is no KBLI code (5 digits); taken as blank",
        "write five digits, for example `10794`",
    ),
    "IKM263": ("`{field}`: `{found}` belongs to no division of KBLI 2020 or 2025", "check the code at OSS"),
    "IKM264": ("`{field}`: `{found}` was read as {near}", "nothing to do if that is right; else mend the spelling"),
    "IKM265": ("`{field}`: not a phone number ({digits} digits)", "write one number, for example `0812-0000-1234`"),
    "IKM266": (
        "`{field}`: {count} values in one cell, the first is used",
        "change their order if the first is not the main one",
    ),
    "IKM267": ("`{field}`: not an e-mail address; taken as blank", "mend it; the form is `name@example.org`"),
    "IKM268": (
        "`{field}`: `{found}` is not a date",
        "write day-month-year, for example `17-08-1987` or `17 Agustus 1987`",
    ),
    "IKM269": (
        "`{field}`: there is no date or time `{found}`",
        "check the day: there is no 31 February, and 29 February only in leap years",
    ),
    "IKM270": (
        "`{field}`: `{found}` seems to be month/day/year",
        "write the day first, for example `17-08-1987`; in Google Sheets set `File > Settings > Locale` to Indonesia",
    ),
    "IKM271": (
        "`{field}`: the year has two digits and was read as {year}{century:?a year of the %s}",
        "write four digits if that is wrong",
    ),
    "IKM272": (
        "`{field}`: the date `{found}` cannot be in this column",
        "check the year; a birth date cannot come after the program's day `as_of`",
    ),
    "IKM273": (
        "`{field}`: `{found}` is per day, week or month and was kept as written",
        "write the yearly amount if that is what the column asks",
    ),
    "IKM274": (
        "`{field}`: `{found}` may be a civil servant, soldier or police officer, or not; it stays open",
        "write `ASN`, `TNI`, `Polri`, or a clear occupation such as `Guru honorer` or `Karyawan swasta`",
    ),
    "IKM275": (
        "`{field}`: no region is called `{found}`",
        "{near:?the most similar name: %; }a Kemendagri code is fine too, for example `33.24.08`",
    ),
    "IKM276": (
        "`{field}`: several regions are called `{found}`: {choices}",
        "write `Kabupaten` or `Kota` before it, or its code",
    ),
    "IKM277": ("`{field}`: `{found}` is not part of {inside}", "check both columns; one of them is wrong"),
    "IKM278": (
        "`{field}`: no track is called `{found}`{near:?; the most similar: %}",
        "the tracks are {known}; add other words for a track in program.yaml, for example `aliases: [mebel]`",
    ),
    "IKM279": (
        "`{field}`: no group is called `{found}`{near:?; the most similar: %}",
        (
            "the groups are {known}; add other words for a group in program.yaml under `groups:`, for example "
            "`aliases: [...]`"
        ),
    ),
    "IKM280": (
        "`{field}`: `{found}` cannot be a participant number",
        "use letters, digits, dots, slashes or hyphens, at most 32, for example `P017`",
    ),
    "IKM281": (
        "`{field}`: the participant number has 16 digits and looks like a NIK",
        "a NIK must not serve as participant number; leave it blank and a number is given",
    ),
    "IKM282": (
        "`{field}`: `{found}` is no amount in rupiah",
        "write a number, for example `3500000`, `Rp 3.500.000` or `3,5 juta`",
    ),
    "IKM283": (
        "`{field}`: a range, not one number; it is used only where all of it falls into one band",
        "write one number if it is known",
    ),
    "IKM284": (
        "`{field}`: the birth date differs from the NIK in `{parts}`",
        "dd day, mm month, yy year; compare both with the identity card, the row is kept",
    ),
    "IKM285": ("`{field}`: the gender differs from the NIK", "compare both with the identity card; the row is kept"),
    "IKM286": (
        "`{field}`: the NIK was issued in another regency than the address",
        "usual for people who moved; domicile is judged by the address, not by the NIK",
    ),
    "IKM287": ("`{field}`: `{found}` is no attendance code", "the codes in use are {known}"),
    "IKM288": (
        "`{field}`: the mark `{found}` is out of another maximum than {most}",
        "change the points of the quiz, or `max:` of the mark in program.yaml; marks are never re-scaled",
    ),
    "IKM289": ("`{field}`: does not look like a name (`{found}`)", "check whether the columns were mixed up"),
    "IKM290": (
        "this file holds plain text, not a spreadsheet: no line of it holds headers",
        "choose the spreadsheet to import (`.xlsx`, `.xls`, `.ods` or `.csv`); notes and program.yaml are not imported",
    ),
    "IKM291": (
        "`--year {found}` is not a year that a list can speak of",
        "write four digits, for example `--year 2023`",
    ),
    "IKM292": (
        "`{field}`: `{found}` cannot be, the least is {least}",
        "correct the number; if it is not known, leave the cell blank",
    ),
    "IKM293": (
        "this pair is answered both ways; compare with {cells}",
        "keep the right answer, and clear the other or delete its row",
    ),
    "IKM294": (
        "this row names participant {id} on both sides",
        "use the workbook of `ikmctl duplicates` and leave its numbers as they are",
    ),
    "IKM295": (
        "this workbook holds answers that have not come in ({count}); it was left as it is",
        "bring them in: `{command}`; or move it to another folder, and run this again",
    ),
    "IKM296": (
        "this workbook is filled in and has not come in; making it anew would lose what stands in it",
        "bring it in (`{command}`), or move it to another folder; then run this again",
    ),
    "IKM297": (
        "{id} is the number of a participant with another identity, name and phone; nothing says that it is the same person",
        "for another person clear the number or write `NEW` there; for the same one, write the name as it was before",
    ),
    "IKM298": (
        "sheet of judge `{judge}`: number `{id}` stands in several rows ({cells}), while {lacking} is missing",
        "ask the judge whose row is whose, write the number back, then collect again",
    ),
    "IKM299": (
        "this sheet of judge `{judge}` is still empty from end to end; nothing was taken from it",
        "collect the file that the judge sent back; a printed sheet (`-cetak`) is typed into one from `ikmctl sheets make` first",
    ),
}
