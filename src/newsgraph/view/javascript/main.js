// Everything put together: what is drawn again when the reader's choice changes.

import "./kept.js"; // first: it remembers the page before it is filled
import { $, fill, h, copy, say } from "./dom.js";
import { nodes } from "./data.js";
import { VIEWS, state, start, update, undo, canUndo, reset, onChange, toHash, fromHash, restore } from "./state.js";
import { selection } from "./selection.js";
import { drawNetwork, drawSelected, startNetwork } from "./network.js";
import { fit, fitIfLost, fitLit, centre, zoomBy } from "./camera.js";
import { labelBox, onScreen, stage } from "./stage.js";
import { hubs } from "./labels.js";
import { drawPanel } from "./panel.js";
import { startFilters, drawFilters } from "./filters.js";
import { combobox } from "./search.js";
import { asked } from "./asks.js";
import { select, goTo, focus, findPath } from "./actions.js";
import { drawStory } from "./story.js";
import { drawTimeline } from "./timeline.js";
import { drawTable } from "./table.js";
import { markChosen } from "./chosen.js";
import { drawMap } from "./map.js";
import { fitMap } from "./map_camera.js";
import { exportBibtex, exportCsv, exportLinks, exportPng, exportSvg, exportWorkbook } from "./export.js";
import { startKeys, openHelp } from "./keyboard.js";
import { drawLegend } from "./legend.js";
import { onTheme } from "./theme.js";
import { startMarks } from "./marks.js";
import { startTour } from "./tour.js";
import { startHits } from "./hits.js";
import { rehearse, rehearseNetwork } from "./rehearsal.js";

const FILTERS = ["off", "text", "from", "to", "min", "sure", "between", "rollUp", "shown", "added", "hidden", "focus", "path", "pinned", "folded"];
// What holds for all views; the rest is of the network alone.
const IN_ALL = FILTERS.filter((key) => !["shown", "added", "path", "pinned", "folded"].includes(key));
// What changes how much is drawn, rather than a single node.
const SIFTING = ["folded", "off", "text", "from", "to", "min", "sure", "between", "rollUp", "shown"];
/** @type {Record<string, (box: HTMLElement) => void>} */
const DRAWERS = { story: drawStory, timeline: drawTimeline, table: drawTable, map: drawMap };
const framed = window.origin === "null" && location.protocol === "about:";

// What the reader looked at before the layout, which may now stand elsewhere.
let wish = () => fit();

function laidOut(isFirst, isDone) {
  if (isDone) rehearseNetwork();
  if (isFirst) wish();
  // Names are measured when all stands still.
  else if (stage.isOverview) fit(selection().drawn, false, isDone);
}

function render(now, before) {
  const filtered = !before || FILTERS.some((key) => now[key] !== before[key]);
  const selected = !before || now.selected !== before.selected;
  const moved = !before || now.view !== before.view;
  if (moved) showView(now.view);
  if (filtered) {
    drawFilters();
    drawCrumbs(now);
  }
  if (now.view === "network") {
    wish = wishOf(now, before, moved, selected);
    if (filtered || moved) drawNetwork();
    else if (selected) {
      drawSelected();
      wish();
    }
  } else if (moved || now.table !== before.table || IN_ALL.some((key) => now[key] !== before[key])) DRAWERS[now.view]($(`view-${now.view}`));
  else if (selected) markChosen($(`view-${now.view}`));
  if (selected || filtered) drawPanel();
  $("undo").disabled = !canUndo();
  if (!framed) keepAddress();
}

// What is to be in view after a change.
function wishOf(now, before, moved, selected) {
  if (before && (now.focus !== before.focus || now.path !== before.path))
    return () => fit(now.path || selection().drawn, true);
  if (moved) return () => fit();
  if (before && SIFTING.some((key) => now[key] !== before[key])) return fitIfLost;
  if (before && now.added.length > before.added.length + 1) return fitLit;
  const { selected: chosen } = now;
  if (selected && chosen && "node" in chosen && selection().isDrawn[chosen.node]) return () => centre(chosen.node);
  return () => {};
}

