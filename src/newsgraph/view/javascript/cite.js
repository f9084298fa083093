// How to cite an article, as an entry of BibTeX.

import { copy, counted, download, h, say } from "./dom.js";
import { nodes } from "./data.js";

const MEANT = { "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
// The characters that mean something to TeX.
const tex = (text) => String(text).replace(/[\\{}~^&%$#_]/g, (sign) => MEANT[sign] || `\\${sign}`).replace(/\s+/g, " ");
const slug = (text) => text.normalize("NFD").toLowerCase().match(/[a-z0-9]+/g) || [];

// The same for the same article in each build, by who published it, when and under what title.
function keyOf(node) {
  const year = String(node.date || "").slice(0, 4);
  const words = slug(node.headline || node.name).filter((word) => word.length > 3).slice(0, 3);
  return [slug(node.publisher || "article").join(""), year, ...words].filter(Boolean).join("-");
}

export function bibtexOf(node) {
  const fields = [
    ["title", `{${tex(node.headline || node.name)}}`],
    ["author", node.author && tex(node.author)],
    ["journal", node.publisher && tex(node.publisher)],
    ["date", node.date && String(node.date).slice(0, 10)],
    ["year", node.date && String(node.date).slice(0, 4)],
    ["url", node.url && /^https?:/.test(node.url) && node.url.replace(/[{}\\\s]/g, encodeURIComponent)],
  ];
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},`);
  return `@article{${keyOf(node)},\n${lines.join("\n")}\n}\n`;
}

export function saveBibtex(ids) {
  const seen = new Map();
  const entries = ids.map((id) => {
    const entry = bibtexOf(nodes[id]);
    const key = keyOf(nodes[id]);
    seen.set(key, (seen.get(key) || 0) + 1);
    return seen.get(key) > 1 ? entry.replace(key, `${key}-${seen.get(key)}`) : entry;
  });
  download("articles.bib", new Blob([entries.join("\n")], { type: "application/x-bibtex;charset=utf-8" }));
}

// The articles that something rests on, to be cited.
export function citation(ids) {
  if (!ids.length) return null;
  const text = ids.map((id) => bibtexOf(nodes[id])).join("\n");
  const take = async () => {
    await copy(text);
    say(`${counted(ids.length, "entry is", "entries are")} in the clipboard.`);
  };
  return h(
    "details",
    { class: "cite" },
    h("summary", {}, "Cite this"),
    h("pre", { tabindex: 0, role: "region", "aria-label": "BibTeX" }, text),
    h(
      "div",
      { class: "actions" },
      h("button", { click: take }, "Copy BibTeX"),
      h("button", { click: () => saveBibtex(ids) }, "Save .bib"),
    ),
  );
}
