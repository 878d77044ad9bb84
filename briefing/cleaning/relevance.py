"""Pages that hold no article: lists, errors, login walls, shops, chats.

In:  the page taken apart, or its text.
Out: the reason for a Skip, None for a page with an article. Topics are not judged, but a recipe
     tells no news, and the secretaries and sums in a chapter of a novel are made up.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.cleaning.pages import Page

_ERROR = re.compile(
    r"404 Not Found|HTTP(?: Status)? ?[45]\d\d|页面(?:不存在|未找到|找不到|已(?:删除|失效|被删除))|(?:您|你)?(?:访问|查找|请求)的(?:页面|网页|内容|文章|信息)(?:不存在|已(?:删除|失效|被删除|下线))|"
    r"找不到(?:该|您|你|此)?(?:访问的)?(?:页面|网页|文件)|50[0-4] (?:Bad Gateway|Internal Server Error|Service Unavailable|Gateway)|服务器(?:内部)?错误|系统繁忙|无法访问此(?:网站|页面)|该(?:内容|文章|帖子|页面)已被(?:发布者)?删除|Access Denied|403 Forbidden|Page not found|"
    r"指定的主题不存在|此内容因违规无法查看|网站(?:正在)?(?:维护|升级)中|正在维护",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?:请|需要)(?:先)?(?:登录|登陆)(?:后)?(?:查看|阅读|继续|访问|浏览|使用|$|[,。!])|(?:登录|注册)后(?:才)?(?:可|能|即可)?(?:查看|阅读|继续|浏览)|您?没有(?:权限|登录)|(?:Sign|Log) in to (?:continue|read|view)|请输入(?:用户名|密码|验证码)|验证码|安全验证|人机验证|Checking your browser|enable JavaScript|滑动(?:滑块)?(?:完成)?验证",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"全文共\s?\d+\s?字|当前显示\s?\d+\s?字|(?:订阅|付费|购买|开通会员|成为会员|VIP|会员)(?:后)?(?:即?可|才能|以)?(?:继续)?(?:阅读|查看|解锁|浏览)(?:全文|完整|剩余|更多)?|(?:剩余|还有|余下)\s*\d+\s*%|试读(?:结束|已结束|部分)|本文为付费|付费内容|Subscribe to (?:continue|read)|(?:this|the) (?:article|story) is for subscribers|解锁全文|开通.{0,6}会员",
    re.IGNORECASE,
)
_FOR_SALE = re.compile(
    r"此内容为付费(?:阅读|内容|资源)|付费后(?:可)?(?:查看|阅读|下载)(?:全文|完整)?"
)
_SHOP = re.compile(
    r"加入购物车|立即购买|商品详情|商品评价|累计评价|库存\s*:?\s*\d+|促销价|市场价|运费|包邮|月销|收藏商品|[¥￥]\s*\d|Add to (?:cart|basket)|规格参数|配送至|店铺|7天无理由|券后价|价格\s*:\s*[¥￥]?\d"
)
# What sites for reading novels put around a chapter, and how a chapter is headed.
_READING = re.compile(
    r"本章(?:未完|完|字数|节)|点击下一页|下一页继续|下一章|上一章|最新章节|更多章节|章节(?:目录|列表|报错|错误)|返回目录|阅读足迹|加入书[签架]|推荐票|求收藏|看[后後]求|提示您|接着再看更方便|小说(?:网|吧|全集|阅读)?|书友|番外|连载|笔趣阁|最快更新|无弹窗|文学网|全文阅读|关灯|护眼"
    r"|更新:.{0,24}字数:\d|手机浏览器扫描二维码访问|章\s?[(:].{0,12}(?:\d+\s?/\s?\d+|第\d+页)|第\s?\(?\d+/\d+\)?\s?页"
)
_COUNTED = re.compile(r"字(?<=\d\d\d\s字)\s+(?:\d+\s?(?:天|个月|年)前|20\d\d-)")
_ENDS = 2_000  # letters at each end of a page where a reading site's words stand
# How novels tell: 沉声问道, 眉头一皱, 心中暗想.
_TOLD = re.compile(
    r"问道|笑道|说道|沉声|心想|心中|暗道|暗想|暗暗|眉头|皱眉|皱了皱|微微|点了点头|点点头|缓缓|摇了摇头|摇摇头|淡淡|冷笑|嘴角|目光|神色|脸色|语气|盯着|愣了|不禁|随口|顿了顿|咬了咬牙|清了清嗓子|惊呼|瞥了|叹了口气|苦笑|喃喃|冷冷|吸了口气|呵呵|笑着说|憋"
)
_MANY_TOLD = 150  # letters for each such word, at most
_NEWS = re.compile(
    r"\d|记者|本报|通讯员|讯[(:\s]|报道"
)  # a story without any of these is told by nobody
_REPORTED = re.compile(r"记者|本报|通讯员|讯[(:\s]|报道")
# What is done in a kitchen, and how much of it is taken.
_COOKED = re.compile(
    r"沥干|浮沫|下锅炒|炒[到至]|炖\d|洗净|切[块片丝段碎末丁]|焯水|腌制|翻炒|爆香|下锅|出锅|收汁|煮开|烧开|打散|[大中小]火|炖煮|搅拌均匀|拌匀|调味|放[入油盐]|装盘|上锅蒸"
)
_PORTION = re.compile(
    r"(?:盐|油|葱花?|姜|蒜|糖|酱油|料酒|生抽|淀粉|香菜)[\u4e00-\u9fff]{0,2}(?:适量|少许|\s?[\d一二两半]+(?:克|勺|毫升|片))"
)
_COOKING = 4
_RECIPE = 2_000  # letters at most
_MEASURES = ("适量", "少许", "勺", "克")  # looked for first, for speed
# Sample documents for sale: XX亿元, X.X%, *书记.
_BLANKED = re.compile(
    r"(?<![A-Za-z])[X×xＸ]{1,4}(?:\.[X×xＸ]{1,2})?\s?(?:亿|万|元|%|个|家|项|人|名|年|月|日|市|县|区|镇|乡|村|局|公里|平方|吨|亩)|20[X×xＸ*]{2}年|(?<![A-Za-z0-9_])_{1,4}(?=[年月亿万家个%])|[*＊]{2}(?=亿|万|家|个|%)|[*＊]{1,3}(?=书记|市长|县长|区长|镇长|主任|同志|市委|县委|区委)"
)
_BLANKS = 3
_CHAPTER = re.compile(
    r"^(?:\d{1,5}[.、]|第[一二三四五六七八九十百\d]{1,4}卷.{0,16}\s)?\s*第\s?[\d零一二三四五六七八九十百千两]{1,7}\s?[章回节節](?:[\s::(]|$)"
)
_HIGH = re.compile(
    r"第\s?(?:[3-9]\d|\d{3,}|[\d零一二三四五六七八九十]*[百千].*?)\s?[章回]"
)  # no law has so many
# No article stands among these, wherever they are on the page.
_NOVEL = re.compile(
    r"小说模式|第(?<=^第)\s?[\d零一二三四五六七八九十百千两]{1,7}\s?[章节].{0,16}\(\s?\d+\s?/\s?\d+\s?\)$",
    re.M,
)
_SPOKEN = re.compile(
    r"(?:^[“\"][^”\"]{2,}|[\u4e00-\u9fff]\s*[:,][“”\"]|[”\"].{0,12}[说道问喊叹答笑])"
)
_CHAT_LINE = re.compile(
    r"^(?:\[?(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s*)?\d{1,2}:\d{2}(?::\d{2})?\]?\s*\S{1,16}(?:\s*[::]|$)|\S{1,16}[\s(]+(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s+)?\d{1,2}:\d{2}(?::\d{2})?\)?\s*[::]?$|\S{1,10}\s*:\s*\S.{0,40}$)"
)
_VEILED = re.compile(
    "[‘『](?<=[\u4e00-\u9fff].)(?:政府?|性)[’』]"
)  # as copies of novels have them too
_DISGUISED = 2  # 正府 for 政府, as copies of novels write it against filters
_TALK = 8  # paragraphs of a story that is known by its talk alone
_SPOKEN_LEAST = 3
_FLOORS = 4
_FLOOR = re.compile(r"(\d{1,4})楼(?:\s|$)")  # above each post of a thread
_PARAGRAPH = 90
_TIMED = re.compile(r"\d{1,2}:\d{2}")
_SENTENCE = re.compile(r"[。!?](?=[”’\"')\]]|$|[^\s])")
_LABELLED = re.compile(r"(?:来源|时间|日期|作者|编辑|浏览|阅读|Source|Updated)\s*[:|]")
_DAY_STARTS = frozenset("[(0123456789")
_DAY_ENDS = frozenset("日])0123456789")
_DATED_LINK = re.compile(
    r"^.{6,60}?[\s\[(]*(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])]?$|^[\s\[(]*(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])]?\s+.{6,60}$"
)


def problem(page: Page, *, laid_out: bool) -> str | None:
    """Return why a page holds no article, None when it seems to hold one.

    `laid_out` pages come from a format that told body from lists and comments already.
    """
    text = page.folded
    if not text.strip():
        return "empty"
    paragraphs = [line.key for part in page.parts for line in part.body]
    told = "\n".join(paragraphs)
    body = sum(map(len, paragraphs))
    short = body < 200
    if short and _ERROR.search(text[:3000]):
        return "error_page"
    sold = len(set(_SHOP.findall(text[:20_000]))) if body < 600 else 0
    if short and sold >= 3:
        return "shop_page"
    if _fiction(page, paragraphs, told):
        return "fiction"
    if body < _RECIPE and any(map(told.__contains__, _MEASURES)) and _recipe(told):
        return "recipe"
    if sum(map(told.count, "X×x*_")) >= _BLANKS and _blanked(told) * 400 >= body:
        return "template"
    if not laid_out and (_chat(page) or _thread(page)):
        return "chat"
    if (body < 400 and _PAYWALL.search(text)) or ("付费" in text and _FOR_SALE.search(text)):
        return "paywall"
    end = max((line.end for part in page.parts for line in part.body), default=3000)
    if short and _LOGIN.search(text[: min(end, 3000)]):
        return "login_wall"
    if sold >= 5:
        return "shop_page"
    if not laid_out and _index(page, body):
        return "index_page"
    if not body:
        return "no_article"
    return None


def _recipe(text: str) -> bool:
    """True for a text that tells what to do in a kitchen, and with how much of what."""
    return len(set(_COOKED.findall(text))) >= _COOKING and _PORTION.search(text) is not None


def _blanked(text: str) -> int:
    """Return how many figures and names are left blank; 0 for a few."""
    found = len(_BLANKED.findall(text))
    return found if found >= _BLANKS else 0


def _fiction(page: Page, body: Sequence[str], told: str) -> bool:
    """True for a chapter: told as novels tell, or headed as one, or among a reading site's words."""
    words = _TOLD.findall(told) if "“" in told or '"' in told else []
    if len(set(words)) >= 3 and len(words) * _MANY_TOLD >= len(told):
        return True
    heads = [line.key for part in page.parts for line in (*part.header, *part.body[:2])]
    headed = any(_CHAPTER.match(key) for key in heads)
    if any(_HIGH.search(key[:24]) for key in heads if _CHAPTER.match(key)):
        return True
    text = page.folded
    veiled = len(_VEILED.findall(told)) if "』" in told or "’" in told else 0
    if told.count("正府") + veiled >= _DISGUISED:
        return True
    ends = text if len(text) < 2 * _ENDS else text[:_ENDS] + text[-_ENDS:]
    if _NOVEL.search(ends):
        return True
    site = len(set(_READING.findall(ends))) + bool(_COUNTED.search(ends[:_ENDS]))
    if site and _told_in_talk(body, told):
        return True
    if not headed and site < 2 and (len(body) < _TALK or _NEWS.search("\n".join([*heads, *body]))):
        return False
    spoken = sum(bool(_SPOKEN.search(key)) for key in body)
    if not headed and site < 2:
        return spoken >= _SPOKEN_LEAST and spoken * 4 >= len(body)
    return (headed and (spoken >= 2 or site >= 1)) or site >= 3 or spoken * 4 >= len(body) > 0