function showView(view) {
  document.body.classList.toggle("on-story", view === "story");
  for (const name of VIEWS) {
    $(`view-${name}`).hidden = name !== view;
    $(`tab-${name}`).setAttribute("aria-selected", String(name === view));
    $(`tab-${name}`).tabIndex = name === view ? 0 : -1;
  }
}

// What narrows the picture beside the filters, and the way back.
function drawCrumbs(now) {
  const crumbs = [];
  const crumb = (words, change) =>
    h(
      "span",
      { class: "crumb" },
      words,
      h("button", { "aria-label": `Undo: ${words}`, click: () => update(change) }, "×"),
    );
  if (now.focus) {
    crumbs.push(crumb(`Around ${nodes[now.focus.node].name}`, { focus: null }));
    for (const hops of [1, 2]) {
      crumbs.push(
        h(
          "button",
          {
            class: "step",
            "aria-pressed": String(now.focus.hops === hops),
            click: () => update({ focus: { ...now.focus, hops } }),
          },
          hops === 1 ? "neighbours" : "two steps",
        ),
      );
    }
  }
  if (now.between) {
    const names = now.between.map((id) => nodes[id].name);
    crumbs.push(crumb(names[1] ? `Between ${names[0]} and ${names[1]}` : `With ${names[0]}`, { between: null }));
  }
  if (now.text.trim()) crumbs.push(crumb(`With “${now.text.trim()}”`, { text: "" }));
  if (now.path)
    crumbs.push(crumb(`Path from ${nodes[now.path[0]].name} to ${nodes[now.path.at(-1)].name}`, { path: null }));
  if (now.hidden.length) crumbs.push(crumb(`${now.hidden.length} hidden`, { hidden: [] }));
  if (now.folded.length) crumbs.push(crumb(`${now.folded.length} folded`, { folded: [] }));
  if (Object.keys(now.pinned).length) crumbs.push(crumb(`${Object.keys(now.pinned).length} pinned`, { pinned: {} }));
  $("crumbs").hidden = !crumbs.length;
  fill($("crumbs"), crumbs);
}

let addressTimer = 0;

// The address follows the state, but not every step of a slider: browsers slow down pages that change it too often.
function keepAddress() {
  clearTimeout(addressTimer);
  addressTimer = setTimeout(writeAddress, 150);
}

function writeAddress() {
  clearTimeout(addressTimer);
  const hash = toHash(state());
  if (hash !== location.hash.slice(1))
    history.pushState(null, "", hash ? `#${hash}` : location.pathname + location.search);
}

function startTabs() {
  for (const [i, view] of VIEWS.entries()) {
    const tab = $(`tab-${view}`);
    tab.addEventListener("click", () => state().view !== view && update({ view }, { undo: false }));
    tab.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!by) return;
      const next = VIEWS[(i + by + VIEWS.length) % VIEWS.length];
      update({ view: next }, { undo: false });
      $(`tab-${next}`).focus();
    });
  }
}

let chosenByHand = false;

function showFilters(open) {
  document.body.classList.toggle("no-filters", !open);
  $("toggle-filters").setAttribute("aria-expanded", String(open));
}

const onStory = () => state().view === "story";

// Below this width filters and panel lie over the picture instead of beside it: the filters wait to be called.
function startWidth() {
  const wide = window.matchMedia("(min-width: 1151px)");
  const follow = () => {
    document.body.classList.toggle("narrow", !wide.matches);
    // Nothing is closed under who is at work in it.
    if (wide.matches || !$("filters").contains(document.activeElement)) showFilters(wide.matches && !onStory());
  };
  wide.addEventListener("change", follow);
  follow();
  // The story has the whole width, the pictures their legend beside them, until the reader chooses.
  onChange((now, before) => {
    if (now.view !== before.view && !chosenByHand) follow();
  });
}

