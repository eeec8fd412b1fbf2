"""The pages in a real Chromium: nothing is fetched, tables sort, they print, dark is dark, no serious fault by axe."""

import base64
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from tools.programs import chromium, need_axe
from tools.scratch import made, office

PAGES = ("summary", "pairs", "monitoring", "catalogue")
A4 = (595, 842)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium("--window-size=1000,1400") as found:
        yield found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    kendal, kaliwungu = office(folder, "kendal-wub-2025"), office(folder, "kaliwungu-kemitraan")
    return {
        "summary": made(kendal, "summary", "html"), "pairs": made(kaliwungu, "summary", "html"),
        "monitoring": made(kaliwungu, "monitoring", "html"), "catalogue": made(kaliwungu, "catalogue", "html"),
    }  # fmt: skip


def show(browser: Any, page: Path, *, scheme: str = "light") -> None:
    """Open a page afresh, with empty logs."""
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"media": "", "features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )
    browser.get("about:blank")
    for kind in ("performance", "browser"):
        browser.get_log(kind)
    browser.get(page.as_uri())


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_fetched_and_nothing_is_refused(browser: Any, pages: dict[str, Path], name: str) -> None:
    show(browser, pages[name])
    events = [json.loads(line["message"])["message"] for line in browser.get_log("performance")]
    asked = {one["params"]["request"]["url"] for one in events if one["method"] == "Network.requestWillBeSent"}
    assert asked == {pages[name].as_uri()}
    entries = browser.execute_script("return performance.getEntriesByType('resource').map(one => one.name)")
    assert entries == []
    assert browser.get_log("browser") == []  # a breach of the page's own policy would stand here


def column(browser: Any, table: int, index: int) -> list[str]:
    found: list[str] = browser.execute_script(
        "return [...document.querySelectorAll('table')[arguments[0]].tBodies[0].rows]"
        ".map(row => row.cells[arguments[1]].textContent)", table, index,
    )  # fmt: skip
    return found


def amount(text: str) -> float:
    return float(text.split(" ", maxsplit=1)[0].replace(".", "").replace(",", "."))


@pytest.mark.parametrize("name", PAGES)
def test_tables_sort_by_click_and_by_key(browser: Any, pages: dict[str, Path], name: str) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    show(browser, pages[name])
    tables = browser.find_elements(By.CSS_SELECTOR, "table")
    assert tables
    sorted_columns = 0
    for place, table in enumerate(tables):
        for index, head in enumerate(table.find_elements(By.CSS_SELECTOR, "thead th")):
            before = column(browser, place, index)
            if len(set(before)) < 2:
                continue
            button = head.find_element(By.TAG_NAME, "button")
            browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
            button.click()
            assert head.get_attribute("aria-sort") == "ascending"
            up = column(browser, place, index)
            button.send_keys(Keys.ENTER)
            assert head.get_attribute("aria-sort") == "descending"
            down = column(browser, place, index)
            assert sorted(up) == sorted(down) == sorted(before)
            if "number" in (head.get_attribute("class") or "") and all(text[0].isdigit() for text in before):
                assert [amount(text) for text in up] == sorted(map(amount, before))
                assert [amount(text) for text in down] == sorted(map(amount, before), reverse=True)
            sorted_columns += 1
            marked = table.find_elements(By.CSS_SELECTOR, "th[aria-sort]")
            assert len(marked) == 1
    assert sorted_columns >= 4


@pytest.mark.parametrize(("name", "most"), [("summary", 12), ("pairs", 3), ("monitoring", 4), ("catalogue", 3)])
def test_a_page_prints_whole_on_a4(browser: Any, pages: dict[str, Path], name: str, most: int) -> None:
    show(browser, pages[name], scheme="dark")
    words = browser.execute_script("return document.body.innerText")
    body = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    printed = PdfReader(io.BytesIO(base64.b64decode(body["data"])))
    assert 1 <= len(printed.pages) <= most
    assert {(round(float(one.mediabox.width)), round(float(one.mediabox.height))) for one in printed.pages} == {A4}
    text = "".join("".join(one.extract_text().split()) for one in printed.pages)
    lost = [word for word in words.split() if "".join(ch for ch in word if ch.isalnum()) not in text]
    assert [word for word in lost if word.isalnum()] == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_core_finds_nothing_serious(browser: Any, pages: dict[str, Path], name: str, scheme: str) -> None:
    source = need_axe()
    show(browser, pages[name], scheme=scheme)
    browser.execute_script(source)
    found = browser.execute_async_script("const done = arguments[0]; axe.run().then(done, e => done(String(e)))")
    assert isinstance(found, dict), found
    assert len(found["passes"]) > 10
    grave = [one for one in found["violations"] if one["impact"] in ("serious", "critical")]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in grave] == []


@pytest.mark.parametrize("name", PAGES)
def test_dark_is_dark_and_a_telephone_shows_all(browser: Any, pages: dict[str, Path], name: str) -> None:
    ground = "return getComputedStyle(document.body).backgroundColor"
    show(browser, pages[name])
    assert browser.execute_script(ground) == "rgb(255, 255, 255)"
    show(browser, pages[name], scheme="dark")
    assert browser.execute_script(ground) == "rgb(20, 24, 28)"
    narrow = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", narrow)
    wide = browser.execute_script("return document.documentElement.scrollWidth")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide <= 360
