"""Lines that say when, where and by whom an article was published: their forms.

In:  the folded text of a line.
Out: True for a stamp. The forms are matched in `chrome.kind_of`, in the order of how sure they are.
"""

import re

DATE = r"(?:(?:19|20)\d\d\s?(?:年\s?(?:0?[1-9]|1[0-2])\s?月\s?(?:[0-2]?\d|3[01])\s?日?|[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\d|3[01])(?!\d)|\s(?:0?[1-9]|1[0-2])/(?:[0-2]?\d|3[01])(?=\s+\d{1,2}:\d\d))|(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.20\d\d)"
TIME = r"(?:(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?)"
STAMP = rf"{DATE}(?:\s*(?:\(?\s*(?:星期|周)[一二三四五六日天]\)?)?\s*T?{TIME})?"
_LABEL = (
    r"(?:(?:发布|上版|张贴|发表|更新|成文|发文|印发|公开|发稿|录入|上传|生成|创建|添加|编辑|刊发|报送|提交)?(?:时间|日期|于)|(?:信息|文章|稿件|新闻|内容|本文|资料|文稿|图文|消息)?(?:来源|出处)|稿源|来自|"
    r"(?:文章)?作者|发布[者人]|(?:发布|张贴)(?:机构|单位|部门|来源|开发区)|发文(?:机关|单位|字号)|信息(?:提供|索引|分类|类别)|供稿(?:单位|人)?|投稿人?|责任编辑|责编|编辑|审核|录入|"
    r"(?:浏览|阅读|点击|访问|查看|阅览|观看|关注|人气|点阅|浏览次|浏览人)(?:次数|数量|人数|人次|数|量|率|次)?|浏览|次数|热度|评论(?:数)?|字号|字体(?:大小)?|文字大小|字体设置|视力保护色?|保护视力色|背景色|"
    r"(?:文章|本文)字数|字数|专栏名称|索引号|主题分类|主题词|文号|公开方式|公开形式|公开范围|有效性|效力状态|统一编号|原标题|信息名称|文件名称|标题|名称|关键[词字]|标签|所属栏目|栏目|[市县区]府分类|分类|最后(?:异动|更新|修改)(?:日期|时间)|类别|地区|开发区|分享到?|打印|我要分享|信息类别|体裁|组配分类|有效期|失效日期|生效日期)"
)
STAMP_ENGLISH = re.compile(
    r"[•·]?\s*(?:By [A-Z][\w.' -]{2,40}(?:\([^()]{2,30}\))?\s*\|?\s*(?:Updated|Published|Posted)\s*:|\([A-Z][\w' .]{2,30}? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, (?:19|20)\d\d\)$|\(?[A-Z][\w' ]{2,24}\)\s*\d{1,2}:\d\d, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Source|Author|Editor|By|Categor(?:y|ies)|Updated|Published|Posted|(?:Release |Publish(?:ing)? |Update )?(?:Date|Time))\s*:|(?:Updated|Published|Posted)\s+(?:on|at)?\s*(?:[A-Z][a-z]{2}|\d)|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2} \d{1,2}:\d\d (?:19|20)\d\d$|(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? (?:\d{1,2}, )?(?:19|20)\d\d)",
    re.IGNORECASE,
)
STAMP_PIPED = re.compile(
    r"(?:^|\|)\s*(?:(?:Updated|Published|Posted)\s*:?\s*)?(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:\d{1,2}, )?(?:19|20)\d\d\s*(?:\||$)"
)
STAMP_LINE = re.compile(
    rf"[\[(【•·●-]?\s*(?:{STAMP}[\u4e00-\u9fff]{{2,6}}\d*$|[\u4e00-\u9fff]{{2,8}}{DATE}\s+{TIME}(?:\s*(?:举报|评论|收藏|分享|阅读).{{0,20}})?$|[\u4e00-\u9fff]{{2,4}}社\s*/\s*[\u4e00-\u9fff]{{2,3}}\d{{1,2}}日电$|{_LABEL}\s*[:|]|[^\s:]{{2,12}}\s发布(?:时间|日期)\s*:\s*\d\d|(?:{STAMP}|\d\d-\d\d {TIME})(?:$|[\s|]|{_LABEL}\s*:)|{TIME}$)"
)
DATED = re.compile(rf"(?:发布|更新)(?:时间|日期)\s*:\s*{STAMP}\s")  # whatever stands behind it
_STAMP_INSIDE = re.compile(
    rf"(?:^|\s)\d\d-\d\d {TIME}(?:$|\s)|(?:^|[\s|:·\])([]){STAMP}(?:$|[\s|\[()\]])"
)
_SOURCED = re.compile(
    r"^(?:记者|通讯员|作者|文)\s.*\s(?:来源|稿源)\s*:|^.{0,16}\s作者\s*:.*\s来源\s*:"
)
_LOST = re.compile(r"\?(?=\s|来源:|作者:|20\d\d-)")  # a blank that became a question mark
COUNTS = re.compile(
    r"(?:浏览|观看|阅读|点击|点阅|访问|查看|人气)(?:次数|量|数|率)?\s*:?\s*\d+\s*次?$"
)
DOCUMENT = re.compile(r"[\u4e00-\u9fff]{2,12}\s*[\[(](?:19|20)\d\d[\])]\s*(?:第\s*)?\d{1,4}\s*号")
HAN_DAY = re.compile(
    r"[二一][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_DIGIT = re.compile(r"\d")
ENDMARK = re.compile(r"[。!?;](?:[”’\"')\]]|$)|[。!?]")

_PROGRAM = re.compile(r"(?i:produced by|powered by|processed in)")  # the day of the copy


def is_stamp(key: str) -> bool:
    """True for a short line with a full date that stands apart from the words around it."""
    if "?" in key:
        key = _LOST.sub(" ", key)
    sourced = "源" in key and "," not in key and _SOURCED.search(key)
    if not sourced and not (
        _DIGIT.search(key)
        and _STAMP_INSIDE.search(key)
        and key.count(",") < 2
        and len(re.sub(STAMP, "", key)) <= 60
    ):
        return False
    return not ENDMARK.search(key) and not _PROGRAM.search(key)
