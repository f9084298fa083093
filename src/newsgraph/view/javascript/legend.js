// What the lines of the drawing mean.

import { $, h, svg, fill } from "./dom.js";
import { data } from "./data.js";
import { theme, onTheme } from "./theme.js";

const TONES = [
  ["agent", "does, says, proposes", null],
  ["target", "to whom", null],
  ["support", "supports", null],
  ["oppose", "rejects", "7 4"],
  ["place", "where", "2 4"],
  ["relation", "belongs to", null],
  ["link", "other links", "2 4"],
];

const inUse = () => {
  const used = new Set(Object.values(data.ties).map((tie) => tie.tone));
  return TONES.filter(([tone]) => used.has(tone));
};

export function drawLegend() {
  fill(
    $("tie-legend"),
    inUse().map(([tone, words, dashes]) =>
      h(
        "span",
        {},
        svg(
          "svg",
          { width: 26, height: 8, "aria-hidden": "true" },
          svg("line", {
            x1: 0,
            y1: 4,
            x2: 26,
            y2: 4,
            stroke: theme().tones[tone],
            "stroke-width": 2,
            "stroke-dasharray": dashes,
          }),
        ),
        words,
      ),
    ),
  );
}
onTheme(drawLegend);
