"""The rules as a whole: what they copy stands in the article, and junk gives nothing."""

from fakes import article

from briefing import rules


def test_a_meeting_gives_its_facts():
    found = rules.read(
        article(
            "4月3日，全区重点项目推进会召开。区委书记李明华主持会议并讲话，区委副书记、区长王芳部署工作。",
            "一季度，全区固定资产投资86.3亿元，同比增长5.2%，新开工项目37个。但工业投资同比下降4.2%。",
            "李明华强调，要建立项目问题清单，8月底前解决征拆问题，确保全年新引进项目60个。",
        )
    )
    assert [figure.raw for figure in found.figures] == ["86.3亿元", "增长5.2%", "37个", "下降4.2%"]
    assert [official.name for official in found.officials] == ["李明华", "王芳"]
    assert found.officials[1].titles == ("区委副书记", "区长")
    assert [target.raw for target in found.targets] == ["60个"]
    assert [step.action for step in found.next_steps] == ["要建立项目问题清单，8月底前解决征拆问题"]
    assert [gap.what for gap in found.shortfalls] == ["但工业投资同比下降4.2%"]
