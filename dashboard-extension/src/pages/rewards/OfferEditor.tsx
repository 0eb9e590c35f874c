import { Button } from "@saleor/macaw-ui";
import { useState, type ReactNode } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";

import type { LoyaltyConfigured } from "@/graphql/schema";
import type { Refusal } from "@/kit/action";
import { Refused, useEditing, type Editing } from "@/kit/editing";
import { LeaveGuard } from "@/kit/leave";
import type { Back } from "@/kit/OnePage";
import { DetailPage, SaveBar } from "@/kit/Page";
import { chosenSlug } from "@/kit/SlugField";

import { Availability, checkedAvailability, type Available } from "./Availability";
import shared from "./messages";

/** What a flash sale and an offer to buy together have alike. */
export interface Offering extends Available {
  id: string;
  slug: string;
  name: string;
  revision: string | null;
}

export interface Written extends Available {
  slug: string;
  /** Of what was read; empty for a new one. */
  revision: string;
}

interface OfferEditorProps {
  subject: LoyaltyConfigured;
  /** Undefined: a new one, which begins with `empty`. */
  offering: Offering | undefined;
  empty: unknown;
  back: Back;
  texts: { create: string; schedule: string; switched: string; switchedHint: string };
  beside?: ReactNode;
  dated?: boolean;
  action: { busy: boolean; errors: Refusal[] };
  save: (written: Written) => Promise<Saved | undefined>;
  /** Asks for it anew, as somebody may have changed it. */
  again: () => void;
  discard: () => void;
  children: (editing: Editing<Available>) => ReactNode;
}

export interface Saved {
  id: string;
  revision: string | null;
}

export function OfferEditor(props: OfferEditorProps) {
  const { offering, back, texts, dated, action } = props;
  const intl = useIntl();
  const navigate = useNavigate();
  // That of the last saving counts before the page has been read anew.
  const [revision, setRevision] = useState<string>();
  const editing = useEditing<Available>({
    subject: props.subject,
    initial: {
      slug: offering?.slug ?? null,
      config: offering?.config ?? props.empty,
      active: offering?.active ?? false,
      startsAt: offering?.startsAt ?? null,
      endsAt: offering?.endsAt ?? null,
    },
    refusals: action.errors,
    check: (values) => checkedAvailability(values, !offering, dated),
  });
  const { form } = editing;
  const save = async () => {
    if (!(await editing.ready())) return;
    const { slug, ...rest } = form.values;
    const made = await props.save({
      ...rest,
      slug: offering?.slug ?? chosenSlug(slug, rest.config),
      revision: revision ?? offering?.revision ?? "",
    });
    if (!made) return;
    setRevision(made.revision ?? undefined);
    editing.settle();
    if (offering) props.again();
    else navigate(`${back.to}/${encodeURIComponent(made.id)}`, { replace: true });
  };
  const changed = action.errors.some(({ code }) => code === "CHANGED_MEANWHILE");
  return (
    <DetailPage
      title={offering?.name ?? texts.create}
      beside={props.beside}
      back={back}
      aside={
        <Availability
          editing={editing}
          isNew={!offering}
          intro={texts.schedule}
          label={texts.switched}
          hint={texts.switchedHint}
          dated={dated}
        />
      }
      foot={
        <SaveBar
          onSave={() => void save()}
          onBack={() => navigate(back.to)}
          dirty={form.dirty}
          saving={action.busy}
        />
      }
    >
      <Refused editing={editing}>
        {changed && (
          <Button variant="secondary" size="small" onClick={props.discard}>
            {intl.formatMessage(shared.loadNewest)}
          </Button>
        )}
      </Refused>
      {props.children(editing)}
      <LeaveGuard dirty={form.dirty && !action.busy} />
    </DetailPage>
  );
}
