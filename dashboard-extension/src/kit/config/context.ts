import { createContext, useContext } from "react";

import type { Fault } from "./faults";
import type { Schema } from "./schema";

/** What every part of the form knows of the whole. */
export interface Whole {
  subject: string;
  root: Schema;
  document: unknown;
  faults: Fault[];
  disabled: boolean;
}

export const WholeContext = createContext<Whole | null>(null);

export function useWhole(): Whole {
  const whole = useContext(WholeContext);
  if (whole === null) throw new Error("A part of a configuration stands alone.");
  return whole;
}

/** The currency of the money around here; empty where none is known. */
export const CurrencyContext = createContext("");

/** Places whose kind was chosen for good: it is not asked for again. */
export const SettledContext = createContext<readonly string[]>([]);

/** Where a part stands. */
export interface Spot {
  /** "rules.0.percent" */
  place: string;
  /** The name of the property, or of the list or map it is in. */
  property: string;
  /** The definition whose property it is: "BonusRule"; the subject at the root. */
  owner: string;
}

export interface PartProps {
  schema: Schema;
  value: unknown;
  onChange: (value: unknown) => void;
  spot: Spot;
  /** Over what the labels say: the name of a list's item. */
  label?: string;
  required?: boolean;
  /** Of a list's item, whose kind was chosen when it was added, and stands in its head. */
  item?: boolean;
}

export function inner(place: string, name: string | number): string {
  return place === "" ? String(name) : `${place}.${name}`;
}
