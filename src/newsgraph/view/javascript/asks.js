// A question in the search box: "Pakistan and India May 2025" asks for what went on between them in that month.

import { daysOf, isActor, isOccurrence, nodes } from "./data.js";
import { matches } from "./search.js";
import { monthOf } from "./month_of.js";
import { passing } from "./selection.js";
import { state } from "./state.js";

const partsOf = (text) => text.split(/\s*(?:,|–|—|\s(?:and|versus|vs\.?)\s)\s*/i).filter(Boolean);

function actorOf(name) {
  const [best] = matches(name, isActor, 1);
  return best && best.isWhole ? best.id : undefined;
}

// {between, from, to, month, count} where the query names one side and a month, or two sides; else null.
export function asked(query) {
  const [names, month] = monthOf(query);
  const whole = actorOf(names);
  const sides = whole === undefined ? partsOf(names).map(actorOf) : [whole];
  if (sides.length < 1 || sides.length > 2 || sides.includes(undefined) || sides[0] === sides[1]) return null;
  if (sides.length === 1 && !month) return null;
  const [from, to] = (month && daysOf(month)) || [null, null];
  if (month && from === null) return null;
  const passes = passing({ ...state(), between: sides, from, to });
  const count = nodes.filter((node) => passes[node.id] && isOccurrence(node)).length;
  return { between: sides, from, to, month, count };
}
