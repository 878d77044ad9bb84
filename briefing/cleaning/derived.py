"""What stands in for a title where a page has none: its first clause.

In:  the first paragraph, folded and as written.
Out: the clause behind dateline, day and source, as the page has it; None when there is none.
"""

import re

from briefing.cleaning.folding import latin
from briefing.cleaning.parts import DATELINE

_REPORTERS = re.compile(r"[\s:]*[(\[][^()\[\]]{2,60}[)\]]")
_FIRST_CLAUSE = re.compile(r"(?:[^,。;:!?…—\n]|(?<=\d)—(?=\d)){6,80}(?=[,。;:!?…—]|$)")
_SENTENCE_LATIN = re.compile(
    r"(?:[^.!?]|\.(?=\S)|(?<=[A-Z])\.(?=\s[a-z(])){10,140}(?=[.!?](?:\s|$))|(?:[^.!?,;]|[.,](?=\S)){10,140}(?=[,;.!?—])"
)
_MARK = re.compile(r"[,。;!?…—\s]+|:(?!\d)")
_TO_CLOSE = re.compile(r"[^\n“”。]{0,60}”[^,。;:!?…—\n“”]{0,30}(?=[,。;:!?…—]|$)")
# A clause too long to stand for a title, as far as one of its commas of a list.
_LONG_CLAUSE = re.compile(r"[^,。;:!?…—\n]{12,70}(?=、[^,。;:!?…—\n]{12})")
# Who attended, and nothing done: 县领导李某、王某参加.
_ATTENDED = re.compile(r"[省市县区镇]?领导[\u4e00-\u9fff、]{2,40}(?:参加|陪同|出席)$")
_NEXT_CLAUSE = re.compile(r",[^,。;:!?…—\n]{2,60}(?=[,。;:!?…—]|$)")
# (张一文)岚溪镇…: who writes, in front of the first sentence.
WRITER = re.compile(
    r"\((?P<names>(?![一二三四五六七八九十]+\))[\u4e00-\u9fff]{2,3}(?:\s[\u4e00-\u9fff]{2,3}){0,2})\)(?=[\u4e00-\u9fff])"
)
_TOLD_BY = re.compile(
    r"\[[^\[\]]{2,8}\]\s*\([^()]{0,14}(?:记者|通讯员)[^()]{2,40}\)|[^,。:]{0,24}?[讯电]\s*[(\[](?:记者|通讯员|见习)[^()\[\]]{2,40}[)\]]|[A-Z][A-Z .'-]{2,40},(?: [A-Z][a-z]{3,12},)? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, 20\d\d)?\s*(?:[(/][A-Za-z ]{2,30}[)/]\s*)?[-—–]+|[^,。:]{2,10}报道:|[(\[][\u4e00-\u9fff]{2,4}社记者[^()\[\]]{4,20}\d{1,2}日[电讯][)\]]|[(\[](?:记者|通讯员)[^()\[\]]{2,40}[)\]]|[^,。:()]{2,10}\([^()]{2,40}\)(?:\d{1,2}月\d{1,2}日)?(?:消息|讯|电)"
)
_CLAUSE_LATIN = 30
_UNFINISHED = ("一行", "成员", "人员", "项目中", "基础上", "以来", "期间", "会上")
# What says that something was done; a clause without it may be a subject, done by the next.
_DOES = re.compile(
    r"召开|举[行办]|签[约订署]|[开竣]工|实施|增长|下降|完成|[调督]研|主持|启动|发布|印发|通报|实现|突破|推[进动]|督[查导]|检查|观摩|部署|落户|获|开展|走访|考察|会见|[到赴]|强调|指出|投产|建成|落地|出席|座谈|带[队领]|宣布|结束|贯彻|坚持|推出|加[强快]|保持|提升|改造|落实|说|表示|是|有|为|将|在"
)
# What is no statement of its own: aims, grounds, days, questions, whom a call goes to.
_NO_STATEMENT = re.compile(
    r"(?:为(?!期|[\u4e00-\u9fff]{1,6}(?:送|提供))|根据|按照|随着|面对|由于|截[至止]).{4,}|.{0,40}领导下|.{0,30}(?:如何|怎么样|怎样)|(?:第?[一二三四]季度|上半年|今年|时间)[^,]{0,6}(?:结束|过去|过半)"
    r"|[\d\s年月日时分至到~—-]+|\d{1,2}时.{0,12}|.{0,4}各级各(?:有关)?(?:部门|单位)|(?:进一步|切实|有效).{4,}"
)
_ITEM = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))\s*")
_ORNAMENT = 34  # letters of a sentence of fine words, at most
_WHERE = re.compile(
    r"在.{8,}(?:上|里|内|中|现场|时)|.{4,}(?:车间|公司|工地|园区|厂房|基地)(?:上|里|内|中)"
)
_JOINED = 70  # letters of a subject and what it did, at most
_GROUP = 26  # who came, with nothing done yet: 副局长李某一行
_SCRIPT = re.compile(
    r"\[(?:正文|导语|口播|解说|画外音|字幕)\]\s*"
)  # what is read out on television
_GREETED = re.compile(r"各[\u4e00-\u9fff()]{1,12}[,、:]|同志们|有关单位")
_LATE = 160  # letters behind which no clause stands for a title
_CLAUSE = 12  # a shorter first clause takes in the next
_LEAD = re.compile(
    r"(?:当日|\d{1,2}日(?:上午|下午)?(?=,)|(?:\d{4}年)?\d{1,2}月\d{1,2}日?(?:(?:至|-|—|、)(?:\d{1,2}月)?\d{1,2}日|(?<=日))(?:上午|下午|晚上?|中午|凌晨)?(?![是为])|近日|日前|前不久|近期|今天|昨天|昨日|今日|当前|连日来|今年以来|(?:今年)?(?:上半年|前[一二三四]季度|[一二三四]季度|1?\d\s?[-—至]\s?1?\d\s?月份?|前1?\d个月)(?=[,全我])|(?:上午|下午|晚上?(?!报)))[,]?\s*|(?:[记笔]者)?(?:日前|近日|昨[日天]|今[日天])?从[^,。]{2,24}(?:获悉|得悉|了解到)[,:]\s*|据[^,。]{2,12}(?:报道|消息|通报)[,:]\s*|(?:本报)?记者[\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3}){0,3}报道[:,]\s*|[记笔]者从[^,。:]{2,24}:\s*|农历[正一二三四五六七八九十冬腊]{1,2}月[初廿一二三四五六七八九十]{2,3},\s*"
)


