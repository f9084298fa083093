// What the parts of the network view share: vis-network itself, and what stands where at this moment.

import { $ } from "./dom.js";

export const stage = {
  network: null,
  positions: [], // by node id, of what is drawn
  placed: [], // labels, in pixels from the middle of the plane
  stamp: 0, // changes with the positions
  lit: null, // {nodes: Set, edges: Set} of what is selected
  hovered: null, // edge id
  isOverview: true, // nobody has zoomed or panned since all was fitted into view
};

// Where the middle of the plane is on the screen, the zoom, and the size of the view.
export function middle() {
  const { x, y } = stage.network.getViewPosition();
  const scale = stage.network.getScale();
  const canvas = $("canvas");
  return {
    dx: canvas.clientWidth / 2 - x * scale,
    dy: canvas.clientHeight / 2 - y * scale,
    scale,
    width: canvas.clientWidth,
    height: canvas.clientHeight,
  };
}

export function onScreen(id) {
  const { dx, dy, scale } = middle();
  const frame = $("canvas").getBoundingClientRect();
  return (
    stage.positions[id] && {
      x: frame.left + stage.positions[id].x * scale + dx,
      y: frame.top + stage.positions[id].y * scale + dy,
    }
  );
}
export function labelBox(id) {
  const label = stage.placed.find((one) => one.id === id);
  if (!label) return null;
  const { dx, dy } = middle();
  const frame = $("canvas").getBoundingClientRect();
  const [left, top, right, bottom] = label.box;
  return [frame.left + left + dx, frame.top + top + dy, frame.left + right + dx, frame.top + bottom + dy];
}
