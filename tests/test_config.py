"""Settings: precedence, origins, unknown keys, secrets."""

import pytest

from briefing.config import load
from briefing.errors import ConfigError


def test_without_a_file_the_defaults_hold(tmp_path):
    config = load(tmp_path, {}, {})
    assert config.settings.lang == "zh"
    assert ("lang", '"zh"', "default") in list(config.lines())


def test_a_later_source_wins_and_is_named(tmp_path):
    (tmp_path / "briefing.toml").write_text('lang = "en"\n[endpoint]\nmodel = "a"\n')
    environment = {"BRIEFING_ENDPOINT__MODEL": "b", "OPENAI_BASE_URL": "http://localhost/v1"}
    config = load(tmp_path, environment, {"endpoint.model": "c", "lang": None})
    origins = {path: origin for path, _, origin in config.lines()}
    assert config.settings.endpoint.model == "c"
    assert config.settings.lang == "en"
    assert origins["endpoint.model"] == "flag"
    assert origins["endpoint.base_url"] == "OPENAI_BASE_URL"
    assert origins["lang"].endswith("briefing.toml")


def test_the_nearest_file_upwards_counts_and_its_paths_start_at_its_folder(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.briefing]\ninbox = "pages"\n')
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert load(deep, {}, {}).settings.inbox == tmp_path / "pages"


def test_an_unknown_key_is_refused_with_the_nearest_right_one(tmp_path):
    (tmp_path / "briefing.toml").write_text("[endpoint]\nmodle = 'x'\n")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, {}, {})
    assert "endpoint.modle" in str(caught.value)
    assert "endpoint.model" in caught.value.hint


def test_a_key_in_a_file_is_refused_without_being_repeated(tmp_path):
    (tmp_path / "briefing.toml").write_text("[endpoint]\napi_key = 'sk-123'\n")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, {}, {})
    assert "sk-123" not in str(caught.value) + caught.value.hint
    assert "OPENAI_API_KEY" in caught.value.hint


def test_the_key_comes_from_the_environment_and_is_never_shown(tmp_path):
    config = load(tmp_path, {"OPENAI_API_KEY": "sk-secret"}, {})
    assert config.key == "sk-secret"
    assert "sk-secret" not in repr(config) + str(list(config.lines()))


@pytest.mark.parametrize(
    ("text", "named"),
    [("lang = 'fr'", "lang"), ("[endpoint]\ntimeout_s = -1", "endpoint.timeout_s"), ("lang =", "")],
)
def test_a_wrong_value_names_file_and_key(tmp_path, text, named):
    (tmp_path / "briefing.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, {}, {})
    assert "briefing.toml" in str(caught.value)
    assert named in str(caught.value)