def _told_in_talk(body: Sequence[str], told: str) -> bool:
    """True for a text a third of whose paragraphs are talk, with no reporter in it."""
    spoken = sum(bool(_SPOKEN.search(key)) for key in body)
    return spoken >= _SPOKEN_LEAST and spoken * 3 >= len(body) and not _REPORTED.search(told)


def _chat(page: Page) -> bool:
    """True when most lines are turns of a talk with times."""
    lines = [line for line in page.lines if line.key]
    if len(lines) < 5 or any(
        len(line.key) >= _PARAGRAPH for part in page.parts for line in part.body
    ):
        return False
    turns = [line for line in lines if _CHAT_LINE.match(line.key) and _TIMED.search(line.key[:40])]
    short = sum(len(line.key) < 60 for line in lines)
    return len(turns) * 10 >= len(lines) * 3 and len(turns) >= 4 and short * 10 >= len(lines) * 8


def _thread(page: Page) -> bool:
    """True for short posts under floors in their order, none of them as long as a paragraph."""
    lines = [line.key for line in page.lines if line.key]
    if max(map(len, lines), default=0) >= _PARAGRAPH:
        return False
    floors = [
        int(found[1])
        for key, below in pairwise(lines)
        if (found := _FLOOR.match(key)) and not _FLOOR.match(below)
    ]
    return (
        len(set(floors)) >= _FLOORS and floors == sorted(floors) and len(floors) * 6 >= len(lines)
    )


