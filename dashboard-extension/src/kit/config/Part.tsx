import type { ReactNode } from "react";

import { faultWithin } from "./faults";
import { useWhole, type PartProps } from "./context";
import { ChoicePart } from "./ChoicePart";
import { ConditionPart } from "./ConditionPart";
import { JsonPart } from "./JsonPart";
import { ListPart } from "./ListPart";
import { MapPart } from "./MapPart";
import { ObjectPart } from "./ObjectPart";
import { OptionalPart } from "./OptionalPart";
import { BooleanPart, EnumPart, IntegerPart, ScalarPart, StringPart } from "./scalars";
import { fits, shapeOf, type Shape } from "./schema";
import { special } from "./special";

/** The part of a form that a schema asks for. */
export function Part(props: PartProps): ReactNode {
  const { root, faults } = useWhole();
  const shape = shapeOf(root, props.schema);
  const error = faultWithin(faults, props.spot.place);
  if (!fits(shape, props.value)) return <JsonPart {...props} error={error} />;
  const Special = special(shape, props.spot);
  if (Special) return <Special {...props} shape={shape} error={error} />;
  switch (shape.kind) {
    case "object":
      return <ObjectPart {...props} shape={shape} />;
    case "choice":
      return isConditions(shape) ? (
        <ConditionPart {...props} shape={shape} />
      ) : (
        <ChoicePart {...props} shape={shape} />
      );
    case "list":
      return <ListPart {...props} shape={shape} error={error} />;
    case "map":
      return <MapPart {...props} shape={shape} error={error} />;
    case "optional":
      return <OptionalPart {...props} inner={shape.inner} />;
    case "enum":
      return <EnumPart {...props} shape={shape} error={error} />;
    case "boolean":
      return <BooleanPart {...props} error={error} />;
    case "integer":
      return <IntegerPart {...props} shape={shape} error={error} />;
    case "string":
      return <StringPart {...props} shape={shape} error={error} />;
    case "scalar":
      return <ScalarPart {...props} error={error} />;
    case "unknown":
      return <JsonPart {...props} error={error} />;
  }
}

export function isConditions(shape: Shape): boolean {
  return shape.kind === "choice" && shape.kinds.some(({ value }) => value === "any");
}
