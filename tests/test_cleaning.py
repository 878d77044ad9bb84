"""Pages made to go wrong, each with what must come out."""

import io
import random

import pytest

from briefing.cleaning import clean
from briefing.cleaning.jammers import find as jammers
from briefing.records import Precision, Raw

BODY = (
    "4月3日,临河区召开高质量发展项目推进会。区委书记王明主持会议并讲话,区长李芳部署重点工作。",
    "会议指出,今年一季度,全区签约项目17个,总投资50亿元,同比增长12.5%,完成年度目标的28%。",
    "会议要求,各级各部门要紧盯目标任务,压实工作责任,确保上半年实现时间过半、任务过半。",
)


def page(*lines, title="临河区召开高质量发展项目推进会"):
    """A page whose lines stand around or in place of the usual body."""
    return "\n".join([title, *lines]) if title else "\n".join(lines)


def made(text, **known):
    """The one article of a page."""
    cleaned = clean(Raw(source="page", data=text.encode("utf-8"), **known))
    assert not cleaned.skips, cleaned.skips
    assert len(cleaned.articles) == 1
    return cleaned.articles[0]


def reason(data, **known):
    cleaned = clean(Raw(source="page", data=data, **known))
    assert not cleaned.articles
    return cleaned.skips[0].reason


def random_jammer(rng, pairs=9):
    return "".join(chr(rng.randint(33, 59)) + " " + chr(rng.randint(63, 126)) for _ in range(pairs))


# --- jammers -------------------------------------------------------------------------------


def test_a_jammer_stuck_to_an_amount_takes_nothing_of_it():
    text = "全年完成投资210亿元。1 {& W; V K% ~& Y* Q3 A"
    (start, end) = jammers(text)[0]
    assert text[:start] + text[end:] == "全年完成投资210亿元。"


def test_a_jammer_in_front_of_a_number_leaves_its_digits():
    text = '4 r1 ~; ?- l5 [" e$ k5 N5月至7月,全区开展行动。'
    (start, end) = jammers(text)[0]
    assert text[end:] == "5月至7月,全区开展行动。"
    assert start == 0


@pytest.mark.parametrize(
    "line",
    [
        "答案:1 A2 C3 B4 D5 A6 C",
        "方案A, B, C, D, E, F六类",
        "H 2 O + C O 2 = H 2 C O 3",
        "成绩: A+ B- C+ D- E",
        "x; rm -r y | z",
        "for i in range(9): a[i] = b[i] + c[i] * d[i]",
        "a < b && c > d || e == f ? g : h; i += j - k;",
        "The U. S. A. and the U. K. met in D. C. on a T. V. show",
        "1 a 2 b 3 c 4 d 5 e 6 f 7 g",
    ],
)
def test_formulas_lists_and_code_are_no_jammers(line):
    assert jammers(line) == []
    assert jammers("\n".join([line] * 5)) == []


def test_a_percent_sign_before_a_collapsed_jammer_is_kept():
    text = "第二产业占比63% {& W; V K% ~& Y* Q3 A"
    (start, _) = jammers(text)[0]
    assert text[:start] == "第二产业占比63%"


def test_lone_section_numbers_between_jammers_are_kept():
    rng = random.Random(7)
    text = "\n".join(
        [
            BODY[0],
            random_jammer(rng),
            "一",
            random_jammer(rng),
            BODY[1],
            random_jammer(rng),
            "二",
            random_jammer(rng),
            BODY[2],
        ]
    )
    assert made(text).text == "\n".join([BODY[0], "一", BODY[1], "二", BODY[2]])


def test_jammers_at_random_ends_of_lines_leave_the_text_whole():
    rng = random.Random(11)
    whole = 0
    for _ in range(60):
        lines = []
        for line in BODY * 2:
            line = random_jammer(rng, rng.randint(5, 14)) + line if rng.random() < 0.4 else line
            line += random_jammer(rng, rng.randint(5, 14)) if rng.random() < 0.4 else ""
            lines.append(line)
        text = "\n".join(lines)
        for start, end in reversed(jammers(text)):
            text = text[:start] + text[end:]
        whole += text == "\n".join(BODY * 2)
    assert whole >= 57


