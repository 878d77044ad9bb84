"""Counting tokens: exact with the table at hand, an estimate without, never a download."""

import hashlib
import socket
from pathlib import Path

import pytest

from briefing.asking.prompting import Limits
from briefing.endpoint import tokens


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_without_a_table_there_is_no_counter_and_the_estimate_stands(tmp_path):
    assert tokens.counter(None) is None
    assert tokens.counter(tmp_path) is None
    assert Limits().count("全区完成投资") > 0


def test_a_damaged_table_is_not_used_since_it_would_be_fetched_again(tmp_path):
    (tmp_path / tokens.TABLE_FILE).write_bytes(b"damaged")
    assert tokens.counter(tmp_path) is None


def test_the_table_is_looked_for_under_the_name_that_tiktoken_gives_it():
    import tiktoken_ext.openai_public as public

    address = "https://openaipublic.blob.core.windows.net/encodings/o200k_base.tiktoken"
    assert hashlib.sha1(address.encode()).hexdigest() == tokens.TABLE_FILE
    source = Path(public.__file__).read_text(encoding="utf-8")
    assert address in source
    assert tokens._SHA256 in source


def test_with_the_table_tiktoken_counts(tmp_path, monkeypatch):
    tiktoken = pytest.importorskip("tiktoken")
    (tmp_path / tokens.TABLE_FILE).write_bytes(b"table")
    monkeypatch.setattr(tokens, "_SHA256", hashlib.sha256(b"table").hexdigest())
    small = tiktoken.Encoding(
        "small",
        pat_str=r".",
        mergeable_ranks={bytes([n]): n for n in range(256)},
        special_tokens={},
    )
    monkeypatch.setattr(tiktoken, "get_encoding", lambda name: {"o200k_base": small}[name])
    count = tokens.counter(tmp_path)
    assert count("ab<|endoftext|>") == 15
