"""Make Chinese local-government news of no real place, with known paragraphs, from a seed."""

from dataclasses import dataclass, field
from random import Random


def _words(text: str) -> list[str]:
    return text.split()


_PLACES = _words(
    "云溪区 青岚县 望川市 柏林镇 石桥街道 临江新区 桃源县 白鹭区 松岭镇 清河开发区 金沙湾街道 平湖市"
)
_ORGANS = _words(
    "区委 区政府 发展改革局 住建局 农业农村局 工信局 商务局 教育局 卫生健康委 交通运输局 生态环境局 文旅局"
)
_NAMES = _words("李文涛 王雪梅 陈国栋 赵一鸣 周丽 孙建军 吴晓燕 郑海波 冯刚 蒋玉兰 沈志远 韩梅")
_THINGS = _words(
    "招商引资 项目建设 乡村振兴 民生实事 污染防治 营商环境 安全生产 老旧小区改造 粮食生产 城市更新 数字经济 基层治理"
)
_METRICS = _words(
    "地区生产总值 规模以上工业增加值 固定资产投资 社会消费品零售总额 一般公共预算收入 外贸进出口总额 城镇居民人均可支配收入"
)
_VERBS = _words("扎实推进 统筹抓好 加快实施 持续深化 全面落实 协调推动")
_TAILS = _words(
    "为全年目标任务的完成打下坚实基础 让群众有了实实在在的获得感 推动各项工作再上新台阶 形成上下联动、齐抓共管的格局 确保高质量发展行稳致远"
)
_SUBHEADS = _words("抓项目强支撑 优服务暖民心 补短板提质效 聚合力促落实 守底线保安全")
_FOLK = _words("微风细雨 山里人家 老张头 江边钓客 晴天 阿强 路人甲 小城故事 风过无痕 南来北往")


@dataclass
class Story:
    """A news text: `body` is what a cleaner must return, paragraph by paragraph."""

    title: str
    outlet: str
    stamp: str
    editor: str
    body: list[str]
    heads: set[int] = field(default_factory=set)
    table: list[list[str]] = field(default_factory=list)


def sentence(rng: Random) -> str:
    """Return one sentence of report prose."""
    place, organ, thing = rng.choice(_PLACES), rng.choice(_ORGANS), rng.choice(_THINGS)
    a, b = rng.randint(11, 989), rng.randint(1, 9)
    match rng.randint(0, 6):
        case 0:
            return f"今年以来,{place}{rng.choice(_VERBS)}{thing}工作,{rng.choice(_TAILS)}。"
        case 1:
            return f"1至{rng.randint(3, 11)}月,全区{rng.choice(_METRICS)}完成{a}.{b}亿元,同比增长{b}.{rng.randint(1, 9)}%。"
        case 2:
            return f"{organ}负责人{rng.choice(_NAMES)}介绍,{place}已有{a}个项目开工,完成投资{a}.{b}亿元,占年度计划的{rng.randint(31, 96)}%。"
        case 3:
            return f"“{thing}不能只停留在纸上。”{rng.choice(_NAMES)}说,{rng.choice(_TAILS)}。"
        case 4:
            return f"会议强调,要{rng.choice(_VERBS)}{thing},力争到年底前新增{a}处便民设施;要压实责任,{rng.choice(_TAILS)}。"
        case 5:
            return f"{place}{organ}组织{a}名干部进村入户,收集意见建议{rng.randint(20, 900)}条,解决问题{rng.randint(5, 90)}个。"
        case _:
            return f"下一步,{place}将{rng.choice(_VERBS)}{thing},{rng.choice(_TAILS)}。"


def paragraph(rng: Random, low: int = 2, high: int = 5) -> str:
    """Return a paragraph of a few sentences."""
    return "".join(sentence(rng) for _ in range(rng.randint(low, high)))


def headline(rng: Random) -> str:
    """Return a headline without an end mark."""
    return (
        f"{rng.choice(_PLACES)}{rng.choice(_VERBS)}{rng.choice(_THINGS)} {rng.choice(_TAILS)[:10]}"
    )


def story(rng: Random, *, paragraphs: tuple[int, int] = (4, 11), heads: bool = True) -> Story:
    """Return a text of a random length."""
    body = [paragraph(rng) for _ in range(rng.randint(*paragraphs))]
    body[0] = f"本报讯(记者 {rng.choice(_NAMES)})" + body[0]
    places: set[int] = set()
    if heads and len(body) > 6 and rng.random() < 0.5:
        for number, text in zip((2, 5), rng.sample(_SUBHEADS, 2), strict=True):
            body.insert(number, text)
            places.add(number)
    stamp = f"20{rng.randint(19, 24)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02} {rng.randint(7, 22):02}:{rng.randint(0, 59):02}"
    return Story(
        headline(rng), rng.choice(_PLACES)[:2] + "日报", stamp, rng.choice(_NAMES), body, places
    )


def brief(rng: Random) -> Story:
    """Return a text of one paragraph of about 88 characters."""
    made = story(rng, paragraphs=(1, 1), heads=False)
    text = sentence(rng)
    while len(text) < 70:
        text += sentence(rng)
    made.body = [text]
    return made


def table(rng: Random) -> list[list[str]]:
    """Return a small table of figures with a head row."""
    rows = [["指标名称", "完成额(亿元)", "同比增长"]]
    for name in rng.sample(_METRICS, 4):
        rows.append(
            [
                name,
                f"{rng.randint(20, 900)}.{rng.randint(1, 9)}",
                f"{rng.randint(1, 12)}.{rng.randint(1, 9)}%",
            ]
        )
    return rows


def comment(rng: Random) -> tuple[str, str, str]:
    """Return (name, time, text) of a reader's comment."""
    text = rng.choice(
        [
            "支持家乡建设,希望这样的好事越来越多,老百姓盼了很多年,总算等到了。",
            "说得好!不过我们小区门口那条路什么时候能修?一下雨就积水,出行很不方便。",
            "顶一个,路过看看。",
            "建议把公交线路也延伸过来,每天上班要走两公里,大家觉得呢?",
            "前几天去看过,现场确实热火朝天,就是停车位太少,周末根本找不到地方停。",
            "楼上说得对,关键还是看落实,别年年提、年年拖。",
        ]
    )
    stamp = f"2023-{rng.randint(1, 12)}-{rng.randint(1, 28)} {rng.randint(0, 23):02}:{rng.randint(0, 59):02}"
    return rng.choice(_FOLK), stamp, text


def jammer(rng: Random) -> str:
    """Return a jammer as forum software makes it: pairs of characters from two ranges."""
    return "".join(
        chr(rng.randint(33, 59)) + " " + chr(rng.randint(63, 126)) for _ in range(rng.randint(5, 9))
    )
