// The left side: what is shown and how much of it. The boxes of kinds are the legend as well.

import { $, h, fill } from "./dom.js";
import { data, nodes, kinds, publisherOf, isArticle } from "./data.js";
import { MOST, state, update } from "./state.js";
import { FACETS, passing, selection } from "./selection.js";
import { glyph } from "./glyphs.js";
import { histogram } from "./histogram.js";

const FACTUALITY = { actual: "Happened", negated: "Did not happen", possible: "May have happened", future: "Expected" };

function valuesOf(facet) {
  if (facet === "type") return Object.keys(kinds);
  if (facet === "factuality")
    return Object.keys(FACTUALITY).filter((value) => nodes.some((node) => FACETS.factuality(node).includes(value)));
  if (facet === "source") return [...new Set(nodes.filter(isArticle).map((node) => publisherOf(node.id)))].sort();
  return [...new Set(nodes.flatMap(FACETS[facet]))].sort((a, b) => nameOf(facet, a).localeCompare(nameOf(facet, b)));
}

function nameOf(facet, value) {
  if (facet === "type") return kinds[value].many;
  if (facet === "event") return (data.events[value] || { name: value }).name;
  return FACTUALITY[value] && facet === "factuality" ? FACTUALITY[value] : value;
}

function sample(facet, value) {
  if (facet === "type") return { group: value };
  if (facet === "event") return { group: "Event", kind: value };
  return facet === "factuality" ? { group: "Event", kind: "OTHER", factuality: value } : null;
}

function counts(facet) {
  const passes = passing(state(), facet);
  const found = new Map();
  for (const node of nodes)
    if (passes[node.id]) for (const value of FACETS[facet](node)) found.set(value, (found.get(value) || 0) + 1);
  return found;
}

const values = new Map();
const boxes = new Map();
let open = null;
let counted = null;
const COUNTING = ["off", "from", "to", "min", "hidden", "focus"];

export function startFilters() {
  counted = null;
  const groups = [
    ["type", "Kinds", true],
    ["event", "Kinds of event", true],
    ["factuality", "What happened, what may", true],
    ["source", "Sources", false],
  ];
  for (const [facet] of groups) values.set(facet, valuesOf(facet));
  const most = Math.max(1, ...nodes.filter((node) => !isArticle(node)).map((node) => node.n));
  const all = nodes.filter((node) => !isArticle(node)).length;
  open = {
    shown: h("input", {
      type: "range",
      id: "shown",
      min: Math.min(10, all),
      max: Math.min(all, MOST),
      step: 1,
      input: (event) => update({ shown: Number(event.target.value) }, { merge: "shown" }),
    }),
    shownOut: h("output", { for: "shown" }),
    min: h("input", {
      type: "range",
      id: "min",
      min: 1,
      max: Math.min(most, 20),
      step: 1,
      input: (event) => update({ min: Number(event.target.value) }, { merge: "min" }),
    }),
    minOut: h("output", { for: "min" }),
    dates: h("div", { id: "dates" }),
  };
  fill(
    $("filters"),
    h("h2", {}, "Filters"),
    all > 10 &&
      h(
        "div",
        { class: "slider" },
        h("label", { for: "shown" }, "Drawn, most important first"),
        open.shown,
        open.shownOut,
        h("p", { class: "small" }, "Importance: PageRank over links, weighted by evidence."),
      ),
    ...groups
      .filter(([facet]) => values.get(facet).length > (facet === "type" ? 0 : 1))
      .map(([facet, title, isOpen]) => group(facet, title, isOpen)),
    h("section", { class: "dates" }, h("h3", {}, "Dates"), open.dates),
    most > 1 && h("div", { class: "slider" }, h("label", { for: "min" }, "Mentioned at least"), open.min, open.minOut),
  );
}

function group(facet, title, isOpen) {
  const rows = values.get(facet).map((value, i) => {
    const id = `${facet}-${i}`;
    const box = h("input", { type: "checkbox", id, change: () => toggle(facet, value) });
    const count = h("span", { class: "count" });
    boxes.set(`${facet}|${value}`, { box, count });
    const like = sample(facet, value);
    return h(
      "li",
      {},
      box,
      h("label", { for: id }, like && glyph(like, 16), h("span", { class: "name" }, nameOf(facet, value)), count),
      values.get(facet).length > 2 &&
        h(
          "button",
          { class: "only", "aria-label": `Only ${nameOf(facet, value)}`, click: () => only(facet, value) },
          "only",
        ),
    );
  });
  return h(
    "details",
    { open: isOpen, class: "facet" },
    h("summary", {}, h("h3", {}, title)),
    facet === "event" &&
      h(
        "p",
        { class: "small" },
        "Green: cooperation; orange: conflict; pale: in words; full: in deeds; grey: neither.",
      ),
    h("ul", {}, rows),
    values.get(facet).length > 2 &&
      h("button", { class: "more", click: () => update({ off: { ...state().off, [facet]: [] } }) }, "All"),
  );
}

function toggle(facet, value) {
  const off = state().off[facet];
  update({ off: { ...state().off, [facet]: off.includes(value) ? off.filter((v) => v !== value) : [...off, value] } });
}

function only(facet, value) {
  update({ off: { ...state().off, [facet]: values.get(facet).filter((v) => v !== value) } });
}

export function drawFilters() {
  const now = state();
  const recount = !counted || COUNTING.some((key) => now[key] !== counted[key]);
  counted = now;
  for (const facet of recount ? values.keys() : []) {
    const found = counts(facet);
    for (const value of values.get(facet)) {
      const row = boxes.get(`${facet}|${value}`);
      if (!row) continue;
      row.box.checked = !now.off[facet].includes(value);
      row.count.textContent = (found.get(value) || 0).toLocaleString("en");
    }
  }
  const { drawn, matching } = selection();
  open.shown.value = now.shown;
  open.shownOut.textContent = `${drawn.length.toLocaleString("en")} of ${matching.length.toLocaleString("en")}`;
  open.min.value = now.min;
  open.minOut.textContent = now.min === 1 ? "once" : `${now.min} times`;
  if (recount) histogram(open.dates);
}
