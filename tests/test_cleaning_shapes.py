"""Shapes that pages in the wild have: odd stamps, signatures, chapters of novels, copies in pieces."""

import pytest

from briefing.cleaning import clean, disclaimers
from briefing.records import Raw

LEAD = "4月3日,岚溪区召开项目推进会,区委书记王明主持会议并讲话,区长李芳部署重点工作。"
REST = "会议指出,今年一季度,全区签约项目17个,总投资50亿元,同比增长12.5%,完成年度目标的28%。"
TITLE = "岚溪区召开项目推进会"


def article(*lines):
    """The one article of a page made of these lines."""
    cleaned = clean(Raw(source="page", data="\n".join(lines).encode()))
    assert [skip.reason for skip in cleaned.skips] == []
    assert len(cleaned.articles) == 1
    return cleaned.articles[0]


def paragraphs(*lines):
    return article(*lines).text.split("\n")


# --- stamps --------------------------------------------------------------------------------


def test_a_title_that_ends_on_a_word_for_an_event_does_not_forbid_the_stamp_below():
    made = article("全区开展清雪活动", "2020/1/6 16:43:13 次浏览 分类:动态    来源:", LEAD, REST)
    assert made.published.first.isoformat() == "2020-01-06"
    assert made.published.clock == "16:43:13"


def test_a_stamp_with_damaged_words_behind_it_stays_a_stamp():
    stamp = '发布时间:2022-11-09 作者:岚溪园林网 字体大?。?span id="small">小 中 大'
    made = article(TITLE, stamp, LEAD, REST)
    assert made.text.split("\n") == [LEAD, REST]
    assert made.published.first.isoformat() == "2022-11-09"
    assert made.outlet == "岚溪园林网"


def test_pinyin_in_a_label_does_not_hide_it():
    body = LEAD.replace("区", "区(qū)") + REST.replace("会", "会(huì)").replace("长", "长(zhǎng)")
    made = article(TITLE, "发(fā)布日期:2022-11-09 来源:", body * 2)
    assert made.published.first.isoformat() == "2022-11-09"
    assert made.outlet is None


def test_a_date_is_no_part_of_an_english_source():
    text = "The district signed 17 projects worth 5 billion yuan in the first quarter. " * 3
    stamp = "Source:岚溪政府网 Date:2021-09-19 08:05:32 【Fonts:Small Big"
    made = article("Lanxi Signs 17 Projects", stamp, text, "Translator: Ding Y", "Chinese source:")
    assert made.outlet == "岚溪政府网"
    assert made.text == text.strip()


def test_names_and_source_in_one_line_under_a_dash_subtitle_are_both_found():
    made = article(
        "区长的一天",
        "发表日期:2011-02-12 点击",
        "——走近基层(上)",
        "记者  汪晓  曲昌        来源:岚溪网",
        LEAD,
        REST,
    )
    assert (made.subtitle, made.outlet) == (("——走近基层(上)",), "岚溪网")


# --- who wrote it ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tail", "byline"),
    [
        (" 本报记者 张晓 摄", "张晓"),
        ("                 (刘 婧)", "刘 婧"),
        ("(撰稿人:程端 审核人:杨久)", "程端"),
    ],
)
def test_a_signature_behind_the_last_sentence_is_cut(tail, byline):
    made = article(TITLE, LEAD, REST + tail)
    assert made.text.split("\n") == [LEAD, REST]
    assert made.byline == byline


def test_reporters_named_ahead_of_a_colon_are_the_byline():
    lead = "本报讯 记者刘丁、通讯员胡泉、冯燕报道:" + LEAD
    assert article(TITLE, lead, REST).byline == "记者刘丁、通讯员胡泉、冯燕"


def test_a_label_with_blanks_between_its_letters_is_read():
    made = article(TITLE, LEAD, REST, "撰稿处室:投资处", "撰 稿 人: 朱 玲", "审 核 人: 王 领")
    assert made.byline == "朱 玲"
    assert {removed.kind for removed in made.removed} == {"title", "editor"}


def test_the_owner_of_a_page_is_not_the_word_copyright():
    made = article(TITLE, LEAD, REST, "岚溪园林网版权所有 COPY RIGHT RESERVED 2007 - 2012")
    assert made.republisher == "岚溪园林网"


def test_the_front_page_of_a_site_is_not_the_address_of_the_article():
    assert article("EN", "https://www.example.cn/", TITLE, LEAD, REST).url is None


# --- what is body ----------------------------------------------------------------------------


def test_the_bar_of_a_lost_table_is_no_letter_of_the_text():
    assert paragraphs(TITLE, LEAD, REST + " |") == [LEAD, REST]


def test_a_long_note_of_the_editors_is_text_and_a_short_one_is_not():
    note = "编者按 " + REST + "新的一年,信心更足,干部群众正在一线抓项目、稳增长。"
    assert paragraphs(TITLE, note, LEAD, REST)[0] == note
    assert paragraphs(TITLE, "编者按:今日起刊发系列报道。", LEAD, REST) == [LEAD, REST]


def test_a_page_that_shows_its_text_twice_has_its_short_lines_once_too():
    short = "副区长赵岩参加。"
    assert paragraphs(LEAD, short, LEAD, short) == [LEAD, short]


def test_a_teaser_under_recommended_news_is_not_of_the_article():
    teaser = "远山市市长的新职务公布。3月23日上午,省里召开干部大会宣布决定..."
    made = article(TITLE, LEAD, REST, "新闻推荐", "远山市长有新职务", teaser)
    assert made.text.split("\n") == [LEAD, REST]


def test_a_sentence_that_a_page_breaks_off_at_its_end_is_kept():
    broken = "王明强调,签约只是合作的起点,下步关键是落"
    assert paragraphs(TITLE, LEAD, REST, broken)[-1] == broken


def test_the_day_under_a_letter_stays_where_what_it_encloses_follows():
    made = article(
        "岚溪区人民政府办公室印发关于促进工业发展方案的通知",
        "各镇人民政府,区政府各部门:",
        "经区政府同意,现将《关于促进工业发展的方案》印发给你们,请认真组织实施。",
        "岚溪区人民政府办公室",
        "2017年10月9日",
        "为贯彻落实上级部署,进一步发挥园区作为改革试验田的作用,结合实际,制定本方案。",
        "到2020年,全区园区产值达到500亿元,年均增长12%,新增规模以上企业60家。",
    )
    assert "2017年10月9日" in made.text.split("\n")
    assert (made.published.first.isoformat(), made.published.basis) == ("2017-10-09", "signature")


def test_what_an_epaper_says_of_its_view_is_no_title():
    made = article("展开通版", "收缩通版", "当前版:A03版", "发布日期:", LEAD, REST)
    assert made.title is None
    assert made.text.split("\n") == [LEAD, REST]


def test_a_bullet_in_front_of_a_title_is_none_of_its_letters():
    assert article("  • " + TITLE, "时间:2021-03-05 23:19", LEAD, REST).title == TITLE


# --- what stands in for a title --------------------------------------------------------------


