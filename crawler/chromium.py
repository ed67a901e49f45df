"""The child process that drives Chromium: one address a line in, one rendered page a line out. Its parent is `browser`, which kills it."""

from __future__ import annotations

import base64
import json
import sys
from typing import Any

from playwright.sync_api import Browser, Error, Page, Playwright, Request, Response, sync_playwright

MOST_BYTES = 10 * 1024 * 1024  # of the rendered page
MOST_NAVIGATIONS = 8  # of the page itself, redirects and reloads by its scripts among them
MOST_REQUESTS = 400  # of one page with all that it loads
SETTLE_MS = 3000  # scripts get so long after the document is there, and after the last request, to build the page
FLAGS = (
    "--no-sandbox",  # in a container there is none; the page's process has no more rights than ours, and reaches out only by our proxy
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",  # would go past the proxy
    "--no-first-run",
    "--dns-prefetch-disable",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy",
    "--proxy-bypass-list=<-loopback>",  # loopback too goes through the guard
    "--blink-settings=imagesEnabled=false",
    "--js-flags=--max-old-space-size=256",
)


def main() -> None:
    """Reads `{"url", "seconds"}` a line from standard input until it ends."""
    executable, proxy, agent = sys.argv[1:4]
    with sync_playwright() as playwright:
        browser = _launch(playwright, executable, proxy)
        for line in sys.stdin:
            order = json.loads(line)
            answer = _render(browser, order["url"], float(order["seconds"]), agent, bool(order.get("insecure")))
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()


def _launch(playwright: Playwright, executable: str, proxy: str) -> Browser:
    return playwright.chromium.launch(
        executable_path=executable or None, headless=True, args=[*FLAGS, f"--proxy-server=socks5://{proxy}"]
    )


def _render(browser: Browser, url: str, seconds: float, agent: str, insecure: bool) -> dict[str, Any]:
    """What a fresh context shows for an address; nothing is kept from one page to the next."""
    context = browser.new_context(
        accept_downloads=False,
        service_workers="block",
        user_agent=agent,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        ignore_https_errors=insecure,
    )
    context.set_default_timeout(seconds * 1000)
    try:
        page = context.new_page()
        context.on("page", lambda other: other.close() if other is not page else None)
        failed: list[Any] = []
        page.on("requestfailed", lambda request: failed.append(request))  # noqa: PLW0108  Playwright looks at the signature
        bounds = _Bounds(page)
        response = page.goto(url, wait_until="domcontentloaded")
        try:
            page.wait_for_load_state("networkidle", timeout=SETTLE_MS)
        except Error:
            page.wait_for_timeout(0)  # it never falls silent: what is there by now is the page
        if bounds.navigations > MOST_NAVIGATIONS:
            return {"error": f"the page led on more than {MOST_NAVIGATIONS} times"}
        if response is not None and response.request in failed:
            return {"error": f"the page broke off: {response.request.failure}"}
        dom = page.content().encode("utf-8", "replace")
        if len(dom) > MOST_BYTES:
            return {"error": f"the rendered page is larger than {MOST_BYTES} bytes"}
        return {"url": page.url, "dom": base64.b64encode(dom).decode(), **_received(response)}
    except Error as error:
        return {"error": str(error).split("\n")[0][:300]}
    finally:
        context.close()


class _Bounds:
    """Counts what a page asks for, and takes its network away when that is more than a page needs."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.navigations = self._requests = 0
        page.on("request", self._asked)

    def _asked(self, request: Request) -> None:
        self._requests += 1
        if request.is_navigation_request() and request.frame == self._page.main_frame:
            self.navigations += 1
        if self.navigations > MOST_NAVIGATIONS or self._requests > MOST_REQUESTS:
            self._page.context.set_offline(True)


def _received(response: Response | None) -> dict[str, Any]:
    """Status, headers and bytes of the document itself."""
    if response is None:
        return {"status": 200, "headers": [], "received": ""}
    try:
        body = response.body()[:MOST_BYTES]
    except Error:
        body = b""
    headers = [(name, value) for name, value in response.headers.items() if name != "content-encoding"]
    return {"status": response.status, "headers": headers, "received": base64.b64encode(body).decode()}


if __name__ == "__main__":
    main()
