import { useState } from "react";
import { useClient, type Client } from "urql";

import { LoyaltyMemberExportDocument } from "@/graphql/member_export";
import { useSession } from "@/session/context";

import type { wantedOf } from "./filters";
import { useText } from "./text";

const ROWS_AT_ONCE = 1000;

type Wanted = ReturnType<typeof wantedOf>;

/** The whole list as one table, asked for in pieces. Raises what the server says. */
export async function exported(
  client: Client,
  wanted: Wanted,
): Promise<{ csv: string; rows: number }> {
  let csv = "";
  let rows = 0;
  let after: string | null | undefined;
  do {
    const answer = await client
      .query(LoyaltyMemberExportDocument, { ...wanted, first: ROWS_AT_ONCE, after })
      .toPromise();
    const piece = answer.data?.loyaltyMemberExport;
    if (answer.error || !piece) throw answer.error ?? new Error();
    // Every piece begins with the names of the columns.
    csv += after ? withoutFirstLine(piece.csv) : piece.csv;
    rows += piece.rows;
    after = piece.endCursor;
  } while (after);
  return { csv, rows };
}

function withoutFirstLine(csv: string): string {
  return csv.slice(csv.indexOf("\n") + 1);
}

/** Offers a text as a file. A page in the Dashboard's frame can do that by a blob alone. */
export function download(name: string, text: string): void {
  // Spreadsheets take a file for their own country's letters unless it begins with this mark.
  const blob = new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function useExport(wanted: Wanted): { busy: boolean; run: () => Promise<void> } {
  const text = useText();
  const client = useClient();
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      const { csv, rows } = await exported(client, wanted);
      download("members.csv", csv);
      session.notify("success", text("exported", { members: rows }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : "";
      session.notify("error", text("exportFailed", { reason }));
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}
