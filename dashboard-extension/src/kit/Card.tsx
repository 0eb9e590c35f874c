import { Text } from "@saleor/macaw-ui";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

interface CardProps {
  title?: string;
  intro?: ReactNode;
  actions?: ReactNode;
  /** Without padding: a table, or rows that go from edge to edge. */
  flush?: boolean;
  children?: ReactNode;
}

export function Card({ title, intro, actions, flush, children }: CardProps) {
  return (
    <section className="card" aria-label={title}>
      {title && (
        <div className="card-head">
          <h2>{title}</h2>
          {actions && <div className="actions">{actions}</div>}
        </div>
      )}
      {intro && (
        <div className="card-intro">
          <Text size={3} color="default2">
            {intro}
          </Text>
        </div>
      )}
      {flush ? children : <div className="card-body">{children}</div>}
    </section>
  );
}

interface KpiProps {
  title: string;
  value: ReactNode;
  note?: ReactNode;
  icon?: ReactNode;
}

/** One figure with its name. */
export function Kpi({ title, value, note, icon }: KpiProps) {
  return (
    <div className="kpi">
      <span className="kpi-title">
        {icon}
        {title}
      </span>
      <span className="kpi-value">{value}</span>
      {note && <span className="kpi-note">{note}</span>}
    </div>
  );
}

export type Mood = "success" | "info" | "warning" | "error" | "neutral";

export function Pill({ mood = "neutral", children }: { mood?: Mood; children: ReactNode }) {
  return <span className={`pill ${mood}`}>{children}</span>;
}

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert };

interface CalloutProps {
  mood?: "info" | "warning" | "error";
  title?: string;
  children?: ReactNode;
}

export function Callout({ mood = "info", title, children }: CalloutProps) {
  const Icon = icons[mood];
  return (
    <div className={`callout ${mood}`} role={mood === "error" ? "alert" : undefined}>
      <Icon size={16} aria-hidden />
      <div>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Names and values, one a line. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value }) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
