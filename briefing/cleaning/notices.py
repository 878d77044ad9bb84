"""Part a paragraph from the site's notice that is stuck to its head or end.

In:  a line: …建设情况。本文由某网原创,转载请注明出处.
Out: the lines within it: the sentences of the notice apart from those of the article.

A notice between sentences of the article stays: nothing says where it ends.
"""

import re

from briefing.cleaning.disclaimers import is_disclaimer
from briefing.cleaning.lines import Line
from briefing.cleaning.tails import divide

_SENTENCE = re.compile(r"[^。!?]{1,2000}(?:[。!?]+[”’)\]]?|$)")
_LAW = re.compile(r"版权|著作权|转载|侵权|免责|不代表|注明(?:出处|来源)|仅供参考")
_OF_SITE = re.compile(
    r"本(?:网|站|文|报社|平台|公众号|文章)|该(?:文|文章|作品)|转载请|请注明|凡(?:注明|本)|(?:以上|上述|部分)(?:内容|文章|图片)"
)
_LEAST = 20  # letters of article without which the whole line is notice
_SPEAKS_OF_TEXTS = re.compile(
    r"[此该本]文|文章|稿件|图片|文字|内容|信息之目的|更多信息|作者|读者|观点|立场|版权|转载|侵权|免责|声明|投资者|投资决定|投资建议|顾问"
)


def part(line: Line) -> list[Line]:
    """Return the lines within a line; itself when it is all article or all notice."""
    key = line.key
    if len(key) < 2 * _LEAST or not _LAW.search(key) or not _OF_SITE.search(key):
        return [line]
    sentences = list(_SENTENCE.finditer(key))
    notice = [_is_notice(match.group()) for match in sentences]
    first, last = 0, len(sentences)
    while last and notice[last - 1]:
        last -= 1
    while first < last and notice[first]:
        first += 1
    inner = sentences[first:last]
    if len(inner) == len(sentences) or not inner or not _is_article(inner, key):
        return [line]
    made: list[Line] = []
    rest = line
    if first:
        above, rest = divide(line, inner[0].start())
        made.append(above)
    at = inner[-1].end() - inner[0].start()
    if at < len(rest.text):
        rest, below = divide(rest, at)
        return [*made, rest, below]
    return [*made, rest]


def _is_notice(sentence: str) -> bool:
    return is_disclaimer(sentence.strip()) if sentence.strip() else True


def _is_article(sentences: list[re.Match[str]], key: str) -> bool:
    """True for sentences long enough that speak of no text, picture or right."""
    text = key[sentences[0].start() : sentences[-1].end()]
    return (
        len(text) >= _LEAST
        and any(mark in text for mark in ",:、")
        and not _SPEAKS_OF_TEXTS.search(text)
    )
