"""Articles to extractions: by a model where one is configured, else by rules.

With a model, each reply is in the store before the next is asked for, so that a run that dies
goes on where it stopped; extractions are made of replies anew and cost nothing then. What an
article leaves behind for later periods is kept beside it.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime

from briefing import __version__, extract, pricing, prompting, resources, wire
from briefing.config import Config
from briefing.endpoint import Client, Meter, each, public
from briefing.errors import BriefingError, BudgetReached, ConfigError, ModelUnavailable
from briefing.journal import Journal
from briefing.pipeline.steps import Step, Watch
from briefing.prompting import Limits, Prompts
from briefing.records import Article, Extraction, Run, Skip
from briefing.settings import Settings
from briefing.store import Store

NO_ENDPOINT = {
    "zh": "未配置模型接口，事实由内置规则提取",
    "en": "no endpoint is configured: facts were taken by the built-in rules",
}
_BY_RULES = {
    "zh": "模型未能给出可用答复，改由规则提取的文章：{count}篇（{reason}）",
    "en": "articles left to the rules because the model gave no usable answer: {count} ({reason})",
}


@dataclass(frozen=True)
class Extracted:
    """What was found, by article id; what could not be asked; and the account of the run."""

    by_id: Mapping[str, Extraction]
    skips: tuple[Skip, ...]
    run: Run


def uses_model(config: Config) -> bool:
    """Return whether a model is to be asked.

    Raises `ConfigError` when one is wanted and its address or name is missing.
    """
    endpoint, engine = config.settings.endpoint, config.settings.engine
    reachable = bool(endpoint.base_url or (config.key and endpoint.model))
    if engine == "rules" or (engine == "auto" and not reachable):
        return False
    if not reachable:
        raise ConfigError(
            "a model is wanted, but no endpoint is configured",
            hint="export OPENAI_BASE_URL and OPENAI_MODEL, or leave out --engine model",
        )
    if not endpoint.model:
        raise ConfigError(
            f"which model of {public(endpoint.base_url)}?",
            hint="give its name by --model, OPENAI_MODEL or `model` under [endpoint]",
        )
    return True


def plan(config: Config, store: Store, articles: Sequence[Article]) -> pricing.Plan:
    """Return the calls, tokens and cost that asking about `articles` would take at most."""
    settings = config.settings
    price = pricing.price_of(settings.endpoint.model, settings.prices)
    new = [article for article in articles if not any(r.valid for r in store.replies(article.id))]
    return pricing.estimate(new, _prompts(settings), _limits(settings), price)


def by_rules(articles: Sequence[Article], settings: Settings, watch: Watch) -> Extracted:
    """Extract by rules alone. It is cheap and the rules get better: never taken from the store."""
    found: dict[str, Extraction] = {}
    for done, article in enumerate(articles, 1):
        found[article.id] = extract.by_rules(article)
        watch(Step("extracting", done, len(articles)))
    notes = (NO_ENDPOINT[settings.lang],) if settings.engine == "auto" else ()
    return Extracted(found, (), Run(engine="rules", version=__version__, notes=notes))


def by_model(
    config: Config,
    store: Store,
    articles: Sequence[Article],
    watch: Watch,
    now: Callable[[], datetime],
    *,
    retry_failed: bool = False,
) -> Extracted:
    """Ask the configured model about every article.

    Raises `ModelUnavailable` when no article at all could be asked about.
    """
    settings = config.settings
    meter = Meter(pricing.price_of(settings.endpoint.model, settings.prices), settings.budget)
    asking = _Asking(config, store, meter, now, retry_failed)
    answers = asyncio.run(asking.ask(articles, watch))
    found, skips, failed = _sorted_out(articles, answers, settings)
    first = next(iter(failed.values()), None)
    notes: tuple[str, ...] = ()
    if first and settings.endpoint.fallback == "rules":
        notes = (_BY_RULES[settings.lang].format(count=len(failed), reason=first.problem),)
    run = Run(
        engine=settings.endpoint.model,
        endpoint=asking.host,
        prompts_hash=_prompts(settings).hash,
        version=__version__,
        calls=meter.calls,
        cached_calls=asking.cached,
        tokens_in=meter.tokens_in,
        tokens_out=meter.tokens_out,
        tokens_cached=meter.tokens_cached,
        cost=meter.cost,
        currency=meter.price.currency if meter.price else "",
        notes=notes,
    )
    return Extracted(found, skips, run)


def client(config: Config, store: Store, meter: Meter | None = None) -> Client:
    """Return the client of the configured endpoint; what it learns is kept in the store."""
    endpoint = config.settings.endpoint
    address = public(endpoint.base_url)
    return Client(
        endpoint,
        config.key,
        meter=meter,
        check=wire.problem,
        tokens_of=prompting.cost,
        profile=store.profile(address, endpoint.model),
        remember=lambda known: store.put_profile(address, endpoint.model, known),
    )


class _Asking:
    """One run's conversation with an endpoint."""

    def __init__(
        self,
        config: Config,
        store: Store,
        meter: Meter,
        now: Callable[[], datetime],
        retry_failed: bool,
    ) -> None:
        self.config = config
        self.settings = config.settings
        self.store = store
        self.meter = meter
        self.now = now
        self.retry_failed = retry_failed
        self.cached = 0
        self.host = ""

    async def ask(
        self, articles: Sequence[Article], watch: Watch
    ) -> dict[str, Extraction | BriefingError]:
        """Return an extraction, or why there is none, for each article id."""
        endpoint = self.settings.endpoint
        prompts, limits = _prompts(self.settings), _limits(self.settings)
        answers: dict[str, Extraction | BriefingError] = {}
        async with client(self.config, self.store, self.meter) as asked:
            self.host = asked.host
            journal = Journal(
                asked,
                asked.identity,
                self.store,
                check=wire.problem,
                now=self.now,
                fresh=self.retry_failed,
            )

            async def one(article: Article) -> Extraction:
                llm = journal.of(article.id)
                return await extract.extract(
                    article, llm, prompts, limits=limits, engine=endpoint.model
                )

            watch(Step("asking", 0, len(articles)))
            flow = each(articles, one, at_once=2 * endpoint.max_concurrency)
            async with aclosing(flow):
                async for article, found in flow:
                    answers[article.id] = found
                    self.cached = journal.cached
                    watch(Step("asking", len(answers), len(articles), self._spent()))
        return answers

    def _spent(self) -> str:
        cost = self.meter.cost
        money = f", {cost:.4f} {self.meter.price.currency}" if cost and self.meter.price else ""
        return f"{self.meter.tokens_in + self.meter.tokens_out} tokens{money}"


