"""Bind the metric of a figure: to the words of its number, else together with what says more of it.

In:  a sentence, a number of it, where the copied words begin, and the claim's metric and subject.
Out: the metric as bound, or why it is not the number's.

A metric may hold its subject (全区产值), be dealt to it by 分别 (A、B投资分别增长1%、2%), begin with an owner
that is inherited, leave out what `raw` copies (`copied`), be a class of what a sentence before measures,
or stand over a list (`headed`). Each way binds by the same rules; the first that binds counts.
"""

import re
from collections.abc import Iterator

from briefing.grounding import binding, chains, copied, headed
from briefing.grounding import figure_words as words_of
from briefing.grounding import whose as whose_of
from briefing.grounding.binding import Bound
from briefing.grounding.reading import Reading, Sentence
from briefing.grounding.zones import has_content


def bound(
    reading: Reading, sentence: Sentence, index: int, start: int, metric: str, subject: str
) -> Bound | str:
    """Bind `metric` to number `index`, whose copied words begin at `start`; else say why not."""
    previous = reading.before(sentence)
    plain = binding.bind(metric, sentence, index, previous)
    if isinstance(plain, Bound):
        return plain
    for words in _with_subject(sentence.text, metric, subject):
        again = binding.bind(words, sentence, index, previous)
        if isinstance(again, Bound):
            return again
    implied = whose_of.implied(reading, sentence, index, metric, previous)
    if implied and not _told_of_another(sentence, implied):
        return implied
    if wide := copied.widened(sentence, index, start):
        again = binding.bind(metric, *wide, previous)
        if isinstance(again, Bound):
            return again
    if measured := chains.measured_before(reading, sentence, index):
        again = binding.bind_class(metric, sentence, index, measured)
        if isinstance(again, Bound):
            return again
    return headed.bind(reading, sentence, index, metric, subject) or plain


def _told_of_another(sentence: Sentence, bound: Bound) -> bool:
    """Tell whether a noun stands in its clause before the last words copied: 其他服务业|营业收入."""
    last = max((start for start, _ in bound.pieces), default=0)
    before = sentence.text[sentence.clause(last) : last]
    return has_content(words_of.BEFALLS.sub("", before)) and not _DIGIT.search(before)


_DIGIT = re.compile(r"\d")


def _with_subject(text: str, metric: str, subject: str) -> Iterator[str]:
    """Yield the metric without its subject, or with it, as the sentence may have them together."""
    if not subject:
        return
    if len(rest := metric.removeprefix(subject).lstrip("的")) > 1 and rest != metric:
        yield rest
    if subject not in metric:
        yield subject + metric
    if subject.isascii():  # output of the industry in Teda
        joined = rf"{re.escape(metric)} (?:in|of) (?:the )?{re.escape(subject)}"
        if named := re.search(joined, text):
            yield named[0]
