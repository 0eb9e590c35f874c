import { useCallback } from "react";
import { useIntl, type PrimitiveType } from "react-intl";

import messages from "./messages";

export type TextName = keyof typeof messages;

export function useText(): (name: TextName, values?: Record<string, PrimitiveType>) => string {
  const intl = useIntl();
  return useCallback((name, values) => intl.formatMessage(messages[name], values), [intl]);
}
