"""More shapes of pages in the wild: gathered headlines, notices of browsers, bylines of papers."""

import pytest

from briefing.cleaning import clean
from briefing.records import Raw

LEAD = "4月3日,岚溪区召开项目推进会,区委书记王明主持会议并讲话,区长李芳部署重点工作。"
REST = "会议指出,今年一季度,全区签约项目17个,总投资50亿元,同比增长12.5%,完成年度目标的28%。"
TITLE = "岚溪区召开项目推进会"
STAMP = "发布时间:2022-05-07 来源:岚溪日报"
ENGLISH = "The district of Lanxi signed 17 projects worth 5 billion yuan in the first quarter. " * 2


def cleaned(*lines):
    return clean(Raw(source="page", data="\n".join(lines).encode()))


def article(*lines):
    """The one article of a page made of these lines."""
    made = cleaned(*lines)
    assert [skip.reason for skip in made.skips] == []
    assert len(made.articles) == 1
    return made.articles[0]


def paragraphs(*lines):
    return article(*lines).text.split("\n")


# --- titles --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"{TITLE}|全球今热点", TITLE),
        (f"环球速讯:{TITLE}", TITLE),
        (f"[新闻] {TITLE}", TITLE),
        (f"[时政要闻] {TITLE} [复制链接]", TITLE),
        ("今日起:岚溪区项目推进会召开", "今日起:岚溪区项目推进会召开"),
    ],
)
def test_what_gathering_sites_and_forums_put_around_a_title_is_no_part_of_it(line, title):
    assert article(line, STAMP, LEAD, REST).title == title


def test_a_title_that_asks_is_one_above_its_stamp():
    made = article(
        "数说2022 | 岚溪区这一年,有多拼?",
        "岚溪发布  2023-01-18 19:02  发表于山东",
        "收录于合集 #数说岚溪 6个",
        LEAD,
        REST,
    )
    assert made.title == "数说2022 | 岚溪区这一年,有多拼?"
    assert (made.outlet, made.published.first.isoformat()) == ("岚溪发布", "2023-01-18")
    assert made.text.split("\n") == [LEAD, REST]


@pytest.mark.parametrize(
    "lines",
    [
        (f"{TITLE} 时间:2022-05-07    来源:岚溪日报", LEAD, REST),
        (f"{TITLE} 2022-05-07 09:34 {LEAD}", REST),
        (TITLE, "发布时间:2022-05-07 | 来源:岚溪网 | 责任编辑:柳青" + LEAD * 2, REST),
    ],
)
def test_title_stamp_and_text_in_one_line_are_parted(lines):
    made = article(*lines)
    assert (made.title, made.published.first.isoformat()) == (TITLE, "2022-05-07")
    assert made.text.startswith(LEAD)


def test_the_head_of_a_mobile_forum_is_no_title():
    head = ("岚溪论坛 bbs.example.com", "- 来自", "- 岚溪", "- 精华", "- 9", "- 积分", "- 6214")
    made = article(*head, "IP属地:岚溪省", LEAD, REST)
    assert (made.title, made.subtitle, made.text) == (None, (), f"{LEAD}\n{REST}")


def test_a_circular_is_called_by_what_it_is_about_and_dated_by_its_signature():
    made = article(
        "中共岚溪市委督查室 岚溪市人民政府督查室",
        "关于全市重点项目推进情况的督查通报",
        LEAD,
        REST,
        "附件:1.项目一览表",
        "   2.问题清单",
        "中共岚溪市委督查室  岚溪市人民政府督查室",
        "2021年9月30日",
        "相关链接",
    )
    assert made.title == "关于全市重点项目推进情况的督查通报"
    assert (made.published.first.isoformat(), made.published.basis) == ("2021-09-30", "signature")


@pytest.mark.parametrize(
    ("first", "derived"),
    [
        ("本报岚溪4月28日电 记者田一然报道:岚溪科技园区正式更名。", "岚溪科技园区正式更名"),
        ("5月14日,笔者从岚溪市商务局:全市工作会议在岚溪举行。", "全市工作会议在岚溪举行"),
        ("今天,岚溪市召开“实干,当先”系列发布会,通报情况。", "岚溪市召开“实干,当先”系列发布会"),
    ],
)
def test_a_derived_title_is_a_whole_clause_that_tells(first, derived):
    assert article(first, REST).derived_title == derived


