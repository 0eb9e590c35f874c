import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import type { CombinedError } from "urql";

import { useViewer, type Permission } from "@/app/viewer";

import { Callout } from "./Card";
import messages from "./messages";
import { DetailPage } from "./Page";
import { Failed, Loading, NoAccess } from "./states";

export interface Back {
  to: string;
  label: string;
  icon: ReactNode;
}

interface OnePageProps<One> {
  /** What it takes to see it. */
  permission: Permission;
  back: Back;
  answer: { fetching: boolean; error?: CombinedError };
  retry: () => void;
  /** Once it is known: what stays in sight while it is asked for again. */
  one: One | null | undefined;
  children: (one: One) => ReactNode;
}

/** One thing, named in the address. Until it is there, its frame: with grey bars, or why not. */
export function OnePage<One>(props: OnePageProps<One>) {
  const { permission, back, answer, retry, one } = props;
  const intl = useIntl();
  const { may } = useViewer();
  if (one && may(permission)) return <>{props.children(one)}</>;
  return (
    <DetailPage title={back.label} back={back}>
      {!may(permission) ? (
        <NoAccess />
      ) : answer.error ? (
        <Failed error={answer.error} retry={retry} />
      ) : answer.fetching ? (
        <Loading />
      ) : (
        <Callout mood="warning">
          <p>{intl.formatMessage(messages.gone)}</p>
        </Callout>
      )}
    </DetailPage>
  );
}
