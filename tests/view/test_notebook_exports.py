"""The graph where notebooks are read: exported as HTML, in VS Code, and in a JupyterLab that does not trust them."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import networkx as nx
import pytest
from nbclient import NotebookClient

from newsgraph.view import notebook_frame
from newsgraph.view import page as whole_page

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def book() -> nbformat.NotebookNode:
    """A notebook whose last cell says `graph`, executed."""
    cells = [
        nbformat.v4.new_markdown_cell("# A graph of $n$ nodes"),
        nbformat.v4.new_code_cell("from newsgraph import KnowledgeGraph\nfrom synthetic import small_graph"),
        nbformat.v4.new_code_cell("graph = KnowledgeGraph(small_graph())"),
        nbformat.v4.new_code_cell("graph"),
    ]
    made = nbformat.v4.new_notebook(cells=cells)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the kernel's own libraries
        NotebookClient(made, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(HERE)}}).execute()
    return made


def shown(book: nbformat.NotebookNode) -> dict[str, str]:
    (output,) = book.cells[-1].outputs
    return dict(output.data)


@dataclass
class Opened:
    """A page with the graph in a frame, and what has gone wrong in either."""

    page: Any
    errors: list[tuple[str, str]] = field(default_factory=list)
    """Where, and what the console says."""
    requests: list[tuple[Any, str]] = field(default_factory=list)
    """Which frame asked for what, of all that is not on this disk."""

    @property
    def frame(self) -> Any:
        """The frame that holds our page."""
        (found,) = (frame for frame in self.page.frames if frame.url == "about:srcdoc")
        return found

    def ours(self) -> list[str]:
        """What our page has asked for, and all errors but those of files that the page around it asked for."""
        theirs = {url for frame, url in self.requests if frame != self.frame}
        asked = [url for frame, url in self.requests if frame == self.frame]
        return asked + [text for where, text in self.errors if where not in theirs]


@pytest.fixture
def open_offline(browser: Any) -> Iterator[Callable[..., Opened]]:
    """A function from an address, and the files of a site that exists only here, to the open page."""
    contexts = []

    def run(address: str, site: dict[str, tuple[str, str]] | None = None) -> Opened:
        context = browser.new_context(
            viewport={"width": 1440, "height": 1100}, reduced_motion="reduce", accept_downloads=True
        )
        context.set_offline(True)
        contexts.append(context)
        opened = Opened(context.new_page())

        def answer(route: Any) -> None:
            kind, body = site[route.request.url]
            route.fulfill(content_type=kind, body=body)

        def note(request: Any) -> None:
            if request.url not in (site or {}) and not request.url.startswith(("file:", "data:", "blob:", "about:")):
                opened.requests.append((request.frame, request.url))

        opened.page.set_default_timeout(8000)
        opened.page.on(
            "console",
            lambda said: said.type == "error" and opened.errors.append((said.location["url"], said.text)),
        )
        opened.page.on("pageerror", lambda error: opened.errors.append(("script", str(error))))
        opened.page.on("request", note)
        for url in site or ():
            context.route(url, answer)
        opened.page.goto(address)
        opened.page.frame_locator("iframe").owner.scroll_into_view_if_needed()
        return opened

    yield run
    for context in contexts:
        context.close()


def wait(opened: Opened) -> Any:
    """Our frame, as soon as its page is ready."""
    for _ in range(80):
        if any(frame.url == "about:srcdoc" for frame in opened.page.frames):
            break
        opened.page.wait_for_timeout(100)
    opened.frame.wait_for_selector("html[data-ready=true]", state="attached")
    return opened.frame


def assert_it_works(frame: Any) -> None:
    """Nodes are drawn, a click shows the evidence, the other views open."""
    frame.locator("#tab-network").click()
    frame.locator("#canvas[data-settled=true]").wait_for()
    assert frame.evaluate("newsgraph.selection().drawn.length") == 12
    colours = """() => { const c = document.querySelector('#canvas canvas');
        const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
        return new Set(new Uint32Array(d.buffer)).size; }"""
    assert frame.evaluate(colours) > 50
    at = """() => { const { left, top } = document.querySelector('#canvas').getBoundingClientRect();
        const found = newsgraph.nodes.find(node => node.name === 'fired on two Tessland trawlers');
        const { x, y } = newsgraph.onScreen(found.id); return { x: x - left, y: y - top }; }"""
    frame.locator("#canvas").click(position=frame.evaluate(at))
    assert frame.locator("#panel h2").inner_text() == "fired on two Tessland trawlers"
    assert "fired on" in frame.locator("#panel mark").all_inner_texts()
    frame.locator("#panel .close").click()
    frame.locator("#tab-map").click()
    assert frame.locator("#view-map .item").count() == 3
    frame.locator("#tab-network").click()


def assert_it_stays_inside(opened: Opened) -> None:
    """Neither our page nor the one around it reaches into the other, and ours asks the web for nothing."""
    reach = """() => [() => parent.document.title, () => top.location.href, () => parent.newsgraph,
        () => frameElement.id, () => localStorage.length, () => document.cookie]
        .map(attempt => { try { return `reached ${attempt()}`; } catch (error) { return error.name; } })"""
    assert set(opened.frame.evaluate(reach)) <= {"SecurityError", "TypeError"}
    assert opened.frame.evaluate("window.origin") == "null"
    around = opened.frame.parent_frame
    assert around.evaluate("[typeof newsgraph, typeof vis]") == ["undefined", "undefined"]
    assert around.evaluate("document.querySelector('iframe').contentDocument") is None
    assert opened.ours() == []
    # A request is refused, and would have been noticed above.
    sent = "fetch('https://example.org/').then(() => 'sent', error => error.name)"
    assert opened.frame.evaluate(sent) == "TypeError"
    assert all("Content Security Policy" in text for text in opened.ours())
    assert len(opened.ours()) > 0


# ------------------------------------------------------------------------------------------------ exported as HTML


def test_the_output_has_a_text_form_beside_the_page(book: nbformat.NotebookNode) -> None:
    data = shown(book)
    assert set(data) == {"text/plain", "text/html"}
    assert data["text/plain"].startswith("2 articles, ")
    assert "<iframe srcdoc=" in data["text/html"]


@pytest.mark.parametrize("template", ["lab", "classic"])
def test_an_exported_notebook(
    open_offline: Callable[..., Opened], book: nbformat.NotebookNode, template: str, tmp_path: Path
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the exporter's own libraries
        from nbconvert import HTMLExporter

        text, _ = HTMLExporter(template_name=template).from_notebook_node(book)
    (tmp_path / "book.html").write_text(text, encoding="utf-8")
    opened = open_offline((tmp_path / "book.html").as_uri())
    frame = wait(opened)
    assert_it_works(frame)
    # What the exporter's template wants from the web is not there; nothing else is amiss.
    assert all(asker == opened.page.main_frame for asker, _ in opened.requests)
    assert_it_stays_inside(opened)
    # The frame is not wider than the column that it stands in, and the words for untrusted notebooks are not seen.
    widths = "el => [el.getBoundingClientRect().right, el.parentElement.getBoundingClientRect().right]"
    right, edge = opened.page.locator("iframe").evaluate(widths)
    assert right <= edge
    words = opened.page.locator("iframe").locator("xpath=preceding-sibling::div")
    assert words.evaluate("el => el.getBoundingClientRect().height") == 0


# ------------------------------------------------------------------------------------------------ in VS Code

WEBVIEW = "https://0a1b2c.vscode-cdn.net"
OWN = "'self' https://*.vscode-cdn.net"
# The policy of a notebook's outputs (vscode: backLayerWebView.ts), which our frame inherits.
OUTPUTS = (
    f"default-src 'none'; script-src {OWN} 'unsafe-inline' 'unsafe-eval'; style-src {OWN} 'unsafe-inline'; "
    f"img-src {OWN} https: http: data:; font-src {OWN} https:; connect-src https:; child-src https: data:;"
)
# HTML goes into the page as a string; scripts in it, if any, are made anew (notebook-renderers).
RENDERER = """
const policy = trustedTypes.createPolicy("renderer", { createHTML: (text) => text, createScript: (text) => text });
addEventListener("message", ({ data }) => {
  const output = document.createElement("div");
  output.innerHTML = policy.createHTML(data);
  document.getElementById("container").append(output);
  for (const script of output.getElementsByTagName("script")) {
    const again = document.createElement("script");
    again.text = policy.createScript(script.innerText);
    output.appendChild(again).remove();
  }
});
parent.postMessage("ready", "*");
"""
# The document of the outputs is written into a sandboxed frame of the webview (webview/browser/pre/index.html).
HOST = """
const frame = document.createElement("iframe");
frame.setAttribute("sandbox", "allow-same-origin allow-pointer-lock allow-scripts allow-downloads allow-forms");
frame.src = "./fake.html";
frame.style.cssText = "display: block; position: absolute; width: 100%; height: 100%; border: 0";
addEventListener("message", ({ data }) => data === "ready" && frame.contentWindow.postMessage(window.output, "*"));
frame.addEventListener("load", () => setTimeout(() => {
  frame.contentDocument.open();
  frame.contentDocument.write(window.outputs);
  frame.contentDocument.close();
}), { once: true });
document.body.append(frame);
"""


def webview(html: str) -> dict[str, tuple[str, str]]:
    """The files of a VS Code webview that shows a cell's HTML."""
    outputs = (
        '<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><base href="https://file.vscode-cdn.net/work/">'
        f'<meta http-equiv="Content-Security-Policy" content="{OUTPUTS}"></head>'
        f'<body role="document"><div id="container"></div><script>{RENDERER}</script></body></html>'
    )
    hashed = base64.b64encode(hashlib.sha256(HOST.encode()).digest()).decode()
    policy = f"default-src 'none'; script-src 'sha256-{hashed}' 'self'; frame-src 'self'; style-src 'unsafe-inline';"
    host = (
        '<!DOCTYPE html><html><head><meta charset="UTF-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"></head>'
        f'<body><script src="data.js"></script><script>{HOST}</script></body></html>'
    )
    data = f"window.outputs = {json.dumps(outputs)}; window.output = {json.dumps(html)};"
    return {
        f"{WEBVIEW}/index.html": ("text/html", host),
        f"{WEBVIEW}/fake.html": ("text/html", "<!DOCTYPE html><html><body></body></html>"),
        f"{WEBVIEW}/data.js": ("text/javascript", data),
    }


