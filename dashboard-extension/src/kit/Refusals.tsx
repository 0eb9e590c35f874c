import type { Refusal } from "./action";
import { Callout } from "./Card";

/** What a form was refused for that is about none of its fields, one below the other. */
export function Refusals({ of }: { of: Refusal[] }) {
  return of.map(({ message }) => (
    <Callout key={message} mood="error">
      <p>{message}</p>
    </Callout>
  ));
}