def test_a_heading_that_says_the_title_again_is_no_part_of_the_text():
    made = article(f"{TITLE} 五项举措齐头并进", STAMP, f"{TITLE}五项举措", LEAD, REST)
    assert made.text == f"{LEAD}\n{REST}"


# --- who and when --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "byline", "outlet"),
    [
        (f"云上岚溪报道(全媒体记者:田一然){LEAD}", "田一然", "云上岚溪"),
        (f"〔記者田一然/岚溪報導〕{LEAD}", "田一然", None),
        (f"(岚溪社記者田一然清河縣8日電){LEAD}", "田一然", "岚溪社"),
        (f"(岚溪广播电视台全媒体记者 田一然 报道){LEAD}", None, "岚溪广播电视台"),
    ],
)
def test_who_reports_in_front_of_a_text_is_its_byline(first, byline, outlet):
    made = article(TITLE, first, REST)
    assert byline in (None, made.byline)
    assert made.outlet == outlet


def test_a_reporter_in_front_of_a_stamp_is_the_byline():
    made = article(TITLE, "記者田一然、柳文/岚溪報導 2018-04-28 00:14", LEAD, REST)
    assert (made.byline, made.published.first.isoformat()) == ("田一然、柳文", "2018-04-28")


def test_an_epaper_is_the_outlet_of_its_pages_and_this_paper_that_of_its_crumb():
    head = ("岚溪日报数字报刊平台 第02版:要闻 2016年05月04日", "前一期 后一期")
    assert article(*head, TITLE, LEAD, REST).outlet == "岚溪日报"
    assert article("岚溪新闻网 > 要闻", TITLE, f"本网讯 {LEAD}", REST).outlet == "岚溪新闻网"


def test_an_address_is_no_outlet():
    link = "文章来源:http://www.example.com/2016/0924/379666.shtml"
    assert article(TITLE, LEAD, REST, link).outlet is None


@pytest.mark.parametrize(
    "line",
    [
        "Source: Lanxi Municipal People's Government Website   Date: 2022-05-07 10:42:17   [Font: Small Big]",
        "Updated: May 7, 2022 en.lanxi.gov.cn Print Share",
    ],
)
def test_an_english_stamp_may_be_long(line):
    made = article("Lanxi District signs 17 projects in first quarter", line, ENGLISH)
    assert (made.published.first.isoformat(), made.text) == ("2022-05-07", ENGLISH.strip())


def test_the_dateline_of_a_wire_service_dates_a_page():
    made = article("Lanxi signs 17 projects", f"LANXI, Nov. 17, 2021 /Newswire/ — {ENGLISH}")
    assert (made.published.first.isoformat(), made.published.basis) == ("2021-11-17", "dateline")


# --- furniture -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "提示:建议使用chrome浏览器、极速模式,体验更佳",
        "為達最佳瀏覽效果,建議使用 Firefox 或 Edge 的瀏覽器。",
        "您即將進入之新聞內容 需滿18歲 方可瀏覽。",
        "【资料图】",
        "岚溪县县长昨进行施政报告。(记者田一然摄)",
        "(版权归岚溪信息港所有,转载必究。)",
        "详情请关注本台播出的《岚溪新闻》。",
        "转载此文是出于传递更多信息之目的。若来源标注错误或侵犯权益,请告知删除。",
        "编辑 柳青 校对 田然",
        "编辑︱柳青",
        "• 观看:2343 次",
    ],
)
def test_lines_about_the_page_are_no_part_of_the_text(line):
    assert paragraphs(TITLE, STAMP, LEAD, REST, line) == [LEAD, REST]
    assert LEAD in paragraphs(TITLE, line, STAMP, LEAD, REST)[:2]