def derive(key: str, text: str) -> str | None:
    """Return the first clause behind dateline and day, to stand in for a title."""
    if key.endswith(":") and _GREETED.search(key):
        return None
    if script := _SCRIPT.match(key):
        key, text = key[script.end() :], text[script.end() :]
    at = found.end() if (found := WRITER.match(key) or _ITEM.match(key)) else 0
    if told := _TOLD_BY.match(key):
        at = told.end()
    elif match := DATELINE.match(key):
        at = match.end()
        if reporters := _REPORTERS.match(key, at):
            at = reporters.end()
    while at < len(key) and key[at] in " ,:—–-":
        at += 1
    at = _behind_leads(key, at)
    if key.startswith("[") and (report := re.match(r"\[[^\]]{2,40}(?:报[导道]|[讯电])\]", key)):
        return derive(key[report.end() :], text[report.end() :])
    if key.startswith("[") and 5 <= (close := key.find("]")) <= 70:
        return text[1:close].strip() or None  # 【…】 as microblogs have it
    if latin(key) and (sentence := _SENTENCE_LATIN.match(key, at)):
        return sentence.group()
    while (clause := _clause(key, at)) is None:  # 初春,阳光明媚,
        mark = _MARK.search(key, at)
        if mark is None or mark.end() > _LATE:
            return None
        at = _behind_leads(key, mark.end())
    end = _completed(key, at, clause.end())
    if key.count("“", at, end) > key.count("”", at, end) and (quoted := _TO_CLOSE.match(key, end)):
        end = quoted.end()
    return _closed(text[at:end].strip())


def _completed(key: str, at: int, end: int) -> int:
    """Return the end of a clause, with the next one where it is short or says nothing done."""
    second = _NEXT_CLAUSE.match(key, end)
    if second is None:
        return end
    plain = latin(key[at:end])
    short = end - at < (_CLAUSE_LATIN if plain else _CLAUSE)
    unfinished = end - at < _GROUP and key.endswith(_UNFINISHED, at, end)
    idle = not plain and not _DOES.search(key, at, end) and second.end() - at <= _JOINED
    done = idle and _DOES.search(second.group())
    where = _WHERE.fullmatch(key, at, end)
    return second.end() if short or unfinished or done or where else end


def _clause(key: str, at: int) -> re.Match[str] | None:
    """Return the clause that starts at `at`; None for one that does not stand for itself."""
    clause = _FIRST_CLAUSE.match(key, at) or _LONG_CLAUSE.match(key, at)
    if clause is None or _ATTENDED.match(key, at, clause.end()):
        return None
    more = key[clause.end() : clause.end() + 1]
    if more == "?" or (more and _NO_STATEMENT.fullmatch(clause.group())):
        return None
    if not latin(clause.group()) and _ornaments(key, at, clause):
        return None
    return None if clause.group().count("(") > clause.group().count(")") else clause


def _ornaments(key: str, at: int, clause: re.Match[str]) -> bool:
    """True for a short sentence in which nothing is done, or a place where nothing is."""
    end = key.find("。", at, at + _ORNAMENT)
    if end > 0 and end + 1 < len(key):
        return not _DOES.search(key, at, end) and not any(map(str.isdigit, key[at:end]))
    following = _NEXT_CLAUSE.match(key, clause.end())
    where = _WHERE.fullmatch(clause.group())
    return bool(where and following) and not _DOES.search(following.group() if following else "")


def _behind_leads(key: str, at: int) -> int:
    """Return where a sentence starts behind 近日, 记者从某局获悉 and the like."""
    while lead := _LEAD.match(key, at):
        at = lead.end()
    return at


def _closed(words: str) -> str | None:
    """Return words whose quotation marks pair; None where one is open."""
    if words.count("“") != words.count("”"):
        words = words.strip("“”")
    return words if words and words.count("“") == words.count("”") else None
