import { useCallback } from "react";
import { useIntl, type PrimitiveType } from "react-intl";

import { languageOf } from "@/i18n/languages";
import { useSurroundings } from "@/session/context";

import messages from "./messages";

export type TextName = keyof typeof messages;

export function useText(): (name: TextName, values?: Record<string, PrimitiveType>) => string {
  const intl = useIntl();
  return useCallback((name, values) => intl.formatMessage(messages[name], values), [intl]);
}

/** The reader's language, as the server names it. */
export function useTextLanguage(): string {
  return languageOf(useSurroundings().locale).toLowerCase();
}
