"""Layouts that the block scorer was tuned on. Each returns the page and the body it holds."""

import json
from collections.abc import Callable
from random import Random

from made_text import Story, brief, comment, headline, jammer, story, table

Layout = Callable[[Random], tuple[str, Story]]


def links(rng: Random, count: int, mark: str = "li") -> str:
    """Return a list of linked headlines."""
    return "".join(
        f'<{mark}><a href="/a/{rng.randint(1, 9999)}.html">{headline(rng)}</a></{mark}>\n'
        for _ in range(count)
    )


def nav(rng: Random) -> str:
    """Return a row of channel links."""
    channels = "首页 新闻 政务 视频 图片 专题 县区 评论 公示 招标 房产 教育 健康 旅游"
    names = channels.split()
    return "".join(
        f'<a href="/{n}">{name}</a> ' for n, name in enumerate(names[: rng.randint(7, 14)])
    )


def discuz(rng: Random) -> tuple[str, Story]:
    """A forum thread: jammers, an edit note, replies and signatures."""
    s = story(rng)
    first = "<br />\n<br />\n".join(
        f'<font class="jammer">{jammer(rng).replace("<", "&lt;")}</font>{p}<span style="display:none">{jammer(rng).replace("<", "&lt;")}</span>'
        for p in s.body
    )
    posts = ""
    for number in range(rng.randint(3, 7)):
        who, when, text = comment(rng)
        what = (
            f'<i class="pstatus"> 本帖最后由 {who} 于 {when} 编辑 </i><br />\n{first}'
            if number == 0
            else text
        )
        posts += (
            f'<div id="post_{7000 + number}"><table id="pid{7000 + number}" class="plhin"><tr><td class="pls" rowspan="2"><div class="authi"><a href="u">{who}</a></div>'
            f'<dl><dt>积分</dt><dd>{rng.randint(1, 999)}</dd><dt>帖子</dt><dd>{rng.randint(1, 99)}</dd></dl></td><td class="plc"><div class="pi"><em>发表于 {when}</em> <a href="#">只看该作者</a> <strong><a>{number + 1}#</a></strong></div>'
            f'<div class="pcb"><table><tr><td class="t_f" id="postmessage_{7000 + number}">{what}</td></tr></table></div>'
            f'<div class="sign">诚信经营,薄利多销,欢迎各位朋友来店里坐坐,电话联系优惠多多。</div></td></tr></table></div>\n'
        )
    return (
        f'<html><head><title>{s.title} - 本地杂谈 - 望川论坛 - Powered by Discuz!</title></head><body id="nv_forum"><div id="hd">{nav(rng)}</div>'
        f'<div id="pt" class="bm cl"><a href="/">论坛</a> &rsaquo; <a>本地杂谈</a> &rsaquo; <a>{s.title}</a></div><div id="postlist" class="pl bm"><h1 class="ts"><span id="thread_subject">{s.title}</span></h1>{posts}</div>'
        f'<div id="f_pst"><form><textarea name="message"></textarea>您需要登录后才可以回帖 登录 | 立即注册</form></div><div id="ft">Powered by Discuz! © 2001-2023 Comsenz Inc. {nav(rng)}</div></body></html>'
    ), s


def epaper(rng: Random) -> tuple[str, Story]:
    """A newspaper's page reader with a picture map and the articles of the page beside it."""
    s = story(rng)
    text = "".join(f"<P>　　{p}</P>" for p in s.body)
    return (
        f'<html><head><title>{s.outlet}数字报-{s.title}</title></head><body><table width=980><tr><td width=380><div id="map"><table>'
        + "".join(f"<tr><td><a href=c{n}>{headline(rng)}</a></td></tr>" for n in range(9))
        + f"</table></div></td><td><table><tr><td>2021年07月{rng.randint(10, 28)}日 星期{rng.choice('一二三四五')} <a>上一期</a> <a>下一期</a> 第A0{rng.randint(1, 8)}版:要闻 放大 缩小 默认</td></tr>"
        f'<tr><td align=center><strong>{s.title}</strong></td></tr><tr><td><div id="ozoom"><founder-content>{text}</founder-content></div></td></tr></table></td></tr></table>'
        f"<div>版权所有 {s.outlet}社 未经授权 不得转载</div></body></html>"
    ), s