@pytest.mark.parametrize(
    ("lead", "derived"),
    [
        ("今年1-4月,岚溪区固定资产投资同比增长19.7%,增速加快。", "岚溪区固定资产投资同比增长19.7%"),
        ("近日,记者从市统计局获悉,前三季度,全市投资完成15亿元。", "全市投资完成15亿元"),
        ("又是一年春草绿,岚溪区里沐春风。各镇项目开工。", "又是一年春草绿,岚溪区里沐春风"),
    ],
)
def test_a_derived_title_says_what_happened(lead, derived):
    assert article(lead, REST).derived_title == derived


# --- novels ----------------------------------------------------------------------------------


def test_a_chapter_of_a_novel_is_no_article():
    talk = "“这几个月招商引资有什么大动作?”区委书记陆平又问道。"
    told = "谈起自己的工作,她有了一点兴致,但是眉宇间的忧郁并未消去,投资接近一千万元。"
    pages = (
        ("岚溪小说网 >> 青云 >> 第七十三节 纵论", "第八卷 江天 第七十三节 纵论", talk, told, talk),
        ("第258章 焦点(第3/3页)", told, told[5:], "本章未完,点击下一页继续。"),
    )
    for lines in pages:
        cleaned = clean(Raw(source="page", data="\n".join(lines).encode()))
        assert [skip.reason for skip in cleaned.skips] == ["fiction"]


def test_a_law_with_chapters_and_a_talk_at_a_meeting_are_no_novels():
    law = ("岚溪区工业发展条例", "第一章 总则", "第一条 为促进工业发展,制定本条例。" + REST)
    assert article(*law, "第二章 规划", "第二条 区人民政府编制规划,报市人民政府批准。" + LEAD)
    talk = "“我们要抓住机遇,主动作为。”王明说:“全区要再签约30个项目。”"
    assert article(TITLE, LEAD, talk, REST)


# --- lines that sites put between paragraphs -------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "20231205092854743-62-15c63.png",
        "查看隐藏内容(*)需先登录",
        "本网站使用相关技术提供更好的阅读体验,点这里了解隐私声明,关闭此视窗代表您同意上述规范。",
        "Your browser does not appear to support Traditional Chinese.",
        "请同意我们的隐私权规范,才能启用听新闻的功能。",
        "岚溪日报、岚溪晚报所有自采新闻(含图片)",
        "独家授权岚溪网发布,未经允许不得转载或镜像。",
        "文章字数:432",
        "?",
    ],
)
def test_a_line_of_the_site_is_not_of_the_text(line):
    made = article(TITLE, line, LEAD, REST, line)
    assert made.text.split("\n") == [LEAD, REST]
    assert (made.title, made.subtitle) == (TITLE, ())


def test_a_caption_with_who_took_the_picture_in_brackets_is_none_of_the_text():
    for shot in ("(岚溪社 方敬摄)", "(岚溪区政府提供)"):
        assert paragraphs(TITLE, "区长李芳在会上致词。" + shot, LEAD, REST) == [LEAD, REST]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("●孔令 孫宏 趙亞", "孔令 孫宏 趙亞"),
        ("記者謝敏/嵐溪報導", "謝敏"),
        ("融媒记者:苏季", "苏季"),
    ],
)
def test_a_line_that_names_who_wrote_is_the_byline(line, byline):
    made = article(TITLE, "2017-06-03 17:00", line, LEAD, REST)
    assert (made.byline, made.text.split("\n")) == (byline, [LEAD, REST])


def test_an_office_may_sign_behind_the_last_sentence():
    made = article(TITLE, LEAD, REST + "(政府办综合六科)")
    assert (made.text.split("\n"), made.byline) == ([LEAD, REST], "政府办综合六科")


def test_a_short_last_sentence_with_a_signature_is_kept():
    short = "管委会副主任王建参加活动。"
    made = article(TITLE, LEAD, REST, short + "(邹楠)")
    assert (made.text.split("\n"), made.byline) == ([LEAD, REST, short], "邹楠")


# --- when and by whom ------------------------------------------------------------------------


def test_a_dateline_in_brackets_gives_day_and_agency():
    made = article(TITLE, "【岚纪元2016年06月21日讯】" + LEAD, REST)
    assert (made.published.first.isoformat(), made.outlet) == ("2016-06-21", "岚纪元")


def test_the_paper_alone_above_its_dateline_is_the_outlet():
    made = article(TITLE, "2015-01-08 16:40:04", "岚网", "岚网溪山站1月8日报道  " + LEAD, REST)
    assert made.outlet == "岚网"
    assert made.text.startswith("岚网溪山站1月8日报道")


def test_a_date_glued_in_front_of_a_paragraph_is_a_stamp():
    made = article(" date 2025-11-11 " + LEAD + REST, REST)
    assert made.text.startswith("4月3日")
    assert made.published.first.isoformat() == "2025-11-11"


def test_two_offices_may_sign_a_letter():
    made = article(
        "关于印发《全面推进乡村振兴的实施方案》的通知",
        "各镇人民政府,区政府各部门:",
        "现将《全面推进乡村振兴的实施方案》印发给你们,请结合实际认真贯彻执行。",
        "中共岚溪区委员会",
        "岚溪区人民政府",
        "2021年3月15日",
        "为认真贯彻落实上级部署,结合岚溪区实际,到2025年全区实现产值500亿元,制定如下实施方案。",
    )
    assert "中共岚溪区委员会" in made.text.split("\n")
    assert made.published.basis == "signature"


def test_two_traditional_letters_with_pinyin_are_a_mirror_page():
    made = article("全區(qū)共接待游客11.9萬人次,受散發(fā)疫情影響,旅游收入下降11.3%。", REST)
    assert made.text.startswith("全區共接待游客11.9萬人次,受散發疫情影響")
    kept = "莘(shēn)县、盱眙(xū)县今年签约项目17个,总投资50亿元,同比增长12.5%。"
    assert paragraphs(kept, REST)[0] == kept


def test_a_point_typed_twice_ends_no_sentence():
    made = article("全区工业增加值增长14..3%,比全省高2个百分点。" + REST, LEAD)
    assert len(made.sentences) == 3


def skipped(*lines):
    """The reason why a page holds no article."""
    cleaned = clean(Raw(source="page", data="\n".join(lines).encode()))
    assert not cleaned.articles
    return cleaned.skips[0].reason


def test_a_page_told_as_novels_tell_is_fiction_without_any_heading():
    assert (
        skipped(
            "吴林和张军握了握手,诧异的说道:“没想到假期你们也上班?我还特意选今天过来看看!”",
            "张军心想,吴林和那些投资商不同,这个人说不定是真心想投资项目的,要抓住了!",
            "吴林缓缓点头,指着空地问道:“开发区早就批准了,怎么只有一家工厂入驻?”",
        )
        == "fiction"
    )


def test_a_sample_document_with_blanks_for_figures_is_a_template():
    assert (
        skipped(
            "区长在三季度经济运行调度会上的讲话",
            "同志们:今年前三季度,全区实现地区生产总值XX亿元,同比增长X.X%,增速居全市第X位。",
            "*书记对项目建设高度重视,全区签约项目XX个,总投资XX亿元,完成年度目标的XX%。",
        )
        == "template"
    )


def test_a_paid_speech_shown_in_part_is_a_paywall():
    speech = "在全市招商引资观摩交流会上的讲话"
    assert skipped(speech, LEAD, REST, "(未完,全文共2010字,当前显示249字)") == "paywall"