def test_tags_spam_and_lost_indents_are_no_part_of_a_text():
    spam = "岚溪专治雀斑医院 http://pf.example.net/bdf/10057595.html"
    assert paragraphs(spam + LEAD, f"{REST}</p>") == [LEAD, REST]
    assert paragraphs(TITLE, f"????{LEAD}", f"????{REST}", "????") == [LEAD, REST]


def test_a_line_that_ends_right_behind_a_comma_goes_on_below():
    told = ("新区占地412亩,房屋建", "筑面积27.6万平方米,是全区有史以来单体规模最大的征收项目。")
    assert "".join(told) in paragraphs(TITLE, STAMP, LEAD, *told, REST)


# --- pages without news ----------------------------------------------------------------------


def test_talk_under_floors_is_a_chat_without_times():
    talk = [
        line for n in range(2, 7) for line in (f"{n}楼 爱喝茶的猫{n}", "听说要招3000人,真的假的?")
    ]
    made = cleaned(
        "主题: 说说大家年终奖", "楼主 芝麻 发表于 2023-1-12 21:07", "我先来,扣完税两万。", *talk
    )
    assert [skip.reason for skip in made.skips] == ["chat"]


def test_novels_that_veil_words_are_fiction():
    told = "星期三上午,岚溪市『政府』会议室,市『政府』办公会召开,投资17亿元的项目议题通过了。"
    assert [skip.reason for skip in cleaned(told, told).skips] == ["fiction"]


# --- rankings, rows and headings -----------------------------------------------------------------


def test_a_ranking_and_a_list_of_names_at_the_end_are_of_the_text():
    ranks = ["最终成绩", "第一名 柳镇 94.68", "第二名 梅镇 93.15", "红榜:柳镇、梅镇、沙镇"]
    assert paragraphs(TITLE, STAMP, LEAD, REST, *ranks, "编辑:柳青") == [LEAD, REST, *ranks]


def test_a_short_heading_is_not_joined_to_a_line_without_an_end_mark():
    line = "全区9个镇街中6个实现正增长。其中柳镇增长9.1%,降幅比上半年收窄2.1个百分点"
    told = [line, "固定资产投资", "全区完成158.3亿元,增长3.3%。"]
    assert paragraphs(TITLE, STAMP, LEAD, *told, REST) == [LEAD, *told, REST]


def test_what_a_table_of_particulars_sums_up_is_no_second_text():
    summed = f"内容概况 | {LEAD}{REST} |"
    assert paragraphs(TITLE, "发布机构 | 岚溪区 | 公开日期 | 2023-10-18 |", summed, LEAD, REST) == [
        LEAD,
        REST,
    ]


def test_a_slogan_with_the_title_behind_it_is_no_text():
    made = article(f"岚溪好物商城,黑猫宅配,取货付款,{TITLE}", TITLE, STAMP, LEAD, REST)
    assert (made.title, made.text) == (TITLE, f"{LEAD}\n{REST}")


@pytest.mark.parametrize(
    ("first", "derived"),
    [
        (
            "9月5日,区领导柳青、田然参加。区长李芳就全区工业经济运行情况进行调研。",
            "区长李芳就全区工业经济运行情况进行调研",
        ),
        (
            "区长李芳带领全区重点工作观摩组到柳镇、梅镇、"
            + "沙镇、" * 20
            + "北镇进行观摩并召开总结会议",
            "区长李芳带领全区重点工作观摩组到柳镇、梅镇、" + "沙镇、" * 15 + "沙镇",
        ),
    ],
)
def test_who_did_what_stands_for_a_title_before_who_attended(first, derived):
    assert article(first, REST).derived_title == derived


def test_random_letters_behind_sentences_are_jammers_where_there_are_many():
    tails = (" w1;2gL6?9hV,2X", " s1?6HE83da9;5B", " j1-6wj3=,Pe3+7d")
    assert paragraphs(TITLE, LEAD + tails[0], REST + tails[1], LEAD[::-1] + "。" + tails[2])[
        :2
    ] == [
        LEAD,
        REST,
    ]


def test_an_address_above_a_text_is_no_title():
    made = article(
        "• http://www.example.com/2022-10/20/c_6925.htm", "Updated: May 7, 2022", ENGLISH
    )
    assert made.title is None


