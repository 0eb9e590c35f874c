import { Button } from "@saleor/macaw-ui";
import { useIntl } from "react-intl";

import { LoyaltyCampaignActivateDocument } from "@/graphql/campaign_activate";
import { LoyaltyCampaignEndDocument } from "@/graphql/campaign_end";
import { LoyaltyCampaignPauseDocument } from "@/graphql/campaign_pause";
import { LoyaltyCampaignResumeDocument } from "@/graphql/campaign_resume";
import { useAction } from "@/kit/action";
import { useConfirm } from "@/kit/Dialog";

import type { Campaign } from "./CampaignPage";
import messages from "./messages";

interface CampaignStepsProps {
  campaign: Campaign;
  dirty: boolean;
  again: () => void;
}

/** What can become of a campaign next. */
export function CampaignSteps({ campaign, dirty, again }: CampaignStepsProps) {
  const intl = useIntl();
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const activate = useAction(LoyaltyCampaignActivateDocument, { success: text("activated") });
  const pause = useAction(LoyaltyCampaignPauseDocument, { success: text("paused") });
  const resume = useAction(LoyaltyCampaignResumeDocument, { success: text("resumed") });
  const end = useAction(LoyaltyCampaignEndDocument, { success: text("ended") });
  const confirm = useConfirm();
  const { id, phase } = campaign;
  const name = campaign.name || campaign.slug;

  const ask = (step: "activate" | "pause" | "end", run: () => Promise<unknown>) =>
    confirm.ask({
      title: intl.formatMessage(messages[`${step}Title`], { name }),
      text: text(`${step}Text`),
      confirm: text(step),
      destructive: step === "end",
      act: async () => {
        await run();
        again();
      },
    });
  const goOn = async () => {
    await resume.run({ id });
    again();
  };
  const begun = phase === "UPCOMING" || phase === "RUNNING" || phase === "PAUSED";
  return (
    <>
      {confirm.dialog}
      {begun && (
        <Button variant="secondary" onClick={() => ask("end", () => end.run({ id }))}>
          {text("end")}
        </Button>
      )}
      {(phase === "UPCOMING" || phase === "RUNNING") && (
        <Button variant="secondary" onClick={() => ask("pause", () => pause.run({ id }))}>
          {text("pause")}
        </Button>
      )}
      {phase === "PAUSED" && (
        <Button variant="primary" onClick={() => void goOn()} disabled={resume.busy}>
          {text("resume")}
        </Button>
      )}
      {phase === "DRAFT" && (
        <Button
          variant="primary"
          disabled={dirty}
          title={dirty ? text("unsaved") : undefined}
          onClick={() =>
            ask("activate", () => activate.run({ id, revision: campaign.revision ?? "" }))
          }
        >
          {text("activate")}
        </Button>
      )}
    </>
  );
}