def test_an_output_in_vs_code(
    open_offline: Callable[..., Opened], book: nbformat.NotebookNode, tmp_path: Path
) -> None:
    opened = open_offline(f"{WEBVIEW}/index.html", webview(shown(book)["text/html"]))
    frame = wait(opened)
    assert frame.parent_frame.parent_frame == opened.page.main_frame
    assert_it_works(frame)
    # Pictures are made by way of data: and blob: addresses.
    for tab, entry in (("network", "png"), ("map", "png"), ("map", "svg"), ("network", "csv")):
        frame.locator(f"#tab-{tab}").click()
        frame.locator("#export").click()
        with opened.page.expect_download() as got:
            frame.locator(f"#export-{entry}").click()
        assert got.value.suggested_filename.startswith(f"newsgraph-{tab}")
        got.value.save_as(tmp_path / entry)
        assert (tmp_path / entry).stat().st_size > 500
    assert opened.errors == []
    assert opened.requests == []
    assert_it_stays_inside(opened)


def test_the_policy_of_vs_code_is_in_force(open_offline: Callable[..., Opened]) -> None:
    """That the test above could fail: a frame from anywhere but the web is refused, a picture from a blob as well."""
    tries = """<iframe srcdoc="<script>new Image().src = URL.createObjectURL(new Blob(['']))</script>"
        sandbox="allow-scripts"></iframe><iframe src="http://example.org/"></iframe>"""
    opened = open_offline(f"{WEBVIEW}/index.html", webview(tries))
    opened.page.wait_for_timeout(800)
    refused = " ".join(text for _, text in opened.errors)
    assert re.search(r"blob:.*img-src", refused)
    assert re.search(r"http://example.org/.*child-src", refused)


