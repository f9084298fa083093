// The side panel: what is selected, in words, and why it is there.

import { $, h, fill, webLink, counted } from "./dom.js";
import { nodes, edges, ties, kinds, other, isArticle, isActor, fromArticle, sentenceCount, texts } from "./data.js";
import { state, update } from "./state.js";
import { selection } from "./selection.js";
import { between, shared } from "./routes.js";
import { dateWords, nameList, proposalWords, roles, tiePeriod, tieSentence, tieWords } from "./words.js";
import { isDisputed } from "./conflicts.js";
import { byDate, detail, facts, list, nodeLink, section, tieRow, whenWords, why } from "./blocks.js";
import { nodePanel } from "./node_panel.js";
import { others } from "./node_facts.js";
import { evidenceList } from "./evidence.js";
import { reader } from "./reader.js";
import { select } from "./actions.js";
import { citation } from "./cite.js";
import { glyph } from "./glyphs.js";

const panel = () => $("panel");

export function drawPanel() {
  const { selected } = state();
  panel().classList.toggle("empty", !selected);
  panel().classList.toggle("reading", Boolean(selected) && texts.has(selected.node));
  // Before it is filled: afterwards the browser would have to lay it out at once.
  panel().scrollTop = 0;
  if (!selected) return fill(panel(), overview());
  const close = h("button", { class: "close", "aria-label": "Close details", click: () => select(null) }, "×");
  if ("node" in selected)
    fill(
      panel(),
      close,
      isArticle(nodes[selected.node]) ? articlePanel(nodes[selected.node], selected.at) : nodePanel(nodes[selected.node]),
    );
  else if ("edge" in selected) fill(panel(), close, edgePanel(edges[selected.edge]));
  else fill(panel(), close, pairPanel(...selected.pair));
  return undefined;
}

/** Lays out the panel of a node where nobody sees it. @param {number} id */
export function rehearsePanel(id) {
  const box = h("div", { class: "rehearsal", inert: true }, nodePanel(nodes[id]));
  panel().append(box);
  box.getBoundingClientRect();
  box.remove();
}

function edgePanel(edge) {
  return h(
    "article",
    {},
    h("header", {}, h("p", { class: "kind" }, "Link"), h("h2", {}, tieSentence(edge))),
    facts([
      ["From", nodeLink(edge.from)],
      ["Link", tieWords(edge)],
      ["To", nodeLink(edge.to)],
      ["When", tiePeriod(edge)],
      ["Mentioned", counted(edge.n, "time")],
    ]),
    section(`Evidence (${sentenceCount(edge.ev)})`, evidenceList(edge.ev)),
  );
}

function pairPanel(a, b) {
  const now = state();
  const both = shared(a, b).sort(byDate);
  const direct = between(a, b);
  return h(
    "article",
    {},
    h("header", {}, h("p", { class: "kind" }, "Two together"), h("h2", {}, nodeLink(a), " and ", nodeLink(b))),
    (now.from !== null || now.to !== null) &&
      h("p", { class: "soft" }, "Only what passes the filters (dates, kinds, sources) is listed."),
    section(
      `Both take part in (${both.length})`,
      both.length
        ? list(
            both,
            (id) => pairRow(id, a, b),
            30,
          )
        : h("p", { class: "none" }, "Nothing that is shown."),
    ),
    direct.length > 0 &&
      section(`Links between them (${direct.length})`, list(direct, (tie) => tieRow(edges[tie], a))),
    section(
      "Shortest path",
      now.path
        ? h(
            "ol",
            { class: "path" },
            now.path.map((id, i) =>
              h(
                "li",
                {},
                glyph(nodes[id], 13),
                " ",
                nodeLink(id),
                i < now.path.length - 1 &&
                  between(id, now.path[i + 1])
                    .slice(0, 1)
                    .map((tie) => [
                      h("div", { class: "soft" }, tieSentence(edges[tie])),
                      evidenceList(edges[tie].ev, { open: false }),
                    ]),
              ),
            ),
          )
        : h("p", { class: "none" }, "There is none in what is shown."),
    ),
    now.path &&
      h(
        "div",
        { class: "actions" },
        h("button", { click: () => update({ path: null, selected: null }) }, "Clear path"),
      ),
  );
}

