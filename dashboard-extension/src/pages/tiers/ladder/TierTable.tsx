import { useIntl } from "react-intl";

import { asList } from "@/kit/config/document";
import { useFormat } from "@/kit/format";
import { Table, type Column } from "@/kit/Table";
import { useText } from "@/kit/use-text";

import { tiersOf, type Tier } from "./ladder";
import { useMeasureText } from "./measure";
import messages from "./messages";

/** The tiers of a version, highest first as a ladder is seen, and what reaches each. */
export function TierTable({ config }: { config: unknown }) {
  const intl = useIntl();
  const text = useText(messages);
  const format = useFormat();
  const measure = useMeasureText();
  const reached = ({ document }: Tier) =>
    document.everybody === true ? text("everybody") : measure(document.entry) || text("given");
  const kept = ({ document }: Tier) => {
    if (document.everybody === true || document.protected === true) return text("keptAlways");
    return measure(document.keep) || (document.entry ? text("keptSame") : "-");
  };
  const columns: Column<Tier>[] = [
    { key: "name", title: text("name"), cell: ({ name }) => name },
    { key: "reached", title: text("reached"), cell: reached },
    { key: "kept", title: text("kept"), cell: kept },
    {
      key: "benefits",
      title: text("benefitCount"),
      end: true,
      cell: ({ document }) => format.number(asList(document.benefits).length),
    },
  ];
  return (
    <Table
      label={text("tiersOfVersion")}
      columns={columns}
      rows={tiersOf(config, intl.locale).reverse()}
      rowKey={({ slug, rank }) => `${rank} ${slug}`}
      empty={text("noTiers")}
    />
  );
}
