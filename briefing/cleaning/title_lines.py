"""Whether a line may be a title: its form, and what its words share with a text.

In:  a line, folded or as written; the folded text.
Out: True or False; the share of its letter pairs that the text has; the title alone.
"""

import operator
import re

from briefing.cleaning.folding import fold, latin
from briefing.cleaning.lines import Line
from briefing.cleaning.parts import DATELINE
from briefing.cleaning.subtitles import ADDRESSED
from briefing.cleaning.words import NAVIGATION

_LABELLED = re.compile(
    r"(?:信件)?(?:编号|来信\S{1,2}|回复\S{1,2}|时间|地点|主持(?:人)?|参加|出席|列席|记录|议题|电话|地址|供应商|采购|项目(?:编号|名称)|联系)\S{0,4}:"
)
_OFFICE = r"(?:局|委|委员会|厅|办|办公室|督查室|研究室|指挥部|领导小组|政府|公司|中心|报|网|社|站|台|学校|医院|集团|法院|检察院|新闻|客户端|电视台|融媒体?|发布|在线|频道|Gov|Government|Bureau|Committee|News|Daily|Times|[\w-]+(?:\.[\w-]+)+)"
# A masthead: an office or paper alone, or before the names of its columns.
ORGAN = re.compile(
    rf"(?:[^\s,。|/]{{0,18}}|[A-Za-z' .-]{{0,50}}){_OFFICE}(?:\s*[\s|/—–·>-]\s*[^\s,。:;!?“”\d|/]{{2,10}}){{0,3}}$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|图为|[↑↓▲▼△]")
OF_BODY = re.compile(
    rf"(?:{_ITEM.pattern})|(?![\u4e00-\u9fff]{{1,5}}[镇县市区乡省村道局院校司]:)[\u4e00-\u9fff]{{2,6}}:\S"
)
ONE_WORD = re.compile(
    r"(?:重要)?(?:更正|勘误|致歉|启事|公告|通知|通告|公示|通报|声明)(?:启事|声明|说明|公告)?$"
)
COLUMN = re.compile(r"\[[^\[\]]{2,14}\]")  # 【市长谈营商环境】 above the title
# Who gives a report.
_SPEAKER = re.compile(
    r"(?:^|[\u4e00-\u9fff\s])(?:[省市县区州镇]\s?长|主任|书记|局长)\s+[\u4e00-\u9fff]\s?[\u4e00-\u9fff]{1,3}$"
)
_CHANNEL = re.compile(r"[\u4e00-\u9fff]{2,6}[报社网刊]·\S{1,10}$")  # a paper's account
# A forum with its address: 某某论坛 bbs.example.com.
_FORUM = re.compile(r"\S{2,12}(?:论坛|社区|在线|网|港)\s+[\w-]+(?:\.[\w-]+){1,3}$")
_ADDRESS = re.compile(r"[·\s]*(?:https?://|www\.)\S+$")
_LATIN_TITLE = 220
# What a page counts of readers and posters.
_COUNTER = re.compile(
    r"(?:积分|阅读|浏览|点击|点赞|评论|回复|收藏|转发|分享|关注|粉丝|人气|查看|主题|帖子|威望|金币|金钱|精华|回帖|贡献|热度|得分|评分|经验值?|等级|在看)(?:数|量)?\s*:?\s*[\d.,]+\s?[万亿]?\+?$"
)
_CONTACT = re.compile(r"[\d\s()+-]+|[\w.-]+@[\w.-]+")
_TITLE_END = re.compile(r"[。;,:]$")


def may_be_title(line: Line) -> bool:
    if _SPEAKER.search(line.key) or ADDRESSED.match(line.key) or _CHANNEL.match(line.key):
        return False
    if "." in line.key and (_FORUM.match(line.key) or _ADDRESS.match(line.key)):
        return False
    if line.key.count(",") >= (6 if latin(line.key) else 3) or DATELINE.match(line.key):
        return False
    contact = "@" in line.key or line.key[-1].isdigit()
    if _COUNTER.match(line.key) or (contact and _CONTACT.fullmatch(line.key)):
        return False
    return bool(
        (
            4 <= len(line.key) <= (_LATIN_TITLE if latin(line.key) else 90)
            or ONE_WORD.match(line.key)
        )
        and not _TITLE_END.search(line.key)
        and not line.key.startswith(("——", "--", "(", "*"))
        and "。" not in line.key
        and "\t" not in line.text
        and not _LABELLED.match(line.key)
        and not _ITEM.match(line.key)
    )


_WORD = re.compile(r"[a-z]{3,}")
_SITE_TAIL = re.compile(
    r"\s*[-_|—–>·]+(?!\s*\d)\s*[^-_|]{0,24}(?:网|站|政府|新闻|门户|频道|头条|在线|日报|晚报|(?<![通汇简快公预])报|平台|客户端|中心|要闻|动态|资讯|传媒|时报|[Nn]ews|\.(?:com|cn|gov).*)(?:\s[A-Z][A-Za-z]{2,12})?\s*$"
)
_COPY_LINK = re.compile(r"\s*[\[(【](?:复制链接|复制本帖链接|本帖链接)[\])】]\s*$")
# The board of a forum before a title: [时政要闻].
_LABEL = re.compile(r"[\[【]([\u4e00-\u9fff]{2,4})[\]】]\s*(?=\S)")
# What sites that gather news put around titles, made of a few words: |全球今热点, 环球快讯:.
_GATHERED = r"(?:全球|环球|世界|每日|今日|天天|当前|焦点)(?:即时|今|[最]?新|快|微)?(?:[热快短速资要][点门讯闻报看递读]|播报|消息|观[点察]|[视看]点|动态|头条|报道|精选|百事通|即时看)丨?"
_GATHERED_HEAD = re.compile(rf"{_GATHERED}\s*[:|丨!]\s*(?=\S{{8}})")
_GATHERED_TAIL = re.compile(rf"(?<=\S{{8}})\s*[|丨_-]\s*{_GATHERED}$")
_BULLET = re.compile(r"^[•·●◆■-]\s+")


def without_site(title: str) -> str:
    """Return a title without the site's name behind it."""
    title = _COPY_LINK.sub("", title)
    title = _BULLET.sub("", title)
    if (label := _LABEL.match(title)) and label[1] in NAVIGATION:
        title = title[label.end() :]
    key = fold(title)
    if head := _GATHERED_HEAD.match(key):
        title, key = title[head.end() :], key[head.end() :]
    if gathered := _GATHERED_TAIL.search(key):
        title, key = title[: gathered.start()], key[: gathered.start()]
    tail = _SITE_TAIL.search(key)
    return title[: tail.start()].strip() if tail and title[: tail.start()].strip() else title


def share(key: str, body: str) -> float:
    """Return the share of a line's letter pairs (of its words, if Latin) that the body has."""
    if latin(key):
        own = _WORD.findall(key.lower())
        body = body.lower()
    else:
        own = [pair for pair in map(operator.add, key, key[1:]) if pair.isalnum()]
    return sum(pair in body for pair in own) / len(own) if own else 0.0
