import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";

import { useViewer } from "@/app/viewer";
import { LoyaltyProgrammeUpdateDocument } from "@/graphql/programme_update";
import { useAction } from "@/kit/action";
import { Card } from "@/kit/Card";
import { ManyField, TextField } from "@/kit/fields";
import { useForm } from "@/kit/form";
import { LeaveGuard } from "@/kit/leave";
import kit from "@/kit/messages";
import messages from "@/kit/programme/messages";
import type { Programme } from "@/kit/programme/versions";
import { Refusals } from "@/kit/Refusals";

/** The name and the channels, which have no versions: a change counts at once. */
export function DetailsCard({ programme, again }: { programme: Programme; again: () => void }) {
  const intl = useIntl();
  const { shop } = useViewer();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const update = useAction(LoyaltyProgrammeUpdateDocument, {
    success: text("saved"),
    silent: true,
  });
  const form = useForm(
    { name: programme.name, channels: programme.channels },
    {
      refusals: update.errors,
      check: ({ name }) => (name.trim() === "" ? { name: intl.formatMessage(kit.required) } : {}),
    },
  );
  const save = async () => {
    if (!form.check()) return;
    const outcome = await update.run({ id: programme.id, ...form.values });
    if (!outcome.done) return;
    form.reset(form.values);
    again();
  };
  const fixed = !programme.active;
  return (
    <Card title={text("details")}>
      <LeaveGuard dirty={form.dirty} />
      <Refusals of={form.rest} />
      <TextField
        label={text("name")}
        value={form.values.name}
        error={form.errorOf("name")}
        disabled={fixed}
        onChange={(name) => form.set("name", name)}
      />
      <ManyField
        label={text("channels")}
        value={form.values.channels}
        choices={shop.channels.map(({ slug, name }) => ({ value: slug, label: name }))}
        error={form.errorOf("channels")}
        hint={text("channelsHint")}
        disabled={fixed}
        onChange={(channels) => form.set("channels", channels)}
      />
      {!fixed && (
        <div>
          <Button
            variant="secondary"
            onClick={() => void save()}
            disabled={!form.dirty || update.busy}
          >
            {intl.formatMessage(kit.save)}
          </Button>
        </div>
      )}
    </Card>
  );
}
