"""The application form in a real browser: filled in, kept, printed, and nothing sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

FORM = "requests/form.html"


def test_the_form_is_filled_kept_printed_and_nothing_is_sent(
    chromium: Browser, built: Path, address: str
) -> None:
    """
    What the address names stands in it; a draft only where the reader wants one; no request but for
    the page and its own files.
    """
    asked = []
    with chromium.new_context() as context:
        page = context.new_page()
        page.on("request", lambda one: asked.append((one.method, one.url)))
        page.goto(f"{address}{FORM}?name=%E6%89%B9%E6%96%87&organ=x")
        expect(page.locator("#name")).to_have_value("批文")
        loaded = len(asked)

        page.get_by_label("姓名或者名称").fill("示范市某公司")
        page.get_by_label("法人或者其他组织", exact=True).check()
        page.keyboard.press("Enter")
        assert page.evaluate("localStorage.getItem('gongkai-application')") is None
        page.get_by_role("button", name="在这台设备上保留草稿").click()
        page.get_by_label("其他特征描述").fill("2026年的")
        assert page.pdf().startswith(b"%PDF")
        assert loaded == len(asked), asked[loaded:]

        page.goto(address + FORM)
        expect(page.get_by_label("姓名或者名称")).to_have_value("示范市某公司")
        expect(page.get_by_label("法人或者其他组织", exact=True)).to_be_checked()
        page.get_by_role("button", name="清空并删去草稿").click()
        page.reload()
        expect(page.get_by_label("姓名或者名称")).to_have_value("")
    assert {"GET"} == {method for method, _ in asked}
    assert all(url.startswith(address) for _, url in asked)


def test_without_scripts_the_form_is_filled_in_and_printed_all_the_same(
    chromium: Browser, built: Path
) -> None:
    """
    From a folder; the buttons that need a script are not there, and neither is what is not printed.
    """
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{built.as_uri()}/{FORM}")
        page.get_by_label("信息的名称").fill("批文")
        expect(page.get_by_role("button", name="打印")).to_be_hidden()
        page.emulate_media(media="print")
        expect(page.locator(".lead")).to_be_hidden()
        expect(page.get_by_label("信息的名称")).to_be_visible()
        assert page.pdf().startswith(b"%PDF")
