"""The base of all records: immutable, unknown fields refused."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """Base of whatever crosses a border: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")