def test_a_page_of_code_and_prose_has_no_false_jammer():
    rng = random.Random(3)
    words = [
        "def",
        "return",
        "if",
        "else",
        "for",
        "while",
        "import",
        "x",
        "y",
        "z",
        "a",
        "b",
        "c",
        "=",
        "+",
        "-",
        "*",
        "/",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ":",
        ";",
        ",",
        ".",
        "项目",
        "增长",
        "8.5%",
        "3亿元",
    ]
    for _ in range(3000):
        assert jammers(" ".join(rng.choice(words) for _ in range(14))) == []


# --- what stands around the body -----------------------------------------------------------


def test_wrapped_text_is_joined_and_indents_start_paragraphs():
    whole = ["　　" + BODY[0] + BODY[1], "　　" + BODY[2] + BODY[0], "　　" + BODY[1] + BODY[2]]
    wrapped = []
    for paragraph in whole:
        wrapped += [paragraph[at : at + 31] for at in range(0, len(paragraph), 31)]
    article = made("\n".join(wrapped))
    assert article.text.split("\n") == [paragraph.strip("　") for paragraph in whole]


def test_one_character_a_line_becomes_one_paragraph():
    text = "\n".join([BODY[0], *BODY[1], BODY[2]])
    assert made(text).text == "\n".join(BODY)


def test_the_portal_summary_is_dropped_and_a_repeated_body_stands_once():
    text = page(BODY[0][:40] + " ...", *BODY, *BODY)
    article = made(text)
    assert article.text == "\n".join(BODY)
    assert {"summary", "copy"} <= {part.kind for part in article.removed}


@pytest.mark.parametrize(
    "paragraph",
    [
        "市场监管局通报,今年共查处侵权案件17件,涉及版权、专利、商标,责令删除侵权链接230条,移送公安机关3件。",
        "法院认为,被告未经许可转载原告文章,侵犯了原告的著作权,依法应当承担法律责任,判决赔偿经济损失5万元。",
        "全市版权登记量达到1.2万件,同比增长15%,版权产业增加值占地区生产总值的比重为7.4%。",
    ],
)
def test_news_about_copyright_is_no_disclaimer(paragraph):
    assert paragraph in made(page(BODY[0], paragraph, BODY[2])).text


def test_a_sites_own_disclaimer_is_dropped():
    article = made(
        page(
            *BODY,
            "免责声明:本网转载内容版权归原作者所有,不代表本站观点,如有侵权请联系我们删除。",
            "1、凡本网注明来源的作品,版权均属于本网,未经授权不得转载。",
            "2、本网概不负责由此造成的损失。",
        )
    )
    assert article.text == "\n".join(BODY)


def test_previous_and_next_in_one_line_are_neither_title_nor_date():
    article = made(
        page(*BODY, "上一篇:2020年1月1日全区工作会议召开下一篇:临河区召开高质量发展大会", title="")
    )
    assert article.text == "\n".join(BODY)
    assert article.title is None
    assert article.published is None


def test_a_slogan_above_the_title_is_not_the_title():
    article = made(
        page("临河区召开高质量发展项目推进会", *BODY, title="不忘初心 牢记使命 砥砺前行")
    )
    assert article.title == "临河区召开高质量发展项目推进会"


def test_the_site_name_behind_the_title_is_left_out():
    article = made(page(*BODY, title="临河区召开高质量发展项目推进会_临河新闻网"))
    assert article.title == "临河区召开高质量发展项目推进会"


def test_a_subhead_without_a_mark_stays_a_paragraph_of_its_own():
    article = made(page(BODY[0], "以项目之进支撑发展之稳", BODY[1], BODY[2]))
    assert article.text.split("\n")[1] == "以项目之进支撑发展之稳"
    assert article.headings == (1,)


