/** A part of a long list of codes, small enough for one request. */
export interface Part {
  codes: string;
  /** How many lines stand before it. */
  before: number;
  lines: number;
}

const MOST_LINES = 10_000;
// A request to our endpoint holds 64 KB; the rest of it takes some.
const MOST_BYTES = 48 * 1024;

/** Cuts codes, one a line, into parts. Empty lines at the end count for nothing. */
export function partsOf(
  text: string,
  { lines: mostLines = MOST_LINES, bytes: mostBytes = MOST_BYTES } = {},
): Part[] {
  const all = text.replace(/\s+$/, "").split(/\r\n|\n|\r/);
  if (all.length === 1 && all[0]?.trim() === "") return [];
  const parts: Part[] = [];
  let begun: string[] = [];
  let size = 0;
  let before = 0;
  const close = () => {
    if (begun.length === 0) return;
    parts.push({ codes: begun.join("\n"), before, lines: begun.length });
    before += begun.length;
    begun = [];
    size = 0;
  };
  for (const line of all) {
    const bytes = sizeOf(line);
    if (begun.length === mostLines || (begun.length > 0 && size + bytes > mostBytes)) close();
    begun.push(line);
    size += bytes;
  }
  close();
  return parts;
}

/** As JSON writes it, with the end of its line. */
function sizeOf(line: string): number {
  return new TextEncoder().encode(JSON.stringify(line)).length;
}

export interface Report {
  added: number;
  repeated: number;
  known: number;
  refused: number;
  served: number;
  bad: { line: number; why: string }[];
}

export const EMPTY: Report = { added: 0, repeated: 0, known: 0, refused: 0, served: 0, bad: [] };

/** What became of all parts so far; lines are those of the whole. */
export function joined(sofar: Report, part: Report, before: number): Report {
  return {
    added: sofar.added + part.added,
    repeated: sofar.repeated + part.repeated,
    known: sofar.known + part.known,
    refused: sofar.refused + part.refused,
    served: sofar.served + part.served,
    bad: [...sofar.bad, ...part.bad.map(({ line, why }) => ({ line: line + before, why }))],
  };
}
