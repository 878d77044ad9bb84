"""Fill a summary's slots, or say why it may not be printed.

In:  an article, a summary as the model wrote it, and the findings of the same answer.
Out: a `Passage` whose every figure, name and date was put in by code, or a `Refusal`.

Slots: {{F1}} is the number of the answer's first figure with its qualifiers, as the article writes
it (近12.3亿元); {{F1.metric}} its metric; {{O1}} the first official's name, {{O1.title}} the titles; {{T1}}
the first target's words, {{T1.deadline}} and {{T1.owner}}; {{N1}} a next step's action; {{S1}} a shortfall.
The prose between slots may hold no digit, no number word with a unit, no date, no name, and no
pair of Chinese characters that stands neither in the article nor among the connecting words.
A direction word right before {{F}} (增长, 下降) must agree with the figure's direction.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing import amounts, dates
from briefing.folding import fold, squeeze
from briefing.records import (
    Article,
    Direction,
    Figure,
    Finding,
    NextStep,
    Official,
    Part,
    Passage,
    Shortfall,
    Target,
)

_SLOT = re.compile(r"\{\{\s*([FOTNS])(\d{1,4})(?:\.(\w+))?\s*\}\}")
_KINDS: dict[str, type] = {"F": Figure, "O": Official, "T": Target, "N": NextStep, "S": Shortfall}
_CHUNKS = (
    "其中 同时 此外 另外 分别 为 达到 达 实现 完成 同比 环比 增长 下降 增加 减少 提高 提升 回落 以及 并且 而且 但 仍 尚 存在 不足 问题 短板 目标 "
    "下一步 接下来 今后 将 要 计划 力争 推进 加快 会议 会上 指出 表示 强调 要求 提出 介绍 出席 主持 讲话 参加 活动 有关 相关 主要 方面 情况 工作 "
    "报道 据悉 文章 全区 全市 全县 全省 当地 该区 该市 该县 负责人 领导 进展 成效 任务 项目 指标 数据 显示 包括 涉及 总体 整体 继续 保持 目前 "
    "由 从 到 在 对 与 和 及 的 了 是 有 也 还 均 都 共 等 位居 排名 名列 较 比 其 该 于 中 上 并 以 向 就 把 被 让 使 未 不 即 则 又 再 已 曾 正"
)
_UP = re.compile(r"(?:增长|增加|上升|提高|提升|上涨|增)(?:了|约|至|到)?$")
_DOWN = re.compile(r"(?:下降|减少|降低|回落|下滑|下跌|降)(?:了|约|至|到)?$")


@dataclass(frozen=True)
class Refusal:
    """Why a summary may not be printed. `reason` goes back to the model."""

    reason: str


def fill(article: Article, summary: str, findings: Sequence[Finding]) -> Passage | Refusal:
    """Put the findings' words into the slots of `summary`."""
    rows = {letter: [f for f in findings if isinstance(f.claim, kind)] for letter, kind in _KINDS.items()}
    parts: list[Part] = []
    place = 0
    for slot in _SLOT.finditer(summary):
        prose = summary[place : slot.start()]
        number = int(slot[2])
        if not 1 <= number <= len(rows[slot[1]]):
            return Refusal(f"{slot[0]} names nothing in the answer")
        finding = rows[slot[1]][number - 1]
        if not finding.proven:
            return Refusal(f"{slot[0]} is not proven: {finding.evidence.note}")
        words = _words(finding, slot[3] or "", article)
        if not words:
            return Refusal(f"{slot[0]} has no such part")
        if wrong := _direction(prose, finding, slot[3] or ""):
            return Refusal(wrong)
        if prose:
            parts.append(Part(text=prose))
        parts.append(Part(text=words, ref=f"{slot[1]}{number}"))
        place = slot.end()
    if rest := summary[place:]:
        parts.append(Part(text=rest))
    if not parts:
        return Refusal("the summary is empty")
    for part in parts:
        if part.ref is None and (wrong := _smuggled(part.text, article)):
            return Refusal(wrong)
    return Passage(parts=tuple(parts))


def _words(finding: Finding, wanted: str, article: Article) -> str:
    claim = finding.claim
    span = finding.evidence.mark
    marked = span.of(article.text) if span else ""
    if isinstance(claim, Figure):
        return {"": marked, "metric": claim.metric, "subject": claim.subject or "", "period": claim.period or ""}.get(wanted, "")
    if isinstance(claim, Official):
        return {"": marked, "title": "、".join(claim.titles), "titles": "、".join(claim.titles), "org": claim.org or ""}.get(wanted, "")
    if isinstance(claim, Target):
        return {"": claim.what, "deadline": claim.deadline or "", "owner": claim.owner or "", "raw": claim.raw or ""}.get(wanted, "")
    if isinstance(claim, NextStep):
        return {"": claim.action, "deadline": claim.deadline or "", "owner": claim.owner or ""}.get(wanted, "")
    return claim.what if not wanted else ""


def _direction(prose: str, finding: Finding, wanted: str) -> str:
    """Return why the word right before a figure contradicts it, else ""."""
    if wanted or finding.amount is None or not isinstance(finding.claim, Figure):
        return ""
    before = squeeze(prose)[-6:]
    way = finding.amount.direction
    if _UP.search(before) and way is not Direction.UP:
        return f"{before!r} stands before a figure that does not rise"
    if _DOWN.search(before) and way is not Direction.DOWN:
        return f"{before!r} stands before a figure that does not fall"
    return ""


def _smuggled(prose: str, article: Article) -> str:
    """Return what the prose states by itself, else ""."""
    folded = fold(prose)
    if "{" in folded or "}" in folded:
        return "a slot is written in another form"
    if found := re.search(r"[0-9]", folded):
        return f"a digit is written out: {folded[max(0, found.start() - 6) : found.end() + 6]!r}"
    if seen := amounts.find(prose):
        return f"a number is written out: {seen[0].raw!r}"
    if named := dates.find(prose):
        return f"a date is written out: {named[0].raw!r}"
    return _unknown(squeeze(prose), _pairs(squeeze(article.text + (article.title or ""))))


@lru_cache(maxsize=8)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))


_KNOWN = re.compile("|".join(sorted(map(re.escape, set(_CHUNKS.split())), key=len, reverse=True)))


def _unknown(prose: str, pairs: frozenset[str]) -> str:
    """Return words of the prose that stand neither in the article nor among connecting ones."""
    for run in re.findall(r"[\u3400-\u9fff\U00020000-\U0003ffffA-Za-z]+", prose):
        for part in _KNOWN.split(run):
            for place in range(len(part) - 1):
                if part[place : place + 2] not in pairs:
                    return f"{part!r} does not stand in the article"
    return ""
