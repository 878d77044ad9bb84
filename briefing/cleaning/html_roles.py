"""What a line inside the article is: body, heading, table, caption, links, editor or tools.

In:  a line of a tree, with the prose it holds.
Out: its role.
"""

import re

from briefing.cleaning import html_marks as marks
from briefing.cleaning.html_tree import Line, Tree

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_EDITOR = re.compile(
    r"^[\[(（【]?\s*(?:(?:责任|本文|网络|值班|执行|文字|图片|新闻)?(?:编辑|责编|校对|审核|审签|主编|总编|监制|终审|编审|录入员?)|[一二三]审|初审|复审|来源|文章来源|稿源|(?:摄影|摄像|通讯员|文图|图文)(?:报道)?)\s*[:：丨|/]"
)
_NOISE = re.compile(
    r"^[\[(（【]?(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表|上一页)?|分享(?:到|至)?|收藏(?:本页)?|纠错|我要纠错|扫一扫.*|下载APP.*|点击(?:下载|查看|进入).*|长按.*|阅读原文|展开全文|点赞|在看|字号.*|上一页|下一页|尾页|首页|\d{1,3}|Tags?\s*[:：].*|标签\s*[:：].*|关键词\s*[:：].*)[\])）】]?[\s|]*(?:(?:打印|关闭|返回顶部|收藏|分享)[\s|]*)*$"
)
_NEXT = re.compile(r"^\W{0,3}[上下前后]一(?:篇|条|页|期|则)\W{0,2}\s*[:：]")
_END = re.compile(r"^[\s\[(（【]*(?:全文完|完|END|end|正文结束)[\s\])）】]*$")


def is_header(line: Line) -> bool:
    """True for a stamp, an outlet, a crumb or the tools beside them."""
    text = line.key
    return (
        len(text) < 120
        and not marks.END_MARK.search(text)
        and bool(
            marks.HEADER.search(text)
            or marks.HEADER_START.match(text)
            or (len(text) < 40 and marks.STAMP.search(text))
        )
    )


def body_role(tree: Tree, line: Line) -> str:
    if line.row:
        return "table"
    tag = tree.tags[line.node]
    if tag in HEADINGS:
        return "heading"
    return "caption" if tag == "figcaption" else "body"


def inner(tree: Tree, line: Line, prose: float) -> str:
    """Return the role of a line inside the article."""
    text = line.key
    if line.links > 0.6 * len(text) and prose < 20:
        return "links"
    if len(text) < 150 and _NEXT.match(text):
        return "nav"
    if len(text) < 100 and _EDITOR.match(text):
        return "editor"
    if len(text) < 60 and (_NOISE.match(text) or _END.match(text)):
        return "tools"
    return body_role(tree, line)
