import { ConfigEditor } from "@/kit/config/ConfigEditor";
import { useText } from "@/kit/use-text";

import messages from "./messages";

/** What a version says beside its tiers' table, to be read: an activated one never changes. */
export function Rules({ config, without }: { config: unknown; without?: string[] }) {
  const text = useText(messages);
  return (
    <div role="group" aria-disabled="true" aria-label={text("rules")} className="tiers-rules">
      <ConfigEditor
        subject="LADDER"
        value={config}
        onChange={() => undefined}
        without={without}
        disabled
      />
    </div>
  );
}