def test_names_in_brackets_behind_the_last_sentence_are_the_byline():
    article = made(page(BODY[0], BODY[1], BODY[2] + "(王一婷 刘畅)"))
    assert article.byline == "王一婷 刘畅"
    assert article.text.endswith(BODY[2])


def test_an_english_word_cut_by_a_line_end_keeps_its_blank():
    lines = [
        "The city government said on Monday that exports rose 4.9 percent from a",
        "year earlier to 612.4 billion yuan, and that imports had also grown for",
        "the third month in a row. Officials expect the trend to continue as new",
        "rail links and a container terminal open later this year, according to a",
        "report released by the municipal bureau of commerce. The bureau plans to",
        "help at least 500 small firms to attend trade fairs overseas this spring,",
        "and a fund of 200 million yuan has been set up to support them this year.",
    ]
    assert made("\n".join(lines)).text == " ".join(lines)


# --- days ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "noise",
    [
        "Copyright 2015-2024 linhe.gov.cn All Rights Reserved",
        "联系电话:0512-53660867",
        "紧扣“3544”工作思路,推进4S店、产业园建设,1-6月份完成投资3亿元。",
    ],
)
def test_numbers_that_are_no_dates_give_no_publication(noise):
    assert made(page(*BODY, noise)).published is None


def test_label_and_value_on_separate_lines():
    article = made(page("发布日期:", "2021-07-14", "16:40", "信息来源:市政府办公室", *BODY))
    assert article.published.first.isoformat() == "2021-07-14"
    assert article.published.clock == "16:40"
    assert article.published.precision is Precision.MINUTE
    assert article.outlet == "市政府办公室"
    assert article.text == "\n".join(BODY)


def test_a_stamp_without_a_year_is_noted_and_gives_no_day():
    article = made(page("03-03 07:31", *BODY))
    assert article.published is None
    assert any("--03-03" in note for note in article.notes)


def test_a_day_late_in_december_belongs_to_the_year_before_a_january_stamp():
    article = made(page("发布时间:2023-01-05", "12月30日,临河区召开会议。" + BODY[1], BODY[2]))
    assert article.events[0].first.isoformat() == "2022-12-30"


@pytest.mark.parametrize("stamp", ["2023年13月7日", "2022-11-31"])
def test_days_that_no_calendar_has_give_no_date_and_a_note(stamp):
    article = made(page(f"发布时间:{stamp}", *BODY))
    assert article.published is None
    assert any(stamp in note for note in article.notes)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("发布时间:2023年4月7日 来源:临河区政府办", "2023-04-07"),
        ("2023/4/7 9:05:33   来源:临河日报   作者:张三", "2023-04-07"),
        ("时间:2023.04.07   浏览次数:132", "2023-04-07"),
        ("发布日期：２０２３－０４－０７", "2023-04-07"),
        ("來源：臨河日報　發布日期：112-04-07", "2023-04-07"),
        ("二〇二三年四月七日", "2023-04-07"),
        ("Updated: April 7, 2023 10:05", "2023-04-07"),
        ("临河发布 2023-04-07 18:20 发表于内蒙古", "2023-04-07"),
        ("来源:临河区融媒体中心 | 2023-04-07 | 责任编辑:李四", "2023-04-07"),
        ("【 2023-04-07 】 【字体:大 中 小】 【打印】 【关闭】", "2023-04-07"),
    ],
)
def test_stamps_as_sites_write_them(line, day):
    article = made(page(line, *BODY))
    assert article.published.first.isoformat() == day
    assert article.text == "\n".join(BODY)


@pytest.mark.parametrize(
    "line", ["截止日期:2023-04-07", "失效日期:2023-04-07", "有效期至:2023-04-07"]
)
def test_labels_of_other_days_date_nothing(line):
    assert made(page(line, *BODY)).published is None


def test_the_dateline_dates_a_page_whose_title_names_the_year():
    article = made(
        page("本报7月5日讯 " + BODY[0], BODY[1], BODY[2], title="2021年临河区项目推进会召开")
    )
    assert article.published.basis == "dateline"
    assert article.published.first.isoformat() == "2021-07-05"
    assert "2021" in article.published.reason


