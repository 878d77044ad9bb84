"""Make a wording of a metric a name that an editor would print.

In:  a wording as the article shows it, and its number. Out: better wordings of the same words, or none.

A label is a noun phrase: 竣工|项目 for 项目竣工, 幸福院建设|完成率 for the share that is done, 惠及|人数 for a verb alone.
It begins with no particle, ends in no verb that waits for an object, and its quotes and brackets close.
What is none, and cannot be made one, names nothing and is not stated. Nothing is proven here.
"""

import re

from briefing.facts import units
from briefing.facts.folding import fold

_H = r"[\u3400-\u9fff]"
COUNTABLE = (
    "项目|企业|工程|小区|学校|医院|道路|公路|桥梁|乡镇|社区|行政村|村庄|单位|部门|园区|开发区|技术|成果|平台|标段|设施|场所|行业|产品|机构|隐患|问题|诉求|案件|岗位|整改任务|小微企业|"
    "商户|农户|住户|家庭|居民|学生|群众|村|镇|户|店|站"
)
"""Things that are counted, by the end of their names."""

DEED = (
    "(?:实质性|集中|新|复工)?开工(?:建设)?|动工(?:建设)?|(?:建成|竣工|签约|落地|试)?投产(?:达效)?|竣工(?:投产|投用|验收)?|完工|建成(?:投用|投产|使用)?|签约(?:落地|落户)?|落地(?:建设)?|落户|"
    "投用|投入使用|投入运营|通车|通过验收|入库|入统|纳统|开业|挂牌|复工(?:复产)?|达产|启动(?:建设|开工)?|办结|整改到位|完成整改|验收销号|销号|解决|获批|立项"
)
"""What is done with things that are counted; it makes them a kind of their own."""

UNDER_WAY = "在建|在谈|续建|停工|停产|(?:尚|仍|还)?未(?:开工|启动|完工|投产|竣工)"
_MANNERS = "已经?|仅|只|全部|均已?|都|顺利|正式|陆续|相继|提前|成功|率先|按期|如期|实质性|迅速|(?:如期)?实现"
MANNER = f"(?>(?:{_MANNERS})*)"
_DONE = re.compile(
    rf"(?P<noun>(?:\d[\d.]*[万亿]?元以上)?{_H}*?(?:{COUNTABLE}))(?P<manner>{MANNER})(?P<deed>{DEED})(?P<rest>(?:占.+|(?:计划|协议)?总?投资.*)?)"
)
_BARE = re.compile(rf"(?:{COUNTABLE})")
_LIGHT = re.compile(
    r"(?:精准|积极|主动|大力|(?:帮助|协助|争取(?=落实)|推动|支持)(?!资金)(?:落实到位|落实)?|组织(?![部机者化委]))+(?=[\u3400-\u9fff“]{4})"
)
"""Verbs before the verb or the noun that counts: (帮助)申报扶持资金, (组织)走访企业."""
_IN_A_RANK = re.compile(r"(?:跻身|荣登|荣获|入围|入选)(?=[^,;。]{4})")
_AT_A_PLACE = re.compile(
    r"(?:位居|位列|排名|名列)|在?全[国省市区县州][^,;。]{0,6}(?:园区|开发区|高新区|新区|县市区|县区)中?$|(?:排|在)?(?:全[国省市区县州])?\d+[个家](?:乡镇|镇街|街道|[村镇乡县区市])(?:\([\u3400-\u9fff]+\)|[\u3400-\u9fff])?(?:中|里)?$"
)
_RIVALS = re.compile(r"^[^,;。]{0,6}?\d+[个家](?=[\u3400-\u9fff]{4})")
_NO_RANKED = re.compile(r"我们|^个|季度$|年度任务$|由上.*的")
"""What is no name of something ranked: a time, the number of rivals."""
_ENDS_DONE = re.compile(
    rf"(?<!率){MANNER}(?P<deed>完成|办结|整改|开工建设|开工|竣工|投产|落地|签约|到位|履约|完工|建成|覆盖)$"
)

