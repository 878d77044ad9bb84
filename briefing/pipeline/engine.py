"""Articles to extractions: by a model where one is configured, else by rules.

With a model, each reply is in the store before the next is asked for, so that a run that dies
goes on where it stopped; extractions are made of replies anew and cost nothing then. What an
article leaves behind for later periods is kept beside it.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime

from briefing import __version__
from briefing.asking import extract as reading
from briefing.asking import pricing
from briefing.config import Config
from briefing.endpoint import public
from briefing.errors import BriefingError, BudgetReached, ConfigError, ModelUnavailable
from briefing.pipeline.session import Session, limits, prompts
from briefing.pipeline.steps import Step, Watch
from briefing.records import Article, Extraction, Run, Skip
from briefing.settings import Settings
from briefing.store import Store

NO_ENDPOINT = {
    "zh": "未配置模型接口，事实由内置规则提取",
    "en": "no endpoint is configured: facts were taken by the built-in rules",
}


@dataclass(frozen=True)
class Extracted:
    """What was found, by article id; what could not be asked; and the account of the run."""

    by_id: Mapping[str, Extraction]
    skips: tuple[Skip, ...]
    run: Run
    session: "Session | None" = None


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
    return pricing.estimate(new, prompts(settings), limits(config), price)


def extract(
    config: Config,
    articles: Sequence[Article],
    watch: Watch,
    now: Callable[[], datetime],
    *,
    store: Store | None = None,
    retry_failed: bool = False,
    batch: bool = False,
    offline: bool = False,
) -> Extracted:
    """Extract by the engine that the settings choose; `offline` from kept replies alone.

    A model's replies are kept in `store`, or in the configured database when none is open. Raises
    `ModelUnavailable` when no article at all could be asked about.
    """
    if not uses_model(config):
        return by_rules(articles, config.settings, watch)
    with nullcontext(store) if store else Store(config.settings.database) as kept:
        session = Session(
            config, kept, now, retry_failed=retry_failed, batch=batch, offline=offline
        )
        answers = asyncio.run(session.ask(articles, watch))
    found, skips, failed = _sorted_out(articles, answers, config.settings)
    if failed:
        session.note_rules(failed)
    return Extracted(found, skips, session.account(), session)


def by_rules(articles: Sequence[Article], settings: Settings, watch: Watch) -> Extracted:
    """Extract by rules alone. It is cheap and the rules get better: never taken from the store."""
    found: dict[str, Extraction] = {}
    for done, article in enumerate(articles, 1):
        found[article.id] = reading.by_rules(article)
        watch(Step("extracting", done, len(articles)))
    notes = (NO_ENDPOINT[settings.lang],) if settings.engine == "auto" else ()
    return Extracted(found, (), Run(engine="rules", version=__version__, notes=notes))


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
            found[article.id] = reading.by_rules(article)
            continue
        reason = f"{error.problem}; {error.hint}" if error.hint else error.problem
        skips.append(Skip(source=article.source, stage="extract", reason=reason))
    stepped_in = {key: error for key, error in failed.items() if key in found}
    return found, tuple(skips), stepped_in
