// Tabs after the ARIA pattern: only the one that is open is built.

import { h, fill } from "./dom.js";

let last = null; // what the reader opened before, which stays open from node to node where there is such a tab
let number = 0;

// `all` are [key, words, count, build]; those of which the count is 0 are left out.
export function tabs(all, label) {
  const found = all.filter(([, , count]) => count > 0);
  if (!found.length) return null;
  const id = `part-${++number}`;
  const box = h("div", { class: "tab-body", role: "tabpanel", id, tabindex: -1 });
  const open = (key, byHand) => {
    if (byHand) last = key;
    for (const [i, [name]] of found.entries()) {
      buttons[i].setAttribute("aria-selected", String(name === key));
      buttons[i].tabIndex = name === key ? 0 : -1;
      if (name !== key) continue;
      box.setAttribute("aria-labelledby", buttons[i].id);
      fill(box, found[i][3]());
    }
  };
  const move = (event, i) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = (i + by + found.length) % found.length;
    open(found[next][0], true);
    buttons[next].focus();
  };
  const buttons = found.map(([key, words, count], i) =>
    h(
      "button",
      {
        role: "tab",
        id: `${id}-${key}`,
        "aria-controls": id,
        click: () => open(key, true),
        keydown: (event) => move(event, i),
      },
      words,
      h("span", { class: "count" }, ` ${count.toLocaleString("en")}`),
    ),
  );
  open((found.find(([key]) => key === last) || found[0])[0], false);
  return h("div", { class: "parts" }, h("div", { role: "tablist", "aria-label": label, class: "part-tabs" }, buttons), box);
}
