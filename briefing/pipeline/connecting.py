"""From settings to what a conversation with an endpoint needs: client, prompts, limits."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from briefing import resources
from briefing.asking import pricing, prompting, wire
from briefing.asking.prompting import Limits, Prompts
from briefing.config import Config
from briefing.endpoint import Client, Limiter, Meter, public, tokens
from briefing.errors import ConfigError
from briefing.settings import Settings
from briefing.store import Store


def client(
    config: Config,
    store: Store,
    meter: Meter | None = None,
    *,
    check: Callable[[str], str] = wire.problem,
    limiter: Limiter | None = None,
    backup: bool = False,
    anew: bool = False,
) -> Client:
    """Return the client of the first or the backup endpoint; what it learns is kept in the store.

    Each has its own key, which goes to its own host alone. With `anew` what was learned of the
    server before is forgotten.
    """
    endpoint = config.settings.backup if backup else config.settings.endpoint
    address = public(endpoint.base_url)
    return Client(
        endpoint,
        config.backup_key if backup else config.key,
        meter=meter,
        limiter=limiter,
        check=check,
        tokens_of=prompting.cost,
        profile=None if anew else store.profile(address, endpoint.model),
        remember=partial(store.put_profile, address, endpoint.model),
    )


def prompts(settings: Settings) -> Prompts:
    """Return the prompts of the settings' language, a user's files before the shipped ones."""
    return Prompts.of(resources.prompt_texts(settings.lang, settings.prompts))


def limits(config: Config) -> Limits:
    """Return what one call to the configured model may hold, counted exactly where tables are."""
    endpoint = config.settings.endpoint
    found = Limits(endpoint.context_tokens, endpoint.max_output_tokens)
    count = tokens.counter(config.token_tables)
    return replace(found, count=count) if count else found


def refuse_unknown_prices(settings: Settings) -> None:
    """Raise `ConfigError` for a limit of cost that cannot be kept, for want of a price."""
    if settings.budget.max_cost is None:
        return
    asked = [settings.endpoint, *([settings.backup] if settings.backup.model else [])]
    unknown = [e.model for e in asked if pricing.price_of(e.model, settings.prices) is None]
    if unknown:
        raise ConfigError(
            f"no price of {unknown[0]!r} is known, so that a limit of cost cannot be kept",
            hint="give its price under [[prices]] in briefing.toml, or a limit by --max-tokens",
        )
