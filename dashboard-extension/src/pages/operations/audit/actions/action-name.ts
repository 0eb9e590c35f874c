import { useMemo } from "react";
import { useIntl } from "react-intl";

import type { Choice } from "@/kit/Filters";

import messages from "./messages";

type Known = keyof typeof messages;

const known = Object.keys(messages) as Known[];

/** What was done, as people read it. */
export function useActionName(): (action: string) => string {
  const intl = useIntl();
  return useMemo(
    () => (action) => (isKnown(action) ? intl.formatMessage(messages[action]) : inWords(action)),
    [intl],
  );
}

/** All that can have been done; what is chosen is among them, whoever wrote it into the address. */
export function useActionChoices(chosen: string | undefined): Choice[] {
  const nameOf = useActionName();
  return useMemo(() => {
    const actions = chosen && !isKnown(chosen) ? [...known, chosen] : known;
    return actions.map((action) => ({ value: action, label: nameOf(action) }));
  }, [nameOf, chosen]);
}

function isKnown(action: string): action is Known {
  return Object.hasOwn(messages, action);
}

/** Of a later server: "loyaltyMoonAdjust" reads "Moon adjust". The API's names are English. */
function inWords(action: string): string {
  const words = action
    .replace(/^loyalty/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
