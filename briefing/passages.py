"""Fill a summary's slots, or say why it may not be printed.

In:  an article, a summary as the model wrote it, and the findings of the same answer.
Out: a `Passage` whose every figure, name and date was put in by code, or a `Refusal`.

Slots: {{F1}} is the number of the answer's first figure with its qualifiers, as the article writes
it (近12.3亿元); {{F1.metric}} its metric; {{O1}} the first official's name, {{O1.title}} the titles; {{T1}}
the first target's words, {{T1.deadline}} and {{T1.owner}}; {{N1}} a next step's action; {{S1}} a shortfall.
The prose between slots may hold no digit, no number word with a unit and no date; every word of it
must be made of pieces of two letters or more that stand in the article, or be a connecting word.
A word of direction (增长, 下降) or comparison (同比) in the clause before {{F}} must fit the figure; one
that belongs to no figure must stand in the article with the words beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

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
_UP = re.compile(r"增长(?!点|极)|增加(?!值)|上升|上涨|提高|提升|攀升")
_DOWN = re.compile(r"下降|减少|降低|回落|下滑|下跌|缩减")


@dataclass(frozen=True)
class Refusal:
    """Why a summary may not be printed. `reason` goes back to the model."""

    reason: str


def fill(article: Article, summary: str, findings: Sequence[Finding]) -> Passage | Refusal:
    """Put the findings' words into the slots of `summary`."""
    rows = {
        letter: [f for f in findings if isinstance(f.claim, kind)]
        for letter, kind in _KINDS.items()
    }
    source = squeeze(article.text + "\n" + (article.title or ""))
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
        if wrong := _misled(prose, finding, slot[3] or "", source):
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
        if part.ref is None and (wrong := _smuggled(part.text, source)):
            return Refusal(wrong)
    return Passage(parts=tuple(parts))


def _words(finding: Finding, wanted: str, article: Article) -> str:
    claim = finding.claim
    span = finding.evidence.mark
    marked = span.of(article.text) if span else ""
    if isinstance(claim, Figure):
        return {
            "": marked,
            "metric": claim.metric,
            "subject": claim.subject or "",
            "period": claim.period or "",
        }.get(wanted, "")
    if isinstance(claim, Official):
        return {
            "": marked,
            "title": "、".join(claim.titles),
            "titles": "、".join(claim.titles),
            "org": claim.org or "",
        }.get(wanted, "")
    if isinstance(claim, Target):
        return {
            "": claim.what,
            "deadline": claim.deadline or "",
            "owner": claim.owner or "",
            "raw": claim.raw or "",
        }.get(wanted, "")
    if isinstance(claim, NextStep):
        return {"": claim.action, "deadline": claim.deadline or "", "owner": claim.owner or ""}.get(
            wanted, ""
        )
    return claim.what if not wanted else ""


def _misled(prose: str, finding: Finding, wanted: str, source: str) -> str:
    """Return why the words of the clause before a slot contradict the figure in it, else ""."""
    clause = re.split(r"[,;。!?]", squeeze(prose))[-1]
    ups, downs = _UP.findall(clause), _DOWN.findall(clause)
    base = re.findall(r"同比|环比", clause)
    if wanted or not isinstance(finding.claim, Figure) or finding.amount is None:
        return _loose(clause, source) if ups or downs else ""
    way, kind = finding.amount.direction, finding.claim.change_kind
    if ups and way is not Direction.UP:
        return f"{ups[-1]!r} stands before a figure that does not rise"
    if downs and way is not Direction.DOWN:
        return f"{downs[-1]!r} stands before a figure that does not fall"
    if base and base[-1] != kind:
        return f"{base[-1]} stands before a figure that is not said to be so"
    return ""


def _loose(clause: str, source: str) -> str:
    """Return a word of direction that belongs to no figure and is not the article's own, else ""."""
    for found in (*_UP.finditer(clause), *_DOWN.finditer(clause)):
        around = (
            clause[max(0, found.start() - 2) : found.end()],
            clause[found.start() : found.end() + 2],
        )
        if not any(len(words) > len(found[0]) and words in source for words in around):
            return f"{found[0]!r} is said of no figure"
    return ""


def _smuggled(prose: str, source: str) -> str:
    """Return what the prose states by itself, else ""."""
    folded = fold(prose)
    if "{" in folded or "}" in folded:
        return "a slot is written in another form"
    if found := re.search(r"[0-9]", folded):
        return f"a digit is written out: {folded[max(0, found.start() - 6) : found.end() + 6]!r}"
    if seen := amounts.find(prose):
        return f"a number is written out: {seen[0].raw!r}"
    if named := [one for one in dates.find(prose) if one.raw not in ("目前", "当前")]:
        return f"a date is written out: {named[0].raw!r}"
    if wrong := next(
        (
            wrong
            for clause in re.split(r"[,;。!?]", squeeze(prose))[:-1]
            if (wrong := _loose(clause, source))
        ),
        "",
    ):
        return wrong
    return _unknown(squeeze(prose), source)


_MAX_RUN, _MAX_PIECE = 200, 20
_KNOWN = re.compile("|".join(sorted(map(re.escape, set(_CHUNKS.split())), key=len, reverse=True)))


def _unknown(prose: str, source: str) -> str:
    """Return words of the prose that stand neither in the article nor among connecting ones."""
    for run in re.findall(r"[\u3400-\u9fff\U00020000-\U0003ffffa-z]+", prose):
        for start in range(0, len(run), _MAX_RUN):
            part = run[start : start + _MAX_RUN]
            reached = _laid_out(part, source)
            if reached < len(part):
                return f"{part[max(0, reached - 4) : reached + 8]!r} does not stand in the article"
    return ""


def _laid_out(run: str, source: str) -> int:
    """Return how far `run` can be laid out from pieces of the article and connecting words."""
    reached = {0}
    for place in range(len(run)):
        if place not in reached:
            continue
        if known := _KNOWN.match(run, place):
            reached.add(known.end())
        for size in range(2, min(_MAX_PIECE, len(run) - place) + 1):
            if run[place : place + size] not in source:
                break
            reached.add(place + size)
    return max(reached)
