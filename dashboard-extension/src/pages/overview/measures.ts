// What is drawn, from the one that matters most; each has a colour of the Dashboard's own theme,
// which is another one in the dark.

export const MEASURES = [
  { name: "issued", colour: "var(--chart-issued)" },
  { name: "spent", colour: "var(--chart-spent)" },
  { name: "expired", colour: "var(--chart-expired)" },
  { name: "takenBack", colour: "var(--chart-taken-back)" },
  { name: "adjusted", colour: "var(--chart-adjusted)" },
] as const;
