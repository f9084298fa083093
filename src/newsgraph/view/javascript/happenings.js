// The main events down a time axis; what no sentence dates stands at the day of the first article that tells of it.

import { h, counted } from "./dom.js";
import { isArticle, nodes, parties } from "./data.js";
import { selection } from "./selection.js";
import { echoOf } from "./echoes.js";
import { dateWords } from "./words.js";
import { toldOn } from "./told.js";
import { select } from "./actions.js";
import { isChosen } from "./chosen.js";
import { glyph } from "./glyphs.js";
import { noneOf } from "./way_back.js";

const MOST = 12;
const LONG_GAP = 45;

// Of more than one paper, of somebody, with a day or a toll: in this order.
function weight(node) {
  const sides = parties(node.id, "agent").length && parties(node.id, "target").length ? 1 : 0;
  const known = node.named || node.killed !== undefined || node.injured !== undefined ? 1 : 0;
  const dated = node.days ? 0.5 : 0;
  return node.articles.length + sides + known + dated - (3 * node.id) / nodes.length;
}

const isMain = (node) => node.group === "Event" && !echoOf.has(node.id) && (node.factuality || "actual") === "actual";

export function mainEvents(most = MOST) {
  return selection()
    .matching.map((id) => nodes[id])
    .filter(isMain)
    .sort((a, b) => weight(b) - weight(a) || a.id - b.id)
    .slice(0, most);
}

// What no day places, its article does.
const isOneOfMany = nodes.filter(isArticle).length > 1;
const headline = (id) => nodes[id].headline || nodes[id].name;

function gapWords(days) {
  if (days < 60) return counted(Math.round(days / 7), "week");
  return days < 730 ? counted(Math.round(days / 30.4), "month") : counted(Math.round(days / 365.25), "year");
}

export function happenings() {
  const found = mainEvents().map((node) => ({ node, days: node.days || toldOn(node) }));
  found.sort((a, b) => (a.days ? a.days[0] : 1e9) - (b.days ? b.days[0] : 1e9) || a.node.id - b.node.id);
  const rows = [];
  let before = null;
  const isDated = found.some(({ days }) => days);
  for (const { node, days } of found) {
    if (before && days && days[0] - before > LONG_GAP)
      rows.push(h("li", { class: "gap" }, `${gapWords(days[0] - before)} later`));
    else if (!days && before) rows.push(h("li", { class: "gap" }, "date not known"));
    before = days ? days[0] : null;
    const told = !node.days && days;
    const toll = [
      ["killed", node.killed],
      ["injured", node.injured],
    ].filter(([, number]) => number !== undefined);
    rows.push(
      h(
        "li",
        { class: told ? "told" : null, "data-node": node.id, "aria-current": isChosen(node.id) ? "true" : null },
        h("span", { class: "dot" }, glyph(node, 15)),
        days &&
          h(
            "span",
            { class: "when" },
            node.days ? dateWords(node.date) : `told ${dateWords(nodes[node.articles[0]].date)}`,
          ),
        h("button", { class: "link", click: () => select({ node: node.id }) }, node.name),
        h(
          "div",
          { class: "soft" },
          [
            ...toll.map(([words, number]) => `${number.toLocaleString("en")} ${words}`),
            node.articles.length > 1 ? `${node.articles.length} articles` : !days && isOneOfMany && node.articles.length > 0 && headline(node.articles[0]),
          ]
            .filter(Boolean)
            .join(" · "),
        ),
      ),
    );
  }
  return h(
    "section",
    { class: "happenings", "aria-labelledby": "happenings-title" },
    h("h2", { id: "happenings-title" }, "What happened"),
    rows.length
      ? [!isDated && h("p", { class: "soft" }, "No date is known of them."), h("ol", { class: "axis" }, rows)]
      : noneOf("event", isMain, "that happened"),
  );
}
