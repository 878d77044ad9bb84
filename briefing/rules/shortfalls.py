"""Find shortfalls: problems, gaps and weak indicators that the article admits.

Only clauses that state something count: 补齐短板 is a plan, not an admission.
"""

import re
from collections.abc import Sequence

from briefing.records import Article, Shortfall
from briefing.rules import settling
from briefing.rules.clauses import Sentence
from briefing.rules.moods import Marked, Mood

_ADMITS = re.compile(
    r"存在.{0,24}(?:问题|缺口|短板|不足|差距|困难|薄弱|隐患|矛盾|制约|欠缺|现象|风险)|(?:问题|困难|矛盾|压力|差距|短板|瓶颈).{0,8}(?:突出|存在|较大|仍大|明显|严峻|较多)|"
    r"缺口|短板|不足(?!\d|[一二三四五六七八九十百千])|滞后|[偏较]慢|缓慢(?!恢复|回升)|不平衡|不充分|薄弱|瓶颈|制约|下滑|低迷|负增长|未(?:完成|达|能|按|达到|及时|解决)|尚未|不到位|不及时|不够|不高|不强|不优|不长|不多|不严|不重视|不响|"
    r"偏[低少高弱紧窄小]|拖累|拖欠|欠账|隐患|紧缺|紧张|流于形式|反弹|困难|压力(?:不小|较大|很大|仍大|仍然|依然|增大|加大)|不小压力|落后|仍有.{2,20}(?:未|需|没有)|没有(?:根本)?解决|仅(?!用|需|花|耗|此|次|歇|供)(?:完成|为|有|达|占|实现)?[^,]{0,10}?(?:\d|[一二两三四五六七八九]成)|却(?:只有|仅有?)|差距不容|(?:很大|较大|一定|不小|明显)的?差距|[较比][^,]{1,8}(?:后退|下滑|下降)\d+[位名]|无进展|停产(?!整)|应付(?!账款)|重.轻.|(?:排名|位居|列).{0,6}末位|增速(?:只有|仅)|[还尚仍]差\d|(?:停车|行路|出行|就医|看病|入学|上学|办证|充电|买菜)难|暂未|(?:长年|长期|仍|至今)没有|剥落|外露|渗漏|漏水|开裂|塌陷|淹水|内涝|延宕|率仅|率只有|不到[一二两三四五]成|不细|还不够|仅\d|不乐观|严峻|疲软|走弱|重建设轻|恶化|垫底|拥堵|无人(?:报名|问津|认领)|不畅|不便|有待|流标|未按期|停滞|亏损|关停|外流|流失|断供|超标|不合格|不达标|占比不足|空白|反复出现|排查不细|推诿|扯皮|缺(?:水|电|工|人|钱)|否决|趋紧|亮红灯|亮黄灯|仅可|更加隐蔽|屡禁不止|空转|零处罚|没有达成|受影响|只完成|排名靠后|订不到|不统一|躺平|不作为|不愿|不敢(?!懈怠|松懈|怠慢)|缺乏|缺失|缺位|缺少|不健全|不完善|不规范|不均衡|不协调|不匹配|不力|不彻底|不深入|不扎实|不及预期|不达预期|不理想|不牢|不稳(?!定)|不明显|不主动|不顺|不便捷|偏弱|偏重|单一|粗放|(?<!适)老化|破损|陈旧|走过场|敷衍|慢于|迟缓|受阻|烂尾|延误|逾期未|超期未|黑臭|堵点|痛点|难点|难以|难度(?:较大|大|加大)|吃力|乏力|疲弱|萎缩|下行压力|下跌|减收|欠薪|积压|外迁|倒闭|短缺|掣肘|漏洞|盲区|断层|松懈|麻痹|未(?:交付|签约|进场|拨付|启用|落实|整改|建立|开展|启动|开工|安装|投用|办结|到位)|尚需|有差距|差距(?:较|仍|还)|拉低|拖后腿|跟不上|供不应求|供给不足|风险(?:较高|突出|上升|加大)|矛盾|不平衡性|重视不够|认识不足|依赖(?:度|性)|卡脖子|没有从?根本"
)
_WEAK = re.compile(
    r"(?:率|值|链条?|企业|程度|水平|质量|能力|规模|占比|比重|意识|基础|项目|人才|渠道)(?:还|仍|较|偏|普遍|相对)?(?:低|少|短|小|弱|差)$|(?:周期|链条|时间|流程|距离)(?:还|仍|较|偏)?长$|"
    r"(?:成本|费用|价格|投诉[量率]?|门槛)(?:还|仍|较|偏)?高$|居高不下|趋于饱和|超负荷|不堪重负|[引招][不难][进来]|留不住|因[^,]{1,8}停工|[晚迟]了[一二三两半\d]+个?[多余]?[月天年]|等靠要|(?:管网|设施|设备|线路)老旧|逢雨必[涝淹]|"
    r"没有(?:进场|开工|施工|动工|复工|执业|专职|专业|固定|独立|统一|规范|配套)|批而未供|供而未用|压力大$|不足[一二三四五六七八九]成|(?:收入|平均|人均|率|量)[^,]{0,4}不足\d|(?:率|完成)[^,]{0,6}最低|无法(?:进场|开工|推进|施工|办理|落地|实施|满足)|融资贵|"
    r"(?:失业率|浓度|投诉量?|发案|亏损面|事故|能耗|负债率)[^,]{0,12}(?:上升|反弹|扩大)"
)
"""What is weak by nature: a rate that is low, a time that is long, a cost that is high."""

