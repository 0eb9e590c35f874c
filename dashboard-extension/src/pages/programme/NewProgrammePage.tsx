import { ClipboardList } from "lucide-react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";

import { useViewer } from "@/app/viewer";
import { LoyaltyProgrammeCreateDocument } from "@/graphql/programme_create";
import { useAction } from "@/kit/action";
import { Card } from "@/kit/Card";
import { ManyField, TextField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import kit from "@/kit/messages";
import { LeaveGuard } from "@/kit/leave";
import { DetailPage, SaveBar } from "@/kit/Page";
import messages from "@/kit/programme/messages";
import { Refusals } from "@/kit/Refusals";
import { NoAccess } from "@/kit/states";

import { startingConfig } from "./starting";

const SLUG = /^[-a-z0-9_]{1,50}$/;

export function Component() {
  const { may } = useViewer();
  return may("MANAGE_PROGRAMMES") ? <NewProgramme /> : <NoAccess />;
}

function NewProgramme() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { shop, again } = useViewer();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const create = useAction(LoyaltyProgrammeCreateDocument, {
    success: text("created"),
    silent: true,
  });
  const form = useForm(
    { name: "", slug: "", channels: [] as string[] },
    {
      refusals: create.errors,
      check: ({ name, slug }) => ({
        ...(name.trim() === "" ? { name: intl.formatMessage(kit.required) } : {}),
        ...(SLUG.test(slug) ? {} : { slug: text("slugWrong") }),
      }),
    },
  );
  const save = async () => {
    if (!form.check()) return;
    const currencies = shop.channels.map(({ currency }) => currency);
    const config = startingConfig(currencies, shop.timeZone);
    const outcome = await create.run({ ...form.values, config });
    const made = outcome.done ? outcome.payload.programme : null;
    if (!made) return;
    form.reset();
    again();
    // After the guard has seen that nothing is unsaved any more.
    setTimeout(() => navigate(`/programme/${encodeURIComponent(made.id)}/versions/1`));
  };
  const back = { to: "/programme?all=1", label: text("all"), icon: <ClipboardList size={20} /> };
  return (
    <DetailPage
      title={text("create")}
      back={back}
      foot={
        <SaveBar
          onSave={() => void save()}
          onBack={() => navigate(back.to)}
          dirty={form.dirty}
          saving={create.busy}
          saveLabel={text("create")}
        />
      }
    >
      <LeaveGuard dirty={form.dirty && !create.busy} />
      <Refusals of={form.rest} />
      <Card title={text("details")} intro={text("createIntro")}>
        <TextField
          label={text("name")}
          value={form.values.name}
          error={form.errorOf("name")}
          required
          onChange={(name) => form.set("name", name)}
        />
        <TextField
          label={text("slug")}
          value={form.values.slug}
          error={form.errorOf("slug")}
          hint={text("slugHint")}
          required
          onChange={(slug) => form.set("slug", slug)}
        />
        <ManyField
          label={text("channels")}
          value={form.values.channels}
          choices={shop.channels.map(({ slug, name }) => ({ value: slug, label: name }))}
          error={form.errorOf("channels")}
          hint={text("channelsHint")}
          onChange={(channels) => form.set("channels", channels)}
        />
      </Card>
    </DetailPage>
  );
}
