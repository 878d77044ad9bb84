"""Web archives and mails: the page itself, whatever its transfer encoding."""

import base64
import quopri

import pytest

from briefing.cleaning import eml, mhtml

PAGE = "<html><body><p>前三季度，全区完成投资210亿元，同比增长8.6%。镕堃喆</p></body></html>"


def archive(encoding: str, charset: str = "gbk", *, image: bytes = b"\xff\xd8" * 100_000) -> bytes:
    data = PAGE.encode("gb18030" if charset == "gbk" else charset)
    packed = {
        "quoted-printable": quopri.encodestring,
        "base64": base64.encodebytes,
        "8bit": lambda raw: raw,
        "binary": lambda raw: raw,
    }[encoding](data)
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://news.example.cn/1.html\r\n"
        "Subject: =?utf-8?B?" + base64.b64encode("示例新闻".encode()).decode() + "?=\r\n"
        'Date: Wed, 1 Jan 2020 00:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
        "--B\r\nContent-Type: text/html\r\nContent-Location: http://ad.example.cn/frame.html\r\n\r\n<p>广告</p>\r\n"
        f"--B\r\nContent-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: {encoding}\r\n"
        "Content-Location: http://news.example.cn/1.html\r\n\r\n"
    )
    tail = (
        b"\r\n--B\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(image)
        + b"\r\n--B--\r\n"
    )
    return head.encode() + packed + tail


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit", "binary"])
def test_every_transfer_encoding_gives_the_bytes_of_the_page(encoding):
    part = mhtml.unwrap(archive(encoding))
    assert part is not None
    assert part.data.strip() == PAGE.encode("gb18030")
    assert (part.media, part.charset, part.url) == (
        "text/html",
        "gbk",
        "http://news.example.cn/1.html",
    )


def test_the_subject_is_a_hint_and_the_date_of_saving_is_nothing():
    part = mhtml.unwrap(archive("base64"))
    assert part is not None
    assert [(hint.name, hint.value) for hint in part.hints] == [
        ("title", "示例新闻"),
        ("url", "http://news.example.cn/1.html"),
    ]


def test_a_mail_gives_its_html_and_counts_what_was_attached():
    mail = (
        "Subject: t\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n"
        "--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n纯文本\r\n"
        "--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>网页</p>\r\n"
        "--B\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename=a.html\r\n\r\n<p>x</p>\r\n--B--\r\n"
    ).encode()
    part = eml.unwrap(mail)
    assert part is not None
    assert part.data.decode().strip() == "<p>网页</p>"
    assert part.notes == ("1 attached files were not read",)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no mail",
        b"Subject: x\r\n\r\n",
        b"Content-Type: multipart/mixed; boundary=B\r\n\r\n--B" * 3_000,
    ],
)
def test_what_holds_no_text_is_none_and_never_an_exception(data):
    assert mhtml.unwrap(data) is None
    eml.unwrap(data)
