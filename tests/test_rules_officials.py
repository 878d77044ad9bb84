"""Officials: names by surname and title, in lists and with inherited titles."""

import pytest
from fakes import article

from briefing import rules
from briefing.facts.folding import fold
from briefing.records import Official
from briefing.rules.naming import read_names

AROUND = "全区项目建设工作会议召开。"


def officials(*paragraphs: str) -> tuple[Official, ...]:
    return rules.read(article(AROUND, *paragraphs)).officials


def people(*paragraphs: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(official.name, official.titles) for official in officials(*paragraphs)]


def names(text: str) -> list[str]:
    return [text[name.start : name.end] for name in read_names(fold(text), 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("盛艳主持会议", ["盛艳"]),
        ("孙福晓说", ["孙福晓"]),
        ("李建华强调，要抓项目", ["李建华"]),
        ("刘玮等区四套班子领导", ["刘玮"]),
        ("欧阳文博说", ["欧阳文博"]),
        ("司马俊解读新政", ["司马俊"]),
        ("阿力木·买买提出席", ["阿力木·买买提"]),
        ("李 阳作交流发言", ["李 阳"]),
        ("丁  凡表示", ["丁  凡"]),
        ("王一、丁一凡、宋词参加", ["王一", "丁一凡", "宋词"]),
        ("徐莉、张云云及相关部门负责同志参加", ["徐莉", "张云云"]),
        ("向东升致辞", ["向东升"]),
        ("葉慧玲表示", ["葉慧玲"]),
        ("高度重视安全生产", []),
        ("安排部署下半年工作", []),
        ("要求各部门抓落实", []),
        ("和各部门负责人参加", []),
        ("关于加强作风建设的意见", []),
        ("时代精神", []),
    ],
)
def test_names_are_told_from_words(text: str, expected: list[str]):
    assert names(text) == expected


def test_titles_joined_by_marks_belong_to_the_next_name():
    assert people("市委常委，南海新区工委书记、区委书记孙永红出席会议并讲话。") == [
        ("孙永红", ("市委常委", "南海新区工委书记", "区委书记"))
    ]


def test_several_people_of_one_sentence_keep_their_own_titles():
    found = people("区人大常委会主任陆汉超，区政协主席孙红艳，区委副书记、副区长刘玮等领导出席。")
    assert found == [
        ("陆汉超", ("区人大常委会主任",)),
        ("孙红艳", ("区政协主席",)),
        ("刘玮", ("区委副书记", "副区长")),
    ]


def test_a_long_list_is_not_cut():
    listed = "徐莉、张云云、张哲峰、丁金海、王爱军、孙燕春、吉旭东、周质恂、陈云龙、成月红、蔡建玮、于婷婷"
    assert [name for name, _ in people(f"区领导{listed}及相关部门负责同志参加。")] == listed.split(
        "、"
    )


def test_a_list_of_bare_names_takes_part():
    assert [name for name, _ in people("王娟、李锋参加调研。")] == ["王娟", "李锋"]


def test_the_words_before_a_title_are_left_out():
    assert people("围绕实现全年目标，南海新区投资促进中心办公室主任孙福晓说，项目进展顺利。") == [
        ("孙福晓", ("南海新区投资促进中心办公室主任",))
    ]
    assert people("记者专访了市科技局党组书记、局长庄孟夏。")[0][1] == ("市科技局党组书记", "局长")


def test_roles_are_what_this_person_did():
    one, other = officials("区委书记李明华出席会议并讲话，区长王芳主持会议。")
    assert one.roles == ("出席", "讲话")
    assert other.roles == ("主持",)
    (speaker,) = officials("区商务局局长李锋表示，将推进在谈项目的签约落地。")
    assert speaker.roles == ("表示",)


def test_people_of_companies_carry_a_mark():
    (person,) = officials("恒储新能源科技股份有限公司董事长杜国良介绍项目情况。")
    assert person.nongov
    assert person.titles == ("恒储新能源科技股份有限公司董事长",)


def test_the_organisation_is_what_stands_before_the_head_word():
    (person,) = officials("区委副书记周启明主持会议。")
    assert person.org == "区委"


@pytest.mark.parametrize(
    "text",
    [
        "本报讯（记者 刘思彤 通讯员 张建新）全区召开会议。",
        "（编辑：徐蕾）",
        "深入学习贯彻习近平总书记重要讲话精神，推进项目建设。",
        "引进了车行、张国立等一批文化名人。",
        "“现在路好走了。”村民刘二柱激动地说。",
        "退休教师杨阿姨高兴地说，电梯装好了。",
    ],
)
def test_who_is_no_official(text: str):
    assert people(text) == []