def portal(rng: Random) -> tuple[str, Story]:
    """A government site made with TRS."""
    s = story(rng)
    text = "\n".join(f'<p style="text-indent:2em">&nbsp;&nbsp;&nbsp;&nbsp;{p}</p>' for p in s.body)
    return (
        f'<!DOCTYPE html><html><head><meta name="ArticleTitle" content="{s.title}"><meta name="PubDate" content="{s.stamp}"><title>{s.title}_望川市人民政府</title></head><body>'
        f'<div class="header"><ul class="menu">{links(rng, 6)}</ul></div><div class="dqwz">您当前的位置:<a>首页</a> > <a>政务要闻</a></div><div class="wrap"><div class="xl-title"><h1>{s.title}</h1>'
        f'<div class="xl-info"><span>发布日期:{s.stamp}</span><span>来源:{s.outlet}</span><span>浏览次数:<b>{rng.randint(9, 999)}</b></span><span>字号:[ 大 中 小 ]</span></div></div>'
        f'<div class="view TRS_UEDITOR trs_paper_default">{text}</div><div class="fxbox"><div class="bdsharebuttonbox">分享到: <a>微信</a> <a>微博</a></div><p>【打印本页】【关闭窗口】</p></div>'
        f'<div class="xgxw"><h3>相关新闻</h3><ul>{links(rng, 6)}</ul></div></div><div class="footer"><p>主办单位:望川市人民政府办公室 承办:大数据中心</p><p>网站标识码:3210000001 苏ICP备05000001号 地址:市府路1号</p></div></body></html>'
    ), s


def wechat(rng: Random) -> tuple[str, Story]:
    """A WeChat page whose body is invisible until a script runs."""
    s = story(rng)
    text = "".join(
        f'<section style="margin:8px"><section><p style="line-height:2"><span style="font-size:15px">{p}</span></p></section></section>'
        for p in s.body
    )
    return (
        f'<html><head><meta property="og:title" content="{s.title}"><title></title></head><body><div id="js_article" class="rich_media"><div class="rich_media_inner"><h1 class="rich_media_title" id="activity-name">{s.title}</h1>'
        f'<h2 data-role="original-title" style="display:none">{headline(rng)}</h2><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta">原创</span> <a id="js_name">{s.outlet}</a> <em id="publish_time"></em></div>'
        f'<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0; ">{text}<p>编辑:{s.editor}</p></div><div class="rich_media_tool">阅读原文 <span>阅读</span> <span>赞</span> <span>在看</span></div></div></div>'
        f'<script>var ct="1626250800";var msg_title = "{s.title}";</script></body></html>'
    ), s


def old_table(rng: Random) -> tuple[str, Story]:
    """A page of the nineties: tables for layout, paragraphs by BR and wide blanks."""
    s = story(rng)
    text = "<BR>\n<BR>\n".join(f"　　{p}" for p in s.body)
    return (
        f"<HTML><HEAD><TITLE>{s.title}</TITLE></HEAD><BODY><TABLE WIDTH=760 ALIGN=center><TR><TD COLSPAN=2>{nav(rng)}</TD></TR><TR><TD WIDTH=160 VALIGN=top><TABLE>"
        + "".join(f"<TR><TD>·<A HREF=x>{headline(rng)}</A></TD></TR>" for _ in range(12))
        + f"</TABLE></TD><TD VALIGN=top><FONT SIZE=5><B>{s.title}</B></FONT><BR><FONT SIZE=2>{s.stamp} 来源:{s.outlet} 点击:{rng.randint(1, 99)}</FONT><HR><FONT SIZE=3>{text}</FONT><BR><BR>[责任编辑:{s.editor}]<HR>"
        f"上一篇:<A>{headline(rng)}</A><BR>下一篇:<A>{headline(rng)}</A></TD></TR><TR><TD COLSPAN=2>Copyright 2001 版权所有 建议使用IE5.0以上浏览器</TD></TR></TABLE></BODY></HTML>"
    ), s