def test_a_model_named_with_an_x_is_no_blank():
    assert article(TITLE, LEAD, REST + "签约X射线项目1个、5X工程2个,XX。")


# --- copies that tamper with marks and blanks ------------------------------------------------


def test_commas_put_in_front_of_other_marks_are_jammers():
    jammed = "4月3日,,岚溪区召开会议,。区长李芳,、副区长赵岩参加,;会议指出,,要加快建设,。"
    made = article(jammed + REST, REST)
    assert made.text.startswith(
        "4月3日,岚溪区召开会议。区长李芳、副区长赵岩参加;会议指出,要加快建设。"
    )


def test_doubled_pinyin_without_tones_goes_whole():
    body = "常(chang)(chang)住(zhu)人口(kou)(kou)1265万(wan)人,全省(sheng)占比(bi)8%,数量(liang)增(zeng)加2万人。"
    assert paragraphs(body, REST)[0] == "常住人口1265万人,全省占比8%,数量增加2万人。"


def test_blanks_between_letters_and_around_points_of_a_pdf_go():
    loose = "全区经 济增 速居全市第 3 位,社 会消费品零售总额 27 .4 亿元,解决企 业问题 131 个,同比增长 9 %。"
    made = article(loose, REST).text
    assert "全区经济增速居全市第 3 位,社会消费品零售总额 27.4 亿元,解决企业问题 131 个" in made
    spaced = "4 月 28 日,区长李芳、区委副书记 王明 到 3 个镇调研,晒实绩 找差距,签约项目 17 个。"
    assert article(spaced.replace("到 3 个", "到3个"), REST).text.startswith("4 月 28 日,区长李芳")


def test_text_with_a_few_tags_at_its_head_keeps_its_lines():
    made = article(
        '<table id="j011r"></table>', '<p id="j011r"></p>', '1. <tr id="j"></tr>', TITLE,
        "来源:岚溪融媒 作者:刘瑶 曹汝 编辑:龚依 2021-04-09 09:20:54", LEAD, REST,
    )  # fmt: skip
    assert (made.title, made.text.split("\n")) == (TITLE, [LEAD, REST])
    assert (made.byline, made.editor) == ("刘瑶 曹汝", "龚依")


# --- names and places that are none ----------------------------------------------------------


@pytest.mark.parametrize("source", ["A+A-", "sp20241119"])
def test_what_is_no_name_is_no_outlet(source):
    assert article(TITLE, f"发布时间:2022-08-27 07:31 来源:{source}", LEAD, REST).outlet is None


def test_where_an_agency_sits_is_not_where_the_news_is_from():
    lead = "本报北京8月26日电 (记者丁怡)记者26日获悉:前7月,全国新开工改造小区4.4万个。"
    assert article("全国新开工改造小区4.4万个", "2022-08-27 07:31", lead, REST).region == ()


def test_an_office_beside_the_editor_is_not_the_editor():
    assert article(TITLE, LEAD, REST, "责编:区融媒体中心 童益").editor == "童益"


def test_what_a_forum_shows_around_a_post_is_no_title():
    made = article(
        "岚溪社区家园网论坛", "百宝箱", " 注册 | 找回密码", "查看: 1800|回复: 0", "",
        "岚溪社区民生项目-会议中心旁臭水沟改造完工", "", "Rank: 9Rank: 9Rank: 9", "",
        "发表于 2018-1-5 15:58 |显示全部楼层", "     " + LEAD, "     " + REST, "使用道具 举报", "回复",
    )  # fmt: skip
    assert made.title == "岚溪社区民生项目-会议中心旁臭水沟改造完工"
    assert made.text.split("\n") == [LEAD, REST]
    assert made.published.first.isoformat() == "2018-01-05"


def test_who_wrote_an_english_page_stands_behind_by():
    text = "The district signed 17 projects worth 5 billion yuan in the first quarter. " * 3
    made = article("Lanxi Signs 17 Projects", "Updated: Mar 28, 2018 By Lu Wei Print", text)
    assert made.byline == "Lu Wei"


def test_a_document_for_sale_is_a_paywall_however_much_of_it_shows():
    speech = "在推进会议上的讲话"
    assert skipped(speech, "此内容为付费阅读,请付费后查看", *[LEAD + REST] * 5) == "paywall"


@pytest.mark.parametrize(
    ("title", "body", "region"),
    [
        # a list of places that a reporter went to
        (
            "书记的一天",
            "记者分赴江苏沭阳县、山东日照市东港区、河南巩义市采访。蒋明,江苏沭阳县委书记;张霞,山东日照市委常委、东港区委书记;李乐,河南郑州市委常委、巩义市委书记。",
            (),
        ),
        # who comes on a visit is not at home there
        (
            "苏州市委书记一行参观珠山景区",
            "10月24日,苏州市党政代表团来徐考察,徐州市委书记王明、徐州市市长李芳陪同参观。",
            ("江苏省", "徐州市"),
        ),
        # a fair held elsewhere
        (
            "招商说明会签约22个项目",
            "8月6日,滨海县在上海奉贤区举行招商引资说明会,签约22个项目。今年以来,滨海全县招商签约50亿元。",
            ("江苏省", "盐城市", "滨海县"),
        ),
        # pronouns and hours are no names
        ("推进会召开", "为推动创建工作,对我市开展工作进行总结。11月23日上午区委书记王明到会。", ()),
        ("这座城市打响第一枪", "这座城市的主要领导说,如果说县委是指挥部,该市要有新作为,投资50亿元。", ()),
        # a saying is no city
        ("人民呼唤优秀干部", "县委书记的素质关系到长治久安,各位来宾共同见证,长治久安要靠大家。", ()),
        # a district named by where it lies needs its city
        ("招商讲评会召开", "为建设现代化西城区贡献力量,党工委副书记王明主持,西城区前三季度签约17个。", ()),
        # a page about the whole country
        (
            "城市评价报告",
            "深圳排名第一。广州市、北京市、武汉市、杭州市、成都市、贵阳市、厦门市、天津市都在前二十名,深圳连续两年第一。",
            (),
        ),
    ],
)  # fmt: skip
def test_a_place_is_given_only_where_the_page_is_from_there(title, body, region):
    assert article(title, "2022-05-04 08:00", body).region == region


def test_menus_below_an_article_do_not_say_where_it_is_from():
    menu = "克东县 | 农安县 | 乌审旗 | 淮安市 | 伊金霍洛旗 | 荥阳市 |"
    assert article("人民呼唤优秀干部", LEAD.replace("岚溪", "城"), REST, menu).region == ()


def test_writers_with_their_paper_behind_a_stroke_give_both():
    made = article(TITLE, "王世玉、戈晓威/岚视新闻", "2020-01-17 11:59", LEAD, REST)
    assert (made.byline, made.outlet, made.subtitle) == ("王世玉、戈晓威", "岚视新闻", ())


def test_the_column_above_a_title_is_not_the_title():
    made = article(
        "【区长谈营商环境】", "岚溪区交出“特色答卷”", "来源:岚溪日报 作者:郝临", LEAD, REST
    )
    assert made.title == "岚溪区交出“特色答卷”"


def test_a_licence_number_is_no_part_of_the_owner_of_a_page():
    made = article(TITLE, LEAD, REST, "版权所有:岚溪产业信息网京ICP备11041399号-2")
    assert made.republisher == "岚溪产业信息网"


