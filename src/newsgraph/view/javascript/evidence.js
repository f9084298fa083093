// The sentences that a node or tie rests on, with the words marked and the way to their article.

import { fill, h, webLink, counted } from "./dom.js";
import { nodes, sentences, texts } from "./data.js";
import { dateWords } from "./words.js";
import { select } from "./actions.js";

const FIRST = 4;
const LONGEST_MARK = 400;

// A sentence with its words marked; of more words than a mark can hold only the first are.
function marked(sentence, spans) {
  const text = sentences[sentence][1];
  const pieces = [];
  let at = 0;
  for (const [begin, end] of [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (end <= at && pieces.length) continue;
    const start = Math.max(at, begin);
    const cut = end - start > LONGEST_MARK ? text.lastIndexOf(" ", start + LONGEST_MARK) : end;
    const stop = cut > start ? cut : Math.min(end, start + LONGEST_MARK);
    pieces.push(text.slice(at, start), h("mark", {}, text.slice(start, stop)));
    at = stop;
  }
  return [...pieces, text.slice(at)];
}

export const quoted = ([sentence, start, end]) => marked(sentence, [[start, end]]);

// What rests on several places of a sentence, or is told by several in it, has the sentence once.
function bySentence(rows) {
  const found = new Map();
  for (const [sentence, start, end, by] of rows) {
    if (!found.has(sentence)) found.set(sentence, { sentence, spans: [], tellers: new Set() });
    const one = found.get(sentence);
    one.spans.push([start, end]);
    if (by !== undefined) one.tellers.add(by);
  }
  return [...found.values()];
}

export const quotes = (rows) => figures(bySentence(rows));
const figures = (found) => h("div", { class: "evidence" }, found.map(evidence));

export function evidenceList(rows, { open = true } = {}) {
  if (!rows.length) return h("p", { class: "none" }, "No sentence is recorded.");
  const box = h("div", { class: "evidence" });
  const found = bySentence(rows);
  const show = (from, to) => box.append(...found.slice(from, to).map(evidence));
  // What is closed is made when it is opened.
  if (!open)
    return h(
      "details",
      { class: "why", toggle: () => !box.firstChild && fill(box, evidenceList(rows)) },
      h("summary", {}, counted(found.length, "sentence")),
      box,
    );
  show(0, FIRST);
  if (found.length > FIRST) {
    const more = h(
      "button",
      {
        class: "more",
        click: () => {
          more.remove();
          show(FIRST, found.length);
        },
      },
      `Show ${found.length - FIRST} more`,
    );
    box.append(more);
  }
  return box;
}

// The first sentence, and the way to the others.
export function firstOf(rows) {
  if (!rows.length) return null;
  const [first, ...others] = bySentence(rows);
  const more = others.length;
  return [
    figures([first]),
    more > 0 &&
      h(
        "button",
        {
          class: "link quiet",
          click: ({ target }) => target.replaceWith(figures(others)),
        },
        counted(more, "more sentence"),
      ),
  ];
}

function evidence({ sentence, spans, tellers }) {
  const [article, , from] = sentences[sentence];
  const at = texts.has(article) ? from + spans[0][0] : undefined;
  const source = article >= 0 ? nodes[article] : null;
  return h(
    "figure",
    { class: "quote" },
    h("blockquote", {}, marked(sentence, spans)),
    h(
      "figcaption",
      {},
      tellers.size > 0 && [
        "according to ",
        [...tellers].map((by, i) => [i > 0 && ", ", h("button", { class: "link", click: () => select({ node: by }) }, nodes[by].name)]),
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
