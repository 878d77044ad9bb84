"""The articles and the answer that the endpoint benchmark uses, without any import of ours."""

import json

SENTENCES = (
    "前三季度，云朵区实现地区生产总值129.8亿元，同比增长7.4%。",
    "规模以上工业增加值同比增长9.1%，固定资产投资同比下降3.2%。",
    "区委书记张三出席会议并讲话，强调要加快项目建设。",
    "全区新增市场主体1.3万户，进出口总额达到47.5亿元。",
    "会议指出，产业结构不优的问题仍然存在，要素保障有待加强。",
    "下一步，全区将新建三所学校，改造老旧小区二十个。",
    "到2025年，全区工业总产值突破200亿元。",
)
FILLER = "各部门要提高认识，压实责任，形成合力，推动各项工作落到实处、见到成效。"
CLAIMS = {
    "figures": [
        {"sentence": 1, "metric": "地区生产总值", "subject": None, "raw": "129.8亿元", "period": "前三季度", "change_kind": None, "is_rank": False},
        {"sentence": 1, "metric": "地区生产总值", "subject": None, "raw": "增长7.4%", "period": "前三季度", "change_kind": "同比", "is_rank": False},
        {"sentence": 2, "metric": "规模以上工业增加值", "subject": None, "raw": "增长9.1%", "period": None, "change_kind": "同比", "is_rank": False},
        {"sentence": 2, "metric": "固定资产投资", "subject": None, "raw": "下降3.2%", "period": None, "change_kind": "同比", "is_rank": False},
        {"sentence": 4, "metric": "新增市场主体", "subject": None, "raw": "1.3万户", "period": None, "change_kind": None, "is_rank": False},
    ],
    "officials": [
        {"sentence": 3, "name": "张三", "titles": ["区委书记"], "org": None, "roles": ["出席", "讲话"], "nongov": False}
    ],
    "targets": [
        {"sentence": 7, "what": "全区工业总产值突破200亿元", "raw": "突破200亿元", "deadline": "到2025年", "owner": None, "completion": None}
    ],
    "next_steps": [{"sentence": 6, "action": "新建三所学校", "owner": None, "deadline": None}],
    "shortfalls": [{"sentence": 5, "what": "产业结构不优的问题仍然存在"}],
    "summary": "{{F1}}，{{F2}}。{{O1}}出席会议并讲话。",
}  # fmt: skip
REPLY = json.dumps(CLAIMS, ensure_ascii=False)


def sentences(number: int) -> list[str]:
    """Return the sentences of article `number`, about 600 characters."""
    return [*SENTENCES, *[FILLER] * 10, f"这是第{number}篇稿件。"]