_BELOW = re.compile(r"仍低于|低于(?:全[国省市区县州]|年初|序时|预期|平均|目标|计划|上年|去年)")
_FALLS = re.compile(
    r"(?P<verb>(?:由|从).{1,12}(?:回落|下降|下滑|降|跌)至|(?:下降|减少|回落|下滑|减产|萎缩|收缩)了?(?:约|近|超过)?)(?P<number>\d+)"
)
_GOOD_WHEN_LOW = re.compile(
    r"亏损|能耗|浓度|PM|排放|事故|失业|发案|案件|成本|负担|时间|时限|库存|不良|死亡|投诉|信访|费用|税费|降幅|杠杆|负债|债务|贫困|水耗|用水|火灾|刑事|收窄|审批|环节|材料|赤字"
)
_BULLETIN, _GREAT_FALL = 5, 10
"""Falls that make a page a bulletin, in which only those of ten per cent are problems."""
_REGRETS = re.compile(r"但|不过|然而|受.{1,10}影响|仍|问题")
_LEANS = re.compile(r"仅|只|同口径|低于|同比下降|下降|较[上去全]|比[上去全]|排名|减少|完成率")
"""How a clause begins that says of the one before it how bad that is."""

_LABEL = re.compile(
    r"[\u3400-\u9fff]{0,6}原因|(?:主要|目前|当前)?(?:仍|还)?存在的?(?:主要|突出)?(?:问题|不足|短板)(?:是|有)?|问题|不足"
)
_NAMES_NONE = re.compile(
    r"(?:看到|看清|认识到|指出|显露|暴露|揭|亮|晒|查找|找|剖析|反思)[了出到]*(?:自身|自己|我们|工作中?|其|还|仍|当前)*(?:存在的?)?(?:一些|很多|许多|诸多|的|主要|突出|工作|发展)*"
    r"(?:问题|不足|短板|差距|困难|弱项)(?:[和与、](?:问题|不足|短板|差距|困难|弱项|薄弱环节))*(?:主要)?[是有]?$|[揭亮晒]短板|压力下$|^并?就.*问题(?:听取|询问|交流|讨论|提出|进行)"
)
"""Says that there are problems, and not which."""

_TOPIC = re.compile(r"的[\u3400-\u9fff]{0,4}(?:项目|工程|单位|部门|企业|乡镇|指标|地区)$")
"""Names whose problem it is, for what comes next: 进度较慢的项目,要…."""

_ASIDE = re.compile(
    r"^(?:主要)?表现在|(?:压力|影响|背景|情况|形势)下$|^(?:问:|比如|例如|主要是|其中|对此|全年|截至|总的来看|从)|如下$|^(?:主要)?存在(?:的)?(?:主要|突出)?问题.{0,2}$|完成率\d|解决|^发现|工程中$|面临"
)
_TURNS = re.compile(
    r"^(?:但|然而|不过|可是|只是|遗憾|美中不足|值得注意|令人担忧|与此同时)|至今|迟迟|依然|仍然|仍(?!将|要|需)|反而"
)
_NEGATIVE = re.compile(
    r"不(?![是断仅但少错同久忘俗菲凡愧负懈止停用再妨误减变])|未(?!来)|没|无(?![锡偿线缝废忧愧私限数])|难(?!关)|[缺仅慢堵跌差]|只有|偏[低高少慢弱]|高企|下降|减少|停滞|等待|排队"
)
_MENDS = re.compile(
    r"^(?:强化|加强|加大|加快|突出|聚焦|抓好|推进(?!较|缓))|^[一二三四五六七八九十]、|^(?:认真|深入|全面|重点)?(?:分析|剖析|研判|查摆|了解|梳理)|(?:修复|更换|维修(?!中心|站|厂|基金)|整修|粉刷)(?:了|破损|[^,]{0,8}\d)|说不足|看差距|改善.{0,12}(?:不足|问题|困难)|有增无减|没有停滞|听取|(?:了解|察看|查看|询问).{0,40}(?:问题|困难|难点|短板|情况)|询问|紧盯|盯[住紧牢]|看准|对.*(?:问题|不足).{0,6}提出|补[齐上强足].{0,6}短板|解决.{0,24}(?:问题|困难|难题|堵点|难点|痛点)|滞后(?:项目|指标|单位|工程|问题)|^问:|发现.{0,6}隐患\d|^(?:面对|尽管|虽然|克服|顶住|针对|围绕)|网[友传]|属实|补[齐上强足]?(?:短板|弱项)|补短板|找(?:准|到)?差距|找短板|缩小.{0,6}差距|解决了?.{0,12}(?:问题|困难|难题)|破解|克服|化解|消除|打破|突破.{0,6}瓶颈|排查|整治(?!.*反弹)|查找|分析短板|对照.{0,8}短板|防范|应对|缓解|"
    r"正视|充分认识|深刻认识|认清|摆问题|针对|聚焦.{0,6}短板|突出短板|思自身不足|查不足|填补|隐患(?:排查|整治)|困难(?:老|残疾|户|群众|职工|家庭|学生|人员|企业帮扶)|不足为|压力感|滞后的(?!\d)|问题清单|说问题|不甘落后|为企|以防|避免|杜绝|盘活|疏通|打通|攻克|补短|弥补|扭转|纠治|纠正|治理|防止|严禁|坚决|根治|清零|销号|低于.{0,8}(?:上限|警戒|红线|控制)"
)