def test_the_day_under_a_signature_dates_a_notice_and_stays_in_it():
    article = made(page(*BODY, "临河区人民政府办公室", "2023年4月7日"))
    assert article.text.endswith("临河区人民政府办公室\n2023年4月7日")
    assert (article.published.basis, article.published.first.isoformat()) == (
        "signature",
        "2023-04-07",
    )


def test_the_address_dates_a_page_without_a_stamp():
    article = made(page(*BODY), url="http://www.linhe.gov.cn/art/2023/04/07/art_123.html")
    assert (article.published.basis, article.published.first.isoformat()) == ("url", "2023-04-07")


def test_a_given_day_goes_before_all_others():
    from datetime import date

    article = made(page("发布时间:2023-04-07", *BODY), given=date(2023, 4, 9))
    assert (article.published.basis, article.published.first.isoformat()) == ("given", "2023-04-09")


# --- copies of characters ------------------------------------------------------------------


def test_quotes_full_width_digits_and_circled_numbers_stay_as_they_are():
    line = "会议强调“三个关键”‘一个核心’,完成投资１３１亿元……要抓好①招商②项目③服务!"
    assert line in made(page(BODY[0], line, BODY[2])).text


def test_pinyin_brackets_go_when_the_whole_page_has_them():
    mirrored = "區(qū)委書(shū)記(jì)王明主(zhǔ)持會(huì)議(yì)並(bìng)講(jiǎng)話(huà)。" * 3
    article = made(page(mirrored, mirrored + "完", title=""))
    assert "(" not in article.text
    assert "區委書記王明主持會議並講話。" in article.text


def test_a_pinyin_that_explains_a_name_stays():
    line = "莘(shēn)县、盱眙(xū yí)两地签约项目(project)12个,总投资8.6亿元。"
    assert line in made(page(BODY[0], line, BODY[2])).text


# --- bytes ---------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_every_encoding_gives_the_same_article(encoding):
    text = page(BODY[0] + "镕喆堃㐂𠀀到会。", *BODY[1:])
    cleaned = clean(Raw(source="page", data=text.encode(encoding)))
    assert cleaned.articles[0].text == "\n".join([BODY[0] + "镕喆堃㐂𠀀到会。", *BODY[1:]])
    assert cleaned.page == text


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t ", "　　\n".encode(), b"\0\0\0\0", b"\xef\xbb\xbf"]
)
def test_nothing_is_skipped_as_empty(data):
    assert reason(data) == "empty"


def test_bytes_that_are_no_text_are_skipped():
    assert reason(bytes(range(256)) * 40) == "binary"


def test_a_damaged_byte_is_noted_with_its_place():
    data = page(*BODY).encode()
    at = data.index(b"\n")
    article = clean(Raw(source="page", data=data[:at] + b"\xff" + data[at:])).articles[0]
    assert any(f"at byte {at}" in note for note in article.notes)


# --- pages without an article --------------------------------------------------------------


def test_a_list_of_headlines_is_an_index_page():
    lines = ["首页 > 新闻中心 > 区县动态"]
    lines += [f"临河区召开第{n}次项目推进会议部署重点工作  2023-04-{n:02}" for n in range(1, 25)]
    assert reason("\n".join(lines).encode()) == "index_page"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("404 Not Found\n您访问的页面不存在或已删除\n返回首页", "error_page"),
        ("用户登录\n请先登录后查看\n用户名\n密码\n登录 注册", "login_wall"),
        (
            "临河日报\n临河区召开高质量发展项目推进会\n4月3日,临河区召开项目推进会。区委书记王明\n剩余80%\n订阅后可继续阅读全文",
            "paywall",
        ),
        (
            "不锈钢保温杯 500ml\n¥ 59.00 促销价\n库存:23 件\n加入购物车 立即购买\n商品详情 累计评价 运费",
            "shop_page",
        ),
        (
            "\n".join(
                f"张三 09:{n:02}\n好的收到\n李四 09:{n + 1:02}\n明天开会别忘了"
                for n in range(10, 20)
            ),
            "chat",
        ),
    ],
)
def test_pages_without_an_article_are_skipped_with_the_reason(text, why):
    assert reason(text.encode()) == why