@pytest.mark.parametrize(
    ("title", "lead", "region"),
    [
        (
            "高新区签约9个项目",
            "3月8日,云江高新技术产业开发区签约9个项目。",
            "云江高新技术产业开发区",
        ),
        ("全县季度会召开", "10月18日,苇川县三季度会议召开。", "苇川县"),
    ],
)
def test_the_whole_name_of_a_zone_stands_for_its_short_one(title, lead, region):
    assert article(title, STAMP, lead, REST).region[-1] == region


@pytest.mark.parametrize(
    ("first", "derived"),
    [
        (
            "为进一步激发各镇干事热情、提升服务水平,12月15日,岚溪区举办招商擂台赛。",
            "岚溪区举办招商擂台赛",
        ),
        (
            "第三季度已经结束,全区经济状况如何?10月20日,岚溪区召开季度分析会。",
            "岚溪区召开季度分析会",
        ),
        (
            "1 月 1 日至 7 月 27 日,全区空气优良天数增加11天。",
            "全区空气优良天数增加11天",
        ),
        (
            "今年以来,在区委、区政府的领导下,全区干部稳字当头。",
            "全区干部稳字当头",
        ),
        (
            "8月29日,区人大常委会副主任柳青、田然、赵岩,到岚溪镇视察项目。",
            "区人大常委会副主任柳青、田然、赵岩,到岚溪镇视察项目",
        ),
    ],
)
def test_aims_days_and_questions_do_not_stand_for_a_title(first, derived):
    assert article(first, REST).derived_title == derived


def test_a_section_head_does_not_stand_for_a_title():
    assert article("一、工作推进情况", LEAD, REST).derived_title != "一、工作推进情况"


# --- titles in two lines, bylines with dashes, forums' calls -----------------------------------


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("岚溪区举行2022年招商项目集中签约", "暨第二批重点项目集中开工仪式"),
        ("关于岚溪区2022年上半年国民经济和社会", "发展计划执行情况的审查意见"),
    ],
)
def test_a_title_broken_into_two_lines_is_one(above, below):
    made = article(above, below, STAMP, LEAD, REST)
    assert (made.title, made.subtitle) == (above + below, ())


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("岚新聞—田一然/新竹", "田一然"),
        ("岚溪新聞網記者田一然/岚溪報導", "岚溪新聞網記者田一然"),
    ],
)
def test_who_reports_from_where_on_a_line_under_the_title_is_the_byline(line, byline):
    made = article(TITLE, line, STAMP, LEAD, REST)
    assert (made.byline, made.subtitle) == (byline, ())


def test_what_forums_ask_of_visitors_is_no_article():
    calls = (
        "马上注册,结交更多好友,享用更多功能。",
        "您需要 登录 才可以下载或查看,没有账号?立即注册",
    )
    assert paragraphs(TITLE, *calls, LEAD, REST) == [LEAD, REST]


def test_a_county_behind_its_province_needs_no_rank():
    assert article("湖北赤壁:企业冲刺“开门红”", STAMP, REST).region == (
        "湖北省",
        "咸宁市",
        "赤壁市",
    )


@pytest.mark.parametrize(
    "stamp",
    [
        "May 7 22:49 2022",
        "Lanxi's Daily Online) 13:17, May 7, 2022",
        "By Tan Rui (Lanxi Daily) Updated: 2022-05-07 10:53",
    ],
)
def test_english_stamps_of_more_forms_date_a_page(stamp):
    made = article("Lanxi District signs 17 projects in first quarter", stamp, ENGLISH)
    assert (made.published.first.isoformat(), made.text) == ("2022-05-07", ENGLISH.strip())


def test_a_sentence_of_fine_words_does_not_stand_for_a_title():
    made = article(f"激扬金秋,乘风破浪立潮头。{LEAD}", REST)
    assert made.derived_title == "岚溪区召开项目推进会,区委书记王明主持会议并讲话"


# --- menus in two languages, marks of sites, what programs print ----------------------------------