function startTools() {
  // The address after # is the view's, so the link moves the focus itself.
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    const view = $(`view-${state().view}`);
    (view.querySelector("[tabindex='0'], button") || $("panel")).focus();
  });
  $("undo").addEventListener("click", undo);
  $("reset").addEventListener("click", () => {
    reset();
    if (state().view === "network") fit();
    else if (state().view === "map") fitMap();
  });
  $("toggle-filters").addEventListener("click", () => {
    chosenByHand = true;
    showFilters(document.body.classList.contains("no-filters"));
  });
  $("zoom-in").addEventListener("click", () => zoomBy(1.4));
  $("zoom-out").addEventListener("click", () => zoomBy(1 / 1.4));
  $("zoom-fit").addEventListener("click", () => fit(selection().drawn, true));
  $("help").addEventListener("click", openHelp);
  $("export-png").addEventListener("click", exportPng);
  $("export-svg").addEventListener("click", exportSvg);
  $("export-csv").addEventListener("click", exportCsv);
  $("export-links").addEventListener("click", exportLinks);
  $("export-xlsx").addEventListener("click", exportWorkbook);
  $("export-bib").addEventListener("click", exportBibtex);
  $("export-print").addEventListener("click", () => window.print());
  $("export-link").hidden = framed;
  $("export-link").addEventListener("click", async () => {
    writeAddress();
    await copy(location.href);
    say("The link to this view is in the clipboard.");
  });
  startMarks();
  startMenu();
}

function startMenu() {
  const [button, menu] = [$("export"), $("export-menu")];
  const items = () => [...menu.querySelectorAll("button:not([hidden])")];
  const show = (open) => {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) items()[0].focus();
  };
  button.addEventListener("click", () => show(menu.hidden));
  menu.addEventListener("click", () => {
    show(false);
    button.focus();
  });
  menu.addEventListener("keydown", (event) => {
    const at = items().indexOf(document.activeElement);
    if (event.key === "Escape") {
      show(false);
      button.focus();
    } else if (event.key === "ArrowDown") items()[(at + 1) % items().length].focus();
    else if (event.key === "ArrowUp") items()[(at - 1 + items().length) % items().length].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", (event) => !menu.hidden && !(/** @type {Element} */ (event.target).closest(".menu")) && show(false));
}

document.title = $("title").textContent;
startFilters();
startNetwork({ select, focus, goTo: (id, from) => findPath(from, id), laidOut });
startTabs();
startTools();
startKeys();
drawLegend();
combobox($("search"), $("suggestions"), goTo, {
  read: (article, at) => article >= 0 && select({ node: article, at }),
  // The events between two sides, as a table to read and to save.
  ask: ({ between, from, to }) => update({ between, from, to, view: "table", table: "events" }),
  questionOf: asked,
  narrow: (text) => update({ text }),
});
startWidth();
restore(location.hash.length > 1 ? fromHash(location.hash.slice(1)) : start);
onChange(render);
render(state(), null);
startTour();
startHits();
onTheme(() => {
  startFilters();
  drawFilters();
  drawPanel();
  if (state().view !== "network") DRAWERS[state().view]($(`view-${state().view}`));
});
window.addEventListener(
  "hashchange",
  () => toHash(state()) !== location.hash.slice(1) && restore(fromHash(location.hash.slice(1))),
);
// The table finds its own width.
new ResizeObserver(() => {
  const { view } = state();
  if (view === "timeline" || view === "map") DRAWERS[view]($(`view-${view}`));
}).observe($("stage"));
// For scripts and the console: what is chosen, what is drawn, and where it and its label stand on the screen.
const unnamedTop = (count = 20) => {
  const named = new Set(stage.placed.map(({ id }) => id));
  return hubs(selection().drawn, count).filter((id) => !named.has(id)).map((id) => nodes[id].name);
};
window.newsgraph = Object.freeze({
  nodes,
  state,
  selection,
  onScreen,
  labels: () => stage.placed,
  labelBox,
  unnamedTop,
});
document.documentElement.dataset.ready = "true";
rehearse();
