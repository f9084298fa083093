// The left side: what is shown and how much of it. The boxes of kinds are the legend as well.

import { $, fill, focused, h } from "./dom.js";
import { data, edges, nodes, kinds, publisherOf, isActor, isArticle } from "./data.js";
import { MOST, state, update } from "./state.js";
import { FACETS, passing, selection } from "./selection.js";
import { glyph } from "./glyphs.js";
import { ACTS } from "./words.js";
import { nameField } from "./search.js";
import { histogram } from "./histogram.js";
import { groupsNow, toggleGroup } from "./groups.js";

const FACTUALITY = { actual: "Happened", negated: "Did not happen", possible: "Possible", future: "Expected" };

function valuesOf(facet) {
  if (facet === "tie")
    return Object.keys(data.ties).sort((a, b) => data.ties[a].words.localeCompare(data.ties[b].words));
  if (facet === "type") return Object.keys(kinds);
  if (facet === "factuality")
    return Object.keys(FACTUALITY).filter((value) => nodes.some((node) => FACETS.factuality(node).includes(value)));
  if (facet === "source") return [...new Set(nodes.filter(isArticle).map((node) => publisherOf(node.id)))].sort();
  return [...new Set(nodes.flatMap(FACETS[facet]))].sort((a, b) => nameOf(facet, a).localeCompare(nameOf(facet, b)));
}

function nameOf(facet, value) {
  if (facet === "tie") return data.ties[value].words;
  if (facet === "type") return kinds[value].many;
  if (facet === "act") return ACTS[value] || value;
  if (facet === "event") return (data.events[value] || { name: value }).name;
  return FACTUALITY[value] && facet === "factuality" ? FACTUALITY[value] : value;
}

function sample(facet, value) {
  if (facet === "type") return { group: value };
  if (facet === "event") return { group: "Event", kind: value };
  return facet === "factuality" ? { group: "Event", kind: "OTHER", factuality: value } : null;
}

function counts(facet) {
  if (facet === "tie") return tieCounts();
  // Where the facet leaves nothing out, what passes the others is what passes all.
  const passes = state().off[facet].length ? passing(state(), facet) : selection().passes;
  const found = new Map();
  for (const node of nodes)
    if (passes[node.id]) for (const value of FACETS[facet](node)) found.set(value, (found.get(value) || 0) + 1);
  return found;
}

function tieCounts() {
  const { passes } = selection();
  const found = new Map();
  for (const { from, to, type } of edges) if (passes[from] && passes[to]) found.set(type, (found.get(type) || 0) + 1);
  return found;
}

const values = new Map();
const boxes = new Map();
let open = null;
let counted = null;
const COUNTING = ["off", "text", "from", "to", "min", "sure", "between", "rollUp", "hidden", "focus"];

export function startFilters() {
  counted = null;
  const groups = [
    ["type", "Kinds", true],
    ["event", "Kinds of event", true],
    ["factuality", "What happened, what may, what did not", true],
    ["act", "Acts of proposals", false],
    ["status", "What became of proposals", false],
    ["source", "Sources", false],
    ["tie", "Lines of the network", false],
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
    sure: h("input", {
      type: "range",
      id: "sure",
      min: 0,
      max: 100,
      step: 5,
      input: (event) => update({ sure: Number(event.target.value) / 100 }, { merge: "sure" }),
    }),
    sureOut: h("output", { for: "sure" }),
    between: h("div", { class: "between" }),
    text: h("input", {
      type: "search",
      id: "text",
      autocomplete: "off",
      placeholder: "in a name or a sentence",
      input: (event) => update({ text: event.target.value }, { merge: "text" }),
    }),
    groups: h("ul", { class: "groups" }),
    dates: h("div", { id: "dates" }),
  };
  fill(
    $("filters"),
    h("h2", {}, "Filters"),
    h("section", {}, h("h3", {}, "Between"), open.between),
    h("div", { class: "words-filter" }, h("label", { for: "text" }, "Words"), open.text),
    nodes.some((node) => node.confidence !== undefined) &&
      h(
        "div",
        { class: "slider" },
        h("label", { for: "sure" }, "At least as sure as"),
        open.sure,
        open.sureOut,
        h("p", { class: "small" }, "The share of claims like it that is right."),
      ),
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
    h("details", { class: "facet" }, h("summary", {}, h("h3", {}, "Groups in the network")), open.groups),
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
    values.get(facet).length > 2 && [
      h("button", { class: "more", click: () => update({ off: { ...state().off, [facet]: [] } }) }, "All"),
      " ",
      h(
        "button",
        { class: "more", click: () => update({ off: { ...state().off, [facet]: [...values.get(facet)] } }) },
        "None",
      ),
    ],
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
  const { drawn, marks } = selection();
  if (open.text.value.trim() !== now.text.trim()) open.text.value = now.text;
  open.shown.value = now.shown;
  open.shownOut.textContent = `${drawn.length.toLocaleString("en")} of ${marks.length.toLocaleString("en")}`;
  open.min.value = now.min;
  open.minOut.textContent = now.min === 1 ? "once" : `${now.min} times`;
  open.sure.value = Math.round(now.sure * 100);
  open.sureOut.textContent = `${Math.round(now.sure * 100)} %`;
  drawBetween(now);
  drawGroups();
  if (recount) histogram(open.dates);
}

// What hangs together, to fold each to one mark.
function drawGroups() {
  const held = open.groups.contains(document.activeElement) && focused().dataset.group;
  fill(
    open.groups,
    groupsNow().map((one) =>
      h(
        "li",
        {},
        h(
          "button",
          {
            class: "group",
            "data-group": one.c,
            "aria-pressed": String(one.isFolded),
            title: one.isFolded ? "Unfold it" : "Fold it to one mark",
            click: () => toggleGroup(one),
          },
          h("span", { "aria-hidden": "true" }, one.isFolded ? "▸ " : "▾ "),
          one.name,
        ),
        h("span", { class: "count" }, one.ids.length.toLocaleString("en")),
      ),
    ),
  );
  if (held) open.groups.querySelector(`[data-group="${held}"]`)?.focus();
}

// One side or two: all that goes on with somebody, or between them.
function drawBetween(now) {
  const sides = now.between || [];
  const side = (id, i) =>
    h(
      "span",
      { class: "crumb" },
      nodes[id].name,
      h(
        "button",
        {
          "aria-label": `Without ${nodes[id].name}`,
          click: () => update({ between: sides.length > 1 ? sides.filter((_, at) => at !== i) : null }),
        },
        "×",
      ),
    );
  const held = open.between.contains(document.activeElement);
  fill(
    open.between,
    sides.map(side),
    sides.length < 2 &&
      nameField(sides.length ? "And" : "Actor or country", (id) => update({ between: [...sides, id] }), isActor),
    h(
      "label",
      { class: "roll-up" },
      h("input", {
        type: "checkbox",
        id: "roll-up",
        checked: now.rollUp,
        change: (event) => update({ rollUp: event.target.checked }),
      }),
      "countries with their people, parties, agencies",
    ),
  );
  if (held) (open.between.querySelector("input[type=text]") || open.between.querySelector("button")).focus();
}