def test_appointments_told_in_a_meeting_name_people_before_their_posts():
    found = people(
        "会议听取了工作汇报，审议了预算。会议决定任命桂晓东为县教育局局长。",
        "会议部署了下半年工作，强调要抓好落实。",
    )
    assert found == [("桂晓东", ("县教育局局长",))]


def test_a_person_is_claimed_once_where_the_titles_stand():
    found = officials(
        "李明华强调，要抓项目。", "区委书记李明华主持会议。", "李明华指出，要抓落实。"
    )
    assert [(person.name, person.titles) for person in found] == [("李明华", ("区委书记",))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("副主任齐红、和振声、司马玉琴出席。", ["齐红", "和振声", "司马玉琴"]),
        ("秘书长敖登格日乐列席，市委书记扎西次仁主持。", ["敖登格日乐", "扎西次仁"]),
        ("副总裁Michael Chen介绍项目。", ["Michael Chen"]),
        (
            "市领导朱汉桥、张桂华、刘明刚、能荣、陈洪思出席。",
            ["朱汉桥", "张桂华", "刘明刚", "能荣", "陈洪思"],
        ),
        ("台湾川奇光电（扬州）有限公司总经理彭乾坤介绍项目。", ["彭乾坤"]),
        ("副区长逯明远讲话。", ["逯明远"]),
        ("要明确责任领导和责任人员，继续实行重点项目领导包挂。", []),
        ("县长周例会、局长接待日、书记热线照常进行。", []),
    ],
)
def test_rare_names_are_kept_and_words_are_not_taken_for_names(text: str, expected: list[str]):
    assert [name for name, _ in people(text)] == expected


def test_words_before_a_title_are_no_part_of_it():
    assert people("根据云台市人民政府代市长赵立新的提名，会议通过任命。") == [
        ("赵立新", ("云台市人民政府代市长",))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区委书记李林在会上讲话。", [("李林", ("区委书记",))]),
        ("市委组织部陈昌平书记等到会指导。", [("陈昌平", ("书记",))]),
        ("5月6日，胡绍安副市长连续两次召开联席会议。", [("胡绍安", ("副市长",))]),
        ("许明远是2015年开始担任青溪县委书记，其余人员任职两年。", []),
        ("安全生产主任、农业农村部部长培训班开班。", []),
    ],
)
def test_a_name_ends_before_what_the_person_does(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
):
    assert people(text) == expected


def test_the_organisation_keeps_one_last_letter():
    (person,) = officials("青溪区区长方义出席。")
    assert person.org == "青溪区"


def test_people_listed_without_a_verb_share_the_one_that_follows():
    found = officials("区委常委、办公室主任程文山，区政府常务副区长张挪参加会议。")
    assert [person.roles for person in found] == [("参加",), ("参加",)]


def test_words_inside_an_object_are_no_deed():
    (reader, _) = officials("区长修平传达市委主要领导调研指示精神，区委书记李林主持会议。")
    assert reader.roles == ("传达",)
    (host,) = officials("区委副书记、区长李奉在第一接待室主持召开专题会议。")
    assert host.roles == ("主持",)


def test_deeds_are_gathered_from_the_whole_page():
    (person,) = officials("区委书记李明华出席会议。", "李明华强调，要抓项目。")
    assert person.roles == ("出席", "强调")


def test_a_line_without_a_full_stop_names_people_too():
    page = article(AROUND, "县委常委、副县长王楠，副县长王秀楷", headings=(1,))
    assert [one.name for one in rules.read(page).officials] == ["王楠", "王秀楷"]


def test_names_share_the_title_that_follows_them():
    found = people("区长高明远致辞，乔明、李泉、李志兵等县级领导出席开工仪式。")
    assert found[1:] == [(name, ("县级领导",)) for name in ("乔明", "李泉", "李志兵")]


def test_leaders_of_all_four_offices_share_their_name():
    found = people("县长高明远讲评，鲁明、凌晓峰、熊新等县四大家领导和相关单位负责人参加。")
    assert found[1:] == [(name, ("县四大家领导",)) for name in ("鲁明", "凌晓峰", "熊新")]


def test_names_joined_by_another_word_for_and_are_all_there():
    found = officials("华明、李关海、杨勇及奚亮、朱金山参加。")
    assert [one.name for one in found] == ["华明", "李关海", "杨勇", "奚亮", "朱金山"]


def test_who_calls_on_a_company_has_a_name_of_two_letters():
    assert people("4月2日，阳岭县长毕明拜访星海集团。") == [("毕明", ("阳岭县长",))]