# --- markup ----------------------------------------------------------------------------------


def from_html(body, head=""):
    """The one article of an HTML page."""
    page = (
        f"<!DOCTYPE html><html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"
    )
    cleaned = clean(Raw(source="page", data=page.encode(), media="text/html"))
    assert len(cleaned.articles) == 1, cleaned.skips
    return cleaned.articles[0]


MARKED = f"<div class='content'><p>　　{LEAD}</p><p>　　{REST}</p><p>　　{LEAD[6:]}</p></div>"


def test_a_day_whose_year_stands_apart_is_read():
    stamp = "<span><em> 2023</em></span> <span><em>10</em>/<em>13</em></span> <span>09:26:11</span>"
    made = from_html(f"<div>{stamp}</div><div>来源：岚溪网</div><h1>{TITLE}</h1>{MARKED}")
    assert (made.published.first.isoformat(), made.published.clock) == ("2023-10-13", "09:26:11")


def test_the_days_in_the_list_of_an_epaper_are_not_the_stamp():
    heads = ["义务植树活动启动", "安全生产会议召开", "验收会议顺利举行", "金秋招聘会举办"]
    listed = "".join(
        f"<li><a href='/{n}'>岚溪区{head}</a><span>2023-10-1{n}</span></li>"
        for n, head in enumerate(heads, start=5)
    )
    paper = "<table><tr><td>2023年10月13日 星期五　第A01版：要闻</td></tr></table>"
    made = from_html(f"{paper}<table><tr><td>{listed}</td></tr></table><h1>{TITLE}</h1>{MARKED}")
    assert made.published.first.isoformat() == "2023-10-13"


def test_the_account_under_a_title_is_no_subtitle():
    made = from_html(f"<h1>{TITLE}</h1><div>岚溪发布</div><div>2023-10-13 09:26</div>{MARKED}")
    assert made.subtitle == ()


def test_what_leads_back_to_a_platform_is_not_of_the_text():
    body = MARKED.replace("</div>", "<p>返回岚狐，查看更多<a href='/'></a></p></div>")
    assert len(from_html(f"<h1>{TITLE}</h1>{body}").text.split("\n")) == 3


def test_a_word_under_a_picture_is_not_of_the_text():
    body = MARKED.replace("<p>", "<p><img src='a.jpg'></p><p>会议现场</p><p>", 1)
    assert from_html(f"<h1>{TITLE}</h1><div>2023-10-13 09:26</div>{body}").text.startswith("4月3日")


def test_the_name_of_a_program_is_no_author():
    head = '<meta name="author" content="hanweb">'
    assert from_html(f"<h1>{TITLE}</h1>{MARKED}", head).byline is None


def test_a_long_list_of_links_is_one_line_and_its_place_is_known():
    links = "".join(
        f"<li class='i'><a href='/{n}'>标题{n}</a><span>07-1{n}</span></li>\n" for n in range(9)
    )
    made = from_html(f"<ul class='list'>{links}</ul><h1>{TITLE}</h1>{MARKED}")
    assert made.text.startswith("4月3日")
    assert next(removed.kind for removed in made.removed) in ("other", "nav", "links")


# --- headings of several lines, and what stands beside them ----------------------------------


def test_the_line_under_a_shoulder_is_the_title():
    made = article(
        "王明在督查四季度重点工作时强调",
        "咬紧目标不放松 分秒必争抓落实",
        "",
        LEAD + "要咬紧目标,分秒必争抓落实。",
        REST,
    )
    assert made.title == "咬紧目标不放松 分秒必争抓落实"
    assert made.subtitle == ("王明在督查四季度重点工作时强调",)


def test_of_a_heading_in_lines_the_one_that_says_what_happened_is_the_title():
    made = article(
        "17个亿元项目落户",
        "岚溪区举行四季度重大项目集中签约暨招商发布会",
        "王明见证签约",
        "",
        "10月20日,岚溪区举行四季度重大项目集中签约暨招商发布会。王明见证17个亿元项目签约落户。",
        REST,
    )
    assert made.title == "岚溪区举行四季度重大项目集中签约暨招商发布会"
    assert made.subtitle == ("17个亿元项目落户", "王明见证签约")


def test_an_office_alone_under_a_title_is_no_subtitle():
    made = article(
        "9月工作总结及10月工作安排",
        "征迁安置局",
        "发布日期:2022-10-09 17:30",
        "一、9月份工作完成情况",
        REST,
        LEAD,
    )
    assert made.subtitle == ()


def test_a_title_shown_again_without_its_figures_is_shown_once():
    made = article(
        "关于2024年9月份民生实事项目推进情况的通报",
        "访问量:",
        "",
        "关于20249月份民生实事项目推进情况的通报",
        "",
        LEAD,
        REST,
        "附件:",
    )
    assert made.text.split("\n") == [LEAD, REST]


@pytest.mark.parametrize(
    ("stamp", "day", "outlet"),
    [
        ("2021-06-18新闻9", "2021-06-18", None),
        ("来源:县政府办2021-10-08", "2021-10-08", "县政府办"),
        ("发布时间: 2023-08-02 09:16 | 查看: 1032 | 来自: 岚溪融媒", "2023-08-02", "岚溪融媒"),
    ],
)  # fmt: skip
def test_labels_glued_together_are_told_apart(stamp, day, outlet):
    made = article(TITLE, stamp, LEAD, REST)
    assert (made.published.first.isoformat(), made.outlet, made.subtitle) == (day, outlet, ())


def test_labels_behind_bullets_below_the_text_are_read():
    made = article(
        TITLE,
        LEAD,
        REST,
        "  • 市府分类: 区政新闻",
        "  • 最后异动日期: 2022-06-21",
        "  • 发布单位: 岚溪区公所",
        "  • 点阅次数: 214",
    )
    assert made.text.split("\n") == [LEAD, REST]
    assert (made.published.first.isoformat(), made.outlet) == ("2022-06-21", "岚溪区公所")


@pytest.mark.parametrize(
    ("foot", "byline"),
    [
        ("(文/图 白露)", "白露"),
        ("记者:乐婷 通讯员:阮宏", "记者:乐婷 通讯员:阮宏"),
        ("作者:民生办 初审:单斌 复审:岳红", None),
    ],
)
def test_who_wrote_stands_below_the_text(foot, byline):
    made = article(TITLE, LEAD, REST, foot)
    assert (made.byline, made.text.split("\n")) == (byline, [LEAD, REST])


def test_staff_of_a_centre_glued_to_the_last_sentence_are_cut():
    made = article(TITLE, LEAD, REST + "图文:县融媒体中心 古文辉")
    assert (made.byline, made.text.split("\n")) == ("古文辉", [LEAD, REST])


def test_one_of_five_counties_is_no_place():
    made = article(
        "前三季度经济运行简况",
        "2025-10-29",
        "前三季度全区工业增长6.4%,居五县(区)第二位,高于全市0.9个百分点。" + REST,
        "主办:湘东区统计局 电话:0799-3440000",
    )
    assert made.region == ("江西省", "萍乡市", "湘东区")


