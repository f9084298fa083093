// The sentences that a node or tie rests on, with the words marked and the way to their article.

import { h, webLink, counted } from "./dom.js";
import { nodes, sentences } from "./data.js";
import { dateWords } from "./words.js";
import { select } from "./actions.js";

const FIRST = 4;

export function evidenceList(rows, { open = true } = {}) {
  if (!rows.length) return h("p", { class: "none" }, "No sentence is recorded.");
  const box = h("div", { class: "evidence" });
  const show = (from, to) => box.append(...rows.slice(from, to).map(evidence));
  show(0, FIRST);
  if (rows.length > FIRST) {
    const more = h(
      "button",
      {
        class: "more",
        click: () => {
          more.remove();
          show(FIRST, rows.length);
        },
      },
      `Show ${rows.length - FIRST} more`,
    );
    box.append(more);
  }
  if (open) return box;
  return h("details", { class: "why" }, h("summary", {}, counted(rows.length, "sentence")), box);
}

function evidence([sentence, start, end, by]) {
  const [article, text] = sentences[sentence];
  const source = article >= 0 ? nodes[article] : null;
  return h(
    "figure",
    { class: "quote" },
    h("blockquote", {}, text.slice(0, start), h("mark", {}, text.slice(start, end)), text.slice(end)),
    h(
      "figcaption",
      {},
      by !== undefined && [
        "according to ",
        h("button", { class: "link", click: () => select({ node: by }) }, nodes[by].name),
        " · ",
      ],
      source
        ? [
            h(
              "button",
              { class: "link", title: "All that is known from this article", click: () => select({ node: article }) },
              source.headline || source.name,
            ),
            source.publisher && ` · ${source.publisher}`,
            source.date && ` · ${dateWords(source.date)}`,
            source.url && [" · ", webLink(source.url, "open")],
          ]
        : "article not in this graph",
    ),
  );
}
