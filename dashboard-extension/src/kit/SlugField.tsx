import { useIntl } from "react-intl";

import { TextField } from "./fields";
import messages from "./messages";
import { isSlug, nameIn, slugOf } from "./slug";

interface SlugFieldProps {
  /** Null: as the name suggests it. */
  value: string | null;
  config: unknown;
  onChange: (slug: string) => void;
  error?: string;
}

/** The short name of something new, made of its name until somebody writes another. */
export function SlugField({ value, config, onChange, error }: SlugFieldProps) {
  const intl = useIntl();
  return (
    <TextField
      label={intl.formatMessage(messages.slug)}
      hint={intl.formatMessage(messages.slugHint)}
      value={chosenSlug(value, config)}
      error={error}
      onChange={onChange}
      required
    />
  );
}

export function chosenSlug(value: string | null, config: unknown): string {
  return value ?? slugOf(nameIn(config));
}

export function slugProblem(slug: string, taken: string[] = []) {
  if (slug === "") return messages.required;
  if (!isSlug(slug)) return messages.slugWrong;
  return taken.includes(slug) ? messages.slugTaken : undefined;
}
