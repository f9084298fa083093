// Who proposes what to whom: a card for each proposal, with who is for and against it and the first sentence.

import { h, counted } from "./dom.js";
import { isNamed, nodes, parties, sentences } from "./data.js";
import { selection } from "./selection.js";
import { ACTS, dateWords, proposalWords } from "./words.js";
import { distinct } from "./same.js";
import { nodeLink, list } from "./blocks.js";
import { quoted } from "./evidence.js";
import { select } from "./actions.js";
import { isChosen } from "./chosen.js";
import { glyph } from "./glyphs.js";
import { noneOf } from "./way_back.js";

const FIRST = 6;

// What has somebody to answer, answers, or several papers, says more than a lone wish; what "experts" want, less.
function weight(node) {
  const stances = parties(node.id, "supportedBy").length + parties(node.id, "opposedBy").length;
  const asked = parties(node.id, "addressedTo").length ? 1 : 0;
  const known = parties(node.id, "proposedBy").some((id) => isNamed(nodes[id])) ? 1.5 : 0;
  return known + asked + stances / 2 + (node.articles.length - 1) / 2 - (2 * node.id) / nodes.length;
}

const AGAIN = 0.6; // what each further proposal of the same actor loses, so that others are heard

export function proposalsNow() {
  const heard = new Map();
  return selection()
    .matching.map((id) => nodes[id])
    .filter((node) => node.group === "Proposal")
    .map((node) => ({ node, score: weight(node) }))
    .sort((a, b) => b.score - a.score || a.node.id - b.node.id)
    .map(({ node, score }) => {
      const by = parties(node.id, "proposedBy").join();
      const before = heard.get(by) || 0;
      heard.set(by, before + 1);
      return { node, score: score - AGAIN * before };
    })
    .sort((a, b) => b.score - a.score || a.node.id - b.node.id)
    .map(({ node }) => node);
}

export const sureWords = (node) => (node.confidence === undefined ? "" : `${Math.round(node.confidence * 100)} % sure`);

// "A, B and C", of each once.
function names(all) {
  const ids = distinct(all);
  const link = (i) => (i === 0 ? "" : i === ids.length - 1 ? " and " : ", ");
  return ids.map((id, i) => [link(i), h("span", { class: "party" }, glyph(nodes[id], 13), nodeLink(id))]);
}

function stance(type, id, words, mark, kind) {
  const ids = parties(id, type);
  return (
    ids.length > 0 &&
    h("p", { class: `stance ${kind}` }, h("span", { class: "mark", "aria-hidden": "true" }, mark), words, names(ids))
  );
}

const bare = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");

// The sentence that says it in full, which a headline seldom does; else the first.
function bestRow(node) {
  const wanted = bare(node.content || node.name);
  return node.ev.find(([sentence]) => bare(sentences[sentence][1]).includes(wanted)) || node.ev[0];
}

function card(node) {
  const to = parties(node.id, "addressedTo");
  const row = bestRow(node);
  const article = row ? nodes[sentences[row[0]][0]] : null;
  const facts = [dateWords(node.date), sureWords(node), node.articles.length > 1 && `${node.articles.length} articles`];
  return h(
    "li",
    { class: "proposal", "data-node": node.id, "aria-current": isChosen(node.id) ? "true" : null },
    h(
      "p",
      { class: "line" },
      h(
        "span",
        {},
        names(parties(node.id, "proposedBy")),
        h("span", { class: "act" }, ` ${ACTS[node.act] || "proposed"} `),
        to.length > 0 && [
          h("span", { class: "arrow", "aria-hidden": "true" }, "→ "),
          h("span", { class: "unseen" }, "to "),
          names(to),
        ],
      ),
      node.status && node.status !== "proposed" && h("span", { class: `status ${node.status.split(" ")[0]}` }, node.status),
    ),
    h(
      "p",
      { class: "content" },
      h("button", { class: "link", click: () => select({ node: node.id }) }, proposalWords(node)),
    ),
    stance("supportedBy", node.id, "for: ", "▲ ", "for"),
    stance("opposedBy", node.id, "against: ", "▼ ", "against"),
    row && h("blockquote", {}, quoted(row)),
    h(
      "p",
      { class: "source" },
      [article && (article.publisher || article.headline || article.name), ...facts].filter(Boolean).join(" · "),
    ),
  );
}

export function board() {
  const found = proposalsNow();
  return h(
    "section",
    { class: "board", "aria-labelledby": "board-title" },
    h(
      "h2",
      { id: "board-title" },
      "Who proposes what to whom",
      h("span", { class: "count" }, ` ${counted(found.length, "proposal")}`),
    ),
    found.length
      ? list(found, card, FIRST, "proposals")
      : noneOf("proposal", (node) => node.group === "Proposal"),
  );
}