def big_portal(rng: Random) -> tuple[str, Story]:
    """A news portal with hot searches, teasers and comments around the text."""
    s = story(rng)
    teasers = "".join(
        f'<div class="feed-item"><h4><a href="/f/{n}">{headline(rng)}</a></h4><p>{story(rng).body[0][:60]}...</p><span>{rng.randint(1, 9)}小时前</span></div>'
        for n in range(6)
    )
    text = "".join(f"<p>{p}</p>" for p in s.body)
    return (
        f'<html><head><title>{s.title}_新闻频道</title><meta property="og:release_date" content="{s.stamp}"></head><body><div class="topnav">{nav(rng)}</div><div class="area"><div class="left main"><div class="text"><div class="text-title"><h1>{s.title}</h1>'
        f'<div class="article-info"><span class="time">{s.stamp}</span> 来源: <a>{s.outlet}</a></div></div><article class="article" id="mp-editor">{text}<p data-role="editor-name">责任编辑:<span>{s.editor}</span></p></article></div>'
        f'<div class="statement">声明:该文观点仅代表作者本人,本平台系信息发布平台,仅提供信息存储空间服务。</div><div id="articleReport">我来说两句</div>{teasers}</div><div class="sidebar"><div class="hot-article"><h3>24小时热文</h3><ul>{links(rng, 10)}</ul></div></div></div></body></html>'
    ), s


def paged(rng: Random) -> tuple[str, Story]:
    """The first of several pages of one text."""
    s = story(rng)
    text = "".join(f"<p>{p}</p>" for p in s.body)
    return (
        f'<html><head><title>{s.title} - 望川新闻网</title></head><body><div id="head">{nav(rng)}</div><div id="content"><h2>{s.title}</h2><p class="src">{s.stamp} {s.outlet}</p><div class="text">{text}<p class="page"><b>1</b> <a href=2>2</a> <a href=3>3</a> <a href=2>下一页</a></p></div></div>'
        f'<div id="rel"><b>相关链接</b><ul>{links(rng, 5)}</ul></div><div id="foot">关于我们 | 联系我们 | 网站地图</div></body></html>'
    ), s


def notice(rng: Random) -> tuple[str, Story]:
    """A notice with a table of figures and a signature."""
    s = story(rng, paragraphs=(3, 5), heads=False)
    rows = table(rng)
    grid = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    sign = ["望川市统计局", "2023年7月20日"]
    text = "".join(f"<p>{p}</p>" for p in s.body)
    made = (
        f'<html><head><title>{s.title}</title></head><body><div class="nav">{nav(rng)}</div><div class="con"><div class="tit">{s.title}</div><div class="info">索引号:01430/2023-0011 发文日期:{s.stamp} 信息分类:统计</div>'
        f'<div class="neirong">{text}<table border=1>{grid}</table><p style="text-align:right">{sign[0]}</p><p style="text-align:right">{sign[1]}</p></div></div><div class="foot">版权所有 ICP备案号</div></body></html>'
    )
    s.body += ["".join(row) for row in rows] + sign
    return made, s


def short_brief(rng: Random) -> tuple[str, Story]:
    """One paragraph under sixty links."""
    s = brief(rng)
    return (
        f'<html><head><title>{s.title}-望川在线</title></head><body><div>{nav(rng)}</div><ul>{links(rng, 30)}</ul><div class="box"><h1>{s.title}</h1><div>{s.stamp} {s.outlet}</div><div><p>{s.body[0]}</p></div></div><ul>{links(rng, 30)}</ul><p>望川在线 版权所有</p></body></html>'
    ), s


