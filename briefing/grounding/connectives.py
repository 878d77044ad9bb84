"""The words that prose may put between slots: connectives, and nothing that states a fact.

In:  the prose of a model, without its slots. Out: the first thing in it that is not allowed.

A slot prints a whole row, so that prose needs only to join rows. Every run of letters must be
made of the words below; a place, a person, a verb of state, a direction or a comparison is in
no list, whatever script or width it is written in.
"""

import re
import unicodedata

_HAN = """
本期 要点 概况 综述 本周 本月 本季度 当日 近期 期间 同时 其中 此外 另外 另有 还有 以及 并且 而且 并 和 与 及 或 而
则 也 还 又 在 从 对 对于 关于 有关 方面 来看 看 一是 二是 三是 首先 其次 再次 最后
总的来看 总体来看 总体上 整体上 具体来看 具体来说 经济 经济运行 经济发展 工业 工业经济 农业 农村 农业农村
投资 项目 项目建设 重点项目 重点工作 招商 招商引资 外贸 财政 税收 消费 文旅 旅游 城市建设
城市更新 城建 民生 民生实事 社会事业 教育 医疗 就业 住房 交通 生态 生态环保 环保 科技 科技创新 创新
营商环境 安全 安全生产 党建 作风 改革 主要数据 数据 数据方面 指标 主要指标 会议 会上 会议上 活动 调研
目标 目标任务 任务 计划 安排 工作 工作安排 下一步 下一步工作 下一阶段 后续 今后 问题 困难 短板 不足之处
存在的问题 需要关注的是 值得关注的是 值得注意的是 报道 各报道 包括 涉及 涵盖 分别为 分别是 即 如 例如
主要是 主要有 主要包括 的 为 是 有 等 由 各地 各方面 情况 内容 如下 方面还有 相关 人员 相关人员
"""
_ENGLISH = """
this period week month quarter day meanwhile also and or while as well in on of for the a
an to with among them besides further furthermore moreover finally first next
then there here overall main mainly figures figure data economy economic industry
agriculture investment projects project trade finance tax consumption tourism city
construction people livelihood education health employment housing transport environment
science technology innovation business safety party reform targets target tasks task
promises plans plan steps step work problems problem issues issue reports report articles
mention mentions name names list lists include includes including namely such like is are
was were following said says by from about regarding concerning
"""
_PLAIN = frozenset(_ENGLISH.split())
_RUN = re.compile(r"[^\W\d_]+|\d+")
_HAN_ONLY = re.compile("(?:" + "|".join(sorted(_HAN.split(), key=len, reverse=True)) + ")+")
_MARKS = frozenset("，。；：、,.;: \n")


def foreign(prose: str) -> str:
    """Return the first part of `prose` that is no connective and no plain punctuation, else ""."""
    for char in prose:
        if not char.isalnum() and char not in _MARKS:
            return repr(char)
    for match in _RUN.finditer(unicodedata.normalize("NFKC", prose)):
        run = match[0]
        if run.isascii():
            if run.lower() not in _PLAIN:
                return run
        elif not _HAN_ONLY.fullmatch(run):
            return run
    return ""
