// What the first click needs is made once while nobody clicks: code compiled, names measured, fonts found. What is made
// is thrown away and never seen; without it the first click on a hub takes three times as long as the next.

import { ties } from "./data.js";
import { state } from "./state.js";
import { passesButKinds, selection } from "./selection.js";
import { rehearseSelected } from "./network.js";
import { rehearsePanel } from "./panel.js";

const MANY = 20; // ties: a panel of fewer has not all that a panel can have
const idle = window.requestIdleCallback || ((act) => window.setTimeout(act, 50));

const foremost = () => selection().drawn.find((id) => ties[id].length >= MANY) ?? selection().drawn[0];

/** What each view's first click needs. */
export function rehearse() {
  idle(() => {
    passesButKinds();
    const id = foremost();
    if (id !== undefined && !state().selected) rehearsePanel(id);
  });
}

let painted = false;

/** What a click in the network needs, once its layout has come to rest. */
export function rehearseNetwork() {
  if (painted) return;
  painted = true;
  idle(() => {
    const id = foremost();
    if (id !== undefined && state().view === "network" && !state().selected) rehearseSelected(id);
  });
}
