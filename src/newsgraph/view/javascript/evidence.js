// The sentences that a node or tie rests on, with the words marked and the way to their article.

import { fill, h, webLink, counted } from "./dom.js";
import { nodes, sentences, texts } from "./data.js";
import { dateWords } from "./words.js";
import { select } from "./actions.js";

const FIRST = 4;
const LONGEST_MARK = 400;

// A sentence with its words marked; of more words than a mark can hold only the first are.
export function quoted([sentence, start, end]) {
  const text = sentences[sentence][1];
  const cut = end - start > LONGEST_MARK ? text.lastIndexOf(" ", start + LONGEST_MARK) : end;
  const stop = cut > start ? cut : start + LONGEST_MARK;
  return [text.slice(0, start), h("mark", {}, text.slice(start, stop)), text.slice(stop)];
}

export const quotes = (rows) => h("div", { class: "evidence" }, rows.map(evidence));

export function evidenceList(rows, { open = true } = {}) {
  if (!rows.length) return h("p", { class: "none" }, "No sentence is recorded.");
  const box = h("div", { class: "evidence" });
  const show = (from, to) => box.append(...rows.slice(from, to).map(evidence));
  // What is closed is made when it is opened.
  if (!open)
    return h(
      "details",
      { class: "why", toggle: () => !box.firstChild && fill(box, evidenceList(rows)) },
      h("summary", {}, counted(rows.length, "sentence")),
      box,
    );
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
  return box;
}

// The first sentence, and the way to the others.
export function firstOf(rows) {
  if (!rows.length) return null;
  const more = rows.length - 1;
  return [
    quotes(rows.slice(0, 1)),
    more > 0 &&
      h(
        "button",
        {
          class: "link quiet",
          click: ({ target }) => target.replaceWith(quotes(rows.slice(1))),
        },
        counted(more, "more sentence"),
      ),
  ];
}

function evidence(row) {
  const [sentence, , , by] = row;
  const [article, , from] = sentences[sentence];
  const at = texts.has(article) ? from + row[1] : undefined;
  const source = article >= 0 ? nodes[article] : null;
  return h(
    "figure",
    { class: "quote" },
    h("blockquote", {}, quoted(row)),
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
            [source.publisher, dateWords(source.date)].filter(Boolean).map((words) => `${words} · `),
            source.url && [webLink(source.url, "web"), " · "],
            h(
              "button",
              {
                class: "link",
                title: texts.has(article) ? "Read it in its article" : "All that is known from this article",
                click: () => select({ node: article, at }),
              },
              source.headline || source.name,
            ),
          ]
        : "article not in this graph",
    ),
  );
}