def test_a_post_that_one_person_holds_is_not_shared():
    found = people("常务副区长王征、袁涛、王伟等分别汇报，副区长李明、高敏参加。")
    assert found == [
        ("王征", ("常务副区长",)),
        ("袁涛", ()),
        ("王伟", ()),
        ("李明", ("副区长",)),
        ("高敏", ("副区长",)),
    ]


def test_a_lost_comma_does_not_lengthen_a_title():
    found = people("区委书记毕伟作重要讲话区委副书记、区长王丰主持会议。")
    assert found == [("毕伟", ("区委书记",)), ("王丰", ("区委副书记", "区长"))]


def test_a_name_ends_before_coming_to_a_place():
    assert people("市委书记陈玮来薛溪区视察工作。") == [("陈玮", ("市委书记",))]


def test_a_long_list_of_leaders_of_a_level_is_read():
    found = people("县委书记肖钢，县级领导张学兵、章垒、先泽文、廖兴国、杜开江出席会议。")
    assert [name for name, _ in found] == ["肖钢", "张学兵", "章垒", "先泽文", "廖兴国", "杜开江"]


def test_the_post_is_kept_before_the_rank_of_a_leader():
    found = people("市领导朱桥、方荣出席。", "市委书记朱桥代表市委致欢迎辞。")
    assert ("朱桥", ("市委书记",)) in found
    assert ("方荣", ("市领导",)) in found


def test_traditional_pages_keep_offices_marks_and_posts():
    found = officials("城投集團總經理閆忠平陪同，捷運局長鄭德昌回應，半年前盧秀雲市長主持典禮。")
    assert [(one.name, one.titles, one.org, one.nongov) for one in found] == [
        ("閆忠平", ("城投集團總經理",), "城投集團", True),
        ("鄭德昌", ("捷運局長",), "捷運局", False),
        ("盧秀雲", ("市長",), None, False),
    ]


def test_a_rate_is_no_deed():
    (person,) = officials("市议员张之浩直指预算执行率极差。")
    assert person.roles == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "自治区党委常委、雪原市委书记齐扎布亲切会见了以云丽市委书记罗杰为团长的代表团。",
            ["齐扎布", "罗杰"],
        ),
        (
            "市人大常委会主任旦巴洛桑，统战部部长达娃，副市长南加多吉一同会见。",
            ["旦巴洛桑", "达娃", "南加多吉"],
        ),
        (
            "州委常委、副州长七林农布陪同调研，州政协副主席和丽华出席座谈会。",
            ["七林农布", "和丽华"],
        ),
        ("镇党委副书记、镇长提名人选叶衍陪同调研。", ["叶衍"]),
    ],
)
def test_names_of_other_peoples_are_kept_whole(text: str, expected: list[str]):
    assert [name for name, _ in people(text)] == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("省领导李川率省政府副秘书长王以文到青溪调研。", "省政府副秘书长"),
        ("李川会见了以云丽市委书记王以文为团长的代表团。", "云丽市委书记"),
        ("本网讯（山南日报记者）代市长王以文作政府工作报告。", "代市长"),
    ],
)
def test_a_verb_before_a_title_is_no_part_of_it(text: str, title: str):
    assert ("王以文", (title,)) in people(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "会议接受庄祥同志辞去惠川县人民政府县长职务，任命黄奇同志为惠川县人民政府副县长、代理县长。",
            [("庄祥", "惠川县人民政府县长", "辞去"), ("黄奇", "惠川县人民政府副县长", "")],
        ),
        ("但县长胡春坦言压力不小。", [("胡春", "县长", "坦言")]),
        ("县委组织部部长王紫出席。", [("王紫", "县委组织部部长", "出席")]),
        ("杨琛副区长指出，要加强调研。", [("杨琛", "副区长", "指出")]),
    ],
)
def test_posts_are_taken_and_left(text: str, expected: list[tuple[str, str, str]]):
    found = officials("全区工作会议召开。会议听取了工作汇报。", text)
    assert [(one.name, one.titles[0], "".join(one.roles)) for one in found] == expected


def test_who_is_led_does_not_lead():
    found = officials("副主任曾怀等在社区党委书记吴辉的带领下查看小区。")
    assert [(one.name, one.roles) for one in found] == [("曾怀", ()), ("吴辉", ("带领",))]


def test_the_office_stands_before_a_name_that_its_post_follows():
    (person,) = officials("区住建局宋新平主任带领科室人员察看小区。")
    assert (person.titles, person.org) == (("主任",), "区住建局")


