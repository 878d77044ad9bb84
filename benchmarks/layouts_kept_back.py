"""Layouts that were written before the block scorer was tuned and are used for reporting only."""

import json
from collections.abc import Callable
from random import Random

from layouts_shown import links, nav
from made_text import Story, brief, comment, headline, jammer, paragraph, story, table

Layout = Callable[[Random], tuple[str, Story]]


def phpwind(rng: Random) -> tuple[str, Story]:
    """Another forum software: posts are tables, users stand left, a lead stands in a quote box."""
    s = story(rng)
    first = "<br>".join(
        p + f'<span style="display:none;">{jammer(rng).replace("<", "&lt;")}</span>' for p in s.body
    )
    posts = ""
    for number in range(rng.randint(4, 9)):
        who, when, said = comment(rng)
        posts += (
            f'<table class="floot"><tr><td class="floot_left"><a>{who}</a><p>级别: 论坛居民</p><p>发帖:{rng.randint(1, 900)}</p></td><td class="floot_right"><div class="tipTop"><span>{number}楼</span> 发表于: {when} <a>只看楼主</a> <a>倒序阅读</a></div>'
            f'<div class="tpc_content"><div class="f14" id="read_{number if number else "tpc"}">{first if number == 0 else said}</div></div><div class="readbot"><a>回复</a><a>引用</a><a>举报</a></div></td></tr></table>'
        )
    return (
        f'<html><head><title>{s.title}|城市话题 - 江畔社区</title></head><body><div id="top">{nav(rng)}</div><div id="breadCrumb">江畔社区 > 城市话题 > {s.title}</div><h1 id="subject_tpc">{s.title}</h1>{posts}<div id="footer">Powered by phpwind © 版权所有</div></body></html>'
    ), s


def form_portal(rng: Random) -> tuple[str, Story]:
    """An ASP.NET page: a form around everything, fonts and paragraphs mixed with bare text."""
    s = story(rng)
    text = "".join(
        (
            f"<p><font face='宋体' size='3'>　　{p}</font></p>"
            if n % 2
            else f"<div><font face='宋体'>　　{p}</font></div>"
        )
        for n, p in enumerate(s.body)
    )
    return (
        f'<html><head><title>\r\n\t{s.title}\r\n</title></head><body class="login-bg"><form name="aspnetForm" method="post" action="Detail.aspx"><input type="hidden" name="__VIEWSTATE" value="{"dDwtMTA3" * 200}" />'
        f'<table width="1000"><tr><td>{nav(rng)}</td></tr></table><table><tr><td class="leftside"><ul>{links(rng, 9)}</ul></td><td><span id="ctl00_lblTitle">{s.title}</span><br/><span id="ctl00_lblInfo">发布人:{s.editor} 发布时间:{s.stamp} 阅读:{rng.randint(1, 999)}次</span>'
        f'<div id="ctl00_divBody">{text}</div><a href="javascript:window.close()">关闭</a> <a href="javascript:print()">打印</a></td></tr></table><div>地址:江畔大道88号 邮编:200000 技术支持:某某科技</div></form></body></html>'
    ), s


def dede(rng: Random) -> tuple[str, Story]:
    """A small content system with an abstract box, tags, votes, and teasers under the text."""
    s = story(rng)
    text = "\n".join(f"<div>\n\t　　{p}</div>\n<div>\n\t&nbsp;</div>" for p in s.body)
    return (
        f'<html><head><title>{s.title}_江畔资讯</title><meta name="description" content="{s.body[0][:80]}"></head><body><div class="w960"><div class="pleft"><div class="place"><strong>当前位置:</strong> <a>主页</a> > <a>要闻</a> ></div><div class="viewbox"><div class="title"><h2>{s.title}</h2></div>'
        f'<div class="info"><small>时间:</small>{s.stamp}<small>来源:</small>{s.outlet} <small>作者:</small>{s.editor}<small>点击:</small>{rng.randint(5, 800)}次</div><div class="content"><table width="100%"><tr><td>{text}</td></tr></table></div>'
        f'<div class="dede_pages"></div><div class="handle"><div class="context"><ul><li>上一篇:<a>{headline(rng)}</a></li><li>下一篇:<a>{headline(rng)}</a></li></ul></div></div><div class="newdigg">顶一下 ({rng.randint(0, 9)}) 踩一下 ({rng.randint(0, 9)})</div></div></div>'
        f'<div class="pright"><dl class="tbox"><dt>热点内容</dt><dd><ul>{links(rng, 8)}</ul></dd></dl></div></div><div class="powered">Powered by Cms 沪ICP备11111111号</div></body></html>'
    ), s


