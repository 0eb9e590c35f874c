import "./rules.css";

import { Text } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { LoyaltyPreviewDocument } from "@/graphql/preview";
import { Card } from "@/kit/Card";
import { MomentField, SelectField } from "@/kit/fields";
import { useFormat } from "@/kit/format";
import { useListUrl } from "@/kit/list-url";
import { DetailPage } from "@/kit/Page";
import { Empty, Loaded } from "@/kit/states";
import { OrderField } from "@/kit/programme/OrderField";

import messages from "./messages";
import { PreviewResult } from "./PreviewResult";
import { WithProgrammes, type ProgrammeChoice } from "./Programmes";

export function Component() {
  const intl = useIntl();
  return (
    <WithProgrammes title={intl.formatMessage(messages.preview)}>
      {(programmes) => <Preview programmes={programmes} />}
    </WithProgrammes>
  );
}

function Preview({ programmes }: { programmes: ProgrammeChoice[] }) {
  const intl = useIntl();
  const format = useFormat();
  const list = useListUrl();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const orderId = list.get("order") ?? "";
  const versions = programmes.flatMap(({ name, versions: some }) =>
    some.map((version) => ({
      value: version.id,
      label: intl.formatMessage(messages.versionOf, {
        name,
        number: version.number,
        standing: version.validFrom
          ? intl.formatMessage(messages.standingOther, { date: format.date(version.validFrom) })
          : text("standingDraft"),
      }),
    })),
  );
  const versionId = versions.find(({ value }) => value === list.get("version"))?.value;
  const at = list.get("at") ?? null;
  return (
    <DetailPage
      title={text("preview")}
      aside={
        <Card title={text("preview")} intro={text("previewIntro")}>
          <OrderField value={orderId} onChange={(order) => list.set({ order })} />
          <SelectField
            label={text("version")}
            value={versionId ?? ""}
            choices={[{ value: "", label: text("asToday") }, ...versions]}
            onChange={(version) => list.set({ version })}
          />
          <MomentField
            label={text("at")}
            value={at}
            hint={text("atHint")}
            onChange={(moment) => list.set({ at: moment ?? undefined })}
          />
        </Card>
      }
    >
      {orderId === "" ? (
        <Empty>{text("chooseOrder")}</Empty>
      ) : (
        <Result key={`${orderId} ${versionId} ${at}`} {...{ orderId, versionId, at }} />
      )}
    </DetailPage>
  );
}

interface Asked {
  orderId: string;
  versionId: string | undefined;
  at: string | null;
}

function Result({ orderId, versionId, at }: Asked) {
  const intl = useIntl();
  const [answer, again] = useQuery({
    query: LoyaltyPreviewDocument,
    variables: { orderId, versionId, at: at ?? undefined },
  });
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyPreview: found }) =>
        found ? (
          <PreviewResult found={found} />
        ) : (
          <Text size={3} color="default2">
            {intl.formatMessage(messages.earnsNothing)}
          </Text>
        )
      }
    </Loaded>
  );
}