def test_a_meeting_that_hands_out_letters_of_appointment_has_officials():
    page = article(
        "县人大常委会主任王成主持会议。",
        "会议通过了人事任免事项，王成向被任命的人员颁发了任命书，新任命人员进行了宪法宣誓。",
    )
    assert [one.name for one in rules.read(page).officials] == ["王成"]


ENGLISH = "The county government held a meeting on project investment and economy growth."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Luo Anfeng, deputy secretary of the Municipal Party Committee and mayor, paid a visit.",
            [("Luo Anfeng", ("deputy secretary of the Municipal Party Committee", "mayor"))],
        ),
        (
            "Peng Hui, director of the zone's management committee, briefed the mayor.",
            [("Peng Hui", ("director of the zone's management committee",))],
        ),
        ("Vice mayor Tang Li accompanied the survey.", [("Tang Li", ("Vice mayor",))]),
        (
            "Officials met, and city leaders Su Sheng, Chen Qiang and Li Rui attended.",
            [(name, ("city leaders",)) for name in ("Su Sheng", "Chen Qiang", "Li Rui")],
        ),
        ("Feng Yi and Zhong Qiang also participated.", [("Feng Yi", ()), ("Zhong Qiang", ())]),
        ("Licheng District and Zhengyang Park were visited by experts.", []),
    ],
)
def test_english_pages_name_people_before_and_after_their_posts(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
):
    found = rules.read(article(ENGLISH, text)).officials
    assert [(one.name, one.titles) for one in found] == expected


def test_a_name_ends_before_what_is_done_at_once():
    assert people("区商务局局长汪洁一上台就说明情况。") == [("汪洁", ("区商务局局长",))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("社区党总支书记沈凯站在台上承诺。", ["沈凯"]),
        ("高雄市長陳其明於今日主持會議。", ["陳其明"]),
        ("代县长叶青以普通代表身份参加审议。", ["叶青"]),
        ("陳總統指出，園區是最好的證明。", []),
    ],
)
def test_a_name_is_neither_longer_nor_a_post(text: str, expected: list[str]):
    assert [name for name, _ in people(text)] == expected


def test_a_place_after_a_post_is_no_name():
    assert people("县委书记郑华来到县政协委员驻地看望大家。") == [("郑华", ("县委书记",))]


def test_the_office_of_a_deputy_is_the_assembly():
    (person,) = officials("全国政协委员皮剑表示，变化很大。")
    assert person.org == "全国政协"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("副县长（挂职）周明汇报了工作进展。", [("周明", ("副县长",))]),
        (
            "镇党委书记 李 娜 ，镇长 王 强 分别作了汇报。",
            [("李 娜", ("镇党委书记",)), ("王 强", ("镇长",))],
        ),
        ("市总工会主席杨帆率视察组来我县视察。", [("杨帆", ("市总工会主席",))]),
    ],
)
def test_words_and_blanks_between_post_and_deed(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
):
    assert people(text) == expected


def test_others_without_a_name_share_the_verb_and_lend_no_title():
    found = officials(
        "有关单位负责人，云岭镇党委书记沈乐陪同调研。区委办主任韩沛，相关责任部门参加。"
    )
    assert [(one.name, one.titles, one.roles[0]) for one in found] == [
        ("沈乐", ("云岭镇党委书记",), "陪同"),
        ("韩沛", ("区委办主任",), "参加"),
    ]


def test_a_name_may_end_in_a_letter_that_other_names_do_not_hold():
    assert [one.name for one in officials("县人大常委会主任江钦所，副主任康金明出席。")] == [
        "江钦所",
        "康金明",
    ]


def test_who_holds_a_post_is_not_named_after_it():
    found = people("防汛指挥部设在县应急局，李晖书记任政委，县长王跃山任指挥长。")
    assert [name for name, _ in found] == ["李晖", "王跃山"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("乡长牛伟带头捐款。", ["牛伟"]),
        ("副县长郝亮当场答复。", ["郝亮"]),
        ("市领导高明（常务副市长）、李强（副市长）参加。", ["高明", "李强"]),
        ("街道党工委书记朱文不时与企业家交流。", ["朱文"]),
    ],
)
def test_a_short_name_ends_before_what_its_bearer_does(text: str, expected: list[str]):
    assert [name for name, _ in people(text)] == expected


def test_a_former_post_has_the_office_it_was_held_in():
    (person,) = officials("区政协原副主席王建国应邀参加。")
    assert (person.titles, person.org) == (("区政协原副主席",), "区政协")


