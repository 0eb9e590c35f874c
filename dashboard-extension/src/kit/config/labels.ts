import { useMemo } from "react";
import { useIntl, type IntlShape } from "react-intl";

import messages from "./messages";
import type { Spot } from "./context";

type Known = Record<string, { id: string; defaultMessage: string }>;
const known = messages as Known;

/** The text of the first of these names that has one: the special ones come first. */
export function keyOf(names: string[]): string | undefined {
  return names.find((name) => name in known);
}

/** Where a property's label is looked for. */
export function labelNames(subject: string, owner: string, property: string): string[] {
  return [`${subject}.${owner}.${property}`, `${owner}.${property}`, property];
}

export function kindNames(subject: string, name: string): string[] {
  return [`kind.${subject}.${name}`, `kind.${name}`];
}

export function valueNames(spot: Named, name: string, value: string): string[] {
  return [
    `value.${spot.owner}.${spot.property}.${value}`,
    ...(name ? [`value.${name}.${value}`] : []),
    `value.${spot.property}.${value}`,
    `value.${value}`,
  ];
}

type Named = Pick<Spot, "owner" | "property">;

export interface Labels {
  text: (key: string, values?: Record<string, string | number>) => string;
  label: (spot: Named) => string;
  hint: (spot: Named) => string | undefined;
  kind: (name: string) => string;
  kindHint: (name: string) => string | undefined;
  value: (spot: Named, name: string, value: string) => string;
}

export function labelsOf(intl: IntlShape, subject: string): Labels {
  const say = (key: string | undefined, otherwise: string) =>
    key ? intl.formatMessage(known[key]!) : otherwise;
  const labelled = (spot: Named) => keyOf(labelNames(subject, spot.owner, spot.property));
  return {
    text: (key, values) => intl.formatMessage(known[key] ?? { id: key }, values),
    label: (spot) => say(labelled(spot), spot.property),
    hint: (spot) => {
      const found = keyOf([`${labelled(spot)}.hint`]);
      return found && say(found, "");
    },
    kind: (name) => say(keyOf(kindNames(subject, name)), name),
    kindHint: (name) => {
      const found = keyOf([`${keyOf(kindNames(subject, name))}.hint`]);
      return found && say(found, "");
    },
    value: (spot, name, value) => say(keyOf(valueNames(spot, name, value)), value),
  };
}

export function useLabels(subject: string): Labels {
  const intl = useIntl();
  return useMemo(() => labelsOf(intl, subject), [intl, subject]);
}