def test_the_rows_of_a_document_name_it():
    made = article(
        "文件名称 | 岚溪区2025年政府工作报告 | ||", "索引号 | /2025-0000 | 公开目录: | 工作报告 |",
        "有效性 | 有效 | 公开日期: | 2025-04-15 14:43 |", "2025年3月21日在岚溪区第十九届", "人民代表大会第四次会议上",
        "各位代表:", LEAD, REST,
    )  # fmt: skip
    assert made.title == "岚溪区2025年政府工作报告"
    assert made.published.first.isoformat() == "2025-04-15"


def test_the_day_a_program_made_the_page_is_not_the_day_of_the_news():
    made = article(
        TITLE, LEAD, REST, "Produced By CMS 网站群内容管理系统 publishdate:2024-06-21 15:22:22"
    )
    assert made.published is None


def test_the_title_may_stand_below_as_the_original_one():
    made = article(
        LEAD, REST, "新岚溪-岚溪日报记者 王翔", "原标题:", "岚溪区举办项目签约和开工活动"
    )
    assert (made.title, made.byline) == ("岚溪区举办项目签约和开工活动", "新岚溪-岚溪日报记者 王翔")


def test_a_dateline_that_ends_on_news_names_its_reporter():
    made = article(TITLE, "天岚网消息(岚溪新闻集团记者 冉嬛)" + LEAD, REST)
    assert made.byline == "岚溪新闻集团记者 冉嬛"


def test_a_high_chapter_is_a_novel_and_a_low_one_may_be_a_law():
    told = "清晨八点陈少平来到了县政府。县长和两位副县长分别乘四辆公务用车,直奔松官镇调研产业。"
    assert skipped("第352章 人民路线", told, told[14:] + "签约项目17个。") == "fiction"


@pytest.mark.parametrize(
    ("lead", "outlet"),
    [
        ("岚溪日报讯 " + LEAD, "岚溪日报"),
        ("岚方网消息:" + LEAD, "岚方网"),
        ("岚溪在线11月28日讯(记者 金华)" + LEAD, "岚溪在线"),
    ],
)
def test_a_dateline_names_the_paper(lead, outlet):
    assert article(TITLE, lead, REST).outlet == outlet


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("人民岚报·2025-09-27 01:11", "2025-09-27"),
        ("01.04.2016  13:09", "2016-04-01"),
        ("• Updated: Jul 19, 2021", "2021-07-19"),
        ("lanxidaily.com.cn| Updated: March 10, 2022", "2022-03-10"),
    ],
)
def test_stamps_of_more_kinds_are_read(stamp, day):
    made = article(TITLE, stamp, LEAD, REST)
    assert (made.published.first.isoformat(), made.subtitle) == (day, ())


@pytest.mark.parametrize(
    "line",
    [
        "字号变大| 字号变小",
        "如果您喜欢这篇文章,就送梧桐子“”支持吧!",
        "本篇文章660字,读完约2分钟",
        "[Photo by Piao Feng for lanxidaily.com.cn]",
        "欢迎社会各界积极投稿(lx@example.com)",
    ],
)
def test_more_lines_of_sites_are_not_of_the_text(line):
    made = article(TITLE, "2023-04-07 10:00", line, LEAD, REST, line)
    assert (made.text.split("\n"), made.title, made.subtitle) == ([LEAD, REST], TITLE, ())


def test_who_gives_a_report_and_whom_it_addresses_are_no_titles():
    made = article(
        "岚溪区人民政府区长 高 雁",
        "各位代表:",
        "现在,我代表区人民政府向大会报告工作,请予审议。",
        REST,
    )
    assert (made.title, made.subtitle) == (None, ())
    made = article(
        "政府工作报告",
        "——2023年5月27日在岚溪区第二届人民代表大会上",
        "岚溪区人民政府区长 高 雁",
        "各位代表:",
        "一、2022年工作回顾",
        LEAD,
        REST,
    )
    assert "各位代表:" not in made.subtitle


def test_one_line_may_name_writers_and_editors():
    made = article(TITLE, LEAD, REST, "(记者:张珍 通讯员:曹晴 编辑:丁静 审校:蒋涛)")
    assert (made.byline, made.editor) == ("记者:张珍 通讯员:曹晴", "丁静")


@pytest.mark.parametrize(
    "body",
    [
        "10月25日下午,我区传达市委主要领导指示精神,完成市政府下达目标的56%,按照县委部署推进。",
        "大会在永安新城皇冠酒店举行,永安新城皇冠酒店外签约项目17个,总投资50亿元。",
        "一场考试在永州镇政府三楼举行,永州镇村级书记逐个述职,永州镇干部参加。",
    ],
)
def test_verbs_hotels_and_towns_are_no_places(body):
    assert article("会议召开", "2022-05-04 08:00", body + REST).region == ()


def test_a_name_below_its_label_is_the_editor():
    made = article(TITLE, "2024-01-09 12:45:41", "责编:", "王霞", LEAD, REST)
    assert (made.editor, made.text.split("\n")) == ("王霞", [LEAD, REST])


def test_an_english_label_in_front_of_a_short_line_is_a_stamp():
    made = article(" date 2025-12-12 岚溪路延伸二期工程进度滞后。", LEAD, REST)
    assert made.text.startswith("岚溪路")
    assert made.published.first.isoformat() == "2025-12-12"


def test_an_agency_alone_under_a_title_is_no_subtitle():
    assert article(TITLE, "中央社／ 基隆19日電", LEAD, REST).subtitle == ()


def test_a_span_of_months_is_not_cut_in_a_derived_title():
    lead = "3月31日,岚溪区召开1—2月份经济运行分析会。区长李芳到会。"
    assert article(lead, REST).derived_title == "岚溪区召开1—2月份经济运行分析会"


# --- pages in Latin letters, programmes read out, votes on moods --------------------------------

EVENT = "On May 8, the district started 17 projects worth 5 billion yuan, and the mayor spoke."


def test_a_long_english_heading_is_the_title_and_no_paragraph():
    head = (
        "With a total investment of 5 billion yuan, the eighth phase of the “three batches” project "
        "in Lanxi District, Yunzhou City started at once"
    )
    made = article(f"Home » {head}- Lanxidaily.com", "", head, "", "by admin", head, "", EVENT)
    assert made.title == head
    assert made.byline is None
    assert made.text == EVENT


def test_a_long_english_heading_may_have_commas():
    head = "Signing ceremony of key projects of Yunzhou City, Shandong Province in April was held in Lanxi District, Yunzhou City, Shandong"
    made = article(head, "", EVENT, "", EVENT.replace("May 8", "April 25"))
    assert made.title == head


@pytest.mark.parametrize("role", ["Reporter: ", "Correspondent: ", "Reporters "])
def test_an_english_dateline_names_its_reporters(role):
    made = article(
        "Lanxi starts 17 projects", "2022-08-22", f"Lanxi News ({role}He Yong, Wei Ying) {EVENT}"
    )
    assert made.byline == "He Yong, Wei Ying"


def test_an_english_byline_is_without_its_by():
    made = article("Lanxi starts 17 projects", "By Lu Wei", EVENT * 2)
    assert made.byline == "Lu Wei"


def test_a_host_name_in_brackets_is_no_subtitle():
    made = article("Lanxi starts 17 projects", "( lanxi.com.cn )", "Updated: 2016-04-15", EVENT * 2)
    assert made.subtitle == ()


