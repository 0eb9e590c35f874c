import type { ComponentType } from "react";

import { CataloguePart, catalogueOf } from "./CataloguePart";
import type { PartProps, Spot } from "./context";
import { KnownPart, knownOf } from "./KnownPart";
import { MoneyPart } from "./MoneyPart";
import { RatesPart } from "./RatesPart";
import { followed, shapeOf, type Schema, type Shape } from "./schema";
import { TextsPart } from "./TextsPart";

/** A field made for what stands there, where the plain one of its shape would not do. */
export type SpecialProps = PartProps & { shape: Shape; error?: string };

export function special(shape: Shape, spot: Spot): ComponentType<SpecialProps> | undefined {
  if (shape.kind === "map") {
    if (shape.keys.format === "language") return TextsPart;
    if (shape.keys.format === "currency") return isRate(shape.values) ? RatesPart : MoneyPart;
    return undefined;
  }
  if (shape.kind !== "list" && shape.kind !== "string") return undefined;
  if (catalogueOf(spot)) return CataloguePart;
  if (knownOf(spot, shape)) return KnownPart;
  return undefined;
}

// A whole rate has two numbers; the other maps by currency are amounts of money.
function isRate(values: Schema): boolean {
  return values.$ref?.endsWith("/RateConfig") ?? false;
}

/** Whether it needs the whole width of the form. */
export function isWide(root: Schema, shape: Shape, spot: Spot): boolean {
  if (shape.kind === "optional") return isWide(root, shapeOf(root, shape.inner), spot);
  if (shape.kind === "string")
    return (shape.schema.maxLength ?? 0) > 300 || catalogueOf(spot) !== undefined;
  return !["enum", "integer", "boolean"].includes(shape.kind);
}

export function described(root: Schema, schema: Schema): string | undefined {
  return followed(root, schema).schema.description;
}
