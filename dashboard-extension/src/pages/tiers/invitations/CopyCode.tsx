import { Button } from "@saleor/macaw-ui";
import { Copy } from "lucide-react";

import { copyText } from "@/kit/copy";
import { useText } from "@/kit/use-text";
import { useSession } from "@/session/context";

import messages from "./messages";

/** A code with a button that copies it. */
export function CopyCode({ code, big }: { code: string; big?: boolean }) {
  const text = useText(messages);
  const session = useSession();
  const copy = async () => {
    const copied = await copyText(code);
    session.notify(copied ? "success" : "error", text(copied ? "copied" : "notCopied"));
  };
  return (
    <span className="tiers-code-row">
      <span className={big ? "tiers-big-code" : "tiers-code"}>{code}</span>
      <Button
        variant={big ? "secondary" : "tertiary"}
        size="small"
        icon={<Copy size={14} />}
        aria-label={text("copy", { code })}
        title={text("copy", { code })}
        onClick={() => void copy()}
      />
    </span>
  );
}