def test_a_menu_in_two_languages_is_no_title_of_an_english_page():
    made = article(
        "Contact Us 中文",
        "Home > Business",
        "Lanxi chains grow in 9 months",
        "Updated: 2022-05-25",
        "A street in Lanxi New Area, in the east of the city. [Photo/Lanxi Daily]",
        ENGLISH,
    )
    assert (made.title, made.subtitle) == ("Lanxi chains grow in 9 months", ())
    assert made.text == ENGLISH.strip()


def test_a_title_that_calls_out_above_a_byline_is_one():
    made = article("李芳宣示「往新時代邁進!」", "", "記者 田一然/整理報導", "", LEAD, REST)
    assert (made.title, made.byline) == ("李芳宣示「往新時代邁進!」", "田一然")


def test_what_a_site_puts_behind_each_line_goes():
    lines = [LEAD, REST, "会议要求,要抓好落实。", "会议强调,要加快进度。", "区长李芳作了部署。"]
    assert paragraphs(*(f"{line}uv9" for line in lines)) == lines


def test_what_a_program_prints_is_no_text():
    warning = "Warning: Cannot modify header information in wp-config.php on line 3"
    assert paragraphs(warning, TITLE, STAMP, LEAD, REST) == [LEAD, REST]


def test_a_bare_kind_of_zone_is_no_region():
    assert article("经开区召开会议", STAMP, "近日,经开区召开会议。", REST).region == ()


def test_a_county_is_known_by_its_account():
    made = article(TITLE, "2022-05-07 10:00:00 来源:今日高邮", LEAD, REST)
    assert made.region == ("江苏省", "扬州市", "高邮市")


def test_labels_with_blanks_between_their_letters_are_labels():
    line = "索 引 号:0652/2016-13 主题分类:综合政务 发布日期:2022-05-07"
    made = article(TITLE, line, LEAD, REST)
    assert (made.published.first.isoformat(), made.text) == ("2022-05-07", f"{LEAD}\n{REST}")


def test_a_code_to_type_below_the_comments_is_no_login():
    assert article(TITLE, STAMP, REST, "留言与评论(共有 0 条评论)", "验证码:").title == TITLE


# --- where someone went, headings that stand twice -----------------------------------------------


def test_a_place_that_the_title_says_was_visited_is_no_region():
    lead = "8月21日,我市党政代表团来到如皋市、海安市考察学习。上午,代表团来到如皋市。"
    made = article("我市党政代表团赴如皋海安考察", STAMP, lead, REST)
    assert "如皋市" not in made.region


def test_a_heading_that_stands_twice_is_the_title():
    made = article("岚溪:盯紧项目 下活全区一盘棋", "岚溪:盯紧项目 下活全区一盘棋", LEAD, REST)
    assert (made.title, made.text) == ("岚溪:盯紧项目 下活全区一盘棋", f"{LEAD}\n{REST}")


@pytest.mark.parametrize(
    "line",
    [
        "开幕式现场(田一然)",
        "顶图:区长李芳(右)在现场。",
        "区长李芳考察工程。柳青供图",
        "特别声明:以上内容为自媒体平台用户上传并发布,本平台仅提供信息存储服务。",
        "本文字数:1593",
    ],
)
def test_more_lines_about_pictures_and_platforms_are_no_part_of_the_text(line):
    assert paragraphs(TITLE, STAMP, LEAD, line, REST) == [LEAD, REST]
    assert paragraphs(TITLE, STAMP, LEAD, REST, line) == [LEAD, REST]


@pytest.mark.parametrize(
    "line",
    [
        "By signing up with an email address, I agree to the Terms of Service.",
        "Notice: The content above is posted by a user of a social media platform.",
        "Sign up for our newsletters",
    ],
)
def test_what_english_pages_ask_of_readers_is_no_text(line):
    made = article("Lanxi signs 17 projects in first quarter", ENGLISH, line)
    assert made.text == ENGLISH.strip()


# --- e-papers, topics, agencies, answers -----------------------------------------------------


def test_what_an_e_paper_knows_of_itself_is_no_paragraph():
    known = "--> 2023-02-11 项目 7 7 岚溪新报 content_211325.html 1 3 项目 /enpproperty-->"
    made = article(TITLE, LEAD, REST, known)
    assert made.text == f"{LEAD}\n{REST}"
    assert made.outlet == "岚溪新报"
    assert str(made.published.first) == "2023-02-11"