def soup(rng: Random) -> tuple[str, Story]:
    """Nothing but nested DIVs with hashed class names."""
    s = story(rng)

    def name() -> str:
        return "css-" + "".join(rng.choice("abcdefghjkmnpqrtuvwxyz0123456789") for _ in range(6))

    p_name, w_name = name(), name()
    text = "".join(
        f'<div class="{w_name}"><div class="{p_name}"><span>{p}</span></div></div>' for p in s.body
    )
    side = name()
    cards = "".join(
        f'<div class="{side}"><a href="/{n}"><div>{headline(rng)}</div></a><div>{rng.randint(1, 50)}评</div></div>'
        for n in range(8)
    )
    return (
        f'<html><head><title>{s.title}</title></head><body><div class="{name()}"><div class="{name()}">{nav(rng)}</div><div class="{name()}"><div class="{name()}"><div class="{name()}">{s.title}</div><div class="{name()}"><div>{s.outlet}</div><div>{s.stamp}</div></div>'
        f'<div class="{name()}">{text}</div></div><div class="{name()}">{cards}</div></div><div class="{name()}"><div>京ICP备000001号</div></div></div></body></html>'
    ), s


def script_json(rng: Random) -> tuple[str, Story]:
    """The body stands in the state of a script only."""
    s = story(rng)
    text = "".join(f"<p>{p}</p>" for p in s.body)
    state = {
        "detail": {
            "title": s.title,
            "source": s.outlet,
            "publishTime": s.stamp,
            "content": text,
            "summary": s.body[0][:50],
        }
    }
    return (
        f'<html><head><title>{s.title}</title></head><body><div id="app"></div><script>window.__INITIAL_STATE__={json.dumps(state, ensure_ascii=rng.random() < 0.5)};(function(){{var s;}}());</script><script src="/js/app.1a2b.js"></script></body></html>'
    ), s


def long_comments(rng: Random) -> tuple[str, Story]:
    """Comments that are longer than the text they are about."""
    s = story(rng, paragraphs=(2, 3), heads=False)
    text = "".join(f"<p>{p}</p>" for p in s.body)
    rows = ""
    for _ in range(rng.randint(12, 25)):
        who, when, said = comment(rng)
        rows += f'<div class="item"><div class="u"><a>{who}</a> <span>{when}</span></div><div class="c">{said}</div><div class="op"><a>顶({rng.randint(0, 50)})</a> <a>回复</a></div></div>'
    return (
        f'<html><head><title>{s.title}</title></head><body><div>{nav(rng)}</div><div class="article"><h1>{s.title}</h1><div class="meta">{s.outlet} {s.stamp}</div><div class="body">{text}</div></div><div class="box"><div class="hd">网友评论 ({rng.randint(20, 90)})</div>{rows}</div></body></html>'
    ), s


def two_articles(rng: Random) -> tuple[str, Story]:
    """Two articles, each with its own head."""
    s, t = story(rng, paragraphs=(3, 6), heads=False), story(rng, paragraphs=(3, 6), heads=False)
    parts = "".join(
        f'<div class="art"><h2>{x.title}</h2><p class="by">{x.stamp} 来源:{x.outlet}</p>'
        + "".join(f"<p>{p}</p>" for p in x.body)
        + "</div>"
        for x in (s, t)
    )
    made = f'<html><head><title>{s.outlet}要闻版</title></head><body><div class="top">{nav(rng)}</div><div class="page">{parts}</div><div class="side"><ul>{links(rng, 6)}</ul></div></body></html>'
    s.body += t.body
    return made, s


def mobile(rng: Random) -> tuple[str, Story]:
    """A page for phones, with a banner for the app."""
    s = story(rng)
    text = "".join(
        f"<p>{p}</p>" + ('<div class="img"><img src=x></div>' if n % 3 == 1 else "")
        for n, p in enumerate(s.body)
    )
    return (
        f'<html><head><meta name="viewport" content="width=device-width"><title>{s.title}</title></head><body><div class="open-app">打开APP 阅读体验更佳</div><main><h1>{s.title}</h1><div class="info">{s.outlet} {s.stamp[5:]}</div><div class="detail">{text}</div><div class="more-btn">展开全文</div></main>'
        f'<section class="recommend"><h3>大家都在看</h3>{links(rng, 8, "div")}</section><footer>客户端 | 电脑版</footer></body></html>'
    ), s


SHOWN: tuple[Layout, ...] = (
    discuz, epaper, portal, wechat, old_table, big_portal, paged, notice, short_brief, soup, script_json,
    long_comments, two_articles, mobile,
)  # fmt: skip