function pairRow(id, a, b) {
  const node = nodes[id];
  return h(
    "li",
    {},
    glyph(node, 13),
    " ",
    nodeLink(id),
    detail(node, roles(node)),
    why(ties[id].filter((tie) => [a, b].includes(other(edges[tie], id)))),
  );
}

function articlePanel(node, at) {
  const found = fromArticle.get(node.id) || [];
  const groups = Object.keys(kinds)
    .map((group) => /** @type {[string, number[]]} */ ([group, found.filter((id) => nodes[id].group === group)]))
    .filter(([, ids]) => ids.length);
  return h(
    "article",
    {},
    h("header", {}, h("p", { class: "kind" }, glyph(node, 16), " Article"), h("h2", {}, node.headline || node.name)),
    facts([
      ["Source", node.publisher],
      ["Author", node.author],
      ["Published", dateWords(node.date)],
      ["Address", node.url && webLink(node.url)],
      ["Language", node.language],
      ...others(node),
    ]),
    citation([node.id]),
    texts.has(node.id) && reader(node.id, at),
    h("p", {}, `All that is known from this article: ${inventory(found)}.`),
    groups.map(([group, ids]) =>
      section(
        `${kinds[group].many} (${ids.length})`,
        list(ids, (id) => h("li", {}, glyph(nodes[id], 13), " ", nodeLink(id), whenWords(nodes[id]))),
      ),
    ),
  );
}

// "12 people, 3 countries" among what passes the filters.
function inventory(marks) {
  const counts = new Map();
  for (const id of marks) counts.set(nodes[id].group, (counts.get(nodes[id].group) || 0) + 1);
  const words = Object.keys(kinds)
    .filter((group) => counts.has(group))
    .map((group) => counted(counts.get(group), kinds[group].one.toLowerCase(), kinds[group].many.toLowerCase()));
  return words.join(", ") || "nothing that passes the filters";
}

// Nothing is selected: what the graph is about, and how to go on.
function overview() {
  const { marks, drawn } = selection();
  const passing = marks.map((id) => nodes[id]);
  // As the command line has it: by the number of links, of equals the more important first.
  const actors = passing
    .filter(isActor)
    .sort((a, b) => ties[b.id].length - ties[a.id].length || a.id - b.id)
    .slice(0, 6);
  const proposals = passing.filter((node) => node.group === "Proposal").slice(0, 5);
  const disputed = passing.filter(isDisputed).slice(0, 6);
  return h(
    "article",
    { class: "overview" },
    h("h2", {}, "What is here"),
    h(
      "p",
      {},
      `From ${counted(nodes.filter(isArticle).length, "article")}: ${inventory(marks)}. `,
      `Drawn: ${drawn.length.toLocaleString("en")} of ${marks.length.toLocaleString("en")}.`,
    ),
    h("p", { class: "soft" }, "Click a mark or a line to see the sentences that it rests on."),
    actors.length > 0 &&
      section(
        "Most connected",
        list(
          actors,
          (node) =>
            h(
              "li",
              {},
              glyph(node, 13),
              " ",
              nodeLink(node.id),
              h("span", { class: "soft" }, ` · ${counted(ties[node.id].length, "link")}`),
            ),
        ),
      ),
    disputed.length > 0 &&
      section(
        "Where sources disagree",
        list(disputed, (node) => h("li", {}, glyph(node, 13), " ", nodeLink(node.id))),
      ),
    proposals.length > 0 &&
      section(
        "Proposals",
        list(
          proposals,
          (node) =>
            h(
              "li",
              {},
              glyph(node, 13),
              " ",
              nodeLink(node.id, proposalWords(node)),
              h(
                "div",
                { class: "soft" },
                roles(node)
                  .map(([words, ids]) => `${words.toLowerCase()}: ${nameList(ids)}`)
                  .join(" · "),
              ),
            ),
        ),
      ),
    h(
      "p",
      { class: "soft" },
      "Size and reading order: PageRank over the links, each weighted by the number of sentences that it rests on, with restarts at what is mentioned most.",
    ),
  );
}
