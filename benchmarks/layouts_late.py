"""Nastier layouts, written after the block scorer was done with the others."""

from collections.abc import Callable
from random import Random

from layouts_shown import links, nav
from made_text import Story, headline, paragraph, sentence, story

Layout = Callable[[Random], tuple[str, Story]]
_LEGAL = "本网站所刊载信息,不代表本网站观点。刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编、复制及建立镜像,违者将依法追究法律责任。"
_SCRIPT = "<script>(function(){var h=document.createElement('script');h.src='https://hm.example/h.js?a<b';document.head.appendChild(h);})();</script><style>.a>.b{color:red}</style>"


def mega(rng: Random) -> tuple[str, Story]:
    """A big portal: mega menus, scripts everywhere, legal prose in the foot, a strong subhead."""
    s = story(rng)
    menu = "".join(
        f'<li><a href="#">{headline(rng)[:4]}</a><ul>{links(rng, 8)}</ul></li>' for _ in range(12)
    )
    text = "".join(
        (f"<p><strong>{p}</strong></p>" if n in s.heads else f"<p>{p}</p>")
        + (_SCRIPT if n == 1 else "")
        + ('<p style="text-align:center"><img src="1.jpg"/></p>' if n % 4 == 2 else "")
        for n, p in enumerate(s.body)
    )
    return (
        f'<!DOCTYPE html><html><head>{_SCRIPT * 5}<title>{s.title}--望川频道--望川网</title></head><body><div class="pub_top">{nav(rng)}</div><ul class="mega">{menu}</ul><div class="w1000 p2j_list"><h1>{s.title}</h1><div class="box01"><div class="fl">{s.stamp} 来源:<a href="s">{s.outlet}</a></div><div class="fr"><span>小字号</span></div></div>'
        f'<div class="fl text_con_left"><div class="box_con" id="rwb_zw">{text}<div class="zdfy"></div></div><div class="box_pic"></div><div class="edit clearfix">(责编:{s.editor}、{s.editor})</div><div class="fenx"><p>分享让更多人看到</p></div></div><div class="fr text_con_right"><h2>热门排行</h2><ol>{links(rng, 10)}</ol></div></div>'
        f'<div class="bottom_box">{nav(rng)}<p>{_LEGAL}</p><p>望川报业集团 | 违法和不良信息举报电话:000-00000000</p></div>{_SCRIPT * 3}</body></html>'
    ), s


def disclaimer_inside(rng: Random) -> tuple[str, Story]:
    """Legal prose stands in the box of the text, below it."""
    s = story(rng)
    text = "".join(f"<p>{p}</p>" for p in s.body)
    return (
        f'<html><head><title>{s.title}</title></head><body><div class="h">{nav(rng)}</div><div class="c"><h1>{s.title}</h1><p class="i">{s.stamp} {s.outlet}</p><div class="t">{text}<p>免责声明:凡本网注明“来源:XXX(非本网)”的作品,均转载自其它媒体,转载目的在于传递更多信息,并不代表本网赞同其观点和对其真实性负责。</p><p>编辑:{s.editor}</p></div></div></body></html>'
    ), s


def keyword_links(rng: Random) -> tuple[str, Story]:
    """Every second phrase is a link to a keyword."""
    s = story(rng)
    text = ""
    for p in s.body:
        for word in ("项目", "投资", "群众", "会议"):
            p = p.replace(word, f'<a href="/tag/{word}" class="kw">{word}</a>')
        text += f"<p>{p}</p>"
    return (
        f'<html><head><title>{s.title}_江畔热线</title></head><body><div class="menu">{nav(rng)}</div><div class="detail-wrap"><h1 class="t">{s.title}</h1><div class="s">{s.outlet}　{s.stamp}</div><div class="d">{text}</div></div><div class="r"><dl><dt>最新文章</dt><dd>{links(rng, 7)}</dd></dl></div></body></html>'
    ), s


def points(rng: Random) -> tuple[str, Story]:
    """The measures of a plan stand as a numbered list with headings."""
    s = story(rng, paragraphs=(2, 3), heads=False)
    items = [sentence(rng) + sentence(rng) for _ in range(6)]
    text = (
        "".join(f"<p>{p}</p>" for p in s.body)
        + "<h2>主要措施</h2><ol>"
        + "".join(f"<li>{item}</li>" for item in items)
        + "</ol>"
    )
    made = f'<html><head><title>{s.title} - 江畔区人民政府</title></head><body><div id="header">{nav(rng)}</div><div class="article-con"><div class="article-title"><h1>{s.title}</h1></div><div class="article-time">时间:{s.stamp} 来源:{s.outlet}</div><div class="article-text">{text}</div><div class="article-share">分享</div></div><div id="footer"><p>承办单位:江畔区大数据局 ICP备1号</p></div></body></html>'
    s.body += ["主要措施", *items]
    return made, s


def gallery(rng: Random) -> tuple[str, Story]:
    """A picture story: a sentence under each picture."""
    s = story(rng, paragraphs=(1, 1), heads=False)
    shots = [sentence(rng) for _ in range(7)]
    text = "".join(
        f'<p align="center"><img src="{n}.jpg"></p><p align="center">{shot}</p>'
        for n, shot in enumerate(shots)
    )
    made = f'<html><head><title>{s.title}</title></head><body><div>{nav(rng)}</div><div class="m"><div class="b"><h1>{s.title}</h1><p>{s.stamp} {s.outlet}</p><div class="n"><p>{s.body[0]}</p>{text}</div></div><div class="q"><h3>图片推荐</h3>{links(rng, 6)}</div></div></body></html>'
    s.body += shots
    return made, s


