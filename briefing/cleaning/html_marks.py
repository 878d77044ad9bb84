"""The words by which pages name their own parts: class names, ids and labels.

Kinds of chrome: nav, footer, comment, related, aside, share, ad, login, search, signature,
edit_note, user. A name counts by its parts: `article-comment` is a comment, `pageFoot` a footer.
"""

import re
from functools import lru_cache

from briefing.facts.traditional import SIMPLIFIED, TRADITIONAL

_NAMES = {
    "nav": "nav navbar navigation navi menu submenu crumb crumbs breadcrumb breadcrumbs bread topbar"
    " toolbar pager pagination pagebar fenye daohang dh mnav topnav mbx location tabbar skip"
    " prevnext prenext sxy syxy",
    "footer": "footer foot copyright copyrights beian friendlink friendlinks yqlj banquan ft",
    "comment": "comment comments reply replies pinglun cmt cmts discuss liuyan guestbook"
    " commentlist replylist danmu",
    "related": "related relate relevant relation recommend recommended recommends recom tuijian xgyd"
    " xgxw xiangguan hot hots hotnews hotlist rank ranking ranklist paihang phb guess interest"
    " popular latest newslist toplist readmore",
    "aside": "aside sidebar side sider sidebox leftbar rightbar rside lside",
    "share": "share shares sharebar bdshare bdsharebuttonbox jiathis bshare social qrcode ewm erweima"
    " fenxiang like zan",
    "ad": "ad ads adv advert adverts advertisement advertise gg guanggao sponsor adbox",
    "login": "login register signin dialog modal popup popups pop mask toast cookie",
    "search": "search searchbar searchbox sousuo hotsearch",
    "signature": "sign signature signatures",
    "edit_note": "pstatus locked",
    "user": "pls avatar favatar profile userinfo",
    "tags": "tag tags keyword keywords tagbox",
}
_KIND = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_GOOD = frozenset(
    """article articles content contents zoom trs detail detailed details artibody arttext richtext
    richmedia text txt neirong zhengwen ucontent entry story postmessage founder bodytext
    mainbody newsbody textbody cont con xxgk wz xl pages view editor""".split()  # noqa: SIM905
)
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
LABEL = re.compile(
    r"^[\s>»【\[—\-■●▲◆]*(?:相关(?:阅读|新闻|链接|报道|文章|推荐|信息|内容|稿件|附件)|(?:推荐|延伸|拓展|猜你喜欢的?)阅读|阅读推荐"
    r"|(?:热门|精彩|热点|为[您你]|编辑|今日|最新|图文|视频|本站|大家都在|更多)(?:推荐|新闻|文章|资讯|内容|评论|话题|报道|看点|精选|图片|搜)"
    r"|(?:热点|新闻|点击|阅读|热文|一周|本周|24小时|月度)?(?:排行|热搜|热榜|热点|排行榜|点击排行|热门排行)榜?|猜你喜欢|大家都在看|(?:网友|全部|所有|热门|最新|文章|精选|用户)评论"
    r"|评论(?:区|列表|\s*[(（]\s*\d+\s*[)）])?|(?:发表|我要|添加|参与|写)评论|网友热议|跟帖|友情链接|编辑推荐|今日热点|要闻推荐|上一篇.*|下一篇.*"
    r"|更多(?:新闻|文章|>>)?|回复列表|全部回复|最新发布|最近更新|站内热榜)\s*[:：>»】\]\-—|/]*\s*(?:更多.*)?$"
)
COMMENT_LABEL = re.compile(r"评论|跟帖|回复|热议")
FOOTER = re.compile(
    r"版权所有|ICP备|公网安备|网站标识码|copyright|Copyright|©|技术支持\s*[:：]|违法和?不良信息|All [Rr]ights|网站地图|联系我们.{0,20}关于|增值电信"
    r"|新闻信息服务许可证|信息网络传播视听|主办单位\s*[:：]|承办单位\s*[:：].{0,30}(?:备|电话)|建议使用.{0,20}(?:分辨率|浏览器)"
)
STAMP = re.compile(
    r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}(?:\s*日)?(?:\s*\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2})?)?|(?:19|20)\d\d\s\d{1,2}/\d{1,2}\s+\d{1,2}:\d{2}|\d\d-\d\d\s\d\d:\d\d"
)
HEADER = re.compile(
    r"来源|作者\s*[:：]|记者\s*[:：]|编辑\s*[:：]|发布(?:时间|日期|机构|单位|人|者|于)|更新时间|更新日期|成文时间|成文日期|生成时间|生成日期|录入时间|录入日期|信息时间|信息日期|日期\s*[:：]|时间\s*[:：]"
    r"|浏览|阅读(?:次数|量|数)?\s*[:：(（]|点击(?:数|量|率)?\s*[:：]|访问量|人气|字号|字体|大\s+中|小\s+中|打印\W*$|【打印|打印(?:本页|文章)|索\s*引\s*号|信息分类|文\s*号|分享到|听新闻|语音播报"
    r"|当前位置|在的?位置|首页\s*[>»＞\-]|稿源|责编|发表于|阅读\s*\d|扫一扫|手机(?:看|阅读)|关注\W*$|收藏\W*$|原创\W*$"
)
HEADER_START = re.compile(r"\W*(?:原创|关注|收藏)")
# All alternatives share the set of their first letters, or the search would be ten times slower.
REPLY = re.compile(
    r"[回举顶赞踩发网沙板地引来I游匿\d](?:(?<=[赞踩])|(?<=回)复|(?<=举)报|(?<=^顶)|(?<=发)表于|(?<=网)友|(?<=沙)发|(?<=板)凳|(?<=地)板|(?<=引)用"
    r"|(?<=来)自\s*\S{2,8}$|(?<=I)P属地|(?<=游)客|(?<=匿)名|(?<=\d)(?:\s*楼|\s*(?:分钟|小时|天|个月)前|\d{3}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2})|(?<=^\d)\d*\s*#$)"
)
PROBLEMS = {
    "error_page": re.compile(
        r"\b(?:404|403|50[0-4])\b(?=\s*(?:[-—:：]|Not|Error|Bad|Forbidden|Gateway|页面|错误|$))|(?:页面|网页|内容|文章|信息|帖子|主题)(?:不存在|未找到|找不到|已(?:被)?(?:删除|移除|失效)|无法(?:访问|显示))"
        r"|找不到.{0,8}(?:页面|网页|文件)|Not Found|Access Denied|Service Unavailable|服务器(?:内部)?错误|系统维护|无权(?:访问|查看)",
        re.I,
    ),
    "login_wall": re.compile(
        r"(?:请|需要|尚未|还没有)[先您]{0,2}(?:登录|登陆|注册)|(?:登录|登陆|注册)后(?:才)?(?:可以?|能)?(?:查看|阅读|浏览|继续|访问)|没有(?:登录|权限)|请输入(?:用户名|账号|密码|验证码)|安全验证|人机验证"
        r"|[Ss]ign in to|[Ll]og ?in to (?:read|view|continue)"
    ),
    "needs_render": re.compile(
        r"(?:开启|启用|打开|支持).{0,6}JavaScript|JavaScript.{0,12}(?:enable|required|disabled)|enable.{0,12}JavaScript|正在加载|加载中|Loading\b",
        re.I,
    ),
}
END_MARK = re.compile(r"(?:[。！？!?…；]|[a-z0-9)%]\.)[”’」』\"')）\]】]*$")
MARKS = re.compile(r"[，。；：！？、“”,;:!?]")


_SIMPLIFY = str.maketrans(TRADITIONAL, SIMPLIFIED)
_TRADITIONAL = re.compile(r"[發來時間關聞責編輯網頁評論閱讀]")


def is_traditional(text: str) -> bool:
    """True for a text that seems to be in traditional characters."""
    return len(_TRADITIONAL.findall(text, 0, 20_000)) >= 5


def simplified(text: str) -> str:
    """Return `text` in simplified characters, one for one, to match the words of this module."""
    return text.translate(_SIMPLIFY)


@lru_cache(maxsize=8192)
def kind(sig: str) -> str:
    """Return what an id and class say an element is: a kind of chrome, "good", or ""."""
    parts = [part.lower() for part in _PARTS.findall(sig)]
    if not parts:
        return ""
    found = ""
    for part in parts:
        if part in _KIND:
            return _KIND[part]
        if part in _GOOD:
            found = "good"
    return found
