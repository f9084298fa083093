// Search over names, aliases and sentences, with suggestions: a combobox after the ARIA pattern.

import { h, fill } from "./dom.js";
import { nodes, isArticle } from "./data.js";
import { dateWords, kindWords } from "./words.js";
import { findSentences, litUp } from "./fulltext.js";
import { hitting } from "./hits.js";
import { plain } from "./plain.js";
import { glyph } from "./glyphs.js";

let index = null;

function names() {
  index ||= nodes.flatMap((node) => [node.name, ...(node.aliases || [])].map((name) => [plain(name), name, node.id]));
  return index;
}

// The best matches, each node once: whole name, start of name, start of a word, anywhere; then by importance.
export function matches(query, which, most = 10) {
  const wanted = plain(query.trim());
  if (!wanted) return [];
  const found = new Map();
  for (const [text, name, id] of names()) {
    const at = text.indexOf(wanted);
    if (at < 0 || !which(nodes[id])) continue;
    const score =
      (text === wanted ? 0 : at === 0 ? 1 : /[\s\-("']/.test(text[at - 1]) ? 2 : 3) + (isArticle(nodes[id]) ? 4 : 0);
    if (!found.has(id) || score < found.get(id)[0]) found.set(id, [score, name]);
  }
  return [...found]
    .sort((a, b) => a[1][0] - b[1][0] || a[0] - b[0])
    .slice(0, most)
    .map(([id, [score, name]]) => ({ id, name, isWhole: score % 4 === 0 }));
}

function nameOption({ id, name }) {
  return [
    glyph(nodes[id], 14),
    h("span", { class: "name" }, name),
    h(
      "span",
      { class: "soft" },
      name === nodes[id].name ? kindWords(nodes[id]) : `${nodes[id].name} · ${kindWords(nodes[id])}`,
    ),
  ];
}

function questionOption({ between, month, count }) {
  const sides = between.map((id) => nodes[id].name);
  return [
    h("span", { class: "name" }, sides.length > 1 ? `Between ${sides.join(" and ")}` : `With ${sides[0]}`),
    h("span", { class: "soft" }, [month && dateWords(month), `${count.toLocaleString("en")} found`].filter(Boolean).join(" · ")),
  ];
}

function allOption({ text, count }) {
  return [
    h("span", { class: "name" }, `All with “${text}”, lit in every view`),
    h("span", { class: "soft" }, `${count.toLocaleString("en")} found`),
  ];
}

function optionOf(one) {
  if (one.question) return questionOption(one.question);
  if (one.all) return allOption(one.all);
  return one.id !== undefined ? nameOption(one) : sentenceOption(one);
}

function sentenceOption({ article, text, terms }) {
  const lit = litUp(text, terms);
  // From a little before the first word that is hit.
  const from = Math.max(0, lit.findIndex(([, isHit]) => isHit) - 12);
  const source = nodes[article];
  return h(
    "span",
    { class: "sentence" },
    from > 0 && "… ",
    lit.slice(from, from + 60).map(([words, isHit]) => (isHit ? h("mark", {}, words) : words)),
    source && h("span", { class: "soft" }, ` ${source.publisher || source.name}`),
  );
}

// A field with a list of what it may mean: nodes (those of which `which` is true), and sentences where `read` is given,
// which takes the article and the offset.
/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {(id: number) => void} chosen
 * @param {{which?: (node: GraphNode) => boolean, read?: any, ask?: any, questionOf?: (query: string) => any, narrow?: any}} [options]
 */
export function combobox(input, list, chosen, { which = () => true, read = null, ask = null, questionOf = () => null, narrow = null } = {}) {
  /** @type {any[]} */
  let found = [];
  let at = -1;
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    at = -1;
  };
  const pick = (i) => {
    const { id, article, start, question, all } = found[i];
    input.value = "";
    close();
    if (question) ask(question);
    else if (all) narrow(all.text);
    else if (id !== undefined) chosen(id);
    else read(article, start);
  };
  const mark = (i) => {
    at = i;
    [...list.children].forEach((option, n) => option.setAttribute("aria-selected", String(n === i)));
    if (i >= 0) {
      input.setAttribute("aria-activedescendant", list.children[i].id);
      list.children[i].scrollIntoView({ block: "nearest" });
    }
  };
  const open = () => {
    found = matches(input.value, which);
    const text = input.value.trim();
    const count = narrow && text.length > 2 ? nodes.filter(hitting(text)).length : 0;
    if (count) found.push({ all: { text, count } });
    if (read) found.push(...findSentences(input.value, 8));
    const question = ask && questionOf(input.value);
    if (question) found.unshift({ question });
    if (!input.value.trim()) return close();
    fill(
      list,
      found.length
        ? found.map((one, i) =>
            h(
              "li",
              {
                role: "option",
                id: `${list.id}-${i}`,
                "aria-selected": "false",
                mousedown: (event) => event.preventDefault(),
                click: () => pick(i),
              },
              optionOf(one),
            ),
          )
        : h("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, read ? "No name and no sentence like this" : "No name like this"),
    );
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    return mark(found.length ? 0 : -1);
  };
  input.addEventListener("input", open);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && found.length && !list.hidden) mark((at + 1) % found.length);
    else if (event.key === "ArrowUp" && found.length && !list.hidden) mark((at - 1 + found.length) % found.length);
    else if (event.key === "Enter" && at >= 0) pick(at);
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

let number = 0;

// A field of its own that names a node, as for the other end of a path.
/**
 * @param {string} label
 * @param {(id: number) => void} chosen
 * @param {(node: GraphNode) => boolean} [which]
 */
export function nameField(label, chosen, which = () => true) {
  const id = `names-${++number}`;
  const list = h("ul", { role: "listbox", id, "aria-label": "Suggestions", hidden: true });
  const input = h("input", {
    type: "text",
    role: "combobox",
    "aria-label": label,
    "aria-controls": id,
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: label,
  });
  combobox(input, list, chosen, { which });
  return h("div", { class: "search" }, input, list);
}