_HEAD = re.compile(rf"(?:{COUNTABLE})(?={MANNER}(?:{DEED})?$)")
_DEED_ALONE = re.compile(rf"{MANNER}(?:{DEED}|{UNDER_WAY})")
_LISTED = re.compile(
    rf"(?:{_H}{{0,4}}?(?=(?:集中|新)?签约))?(?P<deed>(?:集中|新)?(?:{DEED}|引进|新增|实施|储备|谋划|争取|获得|获批|出台)|)[^,;。]+、[^,;。]+等(?P<head>{_H}{{2,16}})"
)
"""签约甲园、乙厂、丙城等|项目: the list is told by its kind."""
_IN_STATE = re.compile(
    rf"(?P<noun>{_H}{{0,10}}?(?:{COUNTABLE}))(?P<state>(?:尚|还|仍|均|都|一直|至今)*(?:未|没有?|无法|不|存在|停工|停产|推进迟缓|推进缓慢|进展缓慢|进驻|到场|达标|榜上有名|上榜|已(?!经?(?:全部|有|达))[\u3400-\u9fff]{3, 8}$)[^,;。]*)"
)
"""项目尚未取得用地批复: a noun with what is said of it."""
_REACHED = re.compile(r"(?<=[\u3400-\u9fff]{2})已经?完成$")
_SCOPE = "(?:全[国省市区县州盟旗镇]|[省市]内)(?:各[县市区]+|县区)?"
_PLACED = re.compile(
    rf"(?:(?:继续|持续)?(?:保持|位于|蝉联|稳居|位居|位列|(?<!综合)(?<!考核)排名|(?<!安)排在?|(?<![家定民])居|(?<![班系专序阵排陈罗])列)(?:在)?(?:{_SCOPE})?|{_SCOPE}(?:排名?|位?居|位?列))$"
)
_DENIED = re.compile("[未没不无]")
_BIG = re.compile(rf"^{_H}{{1,6}}(?=[两三四五六七八九十]大{_H}{{0,4}}(?:产业|行业|领域|板块))")
"""(家电)五大主导产业: the last of the list before the word for all of it."""
_LEAD = re.compile(
    r"(?:[\u3400-\u9fff]{2,4}方面(?:完成|实现)?(?=[\u3400-\u9fff]{3})|本月共?|尤其是?|特别是|其中|届时将?(?:形成)?(?:一个)?|现在|几年来|去年|原[则則]上|仍|还|也|各级各?部门共?|各有关部门|由(?=[^,;。]{2,}投资$)|[列纳]入(?=[^的]{2,}?(?:项目|工程))|[的了着等把被其]|(?:创造|实现|完成)的|[底末](?=[仅只已共])|我们|他们|做成|并且?|却|则|于|所在|截[至止]目前|截[至止].{1,5}?[底末日月]前?|目前|现如今|如今|至今|累计|先后|陆续|相继|不断|继续|率先|迅速|成功|主要是|现已|已经?|仅|只)+"
)
_KEEPS = re.compile(r"其[他它余]|等级|等额|仅次|已婚|于[都洪]|着陆|被征|被子")
_TAIL = re.compile(
    r"(?:(?<=[\u3400-\u9fff])\s+-?[\d,.]+|的(?:引进|落地|建设|推进)(?:[与和](?:引进|落地|建设))?工作|的|了|着|等|(?<=[\u3400-\u9fff]{2})(?:持续|连续|(?<=项目)(?:扎实|稳步|有序|加快|全面)推进|(?<=企业)月度|一般|也|尚|(?<![产功动节性智效才职可])能|控制|稳定|维持|刚过|分获|分列|仍为?|仅完成|迅速|陆续|相继|分别|正式|率先|目前|至今|仅用|只用|不断|(?<=后)(?:增长|下降)|(?<=口径)(?:增长|下降)))+$"
)
_VERBS = (
    "帮助|惠及|服务|受益|吸引|带动|出席|参加|参与|培训|招聘|安置|转移|资助|救助|慰问|走访|接待|立案|查处|处罚|办结|受理|排查|检查|整改|开展|发放|拨付|下达|兑现|化解|减免|追回|争取|融资|"
    "建成|新建|改造|拆除|清理|流转|种植|播种|收获|完工|开工|竣工|投产|落地|签约|引进|培育|认定|授权|申请|销售|生产|打造|实施|举办|组织|安排|储备|开通|拨款|奖励|补贴|捐赠|征收|腾退|盘活|治理|"
    "完成|覆盖|涉及|惠企|录取|毕业|就业|入驻|落户|投放|铺设|安装|更新|修建|硬化|绿化"
)
_VERB_ALONE = re.compile(rf"(?>(?:{DEED}|{_VERBS}|{_MANNERS})+)")
_NO_NAME = re.compile(
    r"(?:(?:同比|累计|年均|平均)?(?:增速|增幅|降幅|涨幅|跌幅|占比|比重|排名|位次|名次|增长|下降|下滑|数量|总量|完成率|贡献率|(?:实现|完成)?(?:增加值|产量|总产)(?:增长|下降)?|完成数|连续.+年|国家|城市|省份|地区|方面|领域|环节|现如今|如今|时间|十[一二三四五]五(?:期间|时期)?|(?:增速|增幅)?[高低快慢]于全[国省市区县]|基本|主体|总体|综合|其余|包括|剩余|(?:经济|GDP|产值)[^,]{0,6}的?贡献率?|(?:各项|主要)?指标(?:增速)?|之间|左右|情况|其中|合计|总计|为主|过半|如下|持续|增量|第.{1,2}批)|(?:全|我|本)[国省市区县州镇])|常态化.{0,2}"
)
_BROKEN = re.compile(
    r"^规定|每年$|(?<!减)负$|^\d+[个家项名户]|^[的了等着]|分别|以[上下]$|地了|^顺利地|涉及$|分布(?:在.*)?$|^途[经径]|由(?:最初|原来|原先|当初)$|^[^、]+等$|^(?:扣除|剔除)[^,;]*后(?:可比)?(?:增长|下降)?$|剩余$|(?:超过|达到|不足)$|增速(?:经济|对)|^对[^,;]*贡献率?$|^(?:标志着|意味着|正在|按?(?:自然|可比|同)口径|[较比](?![例重率]))|以来累计|只(?:有|完成)|每$|基本$|^范围内|(?<![于出比超在])全[国省市区县]$|[^\u3400-\u9fffA-Za-z0-9“\"'‘《(（〈「『]$(?<![”\"'’》)）〉」』%.])|!|！|[^《]坚持把"
)
_AFTERWARDS = re.compile(
    "(?<![滞落滯])(?<!因素)(?<!影响)[后後]$|(?:造成|导致|致使|導致)$|^[与與]?(?:去年|上年)同期"
)
"""What says when or what came of it and names nothing."""

