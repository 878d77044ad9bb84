"""The general words around numbers: which connect, which are attributes, which are deeds.

General lists of the language, for deciding what a number is said of. Patterns match folded text
in small letters. A word that is in none of them names something: it is content.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

_CONNECTING = """
同比 环比 同期 去年同期 上年同期 较年初 比年初 较上年末 比上年末 比上年 较上年 比去年 较去年 比上月 较上月 分别 增长 增加(?!值) 增幅 增速 涨幅 降幅 增长率
下降 减少 降低 上升 提高 提升 回落 下滑 下挫 滑落 走低 走高 攀升 上扬 锐减 猛增 激增 自然口径 十[一二三四五六七八九]?连[增丰涨] 二十[一二三四五六七八九]?连[增丰涨] 加快 放缓 收窄 扩大 上涨 下跌 偏少 偏多 偏高 偏低 常年 并列 保持 稳定 成长 涨 跌 拓宽 增(?!加值) 降 升 达到 达 实现 完成 累计 共计 合计 总计 共有 共
约为 约(?<![签合节]约)(?!束|谈|定) 近 超过 超 突破 逾 为 是 有 了 的 将 已经 已 其中 截至 目前 今年 去年 全年 预计 估计 据 较 比 同 在(?![建岗职校编读册]) 居(?!民|住|委|家) 列 排名 排在 排 名列 位列 位居 稳居 跃居 蝉联 名次
高于 低于 快于 好于 优于 高出 超出 领先 序时进度 时间进度 全国 全省 全市 全区 全县 全州 全镇 我国 我省 我市 我区 我县 平均水平 平均 水平 由 从 至 到(?![资账位岗期港货]) 和 及 与 以及 并 且 也 又 均 都 还 再 仅 只 就
并且 而且 同时 此外 另外 以来 期间 新 首次 历史性 一举 成功 额 率 前移 后移 名义 跨上 规模(?!以上|化|企|工|养) 中(?<![初高]中)(?!学|小|等|专|药|介) 全面 全部 存在 现象 情况 问题 连续 [年季月](?=成长|增|减) 任务 上季度 本季度 实际 余下 其余 仍有 仍 还有 得知
再次 年均 日均 每年 每天 略 小幅 大幅 明显 显著 持续 稳步 快速 缩短 压缩 维持 继续 依然 仍然 可达 可 最高 当月 当季 当年 本月 增长面 减收 增收 增支 减支 增产 减产 按(?:不变|可比|现)价格?计算 按可比口径 可比口径 同口径 可比
剔除[^,]{2,12}?因素后? 扣除[^,]{2,12}?因素后? 较[^,、]{1,10}?(?=增|减|下降|提高|上升|回落|略|翻) 比[^,、]{1,10}?(?=增|减|下降|提高|上升|回落|略|翻) 受[^,]{1,8}影响 按年 按月 按季 全[国省市县区州盟旗](?:市州|州市|县市区|县区|旗县市区|同类(?:地区|城市)?) 急挫 挫 大关 台阶 关口 末 底 之间 总共 统一核算 经[^,]{1,16}核算 上年 上月 上季 上周 年初 负 承诺 正常 迈上 跃上 站上 登上 控制 全盟 全旗 全域 由上
"""
_ENGLISH = """
rose grew fell came reached recorded handled increased decreased dropped climbed totaled totalled hit stood accounted ranked ranking total increase decrease growth
decline rise year month period compared while with and was were is are has had have will by at on for from of in to the a an up down its their last same earlier which
that than s about some nearly over more amounted amounting accounting posted registered surged jumped soared
edged inched hitting reaching rising growing falling present currently touched topped topping valued worth representing made making first second third fourth half quarter
previous than higher lower fewer compared behind ahead above below average annually annual yearly completing completed completes fulfilled fulfilling
bringing generating respectively now still record combined contributed contributing contributes among only also further been this these those declined declining went goes totaling totalling totals reach exceeded exceeding fallen risen grown narrowed widened averaged averaging stands standing slashed just level twice less y-o-y yoy ago figure signed drop fall cut reduction jump surge slowdown time january february march april june july august september october november december monday tuesday wednesday thursday friday
"""
_RATE = r"[\u4e00-\u9fff]{2}率"
_ATTRIBUTES = r"下降面|增长面|亏损面|覆盖面|占比 比重 得分 总量 总数 总额 增速 增幅 降幅 涨幅 增长率 排名 位次 名次 工程量 增量 支出进度 价值"
_DEEDS = """
未完成 完成 实现 未开工 开工 竣工 投产 签约 到位 支出 滞后 余下 建成 新增 新建 净增 提前 减收 增收 入库 超 入驻 落户 受益 认定 转移 办结 解决 整改 发放 拨付 兑现 投入 备足 筹集
化解 销号 安排 实施 办理 举办 组织 查处 引进 招引 培育 核发 下达 争取 改造 惠及 吸引 带动 培训 创造 服务 接待 受理 销售 贡献 推广 覆盖 恢复
"""
_SHARED = """
已经 已 均 全部 都 正在 正式 先后 陆续 相继 入驻 落户 开工 投产 竣工 签约 获 通过 实现 完成 达到 建成 被 入选 纳入 参加 投入 受益 揭牌 启动
"""
_DATE = r"\d{1,3}个(?:[省市区县旗州盟镇乡街村]|地级|园区|功能区|街道|[、()])+中|第[一二三四五六七八九十\d]{1,2}个?[月周]|首(?:[一二三四五六七八九十\d]{1,2}个?)?[月周]|(?:近|过去)?[两二三四五\d]年(?=平均|年均)|\([^)]{1,12}\)|\d{2,4}年|\d{1,2}(?:-\d{1,2})?月份?|\d{1,2}日|前?[一二三四两]个?季度|[上下]半年|年内|年初|年底|[今昨]天"
_MARKS = "|".join(map(re.escape, " \t\n\r\v\f,、:()\"'《》-%·.0123456789。$…"))


def _any(words: str) -> str:
    """Return a pattern for any of `words`, the longest first; tried by first letter, for speed."""
    groups: dict[str, list[str]] = {}
    bare = re.compile(r"\(\?<?[=!][^)]*\)")
    for word in sorted(words.split(), key=lambda word: len(bare.sub("", word)), reverse=True):
        groups.setdefault("" if word[0] in "([" else word[0], []).append(word)
    patterns = groups.pop("", [])
    for letter, group in groups.items():
        rest = "|".join(word[1:] for word in group)
        patterns.append(f"{letter}(?:{rest})" if len(group) > 1 else group[0])
    return "|".join(patterns)


_NOTHING = re.compile(f"{_any(_ATTRIBUTES)}|{_any(_CONNECTING)}|{_MARKS}")
_NOTHING_RATED = re.compile(f"{_RATE}|{_NOTHING.pattern}")
"""Every form of the first begins with a letter, so that a text is scanned for all of them at once."""

_NOTHING_LATIN = re.compile(
    rf"\b(?:(?:in|of|among) (?:the|its|our) (?:whole )?(?:city|county|district|province|country|nation|region|prefecture|zone|town)|over (?:the )?(?:previous|last|same) [a-z]+|{_any(_ENGLISH)})\b"
)
_DATES = re.compile(_DATE)
_OF_DATES = re.compile("[年月日季天周个(]")
_LATIN = re.compile("[a-z]")

BESIDE = re.compile(f"{_RATE}|{_any(_ATTRIBUTES)}|{_any(_DEEDS)}")
"""Words that may be a whole metric where they stand in a number's own zone."""