def test_what_is_read_out_on_television_has_no_label_in_a_derived_title():
    made = article("【正文】岚溪区签约项目17个、总投资50亿元,其中工业项目12个。", REST)
    assert made.derived_title == "岚溪区签约项目17个、总投资50亿元"


def test_who_came_is_no_title_without_what_was_done():
    made = article("近日,市投资局党组成员、副局长李杰天一行,赴岚溪区调研招商工作。" + REST)
    assert made.derived_title == "市投资局党组成员、副局长李杰天一行,赴岚溪区调研招商工作"


def test_those_addressed_are_no_derived_title():
    made = article("岚溪产业园区管委会,各乡镇人民政府,市级各部门:", LEAD, REST)
    assert made.derived_title == "岚溪区召开项目推进会,区委书记王明主持会议并讲话"


def test_votes_on_moods_are_comments():
    made = paragraphs(
        TITLE,
        LEAD,
        REST,
        "- 心情版",
        "- 请选择您看到这篇新闻时的心情",
        "- 查看心情排行>>",
        "相关新闻",
    )
    assert made == [LEAD, REST]


def test_who_took_the_picture_is_cut_from_the_end():
    made = article(TITLE, LEAD, "图为12月6日,大型运输车在岚溪区工地来回穿梭。 王雪摄")
    assert made.text.split("\n")[-1].endswith("来回穿梭。")
    assert made.byline == "王雪"


def test_the_word_for_pictures_is_no_name():
    assert article(TITLE, LEAD, REST + "(摄影 刘德)").byline == "刘德"


def test_an_account_above_its_day_is_the_outlet():
    made = article(
        TITLE, "岚溪融媒 2022-10-28 06:11 发表于吉林", "点击上方蓝字关注我们", LEAD, REST
    )
    assert made.outlet == "岚溪融媒"


@pytest.mark.parametrize(
    "line", ["第240章(1 / 7)", "嘗試更換【Firefox瀏覽器】or【關閉小說模式】。", "第1040章(2/2)"]
)
def test_a_chapter_in_pages_or_a_mode_for_novels_means_a_novel(line):
    cleaned = clean(Raw(source="page", data=f"{LEAD}\n{REST}\n{line}\n{line}\n".encode()))
    assert [skip.reason for skip in cleaned.skips] == ["fiction"]


def test_chapters_of_rules_make_no_novel():
    article(
        "岚溪区项目管理办法", "第一章 总则", "第一条 " + LEAD, "第二章(项目) 附则", "第二条 " + REST
    )


# --- who published it, in less common forms -----------------------------------------------------


def test_a_source_behind_a_stroke_in_a_line_of_its_own_is_the_outlet():
    made = article(TITLE, "2021-9-7 07:32:08", LEAD, REST, "来源/岚溪市融媒体中心")
    assert made.outlet == "岚溪市融媒体中心"
    assert made.text.split("\n") == [LEAD, REST]


def test_an_own_work_in_traditional_letters_is_no_outlet():
    stamp = "發布時間:2022-10-17 作者:圖文/陸美 來源:本站原創 審核:梁輝"
    made = article(TITLE, stamp, LEAD, REST)
    assert made.outlet is None
    assert made.byline == "陸美"


def test_the_name_of_an_account_is_no_republisher():
    made = article(TITLE, "2019/6/20 11:28:54 发布者:ice 来源:岚溪广播电视台", LEAD, REST)
    assert (made.republisher, made.outlet) == (None, "岚溪广播电视台")


def test_a_papers_account_above_the_stamp_is_outlet_and_no_title():
    made = article("岚溪时报·e公司", "2024-04-23 22:21", LEAD, REST)
    assert (made.title, made.outlet) == (None, "岚溪时报·e公司")


def test_a_site_for_investors_names_itself_in_its_dateline():
    assert article("岚溪区招商网讯:近日," + LEAD, REST).outlet == "岚溪区招商网"


def test_an_unfinished_clause_takes_in_the_next_for_a_derived_title():
    made = article("在岚溪区对外开放发展大会上,区长李芳部署重点工作。" + REST)
    assert made.derived_title == "在岚溪区对外开放发展大会上,区长李芳部署重点工作"


def test_a_title_that_comes_back_under_each_picture_is_no_paragraph():
    title = "日报社秘书长程民调研岚溪区"
    made = article(
        title, "2023-11-24 10:37:56", LEAD, "", title, "", REST, "", title, "", LEAD[:-5] + "工作。"
    )
    assert title not in made.text
    assert made.text.startswith(LEAD)


def test_blanks_that_became_question_marks_leave_a_stamp_a_stamp():
    stamp = "www.lanxi.com?2010-10-18 09:35? 黄如 陈晓?来源:岚溪网    我来说两句"
    made = article(TITLE, stamp, LEAD, REST)
    assert (made.published.first.isoformat(), made.outlet, made.subtitle) == (
        "2010-10-18",
        "岚溪网",
        (),
    )


def test_author_and_source_among_tools_make_a_stamp():
    line = "以稿换稿】【收藏】  作者: 王落  来源: 岚溪网  阅读 次 【    】【加入会员"
    made = article(TITLE, line, LEAD, REST)
    assert (made.outlet, made.byline, made.subtitle) == ("岚溪网", "王落", ())


def test_an_invitation_to_unfold_is_cut_from_the_end():
    assert paragraphs(TITLE, LEAD, REST + " 展开详细") == [LEAD, REST]


def test_a_chapter_with_pages_behind_its_name_means_a_novel():
    data = f"第四百四十章城阳煤矿(1 / 15)\n{LEAD}\n{REST}\n".encode()
    assert [skip.reason for skip in clean(Raw(source="page", data=data)).skips] == ["fiction"]


@pytest.mark.parametrize(
    "lead",
    [
        "云上岚溪报道:5月19日,岚溪区召开项目推进会。",
        "岚溪融媒8月23日讯(记者 陈希)8月21—22日,岚溪区召开项目推进会。",
        "(记者 陈希)18日,岚溪区召开项目推进会。",
        "8月21日至9月2日,岚溪区召开项目推进会。",
        "8月21日上午,岚溪区召开项目推进会。",
    ],
)
def test_who_tells_it_and_when_is_no_part_of_a_derived_title(lead):
    assert article(lead + REST, LEAD).derived_title == "岚溪区召开项目推进会"


# --- posts and headings --------------------------------------------------------------------

SYMBOLS = ("🔹地区生产总值69.8亿元", "同比增长7.4%,增速全市第2", "🔹固定资产投资", "同比增长9.3%", "🔹实际使用外资250万美元", "同比下降7.5%")  # fmt: skip


def test_a_list_of_figures_with_symbols_for_bullets_stays():
    stamp = "2024-04-26 20:03 来源:岚溪发布"
    made = paragraphs(TITLE, stamp, "一季度成绩如何?", *SYMBOLS, "PART.01", LEAD, "PART.02", REST)
    assert made == ["一季度成绩如何?", *SYMBOLS, LEAD, REST]