def test_a_recipe_tells_no_news():
    text = "红烧肉的家常做法\n用料:五花肉500克,冰糖30克,生抽2勺。\n1、五花肉洗净切块,冷水下锅焯水,捞出沥干。\n2、锅中放少许油,小火把冰糖炒到枣红色,放入肉块翻炒上色。\n3、加热水没过肉,放八角、桂皮,小火炖一个小时,大火收汁即可。"
    assert reason(text.encode()) == "recipe"


def test_news_of_a_kitchen_is_no_recipe():
    text = "岚溪区办厨艺大赛\n4月3日,岚溪区举办家政服务技能大赛,12名选手现场洗净、切丝、翻炒、装盘。\n区妇联主席王明说,今年已培训家政服务员1200人,就业率达到85%。"
    assert made(text).title == "岚溪区办厨艺大赛"


def test_a_word_document_is_kept_to_its_end_with_table_and_signature():
    docx = pytest.importorskip("docx")
    document = docx.Document()
    head = ["关于全县上半年招商引资工作情况的通报", "各乡镇人民政府,县政府各部门:"]
    body = ["今年上半年,全县新签约项目58个,合同引资额137.2亿元,同比增长23.4%。", "一、总体情况"]
    for line in [*head, *body]:
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, ["单位 项目 资金", "开发区 12 21.3"], strict=True):
        for cell, words in zip(row.cells, cells.split(), strict=True):
            cell.text = words
    for line in ["县投资促进局", "2023年7月8日"]:
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    article = clean(Raw(source="page.docx", data=file.getvalue())).articles[0]
    assert article.title == head[0]
    assert article.text.split("\n") == [
        head[1], *body, "单位 项目 资金", "开发区 12 21.3", "县投资促进局", "2023年7月8日",
    ]  # fmt: skip
    assert article.published.basis == "signature"


def test_html_text_and_metadata_come_from_the_page():
    html = f"""<html><head><title>临河区召开推进会-临河新闻网</title></head><body>
    <div class="nav"><a href="/">首页</a><a href="/a">新闻</a></div><h1>临河区召开推进会</h1>
    <div class="info"><span>发布时间:2023-04-04 09:12</span><span>来源:临河日报</span><span>浏览次数:12</span></div>
    <div class="content"><p>&emsp;&emsp;{BODY[0]}</p><p>{BODY[1]}</p><p>{BODY[2]}</p><p>(记者 张三)</p></div>
    <div class="foot">主办:临河区人民政府 版权所有 蒙ICP备1号</div></body></html>"""
    article = made(html, media="text/html")
    assert article.text == "\n".join(BODY)
    assert (article.title, article.outlet, article.byline) == (
        "临河区召开推进会",
        "临河日报",
        "张三",
    )
    assert article.published.clock == "09:12"
    assert article.region == ("内蒙古自治区", "巴彦淖尔市", "临河区")
    for piece in article.origin:
        assert html[piece.raw_start : piece.raw_start + piece.raw_length].strip()