def next_data(rng: Random) -> tuple[str, Story]:
    """A React page that was saved before it ran: paragraphs are objects in its data."""
    s = story(rng)
    blocks = [{"type": "paragraph", "text": p} for p in s.body]
    data = {
        "props": {
            "pageProps": {
                "article": {
                    "title": s.title,
                    "publishedAt": s.stamp,
                    "blocks": blocks,
                    "related": [{"title": headline(rng), "url": f"/p/{n}"} for n in range(5)],
                }
            }
        }
    }
    return (
        f'<html><head><title>{s.title}</title></head><body><div id="__next"><div class="spinner">加载中</div></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(data, ensure_ascii=rng.random() < 0.5)}</script></body></html>'
    ), s


def hot_comments_first(rng: Random) -> tuple[str, Story]:
    """Readers' comments stand above the text, with class names that say nothing."""
    s = story(rng, paragraphs=(3, 5), heads=False)
    rows = ""
    for _ in range(rng.randint(4, 8)):
        who, when, said = comment(rng)
        rows += f'<li class="k3"><b>{who}</b> <i>{when}</i><p>{said}</p><a>赞 {rng.randint(1, 99)}</a><a>回复</a></li>'
    text = "".join(f"<p>{p}</p>" for p in s.body)
    return (
        f'<html><head><title>{s.title} - 江畔号</title></head><body><header>{nav(rng)}</header><div class="k1"><h1>{s.title}</h1><div class="k2">{s.stamp} · {s.outlet}</div><ul>{rows}</ul><div class="k4">{text}</div></div></body></html>'
    ), s


def interleaved(rng: Random) -> tuple[str, Story]:
    """Pictures, advertisements and links to other texts stand between the paragraphs."""
    s = story(rng, paragraphs=(7, 11), heads=False)
    text = ""
    for number, p in enumerate(s.body):
        text += f"<p>{p}</p>"
        if number % 3 == 0:
            text += '<div class="pic"><img src="a.jpg" alt=""></div>'
        if number == 2:
            text += f'<div class="adv-inner"><a href="ad">{headline(rng)} 广告</a></div>'
        if number == 4:
            text += (
                f'<div class="box-link">相关阅读:<a>{headline(rng)}</a><a>{headline(rng)}</a></div>'
            )
    return (
        f'<html><head><title>{s.title}_江畔网</title></head><body><div class="site-nav">{nav(rng)}</div><div class="row"><div class="col-8"><h1>{s.title}</h1><div class="date-source"><span class="date">{s.stamp}</span><a class="source">{s.outlet}</a></div><div id="artibody">{text}<p>(编辑:{s.editor})</p></div>'
        f'<div class="keywords">关键词 : <a>项目</a> <a>民生</a></div></div><div class="col-4"><h4>图片新闻</h4>{links(rng, 5)}</div></div></body></html>'
    ), s


def info_open(rng: Random) -> tuple[str, Story]:
    """A page of government information with a table of metadata above the text."""
    s = story(rng, paragraphs=(4, 8))
    rows = table(rng)
    meta = f"<table class='xxgk-head'><tr><td>索 引 号:</td><td>K1234/2023-00{rng.randint(10, 99)}</td><td>信息分类:</td><td>工作动态</td></tr><tr><td>发布机构:</td><td>江畔区政府办</td><td>生成日期:</td><td>{s.stamp[:10]}</td></tr><tr><td>文　　号:</td><td>无</td><td>关 键 词:</td><td>民生</td></tr></table>"
    grid = "".join(
        "<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in rows
    )
    text = "".join(f"<p align='justify'><span>　　{p}</span></p>" for p in s.body)
    made = f"<html><head><title>江畔区政府信息公开 {s.title}</title></head><body><div class='banner'>{nav(rng)}</div><div class='xxgk'>{meta}<h3 align='center'>{s.title}</h3><div id='zoom'>{text}<table>{grid}</table></div><div class='ewm'>扫一扫在手机打开当前页</div></div><div class='bottom'>主办:江畔区人民政府 联系电话:021-00000000 公网安备 31000002000001号</div></body></html>"
    s.body += ["".join(row) for row in rows]
    return made, s


def side_prose(rng: Random) -> tuple[str, Story]:
    """A sidebar of teasers with whole sentences; nothing has a telling name."""
    s = story(rng, paragraphs=(4, 8))
    cards = "".join(
        f'<div class="u7"><a href="/{n}"><b>{headline(rng)}</b></a><div>{paragraph(rng, 1, 2)}</div></div>'
        for n in range(rng.randint(4, 8))
    )
    text = "".join(f"<div>{p}</div>" for p in s.body)
    return (
        f'<html><head><title>{s.title}</title></head><body><table class="u1"><tr><td class="u2"><div class="u3">{s.title}</div><div class="u4">{s.outlet} {s.stamp}</div><div class="u5">{text}</div></td><td class="u6">{cards}</td></tr></table><div class="u8">江畔报业集团 版权所有</div></body></html>'
    ), s


