"""Takes the README's two pictures from a site of the sample collection: `python docs/images/screenshots.py`.

The figures' pictures stand at another site; here a plain drawing stands in for them, so that the README shows nothing
under another's copyright.
"""

from __future__ import annotations

import functools
import http.server
import shutil
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from sitegen.build import run
from sitegen.build.progress import Quiet

ROOT = Path(__file__).resolve().parents[2]
SHOTS = (("home.png", "", "light"), ("figure.png", "figures/PMC2584126__zdb0120855210007.html", "dark"))
_NAMES = (("IL-6", 170, 90), ("insulin", 640, 90), ("LKB1", 170, 250), ("AMPK", 170, 350), ("AS160", 170, 450), ("JNK", 480, 300),
          ("SOCS3", 640, 300), ("PTP1B", 800, 300), ("IRS-1", 640, 440), ("GLUT4", 400, 560))
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="640" font-family="sans-serif" font-size="24" '
    'text-anchor="middle"><rect width="900" height="640" fill="#fff"/>'
    '<path d="M0 150h900M0 170h900" stroke="#d9a441" stroke-width="6"/>'
    '<g fill="none" stroke="#444" stroke-width="3"><path d="M170 120v96M170 280v36M170 380v36M200 480l150 60M640 120v286'
    'M510 326l90 86M640 330v76M770 326l-90 86"/></g>'
    + "".join(f'<ellipse cx="{x}" cy="{y}" rx="66" ry="30" fill="#f6d9b8" stroke="#a4632a"/>'
              f'<text x="{x}" y="{y + 8}">{name}</text>'
              for name, x, y in _NAMES) + "</svg>"
)


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        return


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        site = f"{place}/site"
        run.build(str(ROOT / "content"), site, base_url="", jobs=1, keep_going=False, cache=None, progress=Quiet())
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Silent, directory=site))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as p:
            executable = shutil.which("chromium") or shutil.which("google-chrome")
            browser = p.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
            for name, path, scheme in SHOTS:
                page = browser.new_page(viewport={"width": 1280, "height": 860}, color_scheme=scheme)
                page.route("https://europepmc.org/**", lambda r: r.fulfill(body=PICTURE, content_type="image/svg+xml"))
                page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
                page.wait_for_timeout(600)
                if path:
                    page.locator(".chip").nth(4).evaluate("button => button.click()")
                page.screenshot(path=Path(__file__).with_name(name))
            browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
