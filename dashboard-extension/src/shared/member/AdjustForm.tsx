import { useState } from "react";

import { LoyaltyPointsAdjustDocument } from "@/graphql/points_adjust";
import { useAction } from "@/kit/action";
import { CheckField, NumberField, SelectField, TextField } from "@/kit/fields";
import { useForm, type Form } from "@/kit/form";
import { useFormat } from "@/kit/format";
import { Refusals } from "@/kit/Refusals";
import { useSourceKeys } from "@/kit/source-key";
import { useText } from "@/kit/use-text";

import { balanceAfter, isMuch } from "./balance";
import messages from "./messages";
import "./member.css";

interface Values {
  way: "give" | "take";
  points: number | null;
  reason: string;
  /** So many are meant. */
  meant: boolean;
  /** What stands in the field is no number. */
  unreadable: boolean;
}

export interface Adjustable {
  id: string;
  points: { available: number; debt: number };
}

export interface Adjusting {
  form: Form<Values>;
  busy: boolean;
  /** What the button says: how many points come or go. */
  label: string;
  destructive: boolean;
  /** True when it was done. */
  submit: () => Promise<boolean>;
}

const START: Values = {
  way: "give",
  points: null,
  reason: "",
  meant: false,
  unreadable: false,
};

/** What the server takes at most. */
const MOST = 1_000_000_000_000;

/** Points given or taken by hand: shared by the page, the pop-up and the widget. */
export function useAdjusting(member: Adjustable): Adjusting {
  const text = useText(messages);
  const keys = useSourceKeys();
  const [spent, setSpent] = useState(START);
  const action = useAction(LoyaltyPointsAdjustDocument, {
    success: text("adjusted"),
    silent: true,
  });
  const form = useForm(spent, {
    refusals: action.errors,
    check: ({ way, points, reason, meant, unreadable }) => ({
      ...(points === null || points < 1 || unreadable ? { points: text("atLeastOne") } : {}),
      ...((points ?? 0) > MOST ? { points: text("tooMany", { points: MOST }) } : {}),
      ...(way === "give" && isMuch(points ?? 0, member.points.available) && !meant
        ? { meant: text("sayIt") }
        : {}),
      ...(way === "take" && (points ?? 0) > member.points.available
        ? { points: text("notSoMany", { points: member.points.available }) }
        : {}),
      ...(reason.trim() ? {} : { reason: text("reasonNeeded") }),
    }),
  });
  const { way, points, reason } = form.values;
  const submit = async () => {
    if (!form.check()) return false;
    const wish = { memberId: member.id, points: way === "give" ? points! : -points!, reason };
    const outcome = await action.run({ ...wish, sourceKey: keys.of(wish) });
    if (!outcome.done) return false;
    keys.done();
    setSpent(START);
    form.reset(START);
    return true;
  };
  const destructive = way === "take";
  const label = text(destructive ? "takePoints" : "givePoints", { points: points ?? 0 });
  return { form, busy: action.busy, label, destructive, submit };
}

export function AdjustFields({ member, adjusting }: { member: Adjustable; adjusting: Adjusting }) {
  const text = useText(messages);
  const { form } = adjusting;
  const { way, points, meant } = form.values;
  return (
    <>
      <Refusals of={form.rest} />
      <div className="fields-row">
        <SelectField
          label={text("way")}
          value={way}
          choices={[
            { value: "give", label: text("give") },
            { value: "take", label: text("take") },
          ]}
          onChange={(way) => form.set("way", way === "take" ? "take" : "give")}
        />
        <NumberField
          label={text("points")}
          value={points}
          onChange={(points) => form.merge({ points, meant: false })}
          onUnreadable={(unreadable) => form.set("unreadable", unreadable)}
          error={form.errorOf("points")}
        />
      </div>
      {way === "give" && isMuch(points ?? 0, member.points.available) && (
        <CheckField
          label={text("meant", { points: points ?? 0 })}
          value={meant}
          onChange={(meant) => form.set("meant", meant)}
          error={form.errorOf("meant")}
        />
      )}
      <TextField
        label={text("reason")}
        rows={3}
        value={form.values.reason}
        onChange={(reason) => form.set("reason", reason)}
        error={form.errorOf("reason")}
        hint={text("reasonHint")}
      />
      <NewBalance member={member} values={form.values} />
    </>
  );
}

function NewBalance({ member, values }: { member: Adjustable; values: Values }) {
  const text = useText(messages);
  const format = useFormat();
  const change = (values.points ?? 0) * (values.way === "give" ? 1 : -1);
  const after = balanceAfter(member.points, change);
  const paid = change > 0 ? Math.min(change, member.points.debt) : 0;
  return (
    <div className="new-balance" aria-live="polite">
      <span>{text("balanceNow", { points: format.number(member.points.available) })}</span>
      <span aria-hidden>→</span>
      <strong className={after < 0 ? "wrong" : undefined}>
        {text("balanceAfterwards", { points: format.number(after) })}
      </strong>
      {paid > 0 && (
        <span className="grey">{text("paysDebt", { points: format.number(paid) })}</span>
      )}
    </div>
  );
}