def folded(rng: Random) -> tuple[str, Story]:
    """A news app's page: the end of the text waits behind a button, a feed follows."""
    s = story(rng, paragraphs=(6, 10), heads=False)
    text = "".join(f'<p class="p">{p}</p>' for p in s.body)
    feed = "".join(
        f'<div class="card"><a href="/{n}"><div class="t">{headline(rng)}</div><div class="s">{story(rng).outlet} {rng.randint(1, 23)}小时前 {rng.randint(1, 300)}评论</div></a></div>'
        for n in range(10)
    )
    return (
        f'<html><head><title>{s.title}-江畔新闻客户端</title></head><body><div class="app-header">江畔新闻 <a>打开</a></div><div class="article-container"><div class="article-title">{s.title}</div><div class="author-bar"><span>{s.outlet}</span><span>{s.stamp}</span><span>关注</span></div>'
        f'<div class="article-body" style="max-height:800px;overflow:hidden">{text}</div><div class="unfold">展开剩余60%</div></div><div class="feed-list"><div class="feed-title">为您推荐</div>{feed}</div></body></html>'
    ), s


def brief_with_feed(rng: Random) -> tuple[str, Story]:
    """One short paragraph above a long list of teasers."""
    s = brief(rng)
    feed = "".join(
        f'<li><a href="/{n}">{headline(rng)}</a><p>{paragraph(rng, 1, 2)[:70]}……[详细]</p></li>'
        for n in range(12)
    )
    return (
        f'<html><head><title>{s.title} | 江畔快讯</title></head><body><div class="hd">{nav(rng)}</div><div class="kx"><h2>{s.title}</h2><span>{s.stamp}</span><div class="kx-c">{s.body[0]}</div></div><ul class="ul">{feed}</ul><div class="ft">江畔快讯 © 2023</div></body></html>'
    ), s


def wrapped_lines(rng: Random) -> tuple[str, Story]:
    """Source lines are wrapped, entities and comments stand inside the text."""
    s = story(rng)
    text = ""
    for p in s.body:
        cut = rng.randint(8, max(9, len(p) - 3))
        text += f"<P>&nbsp;&nbsp; &nbsp;{p[:cut]}\n{p[cut:].replace('“', '&ldquo;').replace('”', '&rdquo;')}<!-- 正文 --></P>\n"
    return (
        f"<html><head><title>{s.title}</title></head><body><div id=nav>{nav(rng)}</div><div id=main><center><h3>{s.title}</h3>{s.stamp}　{s.outlet}</center>{text}<p align=right>责任编辑:{s.editor}</p></div><div id=links><h5>友情链接</h5>{links(rng, 8, 'span')}</div></body></html>"
    ), s


def wordpress(rng: Random) -> tuple[str, Story]:
    """A blog theme: entry with header and footer, tags, an author's box, replies."""
    s = story(rng)
    rows = ""
    for number in range(rng.randint(2, 5)):
        who, when, said = comment(rng)
        rows += f'<li class="depth-1" id="li-{number}"><cite>{who}</cite> {when}<p>{said}</p><a>回复</a></li>'
    text = "".join(
        (f"<h3>{p}</h3>" if n in s.heads else f"<p>{p}</p>") for n, p in enumerate(s.body)
    )
    return (
        f'<html><head><title>{s.title} – 江畔观察</title><script type="application/ld+json">{{"headline":"{s.title}","datePublished":"{s.stamp[:10]}T08:00:00+08:00"}}</script></head><body class="post-template single has-sidebar"><header id="masthead">{nav(rng)}</header><main id="primary"><article id="post-12" class="post hentry"><header class="entry-header"><h1 class="entry-title">{s.title}</h1><div class="entry-meta">发布于 {s.stamp}</div></header>'
        f'<div class="entry-content">{text}</div><footer class="entry-footer">分类:要闻 标签:民生</footer></article><div id="respond-area" class="comments-area"><h2>《{s.title}》有 {rng.randint(2, 9)} 条评论</h2><ol>{rows}</ol></div></main><aside id="secondary">{links(rng, 5)}</aside></body></html>'
    ), s


KEPT_BACK: tuple[Layout, ...] = (
    phpwind, form_portal, dede, next_data, hot_comments_first, interleaved, info_open, side_prose, folded,
    brief_with_feed, wrapped_lines, wordpress,
)  # fmt: skip
