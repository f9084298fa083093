// The network, drawn by vis-network from the positions that came with the page.

import { $, say } from "./dom.js";
import { nodes, edges, ties, other } from "./data.js";
import { state, update } from "./state.js";
import { selection } from "./selection.js";
import { shared } from "./routes.js";
import { theme, onTheme } from "./theme.js";
import { labelAt } from "./labels.js";
import { standing } from "./standing.js";
import { describe, tieSentence } from "./words.js";
import { lineOf, OPTIONS, styleOf } from "./styles.js";
import { middle, stage } from "./stage.js";
import { drawAbove } from "./overlay.js";

const visNodes = new vis.DataSet();
const visEdges = new vis.DataSet();
let isCrowded = false;
const CROWD = 2000;

export const positionOf = (id) => {
  const { x, y } = stage.positions[id] || nodes[id];
  return [Math.round(x || 0), Math.round(y || 0)];
};

export function startNetwork({ select, goTo, focus }) {
  const canvas = $("canvas");
  stage.network = new vis.Network(canvas, { nodes: visNodes, edges: visEdges }, OPTIONS);
  // One stop of the Tab key is enough; vis-network makes its own frame another.
  stage.network.canvas.frame.tabIndex = -1;
  stage.network.on("beforeDrawing", (ctx) => {
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.fillStyle = theme().ground;
    ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
    ctx.restore();
  });
  stage.network.on("afterDrawing", drawAbove);
  const under = (event) => {
    const id = stage.network.getNodeAt(event.pointer.DOM) ?? labelUnder(event.pointer.DOM);
    const edge = id === undefined ? stage.network.getEdgeAt(event.pointer.DOM) : undefined;
    return { id, edge };
  };
  stage.network.on("click", (event) => {
    const { id, edge } = under(event);
    const both =
      event.event.srcEvent &&
      (event.event.srcEvent.shiftKey || event.event.srcEvent.ctrlKey || event.event.srcEvent.metaKey);
    const chosen = state().selected;
    if (id !== undefined && both && chosen && "node" in chosen && chosen.node !== id) goTo(id, chosen.node);
    else if (id !== undefined) select({ node: id });
    else if (edge !== undefined) select({ edge });
    else if (chosen) select(null);
  });
  stage.network.on("doubleClick", (event) => {
    const { id } = under(event);
    if (id !== undefined) focus(id);
  });
  stage.network.on("hoverNode", ({ node, event }) => showTip(describe(nodes[node]), event));
  stage.network.on("hoverEdge", ({ edge, event }) => {
    stage.hovered = edge;
    showTip(tieSentence(edges[edge]), event);
    stage.network.redraw();
  });
  stage.network.on("blurNode", hideTip);
  stage.network.on("blurEdge", () => {
    stage.hovered = null;
    hideTip();
    stage.network.redraw();
  });
  stage.network.on("dragStart", hideTip);
  stage.network.on("zoom", () => {
    stage.isOverview = false;
    hideTip();
  });
  stage.network.on("dragEnd", ({ nodes: dragged }) => {
    stage.network.unselectAll();
    if (!dragged.length) {
      stage.isOverview = false;
      return;
    }
    const moved = stage.network.getPositions(dragged);
    const pinned = { ...state().pinned };
    for (const id of dragged) pinned[id] = [Math.round(moved[id].x), Math.round(moved[id].y)];
    update({ pinned });
    say(`${nodes[dragged[0]].name} is pinned where you put it.`);
  });
  onTheme(() => drawNetwork(true));
}

function showTip(text, event) {
  const tip = $("tip");
  const frame = $("view-network").getBoundingClientRect();
  tip.textContent = text;
  tip.hidden = false;
  tip.style.left = `${Math.min(event.clientX - frame.left + 14, frame.width - tip.offsetWidth - 8)}px`;
  tip.style.top = `${Math.min(event.clientY - frame.top + 14, frame.height - tip.offsetHeight - 8)}px`;
}
function hideTip() {
  $("tip").hidden = true;
}

function labelUnder(point) {
  const { dx, dy } = middle();
  const found = labelAt(stage.placed, point.x - dx, point.y - dy);
  return found && found.id;
}

function highlight() {
  const { selected, path } = state();
  if (!selected && !path) return null;
  const found = { nodes: new Set(), edges: new Set() };
  if (selected && "node" in selected) {
    if (!selection().isDrawn[selected.node]) return null;
    found.nodes.add(selected.node);
    for (const tie of ties[selected.node]) {
      if (!visEdges.get(tie)) continue;
      found.edges.add(tie);
      found.nodes.add(other(edges[tie], selected.node));
    }
    return found;
  }
  if (selected && "edge" in selected) {
    if (!visEdges.get(selected.edge)) return null;
    found.edges.add(selected.edge);
    found.nodes.add(edges[selected.edge].from).add(edges[selected.edge].to);
    return found;
  }
  const way = path || (selected && selected.pair) || [];
  for (const id of selected && "pair" in selected ? shared(...selected.pair) : []) {
    if (!selection().isDrawn[id]) continue;
    found.nodes.add(id);
    for (const tie of ties[id])
      if (selected.pair.includes(other(edges[tie], id)) && visEdges.get(tie)) found.edges.add(tie);
  }
  way.forEach((id, i) => {
    found.nodes.add(id);
    for (const tie of ties[id]) {
      if (i + 1 < way.length && other(edges[tie], id) === way[i + 1] && visEdges.get(tie)) found.edges.add(tie);
    }
  });
  return found;
}

// Bring vis-network's data to what is to be drawn, touching only what has changed.
export function drawNetwork(restyle = false) {
  const { drawn, lines } = selection();
  stage.positions = standing(drawn, state());
  stage.stamp++;
  const wanted = new Set(drawn);
  const wantedLines = new Set(lines);
  visEdges.remove(visEdges.getIds().filter((id) => !wantedLines.has(id)));
  visNodes.remove(visNodes.getIds().filter((id) => !wanted.has(id)));
  const changed = drawn.filter((id) => {
    const have = visNodes.get(id);
    return restyle || !have || have.x !== stage.positions[id].x || have.y !== stage.positions[id].y;
  });
  if (changed.length) visNodes.update(changed.map((id) => styleOf(nodes[id], stage.positions[id])));
  const fresh = restyle ? lines : lines.filter((id) => !visEdges.get(id));
  if (fresh.length) visEdges.update(fresh.map((id) => lineOf(edges[id])));
  // Thousands of lines take longer to draw than a hand to move: they come back when it rests.
  const crowded = lines.length > CROWD;
  if (crowded !== isCrowded)
    stage.network.setOptions({ interaction: { hideEdgesOnDrag: crowded, hideEdgesOnZoom: crowded } });
  isCrowded = crowded;
  stage.lit = highlight();
  $("nothing").hidden = drawn.length > 0;
  $("nothing").textContent = nodes.length ? "No node passes the filters." : "There is nothing in this graph.";
  stage.network.redraw();
}

export function drawSelected() {
  stage.lit = highlight();
  stage.network.redraw();
}
