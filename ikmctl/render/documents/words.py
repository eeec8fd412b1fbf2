"""The sentences of a document: its own `TEXTS` in both languages first, then what all documents share."""

from collections.abc import Mapping
from typing import TypeAlias

from ikmctl.domain.diagnostic import Param
from ikmctl.render.messages.lookup import fill, text

Texts: TypeAlias = Mapping[str, Mapping[str, str]]
"""Language -> key -> sentence, the same keys and placeholders in each language."""


class Words:
    """`say = Words(report.lang, TEXTS)`, then `say("title")`; foreign text in parameters is neutralised."""

    def __init__(self, lang: str, texts: Texts) -> None:
        self.lang = lang
        self._own = texts[lang]

    def __call__(self, key: str, /, **params: Param) -> str:
        """One sentence with its parameters filled in."""
        if key in self._own:
            return fill(self._own[key], params)
        return text(self.lang, f"doc.{key}", **params)
