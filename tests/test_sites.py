"""What the pages of a site have in common is furniture."""

from briefing.cleaning import clean, sites, text_of
from briefing.records import Raw

TAIL = "临河要闻速递欢迎您常来看看"
NAMES = "甲乙丙丁戊己庚"
SENTENCE = "临河发布是区委宣传部主管的政务新媒体平台,每日推送权威资讯,服务全区百万群众。"


def page(number):
    return "\n".join(
        [
            f"临河区{NAMES[number - 1]}项目推进会召开",
            f"发布时间:2023-04-{number:02}",
            f"4月{number}日,临河区召开第{number}次项目推进会,签约项目{number}个,总投资{number}0亿元。",
            TAIL,
            f"会议要求,第{number}批项目要在年底前全部开工,建成后年产值{number}5亿元。",
            SENTENCE,
        ]
    )


PAGES = [page(number) for number in range(1, 8)]


def lines(text, known):
    return clean(Raw(source="page", data=text.encode()), sites=known).articles[0].text.split("\n")


def test_lines_that_stand_on_several_pages_are_dropped():
    known = sites.learn(PAGES[:4])
    assert TAIL in lines(PAGES[5], {})
    assert TAIL not in lines(PAGES[5], known)
    assert SENTENCE not in lines(PAGES[5], known)
    assert len(lines(PAGES[5], known)) == 2


def test_the_body_of_a_page_is_its_own():
    known = sites.learn(PAGES[:4])
    assert any("第6批项目" in line for line in lines(PAGES[5], known))


def test_sentences_must_stand_on_three_pages_and_two_pages_teach_nothing():
    assert sites.learn(PAGES[:2]) == {}
    known = dict(sites.learn(PAGES[:3]))
    known[sites.line_key(SENTENCE)] = 2
    assert SENTENCE in lines(PAGES[5], known)


def test_markup_is_learned_by_its_text():
    html = f"<html><body><p>{SENTENCE}</p><p>{TAIL}</p></body></html>"
    text = text_of(Raw(source="page", data=html.encode(), media="text/html"))
    assert TAIL in text
    assert "<p>" not in text
    assert text_of(Raw(source="page", data=b"")) == ""


def test_a_key_has_no_white_space_and_no_figures():
    assert sites.line_key("第 12 期 2023年") == "第#期#年"
