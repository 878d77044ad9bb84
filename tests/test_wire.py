"""The schema that is sent and the way back into claims."""

import json
import re

import pytest

from briefing.asking import wire
from briefing.asking.mending import Unreadable
from briefing.records import Claims

EMPTY = {name: [] for name in wire.KINDS} | {"summary": ""}
FIGURE = {
    "sentence": 2,
    "metric": "产值",
    "subject": None,
    "raw": "近12.30亿元",
    "period": None,
    "change_kind": "同比",
    "is_rank": False,
}


def read(**fields):
    return wire.read(json.dumps(EMPTY | fields, ensure_ascii=False))


def nodes(schema):
    yield schema
    for value in schema.values():
        if isinstance(value, dict):
            yield from nodes(value)
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, dict):
                    yield from nodes(item)


def test_the_schema_keeps_to_what_every_server_understands():
    allowed = {
        "type", "properties", "required", "additionalProperties", "items", "enum", "anyOf",
        "description", "maxItems",
    }  # fmt: skip
    fields = set(wire.KINDS) | {"summary"}
    for record in wire.KINDS.values():
        fields |= set(record.model_fields)
    for node in nodes(wire.SCHEMA):
        if not set(node) & {"type", "anyOf"}:
            assert set(node) <= fields  # a table of properties
            continue
        assert set(node) <= allowed
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])
        if node.get("type") == "array":
            assert node["maxItems"] > 0
    assert wire.SCHEMA["type"] == "object"
    assert list(wire.SCHEMA["properties"])[-1] == "summary"


def test_every_claim_field_is_on_the_wire():
    for name, record in wire.KINDS.items():
        sent = wire.SCHEMA["properties"][name]["items"]["properties"]
        assert set(sent) == set(record.model_fields) - {"kind"}


def test_a_valid_answer_becomes_claims():
    [figure] = read(figures=[FIGURE]).claims
    assert figure.raw == "近12.30亿元"
    assert figure.change_kind == "同比"
    assert isinstance(read(figures=[FIGURE]).claims, Claims)


@pytest.mark.parametrize("sentence", ["2", "[2]", [2], "第2句", 2, "2.0"[:1]])
def test_a_sentence_number_may_be_written_in_other_ways(sentence):
    [figure] = read(figures=[FIGURE | {"sentence": sentence}]).claims
    assert figure.sentence == 2


def test_what_nobody_asked_for_is_dropped_and_what_is_missing_is_none():
    bare = {"sentence": 2, "metric": "产值", "raw": "12亿元", "confidence": 0.9, "kind": "x"}
    [figure] = read(figures=[bare], extra=1).claims
    assert figure.subject is None
    assert figure.is_rank is False


def test_a_lone_string_stands_for_a_list_of_one_and_null_for_none():
    official = {"sentence": 1, "name": "王某", "titles": "市长", "roles": None}
    [claim] = read(officials=official, figures=None).claims
    assert claim.titles == ("市长",)
    assert claim.roles == ()


def test_a_number_that_was_not_quoted_keeps_its_letters():
    text = '{"figures": [{"sentence": 1, "metric": "x", "raw": 12.30}], "summary": ""}'
    [figure] = wire.read(text).claims
    assert figure.raw == "12.30"


def test_an_unknown_kind_of_change_is_another_one():
    [figure] = read(figures=[FIGURE | {"change_kind": "较上月"}]).claims
    assert figure.change_kind == "其他"


def test_an_answer_inside_another_object_is_unwrapped():
    text = json.dumps({"result": {"claims": EMPTY | {"figures": [FIGURE]}}})
    assert len(wire.read(text).claims.figures) == 1


def test_one_bad_entry_is_named_and_does_not_cost_the_others():
    reading = read(figures=[FIGURE, {"metric": "无数字"}, 7])
    assert len(reading.claims.figures) == 1
    assert [fault.split(":")[0] for fault in reading.faults] == ["figures[2]", "figures[3]"]


@pytest.mark.parametrize(
    "text",
    ["{}", '{"foo": 1}', '{"figures": [{"nope": 1}]}', "没有 JSON", '{"a": {"b": {}}}'],
)
def test_an_answer_of_which_nothing_can_be_read_is_refused(text):
    with pytest.raises(Unreadable):
        wire.read(text)
    assert wire.problem(text)


def test_an_article_without_facts_has_a_valid_empty_answer():
    assert list(read().claims) == []
    assert wire.problem(json.dumps(EMPTY)) == ""


def test_the_form_in_the_prompt_names_every_field_and_choice_of_the_schema():
    as_json = re.sub(r"\b(string|integer|boolean)\b", r'"\1"', wire.FORM)
    form = json.loads(
        re.sub(r'("[^"]*"|null)(?: \| (?:"[^"]*"|null))+', lambda m: json.dumps(m[0]), as_json)
    )
    properties = wire.SCHEMA["properties"]
    assert list(form) == list(properties)
    for name in wire.KINDS:
        fields = properties[name]["items"]["properties"]
        assert list(form[name][0]) == list(fields)
        for field, schema in fields.items():
            choices = schema.get("anyOf", [schema])
            assert ("null" in str(form[name][0][field])) == any(
                c.get("type") == "null" for c in choices
            )
    assert all(choice in form["figures"][0]["change_kind"] for choice in ("同比", "环比", "比年初"))
