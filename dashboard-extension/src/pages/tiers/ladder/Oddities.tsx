import { useIntl } from "react-intl";

import { Callout } from "@/kit/Card";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import { odditiesOf } from "./odd";

/** Says what a draft hardly means; it can be saved and activated all the same. */
export function Oddities({ config }: { config: unknown }) {
  const text = useText(messages);
  const { locale } = useIntl();
  const found = odditiesOf(config, locale);
  if (found.length === 0) return null;
  return (
    <Callout mood="warning" title={text("odd")}>
      {found.map((one) => (
        <p key={`${one.kind} ${one.tier}`}>
          {one.kind === "never"
            ? text("oddNever", { tier: one.tier, above: one.above })
            : text("oddKeep", { tier: one.tier })}
        </p>
      ))}
    </Callout>
  );
}
