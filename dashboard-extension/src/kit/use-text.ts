import { useMemo } from "react";
import { useIntl, type MessageDescriptor } from "react-intl";

type Values = Record<string, string | number>;

/** Says the texts of one file by their names. */
export function useText<Messages extends Record<string, MessageDescriptor>>(messages: Messages) {
  const intl = useIntl();
  return useMemo(
    () => (name: keyof Messages & string, values?: Values) =>
      intl.formatMessage(messages[name] as MessageDescriptor, values),
    [intl, messages],
  );
}
