interface Page {
  csv: string;
  rows: number;
  endCursor: string | null;
}

/** Asks for page after page, and puts the tables into one with a single line of titles. */
export async function wholeTable(
  ask: (after: string | null) => Promise<Page>,
  told: (rows: number) => void,
): Promise<{ csv: string; rows: number }> {
  let csv = "";
  let rows = 0;
  let after: string | null = null;
  do {
    const page: Page = await ask(after);
    csv += csv === "" ? page.csv : withoutTitles(page.csv);
    rows += page.rows;
    after = page.endCursor;
    told(rows);
  } while (after !== null);
  return { csv, rows };
}

// The titles are our own words, so no line ends inside of them.
function withoutTitles(csv: string): string {
  return csv.slice(csv.indexOf("\n") + 1);
}
