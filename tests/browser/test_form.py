"""The application form in a real browser: filled in, kept, printed, and nothing sent."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

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


LONG = {
    "信息的名称": "关于" + "国有土地上房屋征收与补偿工作若干问题的通知及其全部附件" * 5 + "尾甲",
    "通信地址和邮政编码": "示范市启明区政务路1号示范大厦" * 8 + "000000尾乙",
    "其他特征描述": "需要2023年以来历次会议纪要和批复文件的名称、日期和签发单位，" * 20 + "尾丙",
}
# As in a browser that does not know `field-sizing`.
OLD = "CSS.supports = () => false"
FIXED = "textarea { field-sizing: fixed !important; }"


def printed(page: Page) -> str:
    """The text of the printed page, without blanks."""
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return plain("".join(one.extract_text() for one in reader.pages))


def plain(text: str) -> str:
    """A text as a PDF gives it back: some letters have a second code."""
    return unicodedata.normalize("NFKC", re.sub(r"\s", "", text)).replace("⺠", "民")


@pytest.mark.parametrize("browser", ["new", "old", "without scripts"])
@pytest.mark.parametrize("large", [False, True])
def test_all_that_was_typed_is_on_paper(
    chromium: Browser, built: Path, browser: str, large: bool
) -> None:
    """
    However long it is: no field cuts off its end, and large letters on screen are none on paper.
    """
    scripts = browser != "without scripts"
    with chromium.new_context(java_script_enabled=scripts, bypass_csp=True) as context:
        page = context.new_page()
        if browser == "old":
            page.add_init_script(OLD)
        page.goto(f"{built.as_uri()}/{FORM}")
        if browser == "old":
            page.add_style_tag(content=FIXED)
        if large:
            page.evaluate("document.documentElement.classList.add('large')")
        for label, text in LONG.items():
            page.get_by_label(label).fill(text)
        found = printed(page)
        page.emulate_media(media="print")
        size = page.evaluate("getComputedStyle(document.documentElement).fontSize")

    assert [] == [label for label, text in LONG.items() if plain(text) not in found]
    assert "14px" == size


def test_a_field_of_one_line_grows_with_what_is_typed(chromium: Browser, built: Path) -> None:
    """
    On the screen too, and it looks as the other fields do.
    """
    look = "(one) => [getComputedStyle(one).borderTopWidth, getComputedStyle(one).backgroundColor]"
    with chromium.new_context(viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{built.as_uri()}/{FORM}")
        name = page.get_by_label("信息的名称")
        low = name.bounding_box()
        name.fill(LONG["信息的名称"])
        high = name.bounding_box()
        looks = [page.locator(one).evaluate(look) for one in ("#organ", "#name", "#more")]

    assert low
    assert high
    assert low["height"] < 60 < 200 < high["height"]
    assert 1 == len(set(map(tuple, looks)))


def test_a_link_replaces_what_a_draft_asked_for(chromium: Browser, address: str) -> None:
    """
    Whole: nothing of another piece of information stays, nothing is cut, and the page says so.
    """
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}{FORM}?organ=甲局&name=甲&number=示府〔2020〕1号&more=甲的")
        expect(page.locator("#application-said")).to_have_text("要申请的信息已按链接填写。")
        page.get_by_role("button", name="在这台设备上保留草稿").click()
        page.get_by_label("姓名或者名称").fill("示范市某公司")
        page.goto(f"{address}{FORM}?organ=乙局&name={'乙' * 800}")
        fields = {one: page.locator(f"#{one}").input_value() for one in ("organ", "name")}
        left = [page.locator(f"#{one}").input_value() for one in ("number", "more")]

        assert {"organ": "乙局", "name": "乙" * 800} == fields
        assert ["", ""] == left
        expect(page.get_by_label("姓名或者名称")).to_have_value("示范市某公司")
        expect(page.locator("#application-said")).to_have_text(
            "要申请的信息按链接填写，代替草稿里的；其余是草稿里的。"
        )
        page.goto(address + FORM)
        expect(page.locator("#name")).to_have_value("甲")
        expect(page.locator("#application-said")).to_have_text("")
