import { Card } from "@/kit/Card";
import { MomentField, NumberField } from "@/kit/fields";
import type { Form } from "@/kit/form";
import { useText } from "@/kit/use-text";

import messages from "./messages";

export interface TaskValues {
  slug: string;
  config: Record<string, unknown>;
  position: number | null;
  startsAt: string | null;
  endsAt: string | null;
}

interface PlaceProps {
  form: Form<TaskValues>;
  /** It has begun: when is not changed any more. */
  begun?: boolean;
  disabled?: boolean;
}

/** When a task is, and where it stands among the others. */
export function Place({ form, begun, disabled }: PlaceProps) {
  const text = useText(messages);
  const { values, set, errorOf } = form;
  return (
    <Card title={text("when")} intro={text("whenIntro")}>
      <div className="fields-row">
        <MomentField
          label={text("from")}
          value={values.startsAt}
          onChange={(value) => set("startsAt", value)}
          hint={begun ? undefined : text("fromHint")}
          error={errorOf("startsAt")}
          disabled={disabled || begun}
        />
        <MomentField
          label={text("until")}
          value={values.endsAt}
          onChange={(value) => set("endsAt", value)}
          hint={text(begun ? "untilLater" : "untilHint")}
          error={errorOf("endsAt")}
          disabled={disabled}
        />
      </div>
      <NumberField
        label={text("position")}
        value={values.position}
        onChange={(value) => set("position", value)}
        hint={text("positionHint")}
        error={errorOf("position")}
        disabled={disabled}
      />
    </Card>
  );
}
