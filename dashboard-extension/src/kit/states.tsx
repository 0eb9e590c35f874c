import { Button, Skeleton, Text } from "@saleor/macaw-ui";
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import type { CombinedError } from "urql";

import { isForbidden } from "../api/client";
import { Callout } from "./Card";
import messages from "./messages";

/** Why something could not be shown, and a way to try again. */
export function Failed({ error, retry }: { error: CombinedError; retry?: () => void }) {
  const intl = useIntl();
  if (isForbidden(error)) return <NoAccess />;
  const said = error.graphQLErrors[0]?.message;
  const text = error.networkError ? intl.formatMessage(messages.offline) : said;
  return (
    <div className="page-content">
      <Callout mood="error" title={intl.formatMessage(messages.failed)}>
        <p>{text}</p>
      </Callout>
      {retry && (
        <div>
          <Button variant="secondary" onClick={retry}>
            {intl.formatMessage(messages.retry)}
          </Button>
        </div>
      )}
    </div>
  );
}

export function NoAccess({ children }: { children?: ReactNode }) {
  const intl = useIntl();
  return (
    <div className="page-content" role="note">
      <Text size={3} color="default2" display="flex" alignItems="center" gap={2}>
        <Lock size={14} aria-hidden />
        {intl.formatMessage(messages.forbidden)}
      </Text>
      <Text size={3} color="default2">
        {children ?? intl.formatMessage(messages.forbiddenWhy)}
      </Text>
    </div>
  );
}

export function Loading({ rows = 3 }: { rows?: number }) {
  const intl = useIntl();
  return (
    <div className="page-content" role="status" aria-label={intl.formatMessage(messages.loading)}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} />
      ))}
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className="dashed">{children}</div>;
}

interface Answer<T> {
  data?: T;
  error?: CombinedError;
  fetching: boolean;
}

interface LoadedProps<T> {
  answer: Answer<T>;
  retry?: () => void;
  children: (data: T) => ReactNode;
}

/** What an answer holds; while it is on its way, grey bars; where it failed, why. */
export function Loaded<T>({ answer, retry, children }: LoadedProps<T>) {
  if (answer.error && answer.data === undefined)
    return <Failed error={answer.error} retry={retry} />;
  if (answer.data === undefined) return <Loading />;
  if (answer.error) return <Failed error={answer.error} retry={retry} />;
  return <>{children(answer.data)}</>;
}
