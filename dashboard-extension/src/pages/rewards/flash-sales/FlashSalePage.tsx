import { Zap } from "lucide-react";
import { useIntl } from "react-intl";
import { useNavigate, useParams } from "react-router-dom";
import { useQuery } from "urql";

import { LoyaltyAllFlashSalesDocument } from "@/graphql/all_flash_sales";
import { LoyaltyFlashSaleSaveDocument } from "@/graphql/flash_sale_save";
import { useAction } from "@/kit/action";
import { ConfigCard, Refused, useEditing } from "@/kit/editing";
import { LeaveGuard } from "@/kit/leave";
import { MissingPage } from "@/kit/MissingPage";
import { DetailPage, SaveBar } from "@/kit/Page";
import { chosenSlug } from "@/kit/SlugField";
import { Loaded, Loading } from "@/kit/states";

import { Availability, checkedAvailability, type Available } from "../Availability";
import shared from "../messages";
import { Needs } from "../Needs";
import messages from "./messages";
import { Pieces } from "./Pieces";
import type { Sale } from "./taken";
import { SalePill } from "./SalePill";

export function Component() {
  return (
    <Needs permission="MANAGE_PROGRAMMES">
      <One />
    </Needs>
  );
}

function useBack() {
  const intl = useIntl();
  return {
    to: "/rewards/flash-sales",
    label: intl.formatMessage(messages.all),
    icon: <Zap size={20} />,
  };
}

function One() {
  const { id } = useParams();
  const back = useBack();
  const [answer, ask] = useQuery({ query: LoyaltyAllFlashSalesDocument });
  const again = () => ask({ requestPolicy: "network-only" });
  return (
    <Loaded answer={answer} retry={again}>
      {({ loyaltyFlashSales: sales }) => {
        const sale = sales.find((one) => one.id === id);
        if (id !== undefined && !sale)
          return answer.fetching ? <Loading /> : <MissingPage back={back} />;
        return (
          <Edit key={id ?? "new"} sale={sale} taken={sales.map(({ slug }) => slug)} again={again} />
        );
      }}
    </Loaded>
  );
}

interface EditProps {
  /** Undefined: a new one. */
  sale: Sale | undefined;
  taken: string[];
  again: () => void;
}

function Edit({ sale, taken, again }: EditProps) {
  const intl = useIntl();
  const navigate = useNavigate();
  const back = useBack();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const save = useAction(LoyaltyFlashSaleSaveDocument, { success: text("saved"), silent: true });
  const editing = useEditing<Available>({
    subject: "FLASH_SALE",
    initial: {
      slug: sale?.slug ?? null,
      config: sale?.config ?? { name: {}, items: [] },
      active: sale?.active ?? false,
      startsAt: sale?.startsAt ?? null,
      endsAt: sale?.endsAt ?? null,
    },
    refusals: save.errors,
    check: (values) => checkedAvailability(values, sale ? undefined : taken, true),
  });
  const { form } = editing;
  const submit = async () => {
    if (!(await editing.ready())) return;
    const { slug, startsAt, endsAt, ...rest } = form.values;
    const outcome = await save.run({
      ...rest,
      slug: sale?.slug ?? chosenSlug(slug, rest.config),
      startsAt: startsAt ?? "",
      endsAt: endsAt ?? "",
    });
    if (!outcome.done) return;
    editing.settle();
    const made = outcome.payload.flashSale;
    again();
    if (!sale && made)
      navigate(`/rewards/flash-sales/${encodeURIComponent(made.id)}`, { replace: true });
  };
  return (
    <DetailPage
      title={sale?.name ?? text("create")}
      beside={sale && <SalePill sale={sale} />}
      back={back}
      aside={
        <Availability
          editing={editing}
          isNew={!sale}
          intro={text("scheduleIntro")}
          label={text("active")}
          hint={text("activeHint")}
          dated
        />
      }
      foot={
        <SaveBar
          onSave={() => void submit()}
          onBack={() => navigate(back.to)}
          dirty={form.dirty}
          saving={save.busy}
        />
      }
    >
      <Refused editing={editing} />
      {sale && <Pieces items={sale.items} />}
      <ConfigCard
        editing={editing}
        title={intl.formatMessage(shared.details)}
        only={["name", "description"]}
      />
      <ConfigCard
        editing={editing}
        title={text("items")}
        intro={text("itemsIntro")}
        only={["items"]}
      />
      <ConfigCard editing={editing} title={text("days")} only={["keep_minutes", "days"]} />
      <ConfigCard
        editing={editing}
        title={text("gate")}
        intro={text("gateIntro")}
        only={["gate"]}
      />
      <LeaveGuard dirty={form.dirty && !save.busy} />
    </DetailPage>
  );
}