# ------------------------------------------------------------------------------------------------ not trusted

# What JupyterLab leaves of the HTML in a notebook that is not trusted (apputils: sanitizer.ts): of the tags no frames
# and no scripts, of the attributes and of the properties of a style those that are listed (here those of layout).
SANITISE = """html => {
  const attributes = "class dir draggable hidden id inert itemprop lang spellcheck style title translate".split(" ");
  const properties = (
    "border border-radius bottom box-sizing clip color display float font font-size height left line-height margin " +
    "max-height max-width min-height min-width opacity overflow overflow-x overflow-y padding position right " +
    "text-align text-indent top vertical-align visibility white-space width word-break z-index zoom"
  ).split(" ");
  const output = document.createElement("div");
  output.innerHTML = html;
  for (const element of output.querySelectorAll("iframe, script, style, object, embed, link, meta")) element.remove();
  for (const element of output.querySelectorAll("*"))
    for (const { name, value } of [...element.attributes]) {
      if (!attributes.includes(name)) element.removeAttribute(name);
      if (name === "style") {
        const kept = value.split(";").filter((one) => properties.includes(one.split(":")[0].trim()));
        element.setAttribute("style", kept.join(";"));
      }
    }
  document.body.replaceChildren(output);
  return output.innerText;
}"""


def test_words_stand_where_the_notebook_is_not_trusted(
    open_page: Callable[..., Any], book: nbformat.NotebookNode
) -> None:
    page = open_page("<!DOCTYPE html><html data-ready='true'><title>n</title><body></body></html>")
    text = page.evaluate(SANITISE, shown(book)["text/html"])
    assert "Run this cell, or trust the notebook, to see the network here." in text
    assert page.locator("body > div > div").is_visible()
    assert page.locator("body > div > div").evaluate("el => el.getBoundingClientRect().height") > 10
    assert page.get_attribute("body > div > div", "aria-hidden") is None


def test_the_words_are_those_given_and_are_out_of_sight_beside_the_page(
    open_page: Callable[..., Any], graph: nx.MultiDiGraph
) -> None:
    html = notebook_frame(whole_page(graph, "T"), 500, "<KnowledgeGraph: 2 articles>")
    page = open_page(f"<!DOCTYPE html><html data-ready='true'><title>n</title><body>{html}</body></html>")
    words = page.locator("body > div")
    assert words.text_content().startswith("<KnowledgeGraph: 2 articles> Run this cell")
    assert words.evaluate("el => el.getBoundingClientRect().height") == 0
    assert words.get_attribute("aria-hidden") == "true"
    assert page.evaluate(SANITISE, html).startswith("<KnowledgeGraph: 2 articles> Run this cell")
