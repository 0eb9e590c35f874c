import { Button } from "@saleor/macaw-ui";
import { useState } from "react";

import { useViewer } from "@/app/viewer";
import { LoyaltyMemberLotsDocument, type LoyaltyMemberLotsQuery } from "@/graphql/member_lots";
import { Card, Pill } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Empty, Loaded } from "@/kit/states";
import { Table, type Column } from "@/kit/Table";

import { ExtendDialog } from "../dialogs/ExtendDialog";
import { useFreshQuery } from "../fresh";
import { useText, useTextLanguage } from "../text";

type Lot = NonNullable<LoyaltyMemberLotsQuery["loyaltyMember"]>["lots"][number];

const MOST = 100;
const AT_FIRST = 5;

/** What is left of each credit, in the order it is spent. */
export function LotsCard({ id, open }: { id: string; open: boolean }) {
  const text = useText();
  const { may } = useViewer();
  const [extending, setExtending] = useState<Lot | "all">();
  const [all, setAll] = useState(false);
  const languageCode = useTextLanguage();
  const [answer, again] = useFreshQuery({
    query: LoyaltyMemberLotsDocument,
    variables: { id, first: MOST, languageCode },
  });
  const lots = answer.data?.loyaltyMember?.lots;
  const extendable = open && may("MANAGE_POINTS");
  const columns = useColumns(extendable ? setExtending : undefined);
  return (
    <Card
      title={text("lots")}
      intro={text("lotsIntro")}
      flush
      actions={
        extendable && lots?.some(({ expiresAt }) => expiresAt) ? (
          <Button variant="secondary" size="small" onClick={() => setExtending("all")}>
            {text("extend")}
          </Button>
        ) : undefined
      }
    >
      <Loaded answer={answer} retry={again}>
        {() =>
          lots?.length ? (
            <>
              <Table
                label={text("lots")}
                columns={columns}
                rows={all ? lots : lots.slice(0, AT_FIRST)}
                rowKey={({ entryId }) => entryId}
                empty={null}
              />
              {!all && lots.length > AT_FIRST && (
                <div className="more-rows">
                  <Button variant="tertiary" size="small" onClick={() => setAll(true)}>
                    {text("showAllLots", { credits: lots.length })}
                  </Button>
                </div>
              )}
            </>
          ) : (
            <div className="card-body">
              <Empty>{text("noLots")}</Empty>
            </div>
          )
        }
      </Loaded>
      {extending && (
        <ExtendDialog
          memberId={id}
          lot={extending === "all" ? undefined : extending}
          onClose={() => setExtending(undefined)}
        />
      )}
    </Card>
  );
}

function useColumns(extend: ((lot: Lot) => void) | undefined): Column<Lot>[] {
  const text = useText();
  const format = useFormat();
  return [
    {
      key: "what",
      title: text("cameBy"),
      cell: (lot) => (
        <>
          {lot.text} {lot.pending && <Pill mood="warning">{text("pending")}</Pill>}
        </>
      ),
    },
    { key: "earned", title: text("earned"), cell: (lot) => format.date(lot.earnedAt) },
    {
      key: "left",
      title: text("left"),
      end: true,
      cell: (lot) => (
        <>
          {format.number(lot.remaining)}{" "}
          <span className="grey">{text("ofAmount", { points: format.number(lot.amount) })}</span>
        </>
      ),
    },
    {
      key: "expires",
      title: text("expires"),
      cell: (lot) => (lot.expiresAt ? format.date(lot.expiresAt) : text("never")),
    },
    ...(extend
      ? [
          {
            key: "extend",
            title: "",
            end: true,
            cell: (lot: Lot) =>
              lot.expiresAt && (
                <Button
                  variant="tertiary"
                  size="small"
                  aria-label={text("extendOf", { what: lot.text })}
                  onClick={() => extend(lot)}
                >
                  {text("extendShort")}
                </Button>
              ),
          },
        ]
      : []),
  ];
}