def test_a_topic_s_label_names_no_title():
    made = article(
        "岚溪電視台    2021/04/13",
        TITLE,
        "族群: 全部",
        "主題: 綜合行政",
        "地點: 岚溪區",
        LEAD,
        REST,
    )
    assert made.title == TITLE
    assert made.subtitle == ()
    assert made.text == f"{LEAD}\n{REST}"


def test_an_agency_above_the_stamp_is_no_title_and_its_dateline_no_region():
    lead = f"NANJING, China, Aug. 30, 2022 /PQNewswire/ -- {ENGLISH.strip()}"
    made = article("PQ Newswire", "30 Aug 2022, 07:34 GMT+10", lead, ENGLISH)
    assert made.title is None
    assert made.derived_title.startswith("The district of Lanxi signed")
    assert made.outlet == "PQ Newswire"
    assert made.region == ()


def test_readers_answers_are_no_text():
    aged = "因故停擺的松陵鄉公所行政大樓工程,近4年來停工荒廢,代理鄉長上任後重啟續建工程。"
    made = article(
        TITLE, "", TITLE, STAMP, aged, REST, "按此閱讀「完整報導」", "文章回應",
        "目前尚無回應,成為第一個回應的人吧!",
    )  # fmt: skip
    assert made.text == f"{aged}\n{REST}"
    assert not [day for day in made.events if "近" in day.quote]


def test_a_paper_s_office_in_a_county_is_its_dateline():
    lead = f"岚溪综合在线松陵县讯 {LEAD[5:]}"
    made = article(lead, REST)
    assert made.outlet == "岚溪综合在线"
    assert made.derived_title.startswith("岚溪区召开")


# --- broken by sense, contacts, partners -----------------------------------------------------


def test_lines_broken_by_their_sense_belong_to_the_text():
    made = article(
        f"{TITLE}!", "近年来,岚溪区、松陵区", "坚持把“推动项目落地、", "优化环境”作为首要任务,",
        "多措并举做好签约项目的", "服务工作。", "在优质服务的加持下,", "全区产业建设",
        "呈现更快更好的形势。", LEAD, REST,
    )  # fmt: skip
    assert made.title == f"{TITLE}!"
    assert made.text.startswith("近年来,岚溪区、松陵区")
    assert "优质服务的加持" in made.text


@pytest.mark.parametrize("line", ["17768990518", "0632-3181189", "lanxi_bj@163.com"])
def test_how_to_reach_a_paper_is_no_title(line):
    made = article(line, LEAD, REST)
    assert made.title is None
    assert made.text == f"{LEAD}\n{REST}"


def test_a_heading_in_two_lines_leaves_the_title_above_it_alone():
    made = article(
        "岚溪区人民政府关于促进全区开发区改革和发展的通知",
        "岚溪区人民政府关于促进全区",
        "开发区改革和发展的通知",
        LEAD,
        REST,
    )
    assert made.title == "岚溪区人民政府关于促进全区开发区改革和发展的通知"


def test_with_whom_a_park_is_friends_is_no_region():
    lead = "去年,县工业园新签约项目9个,与上海市金山区山阳工业园建立了友好合作关系。"
    made = article("工业园高质量发展活力迸发", "来源:滨海日报 发布时间:2019-03-05", lead, REST)
    assert "上海市" not in made.region


def test_a_name_below_the_label_of_a_source_is_a_person():
    made = article(TITLE, "来源:", "王慧", "2024-01-09 12:45:41", LEAD, REST)
    assert made.outlet is None


def test_a_report_names_its_reporter_before_the_colon():
    made = article(TITLE, STAMP, f"岚溪网讯 岚溪日报全媒体记者王小明报道:{LEAD}", REST)
    assert made.byline == "王小明"


def test_a_picture_in_markdown_is_no_text():
    assert paragraphs(TITLE, STAMP, f"![]() {LEAD}", REST) == [LEAD, REST]


