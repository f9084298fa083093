// The main events down a time axis; what no sentence dates stands at the day of the first article that tells of it.

import { h, counted } from "./dom.js";
import { isArticle, isoDay, nodes, parties } from "./data.js";
import { selection } from "./selection.js";
import { echoOf } from "./echoes.js";
import { dateWords } from "./words.js";
import { toldOn } from "./told.js";
import { select } from "./actions.js";
import { isChosen } from "./chosen.js";
import { glyph } from "./glyphs.js";
import { noneOf } from "./way_back.js";

const MOST = 12;
const FEW = 5; // background that is listed where there is little else
const LONG_GAP = 45;
const YEAR = 366;

const hasSides = (node) => parties(node.id, "agent").length > 0 && parties(node.id, "target").length > 0;

// What articles mention but are not about: what was over a year before, a war or a cup that only its name tells of.
function isBackground(node) {
  if (node.main) return false;
  const told = toldOn(node);
  if (node.days && told) return told[0] - node.days[1] > YEAR;
  return Boolean(node.named || node.kind === "OTHER") && !hasSides(node);
}

// What an article is about, of more than one paper, of somebody, with a day or a toll: in this order.
function weight(node) {
  const known = node.named || node.killed !== undefined || node.injured !== undefined ? 1 : 0;
  const rank = (3 * node.id) / nodes.length;
  return (node.main ? 1.5 : 0) + node.articles.length + (hasSides(node) ? 1 : 0) + known + (node.days ? 0.5 : 0) - rank;
}

const isMain = (node) => node.group === "Event" && !echoOf.has(node.id) && (node.factuality || "actual") === "actual";

// The weightiest events, background after all others.
export function mainEvents(most = MOST) {
  return selection()
    .matching.map((id) => nodes[id])
    .filter(isMain)
    .map((node) => ({ node, back: isBackground(node) ? 1 : 0, weight: weight(node) }))
    .sort((a, b) => a.back - b.back || b.weight - a.weight || a.node.id - b.node.id)
    .slice(0, most)
    .map(({ node }) => node);
}

// What no day places, its article does.
const isOneOfMany = nodes.filter(isArticle).length > 1;
const hasDays = nodes.some((node) => isArticle(node) && node.days);
const headline = (id) => nodes[id].headline || nodes[id].name;

function gapWords(days) {
  if (days < 60) return counted(Math.round(days / 7), "week");
  return days < 730 ? counted(Math.round(days / 30.4), "month") : counted(Math.round(days / 365.25), "year");
}

// Those with a day in order of time; the others, the weightiest first, after them, or before them where the articles
// themselves have no day: what is dated there is seldom what they are about.
function inOrder(found) {
  const placed = found.map((node) => ({ node, days: node.days || toldOn(node) }));
  const dated = placed.filter(({ days }) => days).sort((a, b) => a.days[0] - b.days[0] || a.node.id - b.node.id);
  const others = placed.filter(({ days }) => !days);
  return hasDays ? [dated, others] : [others, dated];
}

function row({ node, days }) {
  const told = !node.days && days;
  const toll = [
    ["killed", node.killed],
    ["injured", node.injured],
  ].filter(([, number]) => number !== undefined);
  const bits = [
    ...toll.map(([words, number]) => `${number.toLocaleString("en")} ${words}`),
    node.articles.length > 1
      ? `${node.articles.length} articles`
      : !days && isOneOfMany && node.articles.length > 0 && headline(node.articles[0]),
  ].filter(Boolean);
  return h(
    "li",
    { class: told ? "told" : null, "data-node": node.id, "aria-current": isChosen(node.id) ? "true" : null },
    h("span", { class: "dot" }, glyph(node, 15)),
    days && h("span", { class: "when" }, node.days ? dateWords(node.date) : `told ${dateWords(isoDay(days[0]))}`),
    h("button", { class: "link", click: () => select({ node: node.id }) }, node.name),
    bits.length > 0 && h("div", { class: "soft" }, bits.join(" · ")),
  );
}

const gap = (words) => h("li", { class: "gap" }, words);

function rowsOf(found) {
  const rows = [];
  for (const [i, part] of inOrder(found).filter((some) => some.length).entries()) {
    if (i) rows.push(gap(part[0].days ? "of these a day is known" : "date not known"));
    let before = null;
    for (const one of part) {
      if (before && one.days[0] - before > LONG_GAP) rows.push(gap(`${gapWords(one.days[0] - before)} later`));
      before = one.days ? one.days[0] : null;
      rows.push(row(one));
    }
  }
  return rows;
}

export function happenings() {
  const found = mainEvents();
  const main = found.filter((node) => !isBackground(node));
  const background = found.filter(isBackground).slice(0, main.length ? FEW : MOST);
  const isDated = found.some((node) => node.days || toldOn(node));
  return h(
    "section",
    { class: "happenings", "aria-labelledby": "happenings-title" },
    h("h2", { id: "happenings-title" }, "What happened"),
    found.length
      ? [
          !isDated && h("p", { class: "soft" }, "No date is known of them."),
          h(
            "ol",
            { class: "axis" },
            rowsOf(main),
            main.length > 0 && background.length > 0 && gap("in the background"),
            rowsOf(background),
          ),
        ]
      : noneOf("event", isMain, "that happened"),
  );
}
