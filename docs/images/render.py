"""Draws the PNG files that browsers and other sites want from the SVG sources: `python docs/images/render.py`."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "templates" / "assets"
DRAWN = (
    (ROOT / "docs" / "images" / "social.svg", ASSETS / "social.png", 1200, 630),
    (ASSETS / "icon.svg", ASSETS / "icon-180.png", 180, 180),
)


def main() -> None:
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        for source, target, width, height in DRAWN:
            page = browser.new_page(viewport={"width": width, "height": height})
            svg = source.read_text(encoding="utf-8")
            page.set_content(f"<style>body{{margin:0}}svg{{display:block;width:{width}px;height:{height}px}}</style>{svg}")
            page.screenshot(path=target, omit_background=True)
        browser.close()


if __name__ == "__main__":
    main()
