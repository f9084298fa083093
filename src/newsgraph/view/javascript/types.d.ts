// What the page is made of, for `npm run types`.

interface GraphNode {
  id: number;
  key: string;
  label: string;
  name: string;
  group: string;
  size: number;
  /** How often it is mentioned. */
  n: number;
  /** [sentence, mark start, mark end] or with the actor who says so. */
  ev: Evidence[];
  /** Its community. */
  c?: number;
  /** The first and the last day of its date, since 1970. */
  days: [number, number] | null;
  articles: number[];
  publishers: string[];
  [attribute: string]: any;
}

type Evidence = [sentence: number, start: number, end: number, by?: number];

interface GraphEdge {
  id: number;
  from: number;
  to: number;
  type: string;
  n: number;
  ev: Evidence[];
  [attribute: string]: any;
}

interface PageData {
  title: string;
  opening: number;
  /** The least confidence that is shown at first. */
  sure: number;
  kinds: Record<string, { category: string; shape: string; one: string; many: string }>;
  ties: Record<string, { words: string; backwards: boolean; tone: string }>;
  events: Record<string, { name: string; quad: string }>;
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** Those that several articles tell, the most told first. */
  stories: Story[];
  /** [article, sentence, start] or [article, start, end] of its text. */
  sentences: [number, any, number][];
  texts: Record<string, [string, number[]]>;
}

interface Story {
  /** The event that most of its articles tell. */
  main: number;
  start: string | null;
  end: string | null;
  places: number[];
  articles: number[];
  /** How many of the articles are no copies of one text. */
  independent: number;
  actors: number[];
  /** As it stood on the days of publication. */
  toll: [what: string, number: number, published: string][];
}

interface Selected {
  node?: number;
  /** An offset in the text of an article. */
  at?: number;
  edge?: number;
  pair?: number[];
}

interface PageState {
  view: string;
  selected: Selected | null;
  off: Record<string, string[]>;
  text: string;
  from: number | null;
  to: number | null;
  min: number;
  sure: number;
  between: number[] | null;
  rollUp: boolean;
  shown: number;
  added: number[];
  hidden: number[];
  pinned: Record<number, [number, number]>;
  focus: { node: number; hops: number } | null;
  path: number[] | null;
  folded: number[];
  table: string;
}

interface Window {
  newsgraph: unknown;
  trustedTypes?: any;
}

interface FocusOptions {
  focusVisible?: boolean;
}