def find(
    article: Article, sentences: Sequence[Sentence], moods: Sequence[Sequence[Marked]]
) -> list[Shortfall]:
    """Return the shortfalls in order of the text; each is one clause, or one part of a list set off by semicolons."""
    found: list[Shortfall] = []
    listed = False
    falls = sum(bool(_FALLS.search(marked.clause.text)) for row in moods for marked in row)
    for sentence, row in zip(sentences, moods, strict=True):
        listed = sentence.text.endswith(";") or (listed and sentence.text.endswith("。"))
        if not sentence.heading:
            found += [
                Shortfall(sentence=sentence.number, what=article.text[start:end])
                for start, end in _runs(row, together=listed, likely=_likely(sentence, falls))
            ]
        listed = sentence.text.endswith(";")
    return settling.settle(article, found)


def _likely(sentence: Sentence, falls: int) -> bool:
    """A fall is a problem where few things fall, or where the sentence regrets it."""
    return falls < _BULLETIN or bool(_REGRETS.search(sentence.text))


def _runs(row: Sequence[Marked], *, together: bool, likely: bool) -> list[tuple[int, int]]:
    """Return the ranges of the admitting clauses; `together` joins neighbours."""
    runs: list[tuple[int, int]] = []
    before = False
    last: Marked | None = None
    for marked in row:
        admitted = _is_shortfall(marked, likely=likely)
        if admitted and before and together:
            runs[-1] = (runs[-1][0], marked.clause.end)
        elif admitted:
            thing = last if last and _LEANS.match(marked.clause.text) else None
            start = marked.clause.start + _told(marked.clause.text)
            if thing and thing.clause.stop == ",":
                start = thing.clause.start
            runs.append((start, marked.clause.end))
        before, last = admitted, marked
    return runs


def _told(text: str) -> int:
    """Return where a problem begins after who speaks of it: 林议员另关心|公托不足."""
    asks = _ASKS.match(text)
    return asks.end() if asks and len(text) - asks.end() >= 4 else 0


_ASKS = re.compile(r"[\u3400-\u9fff]{2,14}?(?:关心|反映|质疑|抱怨|批评|痛批)")


def _is_shortfall(marked: Marked, *, likely: bool) -> bool:
    text = marked.clause.text
    if _LABEL.fullmatch(text) or _NAMES_NONE.search(text):
        return False
    fall = None if likely or _ADMITS.search(text) else _FALLS.search(text)
    if fall and int(fall["number"]) < _GREAT_FALL:
        return False
    if _TOPIC.search(text):
        return False
    if marked.mood is Mood.PROBLEM:
        return len(text) >= 4 and not _MENDS.search(text) and not _ASIDE.search(text)
    return marked.mood is Mood.FACT and admits(text)


def admits(text: str) -> bool:
    """Tell whether a stated clause (folded) admits a problem."""
    if _MENDS.search(text) or len(text) < 4:
        return False
    if _GOOD_WHEN_LOW.search(text) and re.search("仅|低于", text):
        return False
    if _ADMITS.search(text) or _BELOW.search(text) or _WEAK.search(text):
        return True
    if _TURNS.search(text) and _NEGATIVE.search(text):
        return True
    falls = _FALLS.search(text)
    if falls is None or _GOOD_WHEN_LOW.search(text):
        return False
    named = re.sub(r"^其中|同比|比上年|较上年|按.{2,6}口径", "", text[: falls.start()])
    return len(named) >= 3
