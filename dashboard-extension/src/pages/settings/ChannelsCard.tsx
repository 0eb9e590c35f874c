import { useIntl } from "react-intl";

import { useViewer, type Shop } from "@/app/viewer";
import { Card } from "@/kit/Card";
import { Table, type Column } from "@/kit/Table";

import messages from "./messages";

type Channel = Shop["channels"][number];

/** Where the shop sells, and which programme covers it. */
export function ChannelsCard() {
  const intl = useIntl();
  const { shop } = useViewer();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const columns: Column<Channel>[] = [
    {
      key: "name",
      title: text("channel"),
      cell: ({ name, active }) => (
        <>
          {name} {!active && <span className="grey">· {text("inactive")}</span>}
        </>
      ),
    },
    { key: "currency", title: text("currency"), cell: ({ currency }) => currency },
    {
      key: "country",
      title: text("country"),
      cell: ({ country }) =>
        country ? (intl.formatDisplayName(country, { type: "region" }) ?? country) : "-",
    },
    {
      key: "programme",
      title: text("programme"),
      cell: ({ programme }) => programme ?? <span className="grey">{text("noProgramme")}</span>,
    },
  ];
  return (
    <Card title={text("channels")} intro={text("channelsIntro")} flush>
      <Table
        label={text("channels")}
        columns={columns}
        rows={shop.channels}
        rowKey={({ slug }) => slug}
        empty={text("noChannels")}
      />
    </Card>
  );
}
