// How nodes and lines are handed to vis-network.

import { data, kinds, quadOf } from "./data.js";
import { colourOf, outlineOf, theme } from "./theme.js";
import { OUTLINES } from "./glyphs.js";

const pageShape = ({ ctx, x, y, style }) => ({
  drawNode() {
    ctx.beginPath();
    OUTLINES.page.forEach(([dx, dy], i) => ctx[i ? "lineTo" : "moveTo"](x + dx * style.size, y + dy * style.size));
    ctx.closePath();
    ctx.fillStyle = style.color;
    ctx.fill();
    ctx.lineWidth = style.borderWidth;
    ctx.strokeStyle = style.borderColor;
    ctx.stroke();
  },
  nodeDimensions: { width: style.size * 2, height: style.size * 2 },
});

export function styleOf(node, { x, y }) {
  const { shape, category } = kinds[node.group];
  const colours = theme();
  const colour = colourOf(node, category, node.group === "Event" ? quadOf(node) : null);
  const unreal = node.group === "Event" && node.factuality && node.factuality !== "actual";
  const hollow = unreal || shape === "ring";
  const background = hollow ? colours.ground : colour;
  const border = outlineOf(colour);
  const style = {
    id: node.id,
    x,
    y,
    size: node.size,
    shape: shape === "page" ? "custom" : shape === "ring" ? "dot" : shape,
    color: {
      background,
      border,
      hover: { background, border: colours.ink },
      highlight: { background, border: colours.ink },
    },
    borderWidth: hollow ? 2.5 : 1.5,
    borderWidthSelected: hollow ? 2.5 : 1.5,
    shapeProperties: {
      borderDashes: unreal ? { possible: [6, 4], future: [2, 3], negated: [8, 0] }[node.factuality] || false : false,
    },
  };
  if (shape === "page") style.ctxRenderer = pageShape;
  return style;
}

export function lineOf(edge) {
  const { tone } = data.ties[edge.type];
  const colour = theme().tones[tone];
  const dashes = { oppose: [7, 4], place: [2, 4], link: [2, 4], article: [1, 4] }[tone] || false;
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    dashes: edge.former ? [4, 4] : dashes,
    width: 1.4 + 0.5 * Math.log2(edge.n || 1),
    smooth: edge.smooth ? { enabled: true, ...edge.smooth } : { enabled: false },
    color: { color: colour, hover: colour, highlight: colour, opacity: 0.85 },
  };
}

export const OPTIONS = {
  autoResize: true,
  physics: { enabled: false },
  layout: { improvedLayout: false },
  nodes: { labelHighlightBold: false, font: { size: 0 } },
  edges: {
    arrows: { to: { enabled: true, scaleFactor: 0.5 } },
    smooth: { enabled: false },
    hoverWidth: 0.6,
    selectionWidth: 0,
  },
  interaction: {
    hover: true,
    selectable: false,
    selectConnectedEdges: false,
    hoverConnectedEdges: false,
    tooltipDelay: 1e7,
    keyboard: false,
    zoomSpeed: 0.7,
  },
};
