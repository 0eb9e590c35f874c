import { Pill } from "@/kit/Card";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { CodeList } from "./use-lists";

export function ListPill({ list: { active, empty } }: { list: CodeList }) {
  const text = useText(messages);
  if (!active) return <Pill>{text("off")}</Pill>;
  return empty ? (
    <Pill mood="warning">{text("empty")}</Pill>
  ) : (
    <Pill mood="success">{text("on")}</Pill>
  );
}