def test_who_leads_four_offices_is_an_official():
    found = people("区四套班子领导王磊、李明、张建等参加会议。")
    assert [name for name, _ in found] == ["王磊", "李明", "张建"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [
                "组  长:郑云春  县委副书记、县长",
                "副组长:沙 力  常务副县长",
                "        栾 静  县财政局局长",
            ],
            [
                ("郑云春", ("县委副书记", "县长")),
                ("沙 力", ("常务副县长",)),
                ("栾 静", ("县财政局局长",)),
            ],
        ),
        (
            ["李明达，区委常委、副区长；王芳，副区长；申屠良，区财政局局长。"],
            [
                ("李明达", ("区委常委", "副区长")),
                ("王芳", ("副区长",)),
                ("申屠良", ("区财政局局长",)),
            ],
        ),
        (
            ["会议由李明达（区委书记）主持，王芳（区长）、赵刚（区委常委、副区长）参加。"],
            [("李明达", ("区委书记",)), ("王芳", ("区长",)), ("赵刚", ("区委常委", "副区长"))],
        ),
        (
            ["姓名 职务", "李明达 区长", "王芳 副区长"],
            [("李明达", ("区长",)), ("王芳", ("副区长",))],
        ),
        (["商会（会长单位）、平台（经理）参加。", "项目 负责人", "万科 总裁", "安全 总监"], []),
    ],
)
def test_names_are_listed_before_their_posts(
    lines: list[str], expected: list[tuple[str, tuple[str, ...]]]
):
    assert people(*lines) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市长成功主持仪式。", ["成功"]),
        ("区长方向强调，要抓项目。", ["方向"]),
        ("市委书记文明星要求，各级要主动上门。", ["文明星"]),
        ("村党总支书记阳光明的一番话，赢得满堂喝彩。", ["阳光明"]),
        ("市长成功召开会议。", []),
        ("书记明确要求，要抓项目。", []),
        ("书记全程主持会议。", []),
        ("区长平安区要求。", []),
    ],
)
def test_a_word_after_a_post_may_be_its_holder(text: str, expected: list[str]):
    assert [name for name, _ in people(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区委书记申屠良包下了这件事。", ("申屠良", ("区委书记",))),
        ("区长尉迟明到现场。", ("尉迟明", ("区长",))),
        ("镇党委副书记明小川约谈村主要负责人。", ("明小川", ("镇党委副书记",))),
        ("迅达公司总经理顾祥喜出望外。", ("顾祥", ("迅达公司总经理",))),
        ("落座后，顾祥面对江川县县长毛大林，说了问题。", ("毛大林", ("江川县县长",))),
    ],
)
def test_rare_names_and_strong_feelings_are_told_apart(
    text: str, expected: tuple[str, tuple[str, ...]]
):
    assert people(text) == [expected]


def test_a_long_list_that_breaks_off_is_read_in_one_pass():
    assert people("李明，" + "区长、" * 500 + "项") == []


def test_people_called_by_their_posts_keep_them_to_themselves():
    found = people(
        "台海市政府柯文达市长、黄珊副市长、卫生局黄世明局长、财政局长陈家珍召开会议，部署项目工作。"
    )
    assert dict(found)["陈家珍"] == ("财政局长",)
    assert dict(found)["黄珊"] == ("副市长",)


def test_a_name_ends_before_a_word_of_manner():
    assert people("县委书记王文达、县长刘涛定期带领干部到项目工地调研。")[1] == ("刘涛", ("县长",))


def test_a_list_of_names_holds_whatever_their_letters():
    found = people(
        "市领导木婉青、钟灵、王语嫣、慕容复、包不靓、风波海、公冶干、阿碧及有关部门负责人参加项目会议。"
    )
    assert [name for name, _ in found] == [
        "木婉青",
        "钟灵",
        "王语嫣",
        "慕容复",
        "包不靓",
        "风波海",
        "公冶干",
        "阿碧",
    ]


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        ("县招商局局长干将明介绍说，项目已签约。", "干将明", ("县招商局局长",)),
        ("柳林镇党委书记沈浪底气十足地说，项目已开工。", "沈浪", ("柳林镇党委书记",)),
        ("政法委书记游坦之等出席项目会议。", "游坦之", ("政法委书记",)),
        ("三河镇镇长东方朔山表示，要加快项目建设。", "东方朔山", ("三河镇镇长",)),
        ("该局副局长左丘亭介绍项目情况。", "左丘亭", ("副局长",)),
        ("◥河口村党支部书记衣新说，项目已开工。", "衣新", ("河口村党支部书记",)),
    ],
)
def test_rare_names_and_words_after_them(text: str, name: str, titles: tuple[str, ...]):
    assert people(text) == [(name, titles)]


def test_a_greeting_is_no_name():
    assert people("记者：卓书记您好，请介绍项目建设情况。") == []
