import { Button } from "@saleor/macaw-ui";
import { useEffect, type ReactNode } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router-dom";

import messages from "./messages";

interface HeadProps {
  title: string;
  /** Pills or a grey remark beside the title. */
  beside?: ReactNode;
  /** On pages of one thing: where its list is, and the list's icon. */
  back?: { to: string; label: string; icon: ReactNode };
  actions?: ReactNode;
}

function Head({ title, beside, back, actions }: HeadProps) {
  const navigate = useNavigate();
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <header className={back ? "page-head lined" : "page-head"}>
      {back && (
        <Button
          variant="secondary"
          size="large"
          icon={back.icon}
          title={back.label}
          aria-label={back.label}
          onClick={() => navigate(back.to)}
        />
      )}
      <h1>{title}</h1>
      {beside}
      {actions && <div className="actions">{actions}</div>}
    </header>
  );
}

/** A list: its title, filters and rows go from edge to edge. */
export function ListPage({ children, ...head }: HeadProps & { children: ReactNode }) {
  return (
    <div className="page">
      <Head {...head} />
      <div className="page-scroll">{children}</div>
    </div>
  );
}

interface DetailPageProps extends HeadProps {
  children: ReactNode;
  aside?: ReactNode;
  /** A `SaveBar`, where something can be changed. */
  foot?: ReactNode;
}

/** A page of cards, with a narrow column at the side and a bar to save at the foot. */
export function DetailPage({ children, aside, foot, ...head }: DetailPageProps) {
  const content = <div className="page-content">{children}</div>;
  return (
    <div className="page">
      {aside ? (
        <div className="page-columns">
          <div>
            <Head {...head} />
            {content}
          </div>
          <aside className="page-aside">{aside}</aside>
        </div>
      ) : (
        <>
          <Head {...head} />
          <div className="page-scroll">{content}</div>
        </>
      )}
      {foot}
    </div>
  );
}

interface SaveBarProps {
  onSave: () => void;
  /** Undone, or back to the list: what the page does without saving. */
  onBack: () => void;
  onDelete?: () => void;
  deleteLabel?: string;
  saveLabel?: string;
  dirty: boolean;
  saving?: boolean;
}

export function SaveBar(props: SaveBarProps) {
  const intl = useIntl();
  const text = (message: { id: string }) => intl.formatMessage(message);
  return (
    <footer className="save-bar">
      {props.onDelete && (
        <Button variant="error" size="large" onClick={props.onDelete} disabled={props.saving}>
          {props.deleteLabel ?? text(messages.delete)}
        </Button>
      )}
      <span className="spacer" />
      <Button variant="secondary" size="large" onClick={props.onBack} disabled={props.saving}>
        {text(messages.back)}
      </Button>
      <Button
        variant="primary"
        size="large"
        onClick={props.onSave}
        disabled={!props.dirty || props.saving}
        aria-busy={props.saving}
      >
        {props.saveLabel ?? text(messages.save)}
      </Button>
    </footer>
  );
}
