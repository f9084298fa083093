// Events that only say once more what a proposal says: that it was made, by the same in the same sentences, and what is
// asked for as something that may come. In pictures they are one mark with it; tables list them.

import { nodes, parties } from "./data.js";

const ASKING = new Set(["REQUEST", "AGREE"]);

function within(row, marks) {
  return (marks.get(row[0]) || []).some(([start, end]) => row[1] >= start && row[2] <= end);
}

// By event id, the proposal that it echoes.
export const echoOf = new Map();
{
  const bySentence = new Map();
  const marksOf = new Map();
  for (const node of nodes) {
    if (node.group !== "Proposal") continue;
    const marks = new Map();
    for (const [sentence, start, end] of node.ev) {
      marks.set(sentence, [...(marks.get(sentence) || []), [start, end]]);
      bySentence.set(sentence, [...(bySentence.get(sentence) || []), node.id]);
    }
    marksOf.set(node.id, marks);
  }
  for (const node of nodes) {
    if (node.group !== "Event" || node.named || !node.ev.length) continue;
    const near = new Set(node.ev.flatMap((row) => bySentence.get(row[0]) || []));
    const agents = parties(node.id, "agent");
    const isContent = node.factuality === "possible" || node.factuality === "future";
    const mine = [...near].filter((id) => agents.some((agent) => parties(id, "proposedBy").includes(agent)));
    // Its first sentence decides; in others it is only spoken of again.
    const asked = ASKING.has(node.kind) ? mine.find((id) => marksOf.get(id).has(node.ev[0][0])) : undefined;
    const content = isContent ? [...near].find((id) => node.ev.every((row) => within(row, marksOf.get(id)))) : undefined;
    const found = asked ?? content;
    if (found !== undefined) echoOf.set(node.id, found);
  }
}
