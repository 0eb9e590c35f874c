import "../engagement.css";

import { useMemo, useState } from "react";
import { useNavigate } from "react-router-dom";
import { useIntl } from "react-intl";

import { useViewer } from "@/app/viewer";
import { LoyaltyTaskCreateDocument } from "@/graphql/task_create";
import { useAction } from "@/kit/action";
import { Callout, Card } from "@/kit/Card";
import { ConfigEditor, useConfigFaults } from "@/kit/config/ConfigEditor";
import { TextField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import { LeaveGuard } from "@/kit/leave";
import kit from "@/kit/messages";
import { DetailPage, SaveBar } from "@/kit/Page";
import { NoAccess } from "@/kit/states";
import { isSlug, nameIn, slugOf } from "@/kit/slug";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import { Place, type TaskValues } from "./Place";
import { useBack } from "./use-task";

export function Component() {
  const { may, shop } = useViewer();
  const text = useText(messages);
  const back = useBack();
  if (!may("MANAGE_PROGRAMMES"))
    return (
      <DetailPage title={text("create")} back={back}>
        <NoAccess />
      </DetailPage>
    );
  return (
    <NewTask
      channel={shop.channels.find(({ programme, active }) => programme && active)?.slug ?? ""}
    />
  );
}

function NewTask({ channel }: { channel: string }) {
  const intl = useIntl();
  const text = useText(messages);
  const back = useBack();
  const navigate = useNavigate();
  const create = useAction(LoyaltyTaskCreateDocument, { success: text("created"), silent: true });
  const [initial] = useState<TaskValues>({
    slug: "",
    config: {
      name: {},
      counts: { kind: "orders" },
      steps: [{ goal: 3, gift: { points: 100 } }],
      channel,
    },
    position: 0,
    startsAt: null,
    endsAt: null,
  });
  const required = intl.formatMessage(kit.required);
  const form = useForm(initial, {
    check: ({ slug, config }) => {
      const wanted = slug || slugOf(nameIn(config));
      return isSlug(wanted) ? {} : { slug: slug ? text("slugWrong") : required };
    },
    refusals: create.errors,
  });
  const { config, position, startsAt, endsAt } = form.values;
  const slug = form.values.slug || slugOf(nameIn(config));
  const { faults, check } = useConfigFaults("TASK", config);
  // What is wrong with the whole of it is, before the first try, only that it is not finished.
  const [tried, setTried] = useState(false);
  const shown = useMemo(
    () => (tried ? faults : faults.filter(({ place }) => place !== "")),
    [faults, tried],
  );
  const [made, setMade] = useState(false);
  const save = async () => {
    setTried(true);
    const fine = form.check();
    if (!(await check()) || !fine) return;
    const outcome = await create.run({ slug, config, position: position ?? 0, startsAt, endsAt });
    if (!outcome.done) return;
    setMade(true);
    // The guard has to know first that nothing gets lost.
    setTimeout(() => navigate(`/engagement/tasks/${outcome.payload.task?.id}`, { replace: true }));
  };
  return (
    <DetailPage
      title={text("create")}
      back={back}
      foot={
        <SaveBar
          dirty={form.dirty}
          saving={create.busy}
          onSave={() => void save()}
          onBack={() => navigate(back.to)}
        />
      }
    >
      {form.rest.map(({ message }) => (
        <Callout key={message} mood="error" title={text("notSaved")}>
          <p>{message}</p>
        </Callout>
      ))}
      <ConfigEditor
        subject="TASK"
        value={config}
        onChange={(next) => form.set("config", next as TaskValues["config"])}
        faults={shown}
      />
      <Card title={text("shortName")}>
        <TextField
          label={text("slug")}
          hint={text("slugHint")}
          value={slug}
          onChange={(value) => form.set("slug", value)}
          error={form.errorOf("slug")}
        />
      </Card>
      <Place form={form} />
      <LeaveGuard dirty={form.dirty && !made} />
    </DetailPage>
  );
}
