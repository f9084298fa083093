// Every action by key, and a list of the keys.

import { $, h, fill, say } from "./dom.js";
import { nodes } from "./data.js";
import { state, undo } from "./state.js";
import { selection } from "./selection.js";
import { describe } from "./words.js";
import { expand, focus, hide, pin, select } from "./actions.js";
import { positionOf } from "./network.js";
import { fit, panBy, zoomBy } from "./camera.js";
import { fitMap, panMap, step, surface, zoomMap } from "./map_camera.js";
import { showFocused } from "./map_focus.js";
import { stage } from "./stage.js";

const KEYS = [
  ["/", "search"],
  ["Arrow keys", "in the network: to the next node in that direction; on the map: move it"],
  ["Shift + arrow keys", "in the network: move the picture; on the map: move it further"],
  ["+ − 0", "in the network and on the map: zoom in, out, to all"],
  ["Tab, then arrow keys", "on the map and the timeline: from one mark to the next"],
  ["Enter", "select a mark; to the details of what is selected"],
  ["F or double click", "only its neighbourhood"],
  ["E", "draw more of its neighbours"],
  ["H", "hide it"],
  ["P", "pin it, or let it go"],
  ["Shift or Ctrl + click", "on a second node: both together and the shortest path"],
  ["Escape", "nothing selected"],
  ["Ctrl + Z", "undo"],
  ["?", "this list"],
];

export function openHelp() {
  const dialog = $("help-dialog");
  fill(
    dialog,
    h("h2", { id: "help-title" }, "How to use this page"),
    h(
      "p",
      {},
      "Every node and every line rests on sentences of the articles: click one to read them. What is drawn is the most important part; ",
      "search, expand a node or move the slider to draw more.",
    ),
    h(
      "table",
      {},
      h(
        "tbody",
        {},
        KEYS.map(([key, words]) => h("tr", {}, h("th", { scope: "row" }, key), h("td", {}, words))),
      ),
    ),
    h("form", { method: "dialog" }, h("button", {}, "Close")),
  );
  dialog.showModal();
}

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// The nearest drawn node in a direction; what lies straight ahead counts as nearer.
function nextIn([dx, dy]) {
  const { drawn } = selection();
  const chosen = state().selected;
  if (!drawn.length) return undefined;
  if (!chosen || !("node" in chosen) || !selection().isDrawn[chosen.node]) return drawn[0];
  const { positions } = stage;
  const at = positions[chosen.node];
  if (!at) return drawn[0];
  let best;
  let least = Infinity;
  for (const id of drawn) {
    if (id === chosen.node || !positions[id]) continue;
    const [x, y] = [positions[id].x - at.x, positions[id].y - at.y];
    const ahead = x * dx + y * dy;
    if (ahead <= 0) continue;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    const far = ahead + 2.2 * aside;
    if (far < least) [best, least] = [id, far];
  }
  return best;
}

function inCanvas(event) {
  const chosen = state().selected;
  const id = chosen && "node" in chosen ? chosen.node : null;
  const direction = DIRECTIONS[event.key];
  if (direction && event.shiftKey) panBy(direction[0] * 80, direction[1] * 80);
  else if (direction) {
    const next = nextIn(direction);
    if (next === undefined) return say("There is no node further in this direction.");
    select({ node: next });
    say(describe(nodes[next]));
  } else if (event.key === "+" || event.key === "=") zoomBy(1.4);
  else if (event.key === "-") zoomBy(1 / 1.4);
  else if (event.key === "0") fit(selection().drawn, true);
  else if (event.key === "Enter") $("panel").focus();
  else if (id !== null && event.key === "f") focus(id);
  else if (id !== null && event.key === "e") expand(id);
  else if (id !== null && event.key === "h") hide(id);
  else if (id !== null && event.key === "p") pin(id, positionOf(id));
  else return undefined;
  event.preventDefault();
  return undefined;
}

// The arrow keys belong to the marks where one of them has the focus; the other keys are free there.
function inMap(event) {
  const onSurface = event.target === surface;
  const direction = DIRECTIONS[event.key];
  if (direction && onSurface) {
    const [dx, dy] = step(event.shiftKey);
    if (!panMap(direction[0] * dx, direction[1] * dy)) say("The map goes no further in this direction.");
  } else if (event.key === "+" || event.key === "=") zoomMap(1.4);
  else if (event.key === "-") zoomMap(1 / 1.4);
  else if (event.key === "0") fitMap();
  else if (event.key === "Enter" && (onSurface || event.target.getAttribute("aria-pressed") === "true"))
    $("panel").focus();
  else return;
  showFocused();
  event.preventDefault();
}

// From the panel back to the picture; who is in the picture already stays.
function toPicture() {
  const view = $(`view-${state().view}`);
  if (state().view === "network") $("canvas").focus();
  else if (!view.contains(document.activeElement)) (view.querySelector("[tabindex='0']") || $("panel")).focus();
}

export function startKeys() {
  for (const [picture, act] of [
    [$("canvas"), inCanvas],
    [surface, inMap],
  ])
    picture.addEventListener("keydown", (event) => !event.ctrlKey && !event.metaKey && !event.altKey && act(event));
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {Element} */ (event.target).closest("textarea, select, input:not([type=checkbox], [type=range])");
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && !typing) undo();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === "/" && !typing) $("search").focus();
    else if (event.key === "?" && !typing) openHelp();
    else if (event.key === "Escape" && !$("help-dialog").open && state().selected) {
      select(null);
      toPicture();
    } else return;
    event.preventDefault();
  });
}