def columns(rng: Random) -> tuple[str, Story]:
    """An e-paper that sets its text in two cells of a table."""
    s = story(rng, paragraphs=(6, 10), heads=False)
    half = len(s.body) // 2
    cells = "".join(
        "<td valign=top>" + "".join(f"<p>　　{p}</p>" for p in part) + "</td>"
        for part in (s.body[:half], s.body[half:])
    )
    return (
        f'<html><head><title>{s.outlet}多媒体数字报</title></head><body><div class="left"><ul>{links(rng, 10)}</ul></div><div class="right"><h2>{s.title}</h2><div class="riqi">{s.stamp[:10]} 第2版</div><table><tr>{cells}</tr></table></div><div class="bq">{s.outlet}社版权所有,未经书面授权,不得复制。</div></body></html>'
    ), s


def pre_line(rng: Random) -> tuple[str, Story]:
    """No paragraphs: line feeds in a box that keeps them."""
    s = story(rng)
    text = "\n\n".join(f"　　{p}" for p in s.body)
    return (
        f'<html><head><title>{s.title}</title></head><body><div class="bar">{nav(rng)}</div><h1>{s.title}</h1><div class="info"><span>{s.outlet}</span><span>{s.stamp}</span></div><div class="txt" style="white-space: pre-wrap">{text}</div><div class="list">{links(rng, 9)}</div></body></html>'
    ), s


def notice_above(rng: Random) -> tuple[str, Story]:
    """The site speaks first: a notice to its readers above everything."""
    s = story(rng, paragraphs=(3, 6), heads=False)
    text = "<br/>".join(s.body)
    return (
        f'<html><head><title>{s.title}-江畔论坛</title></head><body><div class="x1"><p>尊敬的网友:为提供更好的服务,本站将于本周末进行系统维护,届时将暂停访问,给您带来不便,敬请谅解。感谢您一直以来的支持!</p></div><div class="x2">{nav(rng)}</div><div class="x3"><h3>{s.title}</h3><div class="x4">{s.stamp} 作者:{s.editor} 浏览:{rng.randint(9, 999)}</div><div class="x5">{text}</div></div></body></html>'
    ), s


def wechat_fancy(rng: Random) -> tuple[str, Story]:
    """A decorated WeChat text: numbers in sections, earlier texts, words about the account."""
    s = story(rng, paragraphs=(5, 9), heads=False)
    text = ""
    for number, p in enumerate(s.body):
        text += f'<section data-role="paragraph"><section style="text-align:center"><span>{"▼" if number % 3 == 0 else ""}</span></section><p style="margin:0"><span style="letter-spacing:1px">{p[:20]}</span><span>{p[20:]}</span></p></section>'
    older = "".join(
        f'<p><a href="http://mp.example/{n}" target="_blank">{headline(rng)}</a></p>'
        for n in range(4)
    )
    return (
        f'<html><head><meta property="og:title" content="{s.title}"/><meta property="og:article:author" content=""/></head><body id="activity-detail"><div id="js_article"><h1 id="activity-name">\n{s.title}\n</h1><div id="meta_content"><span>{s.outlet}</span><em id="publish_time">{s.stamp}</em></div><div id="js_content" style="visibility: visible">'
        f'<p>点击上方蓝字关注我们</p>{text}<p style="text-align:center">END</p><section><p>往期推荐</p>{older}</section><p>来源:{s.outlet}</p><p>编辑:{s.editor} | 审核:{s.editor}</p></div><div class="rich_media_tool_area">预览时标签不可点 微信扫一扫 关注该公众号</div></div></body></html>'
    ), s


def policy(rng: Random) -> tuple[str, Story]:
    """An official document with its number, parts and attachments."""
    s = story(rng, paragraphs=(2, 3), heads=False)
    head, tail = ["各镇人民政府,区政府各部门:"], ["江畔区人民政府办公室", "2023年3月9日"]
    parts = []
    for label in ("一、总体要求", "二、重点任务", "三、保障措施"):
        parts += [label, paragraph(rng), paragraph(rng)]
    s.body = head + s.body + parts + tail
    text = "".join(f'<p style="text-indent:32px">{p}</p>' for p in s.body)
    return (
        f'<html><head><title>{s.title}_通知公告_江畔区人民政府</title></head><body><div class="head">{nav(rng)}</div><div class="location">您现在的位置:首页 > 通知公告</div><div class="xq"><h1>{s.title}</h1><div class="fw">江政办发〔2023〕12号</div><div class="sj">发布时间:{s.stamp} 来源:{s.outlet} 字体:大 中 小</div><div class="nr">{text}</div><div class="fj">附件:<a href="1.doc">1.任务分工表.doc</a></div><div class="dy">打印 关闭</div></div><div class="footer">江畔区人民政府办公室主办</div></body></html>'
    ), s


LATE: tuple[Layout, ...] = (
    mega, disclaimer_inside, keyword_links, points, gallery, columns, pre_line, notice_above, wechat_fancy, policy,
)  # fmt: skip
