import { useState } from "react";
import { useIntl } from "react-intl";
import { useClient } from "urql";

import {
  LoyaltyRedemptionExportDocument,
  type LoyaltyRedemptionExportQueryVariables,
} from "@/graphql/redemption_export";
import { useSession } from "@/session/context";

import { saveFile } from "../save-file";
import { wholeTable } from "./csv";
import messages from "./messages";

const PAGE = 100;

/** Writes what the filters leave into a file. `rows` is how far it is; undefined: not at it. */
export function useExport(filters: Omit<LoyaltyRedemptionExportQueryVariables, "first" | "after">) {
  const client = useClient();
  const session = useSession();
  const intl = useIntl();
  const [rows, setRows] = useState<number>();

  const page = async (after: string | null) => {
    const variables = { ...filters, first: PAGE, after };
    const { data, error } = await client
      .query(LoyaltyRedemptionExportDocument, variables)
      .toPromise();
    if (error) throw error;
    return data?.loyaltyRedemptionExport ?? { csv: "", rows: 0, endCursor: null };
  };
  const run = async () => {
    setRows(0);
    try {
      const table = await wholeTable(page, setRows);
      // Spreadsheets take a file for UTF-8 only with this sign at its beginning.
      saveFile("redemptions.csv", `\uFEFF${table.csv}`, "text/csv");
      session.notify("success", intl.formatMessage(messages.exported, { rows: table.rows }));
    } catch {
      session.notify("error", intl.formatMessage(messages.exportFailed));
    } finally {
      setRows(undefined);
    }
  };
  return { run: () => void run(), rows };
}