_VERBS_ALONE = re.compile(
    r"(?>(?:分赴|前往|奔赴|安排|实施|举办|开展|组织|仅|只|已|共|累计|实际|新|完成|实现|达到?|增长|下降|增加|减少|提高|提升|同比|环比|较|比|上月|位?居|位?列|名列|排名?|位次|全[国省市区县州])+)"
)
_ONLY_TIME = re.compile(
    r"(?:\d{2,4}年|[今去上本]年|[上下]半年|[一二三四]季度|\d{1,2}月份?|[底末初])+"
)
_PAIRS = ("“”", "‘’", "《》", "()", "（）", "「」", "『』", "〈〉")

LONGEST = 80
"""Characters of a wording that is read; a longer one is a list run together."""
_LONG = 20
_OF_LIST = re.compile(r"[^,;。]{4,}等(?P<head>[^,;。]{2,24})$")
_RELATIVE = re.compile(r"(?:由|承担|涉及|位于|负责)[^,;。]*的(?P<head>[^的]{4,})$")


def of(words: str, unit: str, *, rank: bool = False) -> list[str]:
    """Return labels made of `words` for a number in `unit`, best first, [] where they name nothing."""
    if len(words) > LONGEST:
        return []
    words = _tidied(words)
    text = fold(words)
    found: list[str] = []
    if rank:
        at = _IN_A_RANK.match(text)
        found = (
            []
            if _BARE.fullmatch(text) or _AT_A_PLACE.match(text) or _NO_RANKED.search(text)
            else [_RIVALS.sub("", words[at.end() if at else 0 :])]
        )
    elif unit in ("%", "‰"):
        found = _of_a_share(words, text)
    elif unit in units.MONEY_UNITS or not is_verb(text):
        found = [*_done(words, text), words]
    if not rank and is_verb(text):
        noun = _measure(unit) or ("数" if unit and _DEED_ALONE.fullmatch(text) else "")
        found = [words + noun] if noun else found
    return [label for label in found if is_name(label)]


