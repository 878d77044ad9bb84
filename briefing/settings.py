"""The settings: what a user may choose, with the defaults.

Records only. `config.py` reads them from files and the environment; stages receive the part
they need. Field names are the keys of `briefing.toml`.
"""

from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import Field

from briefing.records import Masthead, Record


class Endpoint(Record):
    """Where the model is. The key comes from the environment only and is never stored here."""

    base_url: str = Field(default="", description="Address of an OpenAI-compatible API.")
    model: str = ""
    max_concurrency: int = Field(default=8, ge=1)
    requests_per_minute: int = Field(default=0, ge=0, description="0: no limit.")
    tokens_per_minute: int = Field(default=0, ge=0, description="0: no limit.")
    timeout_s: float = Field(default=300, gt=0)
    connect_timeout_s: float = Field(default=15, gt=0)
    attempts: int = Field(default=5, ge=1)
    context_tokens: int = Field(default=16_000, ge=1_000)
    max_output_tokens: int = Field(default=4_096, ge=256)
    temperature: float | None = 0
    seed: int | None = None
    mode: Literal["auto", "json_schema", "tools", "json_object", "prompt"] = "auto"
    fallback: Literal["none", "rules"] = Field(
        default="none", description="Who takes over what the model cannot answer."
    )


class Price(Record):
    """Price per million tokens, in `currency`, as published on `as_of`."""

    model: str
    tokens_in: Decimal
    tokens_out: Decimal
    tokens_cached: Decimal | None = None
    currency: str = "USD"
    as_of: str = ""


class Budget(Record):
    """Limits of one run; None is no limit."""

    max_cost: Decimal | None = None
    max_tokens: int | None = None


class Lights(Record):
    """Traffic lights: points (percentage points) behind elapsed time, boundaries included.

    Up to `green_behind` behind is green, up to `yellow_behind` yellow, more is red.
    """

    green_behind: Decimal = Decimal(0)
    yellow_behind: Decimal = Decimal(10)


class Order(Record):
    """What puts a row further up: the weight of each reason, added up."""

    rank: Decimal = Field(default=Decimal(2), description="Times 3, 2, 1 for places 1, 2, 3.")
    change: Decimal = Field(
        default=Decimal(1), description="For each ten per cent of change, up to thirty."
    )
    official: Decimal = Field(default=Decimal(2), description="Times the level of the office.")
    source: Decimal = Field(default=Decimal(2), description="For each further source.")
    headline: Decimal = Field(default=Decimal(3), description="When the title names the figure.")
    indicator: Decimal = Field(
        default=Decimal(3), description="For a figure of money, a growth, a known indicator."
    )
    leading: Decimal = Field(
        default=Decimal(3), description="For a leading indicator, such as 地区生产总值, as a whole."
    )
    period: Decimal = Field(default=Decimal(1), description="For a figure that names its period.")
    wordy: Decimal = Field(default=Decimal(3), description="Taken off a figure of many words.")
    dated: Decimal = Field(default=Decimal(2), description="For a promise with a day.")
    measured: Decimal = Field(default=Decimal(2), description="For a promise with a number.")


class Settings(Record):
    """All settings of a project. Relative paths start at the folder of the settings file."""

    inbox: Path = Path("inbox")
    out: Path = Path("out")
    database: Path = Path("briefing.db")
    prompts: Path | None = Field(default=None, description="Folder that overrides prompts.")
    templates: Path | None = Field(default=None, description="Folder that overrides templates.")
    fonts: Path | None = Field(default=None, description="Folder of further fonts.")
    lang: Literal["zh", "en"] = "zh"
    formats: tuple[str, ...] = ("md", "pdf", "json")
    layout: Literal["official", "analyst"] = "official"
    engine: Literal["auto", "rules", "model"] = "auto"
    masthead: Masthead = Masthead()
    numbering: bool = Field(
        default=False, description="Count issues; the masthead's numbers are the first one's."
    )
    endpoint: Endpoint = Endpoint()
    backup: Endpoint = Field(
        default=Endpoint(), description="A second endpoint, asked what the first cannot answer."
    )
    prices: tuple[Price, ...] = ()
    budget: Budget = Budget()
    lights: Lights = Lights()
    order: Order = Order()
    ledger_rows: int = Field(default=500, ge=1, description="Targets printed in a briefing.")
    ledger_silence: int = Field(
        default=4, ge=0, description="Periods after which a target without day or number folds."
    )
