// The words that all views are narrowed to, lit wherever they stand: in texts by the browser's own highlights, on marks
// by a ring. Nothing of the page is changed for it but a class.

import { $ } from "./dom.js";
import { isOccurrence, nodes, sentences } from "./data.js";
import { plain } from "./plain.js";
import { state } from "./state.js";

const NAME = "hit";
const MOST = 2000; // ranges; more words nobody looks at one by one

let memo = { wanted: "", rows: new Set() };

/** Whether the words are in a node's name or in a sentence that it rests on. @param {string} text */
export function hitting(text) {
  const wanted = plain(text.trim());
  if (memo.wanted !== wanted) {
    const rows = new Set();
    sentences.forEach(([, sentence], i) => plain(sentence).includes(wanted) && rows.add(i));
    memo = { wanted, rows };
  }
  const { rows } = memo;
  return (/** @type {GraphNode} */ node) => plain(node.name).includes(wanted) || node.ev.some(([sentence]) => rows.has(sentence));
}

// What says so itself is lit; who only stands in the sentence is not.
function marking(text) {
  const wanted = plain(text.trim());
  const isHit = hitting(text);
  return (/** @type {number} */ id) => plain(nodes[id].name).includes(wanted) || (isOccurrence(nodes[id]) && isHit(nodes[id]));
}

/**
 * [start, end] of each place where a text has the words, whatever their case and accents.
 * @param {string} text
 * @param {string} words
 */
export function placesOf(text, words) {
  const wanted = plain(words.trim());
  if (!wanted) return [];
  let folded = "";
  const starts = []; // by character of `folded`, where it comes from
  let at = 0;
  for (const character of text) {
    const bare = plain(character);
    folded += bare;
    for (let i = 0; i < bare.length; i++) starts.push(at);
    at += character.length;
  }
  starts.push(text.length);
  const found = [];
  for (let i = folded.indexOf(wanted); i >= 0; i = folded.indexOf(wanted, i + wanted.length))
    found.push([starts[i], starts[i + wanted.length]]);
  return found;
}

// Of several elements in one of these the text reads on: "the [inquiry] led by".
const BLOCKS = "blockquote, p, li, td, th, h2, h3, dd, div, text";

/**
 * @param {Element} root
 * @param {string} words
 * @param {number} room
 */
function rangesIn(root, words, room) {
  const blocks = new Map();
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = /** @type {Text} */ (texts.currentNode);
    const block = text.parentElement.closest(BLOCKS) || root;
    if (!blocks.has(block)) blocks.set(block, []);
    blocks.get(block).push(text);
  }
  const ranges = [];
  for (const parts of blocks.values()) {
    if (ranges.length >= room) break;
    for (const [start, end] of placesOf(parts.map(({ data }) => data).join(""), words)) {
      const range = new Range();
      range.setStart(...pointIn(parts, start));
      range.setEnd(...pointIn(parts, end));
      ranges.push(range);
    }
  }
  return ranges;
}

// The text that an offset falls into, and the offset in it.
function pointIn(parts, offset) {
  let left = offset;
  const part = parts.find(({ data }) => left <= data.length || ((left -= data.length), false)) || parts.at(-1);
  return /** @type {[Text, number]} */ ([part, Math.min(left, part.data.length)]);
}

let lit = "";

function light() {
  const words = state().text.trim();
  const isHit = words ? marking(words) : () => false;
  const roots = [$(`view-${state().view}`), $("panel")];
  for (const root of roots) {
    for (const item of root.querySelectorAll(".item[data-node]")) {
      const { node } = item.dataset;
      item.classList.toggle("hit", node in nodes && isHit(Number(node)));
    }
  }
  if (!globalThis.Highlight) return;
  const ranges = [];
  if (words) for (const root of roots.filter((one) => one.getClientRects().length)) ranges.push(...rangesIn(root, words, MOST - ranges.length));
  if (words) CSS.highlights.set(NAME, new Highlight(...ranges));
  else CSS.highlights.delete(NAME);
  lit = words;
}

let asked = 0;
const lightSoon = () => {
  if (asked || (!state().text.trim() && !lit)) return;
  asked = requestAnimationFrame(() => {
    asked = 0;
    light();
  });
};

// From now on, whatever is drawn anew is lit.
export function startHits() {
  const watcher = new MutationObserver(lightSoon);
  for (const name of ["stage", "panel"]) watcher.observe($(name), { childList: true, subtree: true });
  lightSoon();
}

let drawnHits = { drawn: null, text: "", ids: [] };

/** Of what is drawn, what has the words. @param {number[]} drawn */
export function hitsAmong(drawn) {
  const text = state().text.trim();
  if (drawnHits.drawn !== drawn || drawnHits.text !== text)
    drawnHits = { drawn, text, ids: text ? drawn.filter(marking(text)) : [] };
  return drawnHits.ids;
}
