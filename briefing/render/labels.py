"""The words a briefing is printed with, in Chinese and English.

`words(lang)` returns every fixed text of the templates by name; enumerations of the records
(verdicts, states, lights, …) are looked up in `word(lang, kind, value)`. Both languages
hold the same names.
"""

from types import SimpleNamespace
from typing import Literal

from briefing.render import labels_en, labels_zh

Lang = Literal["zh", "en"]

SIGNS = {"green": "●", "yellow": "▲", "red": "■", "grey": "○"}
"""A light's sign: its shape differs too, so that it needs no colour."""

_TEXTS = {"zh": SimpleNamespace(**labels_zh.TEXTS), "en": SimpleNamespace(**labels_en.TEXTS)}
_WORDS: dict[str, dict[str, dict[str, str]]] = {"zh": labels_zh.WORDS, "en": labels_en.WORDS}


def words(lang: Lang) -> SimpleNamespace:
    """Return the fixed texts of a language, by name."""
    return _TEXTS[lang]


def word(lang: Lang, kind: str, value: str) -> str:
    """Return what a value of an enumeration is called: word("zh", "light", "red") is 红灯."""
    return _WORDS[lang][kind][value]