def is_name(words: str) -> bool:
    """Tell whether `words` may stand before a number as the name of what it counts."""
    text = fold(words)
    if _ONLY_TIME.fullmatch(text):
        return False
    if len(text) < 2 or _NO_NAME.fullmatch(text) or _BROKEN.search(words):
        return False
    if _VERBS_ALONE.fullmatch(text) or _AFTERWARDS.search(words):
        return False
    return all(words.count(left) == words.count(right) for left, right in map(tuple, _PAIRS))


def is_place(words: str) -> bool:
    """Tell whether `words` say only among whom something is ranked: 位居全市园区."""
    return bool(_AT_A_PLACE.match(fold(words)))


def is_verb(words: str) -> bool:
    """Tell whether `words` say what was done and name no thing."""
    return bool(_VERB_ALONE.fullmatch(fold(words)))


def is_kind(words: str) -> bool:
    """Tell whether `words` say what was done with the things they name: 新开工项目, 项目签约落地."""
    text = fold(words)
    return text.startswith(("新", "在", "续")) or bool(_DONE.fullmatch(text))


def kind(deed: str, noun: str) -> str:
    """Return the name of the things that something was done with: 竣工|项目, 完工|的|老旧小区改造项目."""
    return deed + noun if _BARE.fullmatch(fold(noun)) else f"{deed}的{noun}"


def done(words: str, told: str) -> str:
    """Return the name of things of which `words` say only what was done, "" where they say more.

    In 新签约项目60个,落地56个 the 56 are 落地项目: the kind of thing that was told in the same unit.
    """
    text = fold(words)
    head = _HEAD.search(fold(told))
    return words + told[slice(*head.span())] if head and _DEED_ALONE.fullmatch(text) else ""


def of_kind(words: str, told: str) -> list[str]:
    """Return the name of the things told before of which `words` say more: 按序时推进的|项目."""
    head = _HEAD.search(fold(told))
    if not head or fold(words).endswith(head[0]):
        return []
    return [f"{words}的{told[slice(*head.span())]}"]


def _tidied(words: str) -> str:
    if placed := _PLACED.search(fold(words)):
        words = words[: placed.start()]
    text = fold(words)
    low, high = 0, len(text)
    if not _KEEPS.match(text) and (lead := _LEAD.match(text)):
        low = lead.end()
    if (tail := _TAIL.search(text, low)) and (text[-1] != "等" or "、" in text):
        high = tail.start()
    if light := _LIGHT.match(text, low, high):
        low = light.end()
    if listed := _BIG.match(text[low:high]):
        low += listed.end()
    if high - low > _LONG:
        for part in (_OF_LIST, _RELATIVE):
            if (head := part.search(text, low, high)) and not text.startswith(
                "类", head.start("head")
            ):
                low = head.start("head")
                break
    return words[low:high]


def _done(words: str, text: str) -> list[str]:
    """Return 竣工项目 for 项目竣工."""
    listed = _LISTED.fullmatch(text)
    if listed and len(listed["deed"] + listed["head"]) > 3:
        return [words[slice(*listed.span("deed"))] + words[slice(*listed.span("head"))]]
    if reached := _REACHED.search(text):
        return [f"{words[: reached.start()]}完成数"]  # 幸福院建设已完成|8个
    if state := _IN_STATE.fullmatch(text):
        return [f"{words[state.start('state') :]}的{words[: state.end('noun')]}"]
    done = _DONE.fullmatch(text)
    if not done:
        return []
    noun, deed, rest = (words[slice(*done.span(part))] for part in ("noun", "deed", "rest"))
    return [kind(deed, noun) + rest]


def _of_a_share(words: str, text: str) -> list[str]:
    done = None if _DENIED.search(text) else _ENDS_DONE.search(text)
    parted = _DONE.fullmatch(text)
    if parted and parted["rest"]:
        return [*_done(words, text), words]
    if done and done.start() > 1:
        return [f"{words[: done.start()]}{words[done.start('deed') :]}率", words]
    return [words]


def _measure(unit: str) -> str:
    """Return the noun that makes a verb the name of an amount: 惠及|人数, 立案|数."""
    if unit in ("人", "名", "人次"):
        return "人数"
    if unit in ("户", "户次"):
        return "户数"
    if unit in units.MONEY_UNITS:
        return "金额"
    if unit in ("亩", "公顷", "平方米", "平方公里"):
        return "面积"
    if unit in ("公里", "米"):
        return "里程"
    return "数" if unit in units.THINGS.split() and unit != "个" else ""