@pytest.mark.parametrize("marks", ["1️⃣2️⃣3️⃣", "📈🏭🛒", "✅✅✅", "☑️☑️☑️", "◆◆◆"])
def test_any_symbols_may_be_bullets(marks):
    size = len(marks) // 3
    marks = [marks[at : at + size] for at in range(0, len(marks), size)]
    words = ["地区生产总值69.8亿元", "工业投资增长9.3%", "实际使用外资250万美元"]
    items = [f"{mark}{said}" for mark, said in zip(marks, words, strict=True)]
    head = (TITLE, "2024-04-26 20:03 来源:岚溪发布", "点击上方蓝字关注我们")
    assert paragraphs(*head, *items, LEAD, REST) == [*items, LEAD, REST]


def test_a_menu_with_symbols_and_no_figures_goes():
    menu = ["🔥热门话题", "📰今日头条", "🏠回到主页", "■图片新闻", "■出口增长5%", "■城事", "■市场"]
    assert paragraphs(*menu, TITLE, "2024-04-26 来源:岚溪发布", LEAD, REST) == [LEAD, REST]


def test_what_a_forum_shows_of_a_poster_is_no_title():
    made = article(
        "岚溪论坛»论坛›杂谈›转:我区又有大动作,快来看看!",
        "返回列表 发新帖 回复",
        "转:我区又有大动作,快来看看! [复制链接]",
        "小石头 当前离线",
        "积分 386",
        "电梯直达 楼主",
        "发表于 2021-3-16 08:22:41 | 只看该作者",
        LEAD,
        REST,
    )
    assert made.title == "转:我区又有大动作,快来看看!"
    assert made.subtitle == ()
    assert made.text.split("\n") == [LEAD, REST]


@pytest.mark.parametrize("counter", ["经验值 1,386", "人气:3.1万", "得分 95"])
def test_a_counter_is_no_title(counter):
    assert article(counter, "2024-04-26 来源:岚溪发布", LEAD, REST).title is None


def test_a_heading_in_two_halves_has_what_happened_for_its_subtitle():
    stamp = "2022-10-21 08:05:13 来源:岚溪日报"
    made = article("首页 > 要闻 > 正文", "一线亮“蓝图” 擂台比“功夫”", TITLE, stamp, LEAD, REST)
    assert made.title == "一线亮“蓝图” 擂台比“功夫”"
    assert made.subtitle == (TITLE,)


@pytest.mark.parametrize("above", ["时政要闻 社会民生", "适老模式切换 无障碍", "砥砺奋进新时代"])
def test_other_words_above_a_title_are_none(above):
    stamp = "2022-10-21 08:05:13 来源:岚溪日报"
    assert article("首页 > 要闻 > 正文", above, TITLE, stamp, LEAD, REST).title == TITLE


def test_a_thread_of_short_posts_is_no_article():
    posts = [
        line
        for floor in range(1, 8)
        for line in (f"{floor}楼 河边的风{floor}", f"都说了{floor}年了,啥时候开工?", f"2022-05-07 21:1{floor}")
    ]  # fmt: skip
    cleaned = clean(Raw(source="page", data="\n".join(posts).encode()))
    assert [skip.reason for skip in cleaned.skips] == ["chat"]


def test_floors_of_a_building_are_no_thread():
    floors = [f"{floor}楼 办事大厅{floor}区" for floor in range(1, 6)]
    made = article("办事大厅搬迁公告", "2022-05-07 来源:岚溪发布", LEAD, *floors, REST)
    assert LEAD in made.text


# --- what stands in for a title --------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "derived"),
    [
        ("前不久,我区召开项目现场会。", "我区召开项目现场会"),
        ("初春,阳光明媚,暖意融融。2月22日下午,区委书记王明到工地调研。", "区委书记王明到工地调研"),
        ("消息日前,记者从区统计局获悉,今年1—9月,全区投资完成20亿元。", "全区投资完成20亿元"),
        ("投资快讯(ID:kuaixun)10月27日消息,岚溪新区签约8个项目。", "岚溪新区签约8个项目"),
        ("4月3日、4日,区长李芳走访企业,了解情况。", "区长李芳走访企业,了解情况"),
        (
            "HARLOW, March 4, 2024 - Harlow District opened a port with 1,200 jobs on Monday. It is big.",
            "Harlow District opened a port with 1,200 jobs on Monday",
        ),
    ],
)
def test_the_first_clause_that_says_what_happened_stands_in_for_a_title(first, derived):
    assert article(first, REST).derived_title == derived


def test_an_english_dateline_with_a_year_dates_the_article():
    made = article(
        "HARLOW, March 4, 2024 - Harlow District opened a port on Monday.", "It is a big port."
    )
    assert made.published.first.isoformat() == "2024-03-04"
    assert made.published.basis == "dateline"


# --- stamps, names and headings of more kinds -------------------------------------------------


def test_a_stamp_that_says_when_it_was_released_dates_and_names_the_paper():
    stamp = "Release time: October 12, 2021 11:20   Source: Linshan Daily   Views: 503"
    made = article(
        "Linshan Opens New Port", stamp, "Linshan district opened a new port on Monday. " * 3
    )
    assert (made.published.first.isoformat(), made.outlet) == ("2021-10-12", "Linshan Daily")


def test_buttons_behind_an_english_source_are_no_part_of_it():
    text = "Linshan district opened a new port on Monday. " * 3
    made = article("Linshan Opens New Port", "Source: Linshan Daily Print Share", text)
    assert made.outlet == "Linshan Daily"


def test_a_crumb_with_slashes_is_no_title():
    byline = "By Tan Rui in Baiyan | Updated: 2021-10-12 09:11"
    text = "Baiyan New Area added 30 firms on Monday. " * 3
    made = article(
        "news.example.cn / Regional / Baiyan", "Baiyan New Area adds 30 firms", byline, text
    )
    assert (made.title, made.byline) == ("Baiyan New Area adds 30 firms", "Tan Rui")


def test_who_posted_it_with_source_and_reporter_is_a_stamp():
    stamp = "发表于: 2023-04-12 18:41:54 来源:岚溪新闻高级记者 朱一然"
    made = article(TITLE, stamp, LEAD, REST)
    assert (made.outlet, made.byline, made.published.clock) == ("岚溪新闻", "朱一然", "18:41:54")


def test_reporters_behind_a_caption_that_is_stuck_to_the_dateline_are_found():
    made = article(TITLE, "建设中的“双子塔”本报讯(记者张一文文/图)" + LEAD, REST)
    assert made.byline == "张一文"


def test_a_subtitle_with_a_dash_stands_above_the_text_of_a_page_of_a_paper():
    made = article(
        "白林日报数字报刊平台", "第02版:要闻", "2016年05月04日", "前一期 后一期",
        "压力之下 动能更足", "——白林开发区一季度运行综述", LEAD, REST,
    )  # fmt: skip
    assert made.title == "压力之下 动能更足"
    assert made.subtitle == ("——白林开发区一季度运行综述",)


@pytest.mark.parametrize("label", ["查看完整版本: ", "访谈主题:"])
def test_labels_are_no_part_of_a_title(label):
    assert article(label + TITLE, "2024-05-10", LEAD, REST).title == TITLE


def test_what_a_paper_puts_behind_a_story_for_its_page_goes():
    assert paragraphs(TITLE, LEAD, REST + "②19") == [LEAD, REST]