def _sorted_out(
    articles: Sequence[Article],
    answers: Mapping[str, Extraction | BriefingError],
    settings: Settings,
) -> tuple[dict[str, Extraction], tuple[Skip, ...], dict[str, BriefingError]]:
    """Return extractions, skips, and the failures that the rules stepped in for."""
    found = {key: value for key, value in answers.items() if isinstance(value, Extraction)}
    failed = {key: value for key, value in answers.items() if isinstance(value, BriefingError)}
    unavailable = [error for error in failed.values() if isinstance(error, ModelUnavailable)]
    by_rule = settings.endpoint.fallback == "rules"
    if unavailable and not found and not by_rule:
        raise unavailable[0]
    skips = []
    for article in articles:
        error = failed.get(article.id)
        if error is None:
            continue
        if by_rule and not isinstance(error, BudgetReached):
            found[article.id] = extract.by_rules(article)
            continue
        reason = f"{error.problem}; {error.hint}" if error.hint else error.problem
        skips.append(Skip(source=article.source, stage="extract", reason=reason))
    stepped_in = {key: error for key, error in failed.items() if key in found}
    return found, tuple(skips), stepped_in


def _prompts(settings: Settings) -> Prompts:
    return Prompts.of(resources.prompt_texts(settings.lang, settings.prompts))


def _limits(settings: Settings) -> Limits:
    return replace(
        Limits(),
        context_tokens=settings.endpoint.context_tokens,
        max_output_tokens=settings.endpoint.max_output_tokens,
    )
