import type { TypedDocumentNode } from "urql";

import { useAction } from "@/kit/action";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import type { Steps } from "./offers";

interface Documents<Create, Update, Archive> {
  create: TypedDocumentNode<Create, { slug: string; config: unknown }>;
  update: TypedDocumentNode<Update, { id: string; config: unknown; revision: string }>;
  archive: TypedDocumentNode<Archive, { id: string; archived?: boolean | null }>;
  /** The id of what was made. */
  idOf: (made: NonNullable<Create[keyof Create]>) => string | undefined;
}

/** What can be done with a plan or a pack. */
export function useOfferSteps<Create, Update, Archive>(
  documents: Documents<Create, Update, Archive>,
): Steps {
  const text = useText(messages);
  const create = useAction(documents.create, { success: text("created"), silent: true });
  const update = useAction(documents.update, { success: text("saved"), silent: true });
  const archive = useAction(documents.archive);
  return {
    busy: create.busy || update.busy || archive.busy,
    errors: create.errors.length > 0 ? create.errors : update.errors,
    create: async (slug, config) => {
      const outcome = await create.run({ slug, config });
      return outcome.done ? documents.idOf(outcome.payload) : undefined;
    },
    update: async ({ id, revision }, config) =>
      (await update.run({ id, config, revision: revision ?? "" })).done,
    archive: async ({ id }, archived) => (await archive.run({ id, archived })).done,
  };
}