def test_nobody_and_units_are_told_apart_in_a_byline():
    assert article(TITLE, "2024-05-10 作者:消息", LEAD, REST).byline is None
    assert (
        article(TITLE, "2024-05-10 作者:东埠区统计局综合科", LEAD, REST).byline
        == "东埠区统计局综合科"
    )
    assert article(TITLE, "2024-05-10", LEAD, REST + "(县政府办供稿)").byline == "县政府办"


def test_brackets_of_pinyin_that_lost_a_letter_go_with_the_others():
    body = LEAD.replace("区", "区(qū)") + REST.replace("会", "会(huì)").replace(
        "签约", "签約(yuē)?qiáng)"
    )
    made = article(TITLE, body * 2).text
    assert "签約项目17个" in made


def test_talk_without_a_figure_or_a_reporter_is_fiction():
    told = ["县委书记是个矮个子,县长是个高个子。", "他问:“书记去哪里了?”", "她说:“安排得好。”"]
    more = [
        "“那县长呢?”",
        "“县长不高兴啊!",
        "两人都笑了起来,谁也没有再说话。",
        "“这样也好。”",
        "他点头。",
    ]
    data = "\n".join([*told, *more]).encode()
    assert [skip.reason for skip in clean(Raw(source="page", data=data)).skips] == ["fiction"]


# --- who stands where ------------------------------------------------------------------------


def test_a_person_in_place_of_a_source_is_no_outlet():
    stamp = "来源: 张一文 周佳 2021-07-08 16:42:19 责编: 纵强"
    made = article(TITLE, stamp, "图片_20201126130119", LEAD, REST + "(张一文 周佳)")
    assert (made.outlet, made.byline) == (None, "张一文 周佳")
    assert made.text.split("\n") == [LEAD, REST]


def test_paper_and_name_behind_the_last_sentence_are_told_apart():
    made = article(TITLE, "2024-05-10", LEAD, REST + "(岚溪特区报 姚一文)")
    assert (made.outlet, made.byline) == ("岚溪特区报", "姚一文")


def test_a_name_in_brackets_in_front_of_the_text_is_the_byline():
    made = article("(李一文)针对近期的强降雨,松岭镇做好防御工作。", REST)
    assert (made.byline, made.derived_title) == ("李一文", "针对近期的强降雨,松岭镇做好防御工作")


@pytest.mark.parametrize("name", ["Charlie Niu", "王一文"])
def test_a_name_between_title_and_stamp_is_the_byline(name):
    text = "The district opened a port on Monday. " * 4 if name.isascii() else LEAD
    title = "Conference on Further Opening up" if name.isascii() else "岚溪区上半年成绩单出炉"
    made = article(title, name, "2020-01-06 10:33", text)
    assert (made.title, made.byline, made.subtitle) == (title, name, ())


def test_what_a_forum_counts_of_a_poster_above_the_text_is_no_text():
    post = "发表于 2015-4-9 10:33:07 | 显示全部楼层 |阅读模式"
    made = article(TITLE, "江洲渔人", "47 主题 6 回帖 512 积分", "中级会员", post, LEAD, REST)
    assert made.text.split("\n") == [LEAD, REST]
    assert made.published.first.isoformat() == "2015-04-09"


def test_a_report_in_the_manner_of_taiwan_papers_names_its_writer():
    made = article("聯合報／ 記者范一達／岚溪即時報導", LEAD, REST)
    assert (made.byline, made.title) == ("范一達", None)


def test_captions_that_name_their_source_are_no_text():
    caption = "岚溪區長強調守護好山好水。(圖/岚溪區政府)"
    assert paragraphs(TITLE, "2024-05-10", caption, LEAD, REST) == [LEAD, REST]


# --- forums and older English pages ------------------------------------------------------------


def test_a_jammer_with_two_blanks_before_its_last_letter_goes_whole():
    noise = [
        "+ Q4 F9 @% Y, M' X0 w8 p2 `4 Z",
        "' k' T( `7 y% t& f! ^) N$ P- d2 f",
        r"0 n! j7 K+ S3 z8 u) \$ V  G",
    ]
    assert paragraphs(TITLE, noise[0], LEAD, noise[1], REST, noise[2]) == [LEAD, REST]


def test_the_account_above_the_first_post_is_no_subtitle():
    post = "发表于 2023-10-19 08:41:22 | 只看该作者 | 倒序浏览"
    made = article("临泽论坛", "[时政要闻] 岚溪区召开项目推进会议", "江边钓叟", post, LEAD, REST)
    assert (made.title, made.subtitle) == ("岚溪区召开项目推进会议", ())


def test_the_last_of_a_crumb_is_the_title_where_no_other_stands():
    crumb = "梅渡论坛 » 梅渡新闻 » 岚溪区召开项目推进会,看看有没有你家门口的"
    made = article(
        "梅渡论坛-梅渡人自己的网上家园's Archiver",
        crumb,
        "阿Ken 发表于 2020-7-24 16:55",
        LEAD,
        REST,
    )
    assert made.title == "岚溪区召开项目推进会,看看有没有你家门口的"


def test_source_and_day_in_brackets_below_an_english_text_date_it():
    text = "Construction of the Linshan subway project will formally start in June. " * 3
    menu = "Tools: Save | Print | E-mail | Most Read"
    made = article(
        menu,
        "Linshan Subway About to Get Rolling",
        "Adjust font size:",
        text,
        "(China Daily March 16, 2007)",
        menu,
    )
    assert (made.title, made.outlet) == ("Linshan Subway About to Get Rolling", "China Daily")
    assert made.published.first.isoformat() == "2007-03-16"
    assert made.text == text.strip()


def test_letters_disguised_against_filters_are_those_of_novels():
    told = "勋城百姓对正府颇有怨言,认为正府花起钱来却捉襟见肘,全县投资17亿元。"
    assert [
        skip.reason for skip in clean(Raw(source="page", data=f"{told}\n{told}".encode())).skips
    ] == ["fiction"]


def test_markup_below_a_plain_title_is_read_as_markup():
    styled = '<p style="line-height: 2em;"><span class="">{}</span></p><p><span><br></span></p>'
    data = TITLE + "\n" + "".join(map(styled.format, (LEAD, REST)))
    (made,) = clean(Raw(source="page", data=data.encode())).articles
    assert (made.title, made.text.split("\n")) == (TITLE, [LEAD, REST])


def test_an_office_in_front_of_a_name_is_no_part_of_it():
    assert article(TITLE, LEAD, REST, "(统计局贸外处:孙一文)").byline == "孙一文"


def test_names_behind_a_dateline_need_no_word_for_reporters():
    made = article(TITLE, "岚溪都市报—岚溪网讯(田一雅 贾二龙)" + LEAD, REST)
    assert made.byline == "田一雅 贾二龙"


def test_a_dateline_in_han_numerals_is_one_too():
    made = article("中新社北京七月二十二日电 全区签约项目17个,总投资50亿元。", REST)
    assert (made.derived_title, made.region) == ("全区签约项目17个,总投资50亿元", ())


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("版权声明:本报所有稿件未经许可不得转载。", False),
        ("【免责声明】:图文仅供参考,不代表平台立场。", False),
        ("会议通报了全市版权保护工作,要求加大侵权案件查处力度。", True),
    ],
)
def test_a_notice_that_calls_itself_one_goes_and_news_of_rights_stays(line, kept):
    assert disclaimers.is_disclaimer(line) is not kept
