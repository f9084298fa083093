// A whole article with all that was found in it: each mark leads to what rests on it, each piece of evidence here.

import { h } from "./dom.js";
import { fromArticle, nodes, sentences, texts } from "./data.js";
import { selection } from "./selection.js";
import { describe } from "./words.js";
import { select } from "./actions.js";

// [start, end, node] of all evidence in an article for what passes the filters.
function marksOf(article) {
  const { passes } = selection();
  const marks = [];
  for (const id of fromArticle.get(article) || []) {
    if (!passes[id]) continue;
    for (const [sentence, start, end] of nodes[id].ev) {
      const [of, , from] = sentences[sentence];
      if (of === article && end > start) marks.push([from + start, from + end, id]);
    }
  }
  return marks;
}

// The text cut wherever a mark begins or ends, with the marks over each piece, the shortest first.
function pieces(text, marks) {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(([start, end]) => [start, end])])].sort((a, b) => a - b);
  const sorted = [...marks].sort((a, b) => a[0] - b[0]);
  let next = 0;
  let open = [];
  return cuts.slice(0, -1).map((start, i) => {
    while (next < sorted.length && sorted[next][0] <= start) open.push(sorted[next++]);
    open = open.filter((mark) => mark[1] > start);
    const over = [...open].sort((a, b) => a[1] - a[0] - (b[1] - b[0]));
    return { start, end: cuts[i + 1], over: [...new Set(over.map((mark) => mark[2]))] };
  });
}

const CLASS = { Event: "event", Proposal: "proposal-mark", Statement: "statement" };

export function reader(article, at) {
  const { text } = texts.get(article);
  /** @type {HTMLElement | null} */
  let here = null;
  const body = pieces(text, marksOf(article)).map(({ start, end, over }) => {
    const words = text.slice(start, end);
    const isHere = at !== undefined && start <= at && at < end;
    const piece = over.length
      ? h(
          "span",
          {
            role: "button",
            tabindex: 0,
            class: `hit ${CLASS[nodes[over[0]].group] || "name"}`,
            title: over.map((id) => describe(nodes[id])).join("\n"),
            click: () => select({ node: over[0] }),
            keydown: (event) => {
              if (event.key !== "Enter" && event.key !== " ") return;
              event.preventDefault();
              select({ node: over[0] });
            },
          },
          words,
        )
      : h("span", {}, words);
    if (isHere) here = piece;
    return piece;
  });
  if (here) {
    here.classList.add("here");
    // When it stands in the page.
    requestAnimationFrame(() => here.scrollIntoView({ block: "center" }));
  }
  return h("div", { class: "reader", lang: nodes[article].language || "en" }, body);
}
