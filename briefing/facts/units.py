"""The units an amount can have, and how each is called when multiplied out.

General lists of the language: money, mass, area, volume, length, energy, time spans, and the
measure words for people and things. Longer names come first where one starts another.
"""

import re

MONEY = "元 块钱 美元 港元 欧元 英镑 日元 韩元 澳元 加元 新元 卢布 瑞士法郎 新台币 澳门元 人民币 港币 欧 美金"
MASS = "吨标准煤 吨标煤 吨二氧化碳当量 吨二氧化碳 载重吨 总吨 吨公里 公吨 吨 公斤 千克 毫克 微克 克 斤 担"
AREA = "平方公里 平方千米 平方公尺 平方厘米 平方米 平方 平米 公顷 坪 亩 万亩次 亩次"
VOLUME = "立方公尺 立方米 立方 标方 升 毫升 桶"
LENGTH = "公里 公尺 千米 厘米 毫米 微米 纳米 海里 米 英里"
ENERGY = "千瓦小时 千瓦时 千瓦 兆瓦时 兆瓦 吉瓦时 吉瓦 瓦时 千伏安 千伏 伏安 千卡 焦耳 度电 度 标准箱 标箱 箱"
SPANS = "个工作日 工作日 个小时 小时 分钟 个月 天 秒 个百日"
PEOPLE = "人次 人天 人 户次 户 名 位 口 代表 师生"
THINGS = (
    "个 家次 家 项次 项 条 座 件次 件 起 宗 套 台套 台 辆次 辆 艘次 艘 架次 架 列 班次 班列 班 趟 部 所 处 "
    "场次 场 批次 批 笔 单 株 棵 头 只 羽 尾 匹 份 张 幅 篇 册 本 枚 块 片 间 栋 幢 床位 床 席 扇 门 "
    "款 种 类 支 队 组 对 双 根 盏 眼 口井 例 次 回 户次 列次 标段 亿次 车次 航次 台次 位次 个位次 "
    "伙 校 标 案 课时 学时 学分 公里时 票 瓶 盒 袋 桌 股 手"
)
RATES = (
    "元/平方米 元/吨 元/亩 元/公斤 元/斤 元/人 元/股 元/千瓦时 微克/立方米 毫克/立方米 毫克/升 "
    "人/平方公里 公里/小时 千米/小时 吨/日 吨/年 吨/天 立方米/日 立方米/秒 立方米每秒 吨标准煤/万元 千克/亩 公斤/亩 兆帕"
)
SHARES = "个百分点 百分点 个基点 基点 个百分比 倍 番 分"
SYMBOLS = "% ‰ ‱ ㎡ ㎢ m² km² km2 m2 km kg GW MW kW kWh MWh GWh TEU ha t ℃ 摄氏度 dB GB TB PB EB MB P PFlops"

_ALIASES = {
    "个百分点": "百分点",
    "个百分比": "百分点",
    "个基点": "基点",
    "个工作日": "工作日",
    "个小时": "小时",
    "个位次": "位次",
    "㎡": "平方米",
    "m²": "平方米",
    "m2": "平方米",
    "平米": "平方米",
    "平方公尺": "平方米",
    "立方米/秒": "立方米每秒",
    "㎢": "平方公里",
    "km²": "平方公里",
    "km2": "平方公里",
    "平方千米": "平方公里",
    "千米": "公里",
    "km": "公里",
    "kg": "公斤",
    "千克": "公斤",
    "t": "吨",
    "ha": "公顷",
    "kW": "千瓦",
    "kWh": "千瓦时",
    "MW": "兆瓦",
    "MWh": "兆瓦时",
    "GW": "吉瓦",
    "GWh": "吉瓦时",
    "港币": "港元",
    "美金": "美元",
    "欧": "欧元",
    "人民币": "元",
    "块钱": "元",
    "吨标煤": "吨标准煤",
    "标准箱": "标箱",
    "TEU": "标箱",
    "℃": "摄氏度",
    "度电": "度",
    "千瓦小时": "千瓦时",
}
MONEY_UNITS = frozenset(MONEY.split()) | {"元"}
_VAGUE = "个 家 项 条 座 件 起 种 类 次 场 批 份 张 天 名 位 块 片 部 门 支 队 组 对 双 本 口 头 只 单 手 股 米 段 人 户 处 所 间 台 款 班 篇 根 例 回 笔 套 层 分 度 升 斤 克 担 席"
VAGUE = frozenset(_VAGUE.split())
"""Units before which a lone 一 is an article (一个, 一家), not a count."""

_ALL = " ".join(
    (MONEY, MASS, AREA, VOLUME, LENGTH, ENERGY, SPANS, PEOPLE, THINGS, RATES, SHARES, SYMBOLS)
)
UNITS = tuple(sorted(set(_ALL.split()), key=lambda unit: (-len(unit), unit)))
PATTERN = "|".join(
    re.escape(unit) + ("(?![A-Za-z])" if unit[-1].isascii() and unit[-1].isalpha() else "")
    for unit in UNITS
)


def base(unit: str) -> str:
    """Return the one name of a unit that has several: 个百分点 is 百分点, ㎡ is 平方米."""
    return _ALIASES.get(unit, unit)
