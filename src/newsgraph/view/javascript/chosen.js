// What is selected, marked in a view that stays as it is: nothing else is drawn again.

import { state } from "./state.js";

const ROWS = "li[data-node], tr[data-node], tr[data-edge]";
const ITEMS = ".item[data-node]";

export function isChosen(id) {
  const { selected } = state();
  return Boolean(selected) && selected.node === id;
}

// Rows say that they are current, marks of a drawing that they are pressed.
export function markChosen(box) {
  const chosen = state().selected || {};
  const [node, edge] = [chosen.node, chosen.edge].map(String);
  const isIt = ({ dataset }) => (dataset.node !== undefined ? dataset.node === node : dataset.edge === edge);
  for (const row of box.querySelectorAll(ROWS)) {
    if (isIt(row)) row.setAttribute("aria-current", "true");
    else if (row.hasAttribute("aria-current")) row.removeAttribute("aria-current");
  }
  for (const item of box.querySelectorAll(ITEMS)) {
    if (item.getAttribute("role") === "img") continue;
    const pressed = String(isIt(item));
    if (item.getAttribute("aria-pressed") !== pressed) item.setAttribute("aria-pressed", pressed);
  }
}
