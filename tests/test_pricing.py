"""What models cost, and what a run would cost."""

import re
from decimal import Decimal

import pytest
from fakes import article

from briefing import resources
from briefing.asking import pricing, prompting
from briefing.asking.prompting import Limits, Prompts
from briefing.settings import Price

PROMPTS = Prompts.of(resources.prompt_texts("zh"))


@pytest.mark.parametrize(
    ("model", "fits"),
    [
        ("gpt-4o", "gpt-4o"),
        ("gpt-4o-2024-08-06", "gpt-4o"),
        ("gpt-4o-mini-2024-07-18", "gpt-4o-mini"),
        ("openai/gpt-4o-mini", "gpt-4o-mini"),
        ("GPT-4o", "gpt-4o"),
        ("gpt-4o-realtime", None),
        ("gpt-4omni", None),
        ("qwen3:8b", None),
        ("", None),
    ],
)
def test_a_default_fits_a_name_with_a_date_or_version_and_no_other(model, fits):
    found = pricing.price_of(model)
    assert (found.model if found else None) == fits


def test_the_settings_price_comes_first():
    mine = Price(model="gpt-4o", tokens_in=Decimal(9), tokens_out=Decimal(9), currency="CNY")
    assert pricing.price_of("gpt-4o", (mine,)) is mine


def test_every_default_says_when_it_was_read():
    assert all(re.fullmatch(r"20\d\d-\d\d", price.as_of) for price in pricing.DEFAULTS)
    assert len({price.model for price in pricing.DEFAULTS}) == len(pricing.DEFAULTS)


def test_an_estimate_counts_calls_tokens_and_cost():
    price = Price(model="m", tokens_in=Decimal(1), tokens_out=Decimal(2))
    short, long = article("一句话。"), article("字" * 900 + "。", "字" * 900 + "。")
    limits = Limits(context_tokens=6_000, max_output_tokens=1_000)
    plan = pricing.estimate([short, long], PROMPTS, limits, price)
    assert (plan.articles, plan.calls) == (2, 3)
    prompts = [
        PROMPTS.extraction(piece)
        for text in (short, long)
        for piece in prompting.split(text, PROMPTS, limits)
    ]
    assert plan.tokens_in == sum(map(prompting.cost, prompts))
    assert plan.tokens_out <= 3 * limits.max_output_tokens
    assert plan.cost == (plan.tokens_in + 2 * plan.tokens_out) / Decimal(1_000_000)
    assert plan.tokens_cached == 2 * PROMPTS.system_tokens


def test_without_a_price_there_is_no_cost():
    plan = pricing.estimate([article("一句话。")], PROMPTS, Limits())
    assert plan.cost is None
    assert pricing.estimate([], PROMPTS, Limits()).calls == 0
