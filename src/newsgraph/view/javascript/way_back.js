// What to say where nothing is left, and the way back to where there was something.

import { h } from "./dom.js";
import { nodes } from "./data.js";
import { canUndo, reset, state, undo, update } from "./state.js";
import { passing } from "./selection.js";

export const wayBack = () =>
  h(
    "span",
    { class: "way-back" },
    canUndo() && [h("button", { click: undo }, "Undo the last step"), " "],
    h("button", { click: reset }, "All filters off"),
  );

/**
 * Why there is no proposal, event or other node of a sort: none was found, none is sure enough, or none passes.
 * @param {string} sort as "proposal"
 * @param {(node: GraphNode) => any} isOne
 * @param {string} [only] what the view asks for besides, as "with a date"
 */
export function noneOf(sort, isOne, only = "") {
  const words = [sort, only].filter(Boolean).join(" ");
  const all = nodes.filter(isOne);
  if (!all.length) return h("p", { class: "none" }, `No ${words} was found.`);
  const passes = passing({ ...state(), sure: 0 });
  const unsure = all.filter((node) => passes[node.id]).length;
  if (!unsure) return h("p", { class: "none" }, `No ${words} passes the filters. `, wayBack());
  const found = unsure === 1 ? `1 ${words} is less sure than ` : `${unsure.toLocaleString("en")} are less sure than `;
  return h(
    "p",
    { class: "none" },
    unsure === 1 ? "" : `No ${words} is shown: `,
    `${found}${Math.round(state().sure * 100)} %. `,
    h("span", { class: "way-back" }, h("button", { click: () => update({ sure: 0 }) }, unsure === 1 ? "Show it" : "Show them")),
  );
}
