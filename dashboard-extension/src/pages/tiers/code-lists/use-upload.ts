import { useState } from "react";

import { CodeListUploadDocument } from "@/graphql/code_list_upload";
import { useAction } from "@/kit/action";

import { EMPTY, joined, partsOf, type Report } from "./parts";

interface Stop {
  /** The line it stopped before, from 1. */
  line: number;
  reason: string;
}

/** Uploads codes part by part, and says what became of all of them. */
export function useUpload(listId: string) {
  const upload = useAction(CodeListUploadDocument, { silent: true });
  const [report, setReport] = useState<Report>();
  const [stop, setStop] = useState<Stop>();
  const [step, setStep] = useState<{ part: number; parts: number }>();

  /** The report where everything went through; undefined where it stopped. */
  const run = async (text: string, validUntil: string | null): Promise<Report | undefined> => {
    const parts = partsOf(text);
    let sofar = EMPTY;
    setReport(undefined);
    setStop(undefined);
    try {
      for (const [place, part] of parts.entries()) {
        setStep({ part: place + 1, parts: parts.length });
        const outcome = await upload.run({ id: listId, codes: part.codes, validUntil });
        if (!outcome.done) {
          const reason = outcome.errors.map(({ message }) => message).join(" ");
          setStop({ line: part.before + 1, reason });
          return undefined;
        }
        if (outcome.payload.upload) sofar = joined(sofar, outcome.payload.upload, part.before);
        setReport(sofar);
      }
      return sofar;
    } finally {
      setStep(undefined);
    }
  };
  return { run, report, stop, step, busy: step !== undefined };
}