DEEDS = re.compile(_any(_DEEDS))
"""What is done with the things counted: 完成, 开工, 受益."""

DEED_ONLY = re.compile(f"(?:{_any(_DEEDS)})+")
LISTING = re.compile("涉及|惠及|覆盖|新增|新建|改造|拆除|整治|建成|带动")
"""Verbs that head a list and are said of each of its items: 涉及居民楼190栋、居民9000户."""

ENDS_IN_DEED = re.compile(f"(?:{_any(_DEEDS)})$")
RATED = re.compile(r"增速|增幅|降幅|涨幅|跌幅|增长|下降|上升|变化|改善")
"""What is said of a change, not of what changed."""

BEFALLS = re.compile(f"{_any(_DEEDS)}|发生|出现|[本此]次|集中")
"""The same and what befalls a place: words between an owner and what is its."""

SHARED_DEED = re.compile(_any(_SHARED))
"""Where the predicate begins that a list of counted things shares."""

REQUIRED = re.compile(
    r"[\u4e00-\u9fff]{2}(?<!增长)(?<!成长)率|得分|支出进度|"
    "下降面|亏损面|覆盖面|增产|减产|增支|减支|未完成|完成|未开工|开工|竣工|投产|签约|到位|支出|滞后|余下|其余|新增|净增|提前|减收|增收"
)
EXTREMES = frozenset("最高 最低 最大 最小 最多 最少 平均 人均 户均 日均 月均 年均 亩均".split())  # noqa: SIM905
EXTREME = re.compile("|".join(sorted(EXTREMES)))
_KINDS = """
意向 协议 合同 名义 潜在 新增 净增 税收 非税 个人 民间 国有 民营 外商 外资 内资 工业 农业 服务业 建筑业 制造业 高技术 高新技术 房地产 房地产开发 基础设施
城镇 农村 乡村 城镇常住 农村常住 乡村常住 城镇居民 农村居民 乡村居民 城乡居民 城镇常住居民 农村常住居民 乡村常住居民 城乡常住居民 户籍人口 常住人口 住户
高中 初中 小学 幼儿 职业 高等 学前 义务 规模以上 规上 限额以上 限上 新能源 一般公共预算 政府性基金 第一产业 第二产业 第三产业 涉农 小微 不良 逾期
以上 以下 以内 二手 网上 线上 跨境 一般贸易 加工贸易 教育 科技 卫生 民生
"""
KIND = re.compile(f"(?:{'|'.join(_KINDS.split())})$")
KIND_ENDS = frozenset(word[-1] for word in _KINDS.split())
"""Which kind of a thing is counted, right before its noun: 税收|收入 is no 收入 at large."""

