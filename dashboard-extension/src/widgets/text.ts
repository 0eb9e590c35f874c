import { useCallback } from "react";
import { useIntl, type PrimitiveType } from "react-intl";

import messages from "./messages";

export function useText(): (
  name: keyof typeof messages,
  values?: Record<string, PrimitiveType>,
) => string {
  const intl = useIntl();
  return useCallback((name, values) => intl.formatMessage(messages[name], values), [intl]);
}
