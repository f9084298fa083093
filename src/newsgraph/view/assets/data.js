// The graph as it was written into the page, with the indexes that everything else looks things up in.

export const data = JSON.parse(document.getElementById("data").textContent);
export const { nodes, edges, sentences, kinds } = data;

export const byKey = new Map();
export const ties = nodes.map(() => []);
export const fromArticle = new Map();

for (const node of nodes) {
  byKey.set(node.key, node.id);
  node.name = node.name || node.label.replaceAll("\n", " ");
}
edges.forEach((edge, id) => {
  edge.id = id;
  ties[edge.from].push(id);
  if (edge.to !== edge.from) ties[edge.to].push(id);
});

export const isArticle = (node) => node.group === "Article";
export const isOccurrence = (node) => node.group === "Event" || node.group === "Proposal" || node.group === "Statement";
export const isActor = (node) => ["actor", "country", "agency"].includes(kinds[node.group].category);
export const other = (edge, id) => (edge.from === id ? edge.to : edge.from);

// The actor's side of a tie is always `from` where the tie is drawn backwards (agent, proposedBy, ...).
export const isBackwards = (edge) => data.ties[edge.type].backwards;
export const subjectOf = (edge) => (isBackwards(edge) ? edge.to : edge.from);
export const objectOf = (edge) => (isBackwards(edge) ? edge.from : edge.to);

// The far ends of a node's ties of one type, where the node is the tie's subject in the graph.
export function parties(id, type) {
  const found = [];
  for (const tie of ties[id]) {
    const edge = edges[tie];
    if (edge.type === type && subjectOf(edge) === id) found.push(objectOf(edge));
  }
  return [...new Set(found)];
}

// The nodes that name this one by a tie of a type: the events of which an actor is the agent.
export function namedBy(id, type) {
  const found = [];
  for (const tie of ties[id]) {
    const edge = edges[tie];
    if (edge.type === type && objectOf(edge) === id) found.push(subjectOf(edge));
  }
  return [...new Set(found)];
}

for (const node of nodes) {
  const articles = new Set(node.ev.map((row) => sentences[row[0]][0]).filter((article) => article >= 0));
  if (isOccurrence(node)) for (const article of parties(node.id, "reportedIn")) articles.add(article);
  node.articles = [...articles];
  for (const article of articles) {
    if (!fromArticle.has(article)) fromArticle.set(article, []);
    fromArticle.get(article).push(node.id);
  }
}

export const publisherOf = (article) => nodes[article].publisher || "(source not given)";
for (const node of nodes) {
  const from = isArticle(node) ? [node.id] : node.articles;
  node.publishers = [...new Set(from.map(publisherOf))];
}

// A date may be a day, a month or a year: as the days on which it begins and ends.
export function daysOf(date) {
  const found = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date || "");
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2] || 0), Number(found[3] || 0)];
  if (month > 12 || day > 31) return null;
  const start = Date.UTC(year, month ? month - 1 : 0, day || 1) / 86400000;
  const end = day ? start : month ? Date.UTC(year, month, 0) / 86400000 : Date.UTC(year, 11, 31) / 86400000;
  return [start, end];
}

export const isoDay = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
for (const node of nodes) node.days = daysOf(node.date);

export function eventKind(node) {
  return data.events[node.kind] || { name: node.kind || "Event", quad: "neutral" };
}
export const quadOf = (node) => node.quad || eventKind(node).quad;