@pytest.mark.parametrize(
    "line",
    [
        "“我们将建立版权保护机制,严厉打击侵权盗版,维护原作者权益,删除违法链接。”局长说。",
        "更多群众关注的停车难问题得到解决,新增泊位2100个。",
        "未经许可擅自占用耕地的,依法予以处罚,全年立案27起。",
        "推荐使用新能源公交车120辆,投资1.3亿元。",
        "全面推广政务服务客户端",
        "主办单位:临河区人民政府",
        "地区:临河区城关镇",
        "第3期“摘星夺旗”擂台举行",
        "Next year the city will build 35 schools and 12 hospitals, the mayor said.",
        "Copyright protection in the city improved, with 230 cases closed last year.",
        "点击量突破120万人次,带动消费3亿元。",
        "分享到会代表经验,签约项目9个。",
        "下一步,临河区将新建学校3所。",
        "上一轮改造惠及居民3600户,完成投资2亿元。",
        "审核通过项目27个,总投资86亿元。",
        "编辑出版《临河年鉴》12卷,发行3万册。",
        "转发《关于促进就业的意见》,惠及企业300家。",
        "来源于财政的资金5000万元已全部到位,用于老旧小区改造。",
        "时间紧、任务重,必须倒排工期,确保6月底前完工。",
        "2023年4月3日,临河区召开会议,部署重点工作。",
        "评论认为,新政策将带动投资增长8%。",
        "关注民生,新增学位6300个。",
        "热点问题办理满意率达到98.6%。",
        "电话抽查群众1200人,满意度为97%。",
        "地址选定在城东新区,占地320亩。",
        "首页改版后,网站月访问量达到30万次。",
        "11月3日发表于《临河日报》的报道引起反响,捐款达20万元。",
    ],
)
def test_lines_that_begin_like_furniture_but_are_not_stay_in_the_body(line):
    assert line in made(page("发布时间:2023-04-07 来源:临河日报", BODY[0], line, BODY[2])).text


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (
            "10月16日,某县召开推进会,察看了14个项目。本文由某新闻网原创,转载请注明出处",
            "10月16日,某县召开推进会,察看了14个项目。",
        ),
        (
            "本文由某新闻网原创，转载请注明出处。10月16日，某县召开推进会，察看了14个项目。",
            "10月16日，某县召开推进会，察看了14个项目。",
        ),
    ],
)
def test_a_paragraph_stays_when_a_notice_of_the_site_is_stuck_to_it(line, kept):
    rest = "会议要求，各单位要倒排工期，确保全年完成投资120亿元，新开工项目18个。"
    article = clean(Raw(source="page", data=f"{line}\n{rest}\n".encode())).articles[0]
    assert article.text == f"{kept}\n{rest}"
    assert "disclaimer" in {part.kind for part in article.removed}


def test_a_notice_of_many_sentences_stays_one_notice():
    notice = "登载此文出于传递更多信息之目的，文章内容仅供参考。本网转载稿件版权归原作者所有，如有侵权请联系删除。"
    rest = "10月16日，某县召开推进会，察看了14个项目，确保全年完成投资120亿元。"
    article = clean(Raw(source="page", data=f"{rest}\n{notice}\n".encode())).articles[0]
    assert article.text == rest


