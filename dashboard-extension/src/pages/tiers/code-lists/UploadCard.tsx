import { Button } from "@saleor/macaw-ui";
import { useState, type ChangeEvent } from "react";

import { Callout, Card } from "@/kit/Card";
import { MomentField, TextField } from "@/kit/fields";
import { LeaveGuard } from "@/kit/leave";
import { useText } from "@/kit/use-text";
import { useSession } from "@/session/context";

import messages from "./messages";
import { partsOf } from "./parts";
import { UploadReport } from "./UploadReport";
import { useUpload } from "./use-upload";

/** Codes, pasted or from a file. */
export function UploadCard({ listId, again }: { listId: string; again: () => void }) {
  const text = useText(messages);
  const session = useSession();
  const upload = useUpload(listId);
  const [codes, setCodes] = useState("");
  const [validUntil, setValidUntil] = useState<string | null>(null);
  const lines = partsOf(codes).reduce((all, part) => all + part.lines, 0);

  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const box = event.target;
    const file = box.files?.[0];
    if (file) setCodes(await file.text());
    // The same file may be chosen again after it was changed.
    box.value = "";
  };
  const submit = async () => {
    const report = await upload.run(codes, validUntil);
    again();
    if (!report) return;
    session.notify("success", text("uploaded", { added: report.added }));
    setCodes("");
  };
  return (
    <Card
      title={text("upload")}
      intro={text("uploadIntro")}
      actions={
        <Button
          variant="primary"
          size="small"
          disabled={lines === 0 || upload.busy}
          aria-busy={upload.busy}
          onClick={() => void submit()}
        >
          {upload.step && upload.step.parts > 1 ? text("uploading", upload.step) : text("upload")}
        </Button>
      }
    >
      <LeaveGuard dirty={lines > 0} />
      <label className="tiers-file">
        <span>{text("file")}</span>
        <input
          type="file"
          accept=".txt,.csv,text/plain"
          disabled={upload.busy}
          onChange={(event) => void choose(event)}
        />
      </label>
      <TextField
        label={text("codes")}
        rows={8}
        value={codes}
        hint={lines > 0 ? text("lines", { lines }) : undefined}
        disabled={upload.busy}
        onChange={setCodes}
      />
      <MomentField
        label={text("validUntil")}
        hint={text("validHint")}
        value={validUntil}
        disabled={upload.busy}
        onChange={setValidUntil}
      />
      {upload.stop && (
        <Callout mood="error">
          <p>{text("stopped", { line: upload.stop.line, reason: upload.stop.reason })}</p>
        </Callout>
      )}
      {upload.report && <UploadReport report={upload.report} />}
    </Card>
  );
}
