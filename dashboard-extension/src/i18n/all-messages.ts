import type { MessageDescriptor } from "react-intl";

type Messages = Record<string, MessageDescriptor>;

// Texts live in files named messages.ts, one a folder, as the default export: the test of the
// translations reads them all here.
const modules = import.meta.glob<{ default: Messages }>("../**/messages.ts", { eager: true });

/** English by id, and the area (the folder's name) whose catalog file has its translations. */
export function allMessages(): {
  folder: string;
  area: string;
  id: string;
  english: string;
}[] {
  return Object.entries(modules).flatMap(([path, { default: messages }]) =>
    Object.values(messages).map((one) => ({
      folder: path.split("/").slice(0, -1).join("/"),
      area: path.split("/").at(-2) ?? "",
      id: String(one.id),
      english: String(one.defaultMessage),
    })),
  );
}