_BODY = "5月7日，苇湖区项目擂台赛在区政务服务中心举行，8个街道依次登台，签约项目11个。\n会议要求，各单位要倒排工期，确保全年完成投资120亿元，新开工项目18个。\n"


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        ("苇湖发布\n2024-05-07 18:46 发表于黑龙江", None, "苇湖发布"),
        ("苇湖区项目擂台赛举行\n苇湖发布\n2024-05-07 18:46 发表于江苏", "苇湖区项目擂台赛举行", "苇湖发布"),
        (
            "苇湖市政府督查室\n督查通报\n〔2024〕第9期\n关于2024年1—4月全市招商引资工作情况的通报",
            "关于2024年1—4月全市招商引资工作情况的通报",
            "苇湖市政府督查室",
        ),
        (
            "[转帖] 区里今年要干的事都在这了，进来看看 [复制链接]\n楼主 | 发表于 2024-5-8 22:07:35 | 只看该作者\n某某老表\n主题 12 帖子 340 积分 1500\n金牌会员",
            "[转帖] 区里今年要干的事都在这了，进来看看",
            None,
        ),
        ("更正\n2024-05-08 10:00 来源：苇湖新闻网", "更正", "苇湖新闻网"),
    ],
)  # fmt: skip
def test_accounts_issuers_and_ranks_of_posters_are_no_titles(head, title, outlet):
    article = clean(Raw(source="page", data=f"{head}\n{_BODY}".encode())).articles[0]
    assert (article.title, article.outlet) == (title, outlet)
    assert article.text.startswith("5月7日")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("▲擂台赛现场 摄影/张三", "caption"),
        ("检查现场。 记者 张小三 摄", "caption"),
        ("图为会议现场。（记者 张三 摄）", "caption"),
        ("报：县委办公室、县乡村振兴局。", "distribution"),
        ("抄送：市直各部门。", "distribution"),
        ("▲项目建设提速：一季度开工18个，完成投资12亿元。", ""),
    ],
)
def test_captions_and_lists_of_receivers_are_listed_as_such(line, kind):
    raw = Raw(source="page", data=f"苇湖区项目擂台赛举行\n{_BODY}{line}\n".encode())
    article = clean(raw).articles[0]
    assert (line in article.text) == (not kind)
    assert not kind or kind in {part.kind for part in article.removed}


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("产业园已完成主体封顶，预计9月试生产。", set()),
        ("他说，2024年将实施倍增计划，并设立母基金，上半年完成首期5亿元募资。", set()),
        ("截至4月底，全区累计排查自建房3.86万栋，4月底全部建账。", set()),
        ("各街道要于5月20日前报送方案，5月25日集中开工。", set()),
        ("4月18日，二期工程开工。", {"2024-04-18"}),
        ("一季度签约项目11个，同比增长5.1%。", {"2024-01-01"}),
    ],
)
def test_plans_counts_and_what_lies_ahead_are_no_events(sentence, days):
    page = f"苇湖区项目擂台赛举行\n2024-05-08 10:00 来源：苇湖新闻网\n{_BODY}{sentence}\n"
    article = clean(Raw(source="page", data=page.encode())).articles[0]
    assert {event.first.isoformat() for event in article.events} == {"2024-05-07"} | days


def test_owners_side_by_side_are_named_together():
    foot = "版权所有：中共苇湖市委 苇湖市人民政府 技术支持：市大数据中心"
    page = f"苇湖区项目擂台赛举行\n2024-05-08 10:00 来源：苇湖发布\n{_BODY}{foot}\n"
    article = clean(Raw(source="page", data=page.encode())).articles[0]
    assert article.republisher == "中共苇湖市委 苇湖市人民政府"
    assert article.outlet == "苇湖发布"


def test_a_paper_is_named_beside_its_day():
    page = f"苇湖区项目擂台赛举行\n本报记者 张三\n《苇湖日报》（2024年5月8日 A01版）\n{_BODY}"
    article = clean(Raw(source="page", data=page.encode())).articles[0]
    assert article.outlet == "苇湖日报"


def test_advertisements_stray_letters_and_split_figures_inside_sentences_go():
    line = "区委书记张a小b三带队，完成投资1 1 2 . 3亿元，增长9%。<更多精彩请关注苇湖新闻>会上，镇里汇报了 3 个项目。"
    article = clean(Raw(source="page", data=f"{_BODY}{line}\n".encode())).articles[0]
    assert article.text.split("\n")[-1] == (
        "区委书记张小三带队，完成投资112.3亿元，增长9%。会上，镇里汇报了 3 个项目。"
    )
    kinds = {part.kind for part in article.removed}
    assert {"follow", "jammer"} <= kinds


def test_rows_of_a_table_and_marks_of_a_formula_stay():
    line = (
        "设备a和设备b各一台，温度t为3 4 度，参加甲a联赛的队伍有12支，水泥产量5 6 7，钢材12 万吨。"
    )
    article = clean(Raw(source="page", data=f"{_BODY}{line}\n".encode())).articles[0]
    assert article.text.split("\n")[-1] == line


def test_a_place_that_no_register_has_keeps_the_letters_of_the_page():
    text = "葦湖區長王小明5月7日主持區務會議表示，葦湖區上半年稅收達36億元，較去年同期成長8.6%。"
    page = f"葦湖區公所：上半年稅收成長8.6%\n發布日期：2024-05-08\n{text}\n"
    article = clean(Raw(source="page", data=page.encode())).articles[0]
    assert article.region == ("葦湖區",)
