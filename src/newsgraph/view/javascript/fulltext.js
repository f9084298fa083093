// Search over every sentence: of the whole articles where the page holds them, else of what is quoted.

import MiniSearch from "minisearch";
import { sentences, texts } from "./data.js";
import { plain } from "./plain.js";


let index = null;
const found = []; // {article, start, text}

function build() {
  index = new MiniSearch({ fields: ["text"], idField: "id", processTerm: plain });
  for (const [article, { text, starts }] of texts)
    starts.forEach((start, i) => found.push({ article, start, text: text.slice(start, starts[i + 1]).trimEnd() }));
  for (const [article, text, start] of sentences) if (!texts.has(article)) found.push({ article, start, text });
  index.addAll(found.map(({ text }, id) => ({ id, text })));
}

// The sentences with all words of a query, the last of which may be a beginning.
export function findSentences(query, most) {
  if (plain(query).replace(/[^\p{L}\p{N}]/gu, "").length < 3) return [];
  if (!index) build();
  const options = { combineWith: "AND", prefix: (term, i, terms) => i === terms.length - 1 };
  return index
    .search(query, options)
    .slice(0, most)
    .map(({ id, terms }) => ({ ...found[id], terms }));
}

// The text in pieces [words, whether they are hit].
export function litUp(text, terms) {
  const wanted = new Set(terms);
  return text.split(/([\p{L}\p{N}\p{M}]+)/u).map((piece) => [piece, wanted.has(plain(piece))]);
}
