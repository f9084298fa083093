// Colours for light and dark. Hues after Okabe and Ito (2008), told apart by every kind of colour vision; category is
// also told by shape, and standing on a proposal by the line's dashes.

const light = {
  ground: "#ffffff",
  ink: "#1b1f24",
  soft: "#59636e",
  line: "#8c959f",
  halo: "rgba(255,255,255,0.9)",
  mark: "#cf3f00",
  hit: "#00a3c4",
  Person: "#0072b2",
  collective: "#56b4e9",
  country: "#3d4a5c",
  agency: "#cc79a7",
  proposal: "#e69f00",
  place: "#8a8050",
  statement: "#9aa4b0",
  paper: "#a39b8b",
  other: "#9aa4b0",
  "verbal cooperation": "#7fd1b2",
  "material cooperation": "#009e73",
  "verbal conflict": "#f0a070",
  "material conflict": "#d55e00",
  neutral: "#b9c0c8",
  tones: {
    agent: "#47709d",
    target: "#b85f38",
    support: "#008a64",
    oppose: "#d55e00",
    place: "#8f8760",
    relation: "#7d6597",
    link: "#7f8993",
    article: "#98a1ab",
  },
  area: "#f1f5f9",
  land: "#e8ebee",
  border: "#ffffff",
  sea: "#f7f9fb",
  shade: [0, 114, 178],
};
const dark = {
  ground: "#14181d",
  ink: "#e8ecf1",
  soft: "#a3aebb",
  line: "#6b7683",
  halo: "rgba(20,24,29,0.9)",
  mark: "#ffb454",
  hit: "#38d1f0",
  Person: "#4ba3e3",
  collective: "#8fd0f5",
  country: "#aeb9c7",
  agency: "#dd9cc0",
  proposal: "#f2b632",
  place: "#b5aa75",
  statement: "#7d8894",
  paper: "#8d8675",
  other: "#7d8894",
  "verbal cooperation": "#8fdcc0",
  "material cooperation": "#1fb98d",
  "verbal conflict": "#f2b18a",
  "material conflict": "#f07427",
  neutral: "#7d8894",
  tones: {
    agent: "#7c9cc0",
    target: "#c98a6a",
    support: "#1fb98d",
    oppose: "#f07427",
    place: "#9a9368",
    relation: "#a593bb",
    link: "#7b8794",
    article: "#66717d",
  },
  area: "#1b222a",
  land: "#262d35",
  border: "#14181d",
  sea: "#171c22",
  shade: [86, 180, 233],
};

const wish = window.matchMedia("(prefers-color-scheme: dark)");
export const theme = () => (wish.matches ? dark : light);
export const onTheme = (listener) => wish.addEventListener("change", listener);

export function colourOf(node, category, quad) {
  const colours = theme();
  if (node.group === "Person") return colours.Person;
  if (category === "event") return colours[quad] || colours.neutral;
  return (
    {
      actor: colours.collective,
      country: colours.country,
      agency: colours.agency,
      proposal: colours.proposal,
      place: colours.place,
      statement: colours.statement,
      document: colours.paper,
      article: colours.paper,
      other: colours.other,
    }[category] || colours.other
  );
}

// The colour of an outline: dark enough on a light ground to be told from it (3 : 1).
export function outlineOf(colour) {
  if (theme() === dark) return colour;
  const parts = [1, 3, 5].map((at) => Math.round(parseInt(colour.slice(at, at + 2), 16) * 0.6));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
