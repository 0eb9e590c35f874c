import type { ReactNode } from "react";

import { useViewer } from "@/app/viewer";
import type { LoyaltyEngagementSubject } from "@/graphql/schema";
import { NoAccess } from "@/kit/states";
import { Loaded } from "@/kit/states";
import { DetailPage } from "@/kit/Page";

import { SettingsForm, type Editing } from "./SettingsForm";
import { starters } from "./starters";
import { useEngagement } from "./use-engagement";

export interface SettingsTexts {
  title: string;
  /** What is switched on: "Members can check in". */
  enabled: string;
  enabledHint: string;
  /** What happens when it is switched on, and off. */
  switchOn: string;
  switchOff: string;
}

interface SettingsPageProps {
  subject: LoyaltyEngagementSubject;
  texts: SettingsTexts;
  back?: { to: string; label: string; icon: ReactNode };
  children: (editing: Editing) => ReactNode;
}

/** How members earn for one subject: switched on or off, as it is now, and as it was before. */
export function SettingsPage({ subject, texts, back, children }: SettingsPageProps) {
  const { may, shop } = useViewer();
  const { answer, again, found } = useEngagement(subject);
  if (!may("MANAGE_PROGRAMMES"))
    return (
      <DetailPage title={texts.title} back={back}>
        <NoAccess />
      </DetailPage>
    );
  if (!found)
    return (
      <DetailPage title={texts.title} back={back}>
        <Loaded answer={{ ...answer, data: undefined }} retry={again}>
          {() => null}
        </Loaded>
      </DetailPage>
    );
  const channel = shop.channels.find(({ programme, active }) => programme && active)?.slug ?? "";
  return (
    <SettingsForm
      subject={subject}
      texts={texts}
      back={back}
      versions={found.versions}
      starter={{ ...starters[subject], channel }}
      onSaved={() => again({ requestPolicy: "network-only" })}
    >
      {children}
    </SettingsForm>
  );
}
