import "../tiers.css";

import { Button } from "@saleor/macaw-ui";
import { Ticket } from "lucide-react";
import type { ReactNode } from "react";
import { useParams } from "react-router-dom";

import { CodeListSetActiveDocument } from "@/graphql/code_list_set_active";
import { useAction } from "@/kit/action";
import { Callout, Card, Facts } from "@/kit/Card";
import { useConfirm } from "@/kit/Dialog";
import { useFormat } from "@/kit/format";
import { MissingPage } from "@/kit/MissingPage";
import { DetailPage } from "@/kit/Page";
import { Loaded } from "@/kit/states";
import { useText } from "@/kit/use-text";

import { Needs } from "../Needs";
import { ListPill } from "./ListPill";
import messages from "./messages";
import { UploadCard } from "./UploadCard";
import { useListName, useLists, type CodeList } from "./use-lists";

export function Component() {
  return (
    <Needs permission="MANAGE_PROGRAMMES">
      <One />
    </Needs>
  );
}

function One() {
  const { id } = useParams();
  const text = useText(messages);
  const { answer, again } = useLists();
  const back = { to: "/tiers/code-lists", label: text("all"), icon: <Ticket size={20} /> };
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyCodeLists: lists }) => {
        const list = lists?.find((one) => one.id === id);
        return list ? (
          <Shown key={list.id} list={list} back={back} again={again} />
        ) : (
          <MissingPage back={back} />
        );
      }}
    </Loaded>
  );
}

interface ShownProps {
  list: CodeList;
  back: { to: string; label: string; icon: ReactNode };
  again: () => void;
}

function Shown({ list, back, again }: ShownProps) {
  const text = useText(messages);
  const format = useFormat();
  const nameOf = useListName();
  const { stock } = list;
  const figures = ["total", "given", "free", "tooOld", "waiting"] as const;
  return (
    <DetailPage
      title={nameOf(list)}
      beside={<ListPill list={list} />}
      back={back}
      actions={<Switch list={list} again={again} />}
      aside={
        <Card title={text("details")}>
          <Facts
            facts={[
              { label: text("short"), value: list.slug },
              ...figures.map((name) => ({ label: text(name), value: format.number(stock[name]) })),
            ]}
          />
        </Card>
      }
    >
      {stock.waiting > 0 && (
        <Callout mood="warning">
          <p>{text("waitingText", { waiting: stock.waiting })}</p>
        </Callout>
      )}
      <UploadCard listId={list.id} again={again} />
    </DetailPage>
  );
}

function Switch({ list, again }: { list: CodeList; again: () => void }) {
  const text = useText(messages);
  const nameOf = useListName();
  const confirm = useConfirm();
  const { id, active } = list;
  const change = useAction(CodeListSetActiveDocument, {
    success: text(active ? "turnedOff" : "turnedOn"),
  });
  const ask = () =>
    confirm.ask({
      title: text(active ? "offTitle" : "onTitle", { name: nameOf(list) }),
      text: text(active ? "offText" : "onText"),
      confirm: text(active ? "turnOff" : "turnOn"),
      destructive: active,
      act: async () => {
        if ((await change.run({ id, active: !active })).done) again();
      },
    });
  return (
    <>
      {confirm.dialog}
      <Button variant="secondary" onClick={ask} disabled={change.busy}>
        {text(active ? "turnOff" : "turnOn")}
      </Button>
    </>
  );
}
