// What to do where nothing is left: a way back to where there was something.

import { h } from "./dom.js";
import { canUndo, reset, undo } from "./state.js";

export const wayBack = () =>
  h(
    "span",
    { class: "way-back" },
    canUndo() && [h("button", { click: undo }, "Undo the last step"), " "],
    h("button", { click: reset }, "All filters off"),
  );