"""Words that make another quantity of the same thing: never left out, never added."""

"""Words that a metric must not leave out where they stand right before its number."""


def content(text: str) -> str:
    """Return what is left of `text` without dates, marks and general words: its nouns."""
    bare = _DATES.sub("", text) if _OF_DATES.search(text) else text
    if _LATIN.search(bare):
        bare = _NOTHING_LATIN.sub(" ", bare)
    return (_NOTHING_RATED if "率" in bare else _NOTHING).sub("", bare)


# --- words that a metric may add to those it copies ------------------------------------------

_EVER = """
的 及 和 与 等 中 在 对 为 是 之 其 了 各 涉及 相关 情况 指标 水平 , 、 : " ' - ( ) 以及 of in the a and growth 's s
"""
_EVER_SPACED = (
    "growth of ",
    "growth in ",
    "growth rate of ",
    "number of ",
    "share of ",
    "increase in ",
    "decrease in ",
    "completion of ",
    " that ",
    " with ",
    " of ",
    " in ",
    " the ",
    "the ",
    " and ",
    " ",
)
EVER = (*_EVER_SPACED, *_EVER.split())
COUNTS = ("数量", "个数", "家数", "户数", "人数", "总数", "数")
SHARES = ("占", "完成率", "完成比例", "进度", "比例", "占比", "比重", "份额", "率")
RISES = (
    "同比增幅",
    "同比增速",
    "同比增长",
    "增长率",
    "成长率",
    "增幅",
    "增速",
    "增长",
    "涨幅",
    "增加",
    "增量",
)
RATES = ("同比增幅", "同比增速", "增长率", "成长率", "增幅", "增速", "涨幅")
FALLS = ("同比降幅", "同比下降", "降幅", "下降", "减少", "减幅", "减量")
RANKS = ("排名", "名次", "位次", "位列", "增速", "增幅")
MONEY = ("总额", "金额", "额", "规模")
TIMES = ("倍数", "数")
CHANGED = ("额", "量", "数", "值", "变化", "变动")
BY_UNIT = {
    **dict.fromkeys(("平方米", "平方公里", "亩", "公顷"), ("面积", "总面积")),
    **dict.fromkeys(("公里", "米"), ("里程", "总里程", "长度")),
    **dict.fromkeys(("天", "个月", "小时", "分钟", "工作日"), ("用时", "时长", "时间", "天数")),
    "标箱": ("吞吐量", "量"),
    **dict.fromkeys(("人", "名"), ("人口", "人员")),
}


@lru_cache(maxsize=1024)
def general_words(change: bool, falls: bool, units: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """Return the words that fit a change or a level, a fall or none, and `units`, by their first letter."""
    found = list(EVER)
    for unit in units:
        if unit in ("%", "百分点"):
            found += SHARES
        elif unit in ("位", "位次"):
            found += RANKS
        elif unit == "倍":
            found += TIMES
        elif "元" in unit:
            found += MONEY
        elif unit:
            found += [*COUNTS, unit, unit + "数", *BY_UNIT.get(unit, ())]
    if change:
        found += CHANGED
        found += (*FALLS, *RATES) if falls else RISES
    by_letter: dict[str, list[str]] = {}
    for word in found:
        by_letter.setdefault(word[0], []).append(word)
    return by_letter
