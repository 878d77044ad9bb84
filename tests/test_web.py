"""The preview: fresh after every change, for this machine only."""

import http.client
import threading

import pytest

from briefing.errors import TemplateError
from briefing.web import Preview, server


@pytest.fixture
def preview(tmp_path):
    template = tmp_path / "a.html.j2"
    template.write_text("first")

    def make(fmt):
        text = template.read_text()
        if text == "broken":
            raise TemplateError("a.html.j2, line 3: <b> is wrong", hint="mend it")
        return text.encode()

    serving = server(Preview(make, lambda: [tmp_path]), 0, "html")
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield template, serving.server_address[1]
    serving.shutdown()
    serving.server_close()


def get(port, path, host="127.0.0.1"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path, headers={"Host": host})
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_a_changed_template_gives_a_new_version_and_a_new_page(preview):
    template, port = preview
    assert get(port, "/briefing.html") == (200, "first")
    before = get(port, "/version")
    template.write_text("second")
    assert get(port, "/version") != before
    assert get(port, "/briefing.html") == (200, "second")


def test_a_broken_template_is_shown_as_text_and_the_preview_goes_on(preview):
    template, port = preview
    template.write_text("broken")
    status, said = get(port, "/briefing.html")
    assert status == 500
    assert "line 3: &lt;b&gt; is wrong" in said
    template.write_text("mended")
    assert get(port, "/briefing.html") == (200, "mended")


def test_a_request_under_another_name_is_refused(preview):
    _, port = preview
    assert get(port, "/briefing.html", host="evil.example:80")[0] == 403
    assert get(port, "/nothing")[0] == 404