def test_people_at_work_stand_under_a_picture():
    made = article(TITLE, "工人在移栽绿化花草", "工人在铺装游园路沿石", "", LEAD, REST)
    assert made.title == TITLE
    assert made.subtitle == ()
    assert made.text == f"{LEAD}\n{REST}"


def test_a_pattern_with_strokes_for_figures_is_no_news():
    line = "工业园区_年新增项目_个,其中投资_亿元以上的_个,实现销售收入_亿元,同比增长_%。"
    made = cleaned(TITLE, "", line, line.replace("工业", "高新"))
    assert [skip.reason for skip in made.skips] == ["template"]


def test_a_national_paper_s_name_is_no_district():
    made = article("全国改造小区2.71万个", "《光明日报》(2026年01月29日 10版)", LEAD[5:], REST)
    assert made.outlet == "光明日报"
    assert "光明区" not in made.region


# --- who wrote it, once more -----------------------------------------------------------------


def test_a_byline_in_front_of_the_text_is_cut_off():
    made = article(TITLE, STAMP, f"□本报记者 王小明 不负春光开好局。{LEAD}", REST)
    assert made.byline == "王小明"
    assert made.text == f"不负春光开好局。{LEAD}\n{REST}"


def test_a_paper_s_correspondents_are_no_part_of_its_name():
    assert article(TITLE, LEAD, REST, "来源:岚溪日报通讯员 王小明 李芳").outlet == "岚溪日报"


def test_the_notice_on_works_below_the_signature_is_no_text():
    made = article(
        TITLE, STAMP, LEAD, REST, "(岚溪日报记者 王小明 通讯员 李芳)",
        "(版权作品,未经岚溪新闻网书面授权,严禁转载,违者将被追究法律责任。)",
    )  # fmt: skip
    assert made.text == f"{LEAD}\n{REST}"
    assert "王小明" in made.byline


def test_the_original_title_stands_where_there_is_no_other():
    assert article(f"原标题:{TITLE}创佳绩", LEAD, REST).title == f"{TITLE}创佳绩"


def test_a_photographer_with_a_blank_in_the_name_is_cut_off():
    made = article(TITLE, STAMP, LEAD, f"{REST} 刘 昆 摄")
    assert made.text == f"{LEAD}\n{REST}"


@pytest.mark.parametrize(
    "head", ["□本报记者 王明 ", "Date: 2022-05-07 ", "编辑:王明5月7日", "来源:王明5月7日"]
)
def test_heads_without_end_are_taken_as_they_come(head):
    assert cleaned(head * 4_000)


def test_news_in_brief_is_no_account():
    menu = ["快訊", "2026/03/11", "千田出席食品展 展現品牌實力", "最新消息", "2022/07/13"]
    made = article(*menu, TITLE, "記者陳風益/雲林報導", LEAD, REST)
    assert (made.title, made.outlet) == (TITLE, None)
    assert article(f"【快讯】{TITLE}", STAMP, LEAD, REST).title == f"【快讯】{TITLE}"


def test_a_headline_that_calls_twice_stands_above_its_stamp():
    page = article(
        "松岭区“红黑榜”发布！你的镇街上榜了吗？",
        "松岭发布 2023-08-04 17:30",
        "现将7月份重点工作通报如下：柳镇工业投资完成2.17亿元，增长33.8%，位居全区第一。",
        "区委书记高远出席会议并讲话，要求各镇加快推进项目建设。",
    )
    assert page.title == "松岭区“红黑榜”发布！你的镇街上榜了吗？"
    assert page.published.first.isoformat() == "2023-08-04"


def test_the_time_beside_a_place_is_when_people_met():
    page = article(
        "“前三季度全市工业发展情况”新闻发布会",
        "时间：2023-10-26 10:00  地点：市新闻发布厅",
        "主持人：各位记者，大家好。前三季度，全市工业运行平稳，规上工业增加值同比增长6.1%。",
        "市工信局局长高远介绍，全市新增规上工业企业46家，下一步将继续优化服务。",
    )
    assert page.published is None
    assert page.events[0].first.isoformat() == "2023-10-26"
