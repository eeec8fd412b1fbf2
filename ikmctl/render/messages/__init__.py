"""The words, by language: one folder per language, the same keys and placeholders in each.

`problems.*` modules map a code (`IKM104`) to `(text, hint)`; `reasons`, `talk` and `help` map keys to
text. Placeholders are `str.format` fields. A language is one folder and one entry in LANGUAGES.
"""

LANGUAGES = ("id", "en")
