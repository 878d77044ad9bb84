"""Tell whether words admit a problem: a lack, a gap, a weak indicator.

In:  a sentence (folded, without spaces) and the range of the words in question.
Out: why they admit none, "" where they do.

Words admit a problem by a word of lack, fall or lateness that they hold themselves. They do not
where it is cured, praised, denied, only wanted, hearsay, or the name of what is worked on (解决融资难).
"""

import re

from briefing.grounding import english_cues
from briefing.grounding.asserting import HEARSAY, REFUTED
from briefing.grounding.reading import Reading, Sentence

_LACK = re.compile(
    r"不(?!断|仅|懈|少于|低于|少|忘|再)|(?<!从)未(?!来|发生|出现|雨绸缪)|没有?|放缓|严峻|饱和|周期长|依然|趋缓|减速|乏力|疲软|淹水|内涝|开裂|剥落|外露|却|无(?:法|进展|人|力|序|证|主|害化处理能力|资质)|难(?!得|忘|关)|缺|弱|(?<!出)差(?!异化)|低(?![空碳保压收])|慢|滞|困(?!难群|境儿)|欠|(?<![至减])少(?![年数先量儿])|贵(?!宾|阳|州|人)|违|"
    r"[旱涝薄堵脏亏拖延迟虚]|灾(?!后)|失(?!效)|断(?:层|链|档|裂|流|崖)|需(?!求|要$)|亟|乱(?!石)|短(?!期|视|信)|末|紧[张缺迫]|问题|制约|约束|瓶颈|矛盾|压力|风险|隐患|下滑|回落|下降|减少|减收|减产|急挫|跌|降幅|有待|威胁|挑战|流失|闲置|逾期|超标|老化|"
    r"空白|倒数|垫底|突出(?!位|贡|成|重点|抓)|趋紧|仍|至今|影响|事故|[红黄]灯|否决|火点|火灾|高位|上升|障碍|零处罚|宽松软|流于形式|躺平|流标|敷衍|松懈|粗放|单一|反弹|实际(?:完成|新增|进度)|欺诈|分列|落[后後]|后[移退]|地下|负增长|由正转负|仅|只(?![要里])|才(?!能)|但|偏|[过较]高|繁?重(?=建|$)|严重|拉长|停(?!车)|轻|渗漏|漏[水洞缝项损]|破损|损坏|塌|裂|烂尾|投诉|超支|污染|[伤死]亡|倒闭|受阻|隐蔽|敏感|积水|压[库货]|冲击|承压|高度警惕|卡在|中有忧|忧大于喜|故障|死灰复燃|零(?:签约|开工|投产|入规|入统|申报)|为零|后[一二三四五两\d]+[位名]|黄牌|警告(?!牌|标)|批评|浑浊|扰民|被动|梗阻|短收|延期|刚过[一二三]成|"
    r"lack|short|not?\b|still|weak|behind|slow|low|problem|fell|fine|insufficient|gap|remain|difficult|declin|drop|affect|damage|drought|illegal"
)
_NO_LACK = re.compile(
    r"(?:(?:明显|显著|持续|大幅|稳步|不断|有效|进一步)(?:提升|改善|提高|增强|优化|好转|缓解|压降|改观)|稳定在|提前[^,;。]{0,8}完成|(?<!没有)(?<!未能)(?<!未)(?:圆满|全部|顺利|均已?|已(?:按[^,;。]{2,10}?)?)(?:完成|办结|解决|整改|化解|销号|清零|消除|修复|到位)|累计(?:改造|完成|建成|投入|整改|解决|化解)|"
    r"(?:得到|予以)(?:有效)?(?:解决|缓解|遏制|改善|化解|控制)|清零|向好|平稳|可控|良好)"
)
_CURED = re.compile(
    r"(?:解决|破解|化解|补齐|补上|弥补|消除|攻克|纠正|纠治|整改|整治|治理|防范|防止|应对|克服|避免|杜绝|缓解|破除|打破|填补|着力|着眼|聚焦|针对|围绕|瞄准|排查|严查|查找|梳理|帮扶|救助|关爱|"
    r"建立|完善|健全|制定|出台|督办|约谈)(?!后|不|难|进度|力|工作|任务|率|方案|机制)[^,;。]{0,14}?(?:问题|短板|困难|隐患|风险|矛盾|瓶颈|难题|堵点|痛点|差距|障碍|空白|滞后|不足|薄弱|压力|制约|逾期|违|难|弱)"
)
_GOOD_FALL = re.compile(
    r"(?:失业率|能耗|成本|事故|投诉|浓度|负债|不良|贫困|发案|案件|死亡|伤亡|库存|债务|排放|信访量|费用|税费|时间|环节)[^,;。]{0,10}(?:下降|减少|降低|回落|压缩|缩短|双降)"
)
_ADMITTED = re.compile(r"不(?!断|仅)|未|没|仍|缓慢|滞后|但")
_TO_DO = re.compile(
    r"(?:我们|我[市区县省]|[一二三四五]是|会议|其)?(?:要(?![素害点件么]|看到|清醒|说)|将|拟|必须|务必|确保|力争)"
)
_NONE = re.compile(
    "(?:没有?|无|不存在)(?:任何|什么|大|明显)?的?(?:问题|困难|隐患|短板|风险|矛盾|障碍)"
)
"""A lack that is denied (工程没有问题) names none."""

_LOOKED_AT = re.compile(
    r"(?:了解|察看|查看|检查|督导|督查|听取|调研|看望|走访|交流|汇报|通报|分析)[^,;。]*(?:情况|汇报|意见|建议|困难|诉求|问题|打算|举措)$|"
    r"[揭找查补晒亮谈摆析](?:短板|差距|问题|不足)|hear (?:their|the)"
)
_PREVENTED = re.compile(
    r"(?:没有|未|并未|从未|不再|没)(?:再)?(?:出现|发生)|杜绝|避免|防止|(?:不|无)存在"
)


def no_shortfall(reading: Reading, sentence: Sentence, start: int, end: int) -> str:
    """Return why text[start:end] of the sentence admits no problem, else ""."""
    text = sentence.text
    words = text[start:end]
    lead = text[max(text.rfind(mark, 0, start) for mark in "。!?;") + 1 : start]
    if denied := _PREVENTED.search(text[max(0, start - 6) : start] + words[:6]):
        return f"{denied[0]!r} says that there is none"
    looked = _LOOKED_AT.search(lead[max(lead.rfind(","), lead.rfind(":")) + 1 :] + words)
    if looked and not _ADMITTED.search(words):
        return f"{looked[0]!r} only looks at it"
    for form, kind in ((_NO_LACK, "praise"), (_GOOD_FALL, "praise"), (_CURED, "a remedy")):
        found = form.search(words)
        if found and not _ADMITTED.search(words.replace(found[0], "")):
            return f"{found[0]!r} is {kind}"
    wanted = _TO_DO.match(words)
    if wanted and not _ADMITTED.search(words):
        return f"{wanted[0]!r} says that it is to be done"
    if re.search(r"[不未没较更]$", words):
        return "it is cut off"
    if hearsay := HEARSAY.search(lead) or REFUTED.search(text, end, end + 40):
        return f"{hearsay[0]!r} only repeats it"
    after = reading.after(sentence)
    if after is not None and (refuted := REFUTED.search(after.text, 0, 24)):
        return f"{refuted[0]!r} takes it back"
    if words.isascii():
        return english_cues.no_lack(words)
    return "" if _LACK.search(_NONE.sub("", words)) else "no word of it names a lack"