def _stamped(page: Page) -> bool:
    """True when a stamp stands right above a body of sentences: a brief among many links."""
    for part in page.parts:
        above = [line for line in part.header[-3:] if line.kind == "stamp"]
        text = "".join(line.key for line in part.body)
        labelled = any(_LABELLED.search(line.key) for line in above)
        if labelled and len(text) >= 50 and _SENTENCE.search(text):
            return True
    return False


def _index(page: Page, body: int) -> bool:
    """True for lists of headlines: many short lines, hardly a sentence."""
    lines = [line for line in page.lines if len(line.key) >= 6]
    if len(lines) < 8 or _stamped(page):
        return False
    sentences = sum(bool(_SENTENCE.search(line.key)) for line in lines)
    headlines = sum(8 <= len(line.key) <= 60 and not _SENTENCE.search(line.key) for line in lines)
    dated = sum(
        bool(_DATED_LINK.match(line.key))
        for line in lines
        if line.key[-1] in _DAY_ENDS or line.key[0] in _DAY_STARTS
    )
    total = sum(len(line.key) for line in lines)
    if dated >= 6 and dated * 2 >= len(lines) and body * 10 < total * 5:
        return True
    return headlines * 10 >= len(lines) * 7 and sentences <= 2 and body < 120 and body * 4 < total
