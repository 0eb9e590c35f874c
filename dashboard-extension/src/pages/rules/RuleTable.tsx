import { useIntl } from "react-intl";

import { asDict, asList } from "@/kit/config/document";
import { useLabels } from "@/kit/config/labels";
import { textOf } from "@/kit/config/summary";
import { useFormat } from "@/kit/format";
import { Empty } from "@/kit/states";
import { Table, type Column } from "@/kit/Table";

import messages from "./messages";
import { useConditionText } from "./use-condition-text";

const KINDS: Record<string, string> = {
  base: "BaseRule",
  bonus: "BonusRule",
  multiplier: "MultiplierRule",
};

/** The rules of a version, one a line. */
export function RuleTable({ config }: { config: unknown }) {
  const intl = useIntl();
  const labels = useLabels("PROGRAMME");
  const gives = useGives();
  const conditions = useConditionText();
  const rules = asList(asDict(asDict(config).earning).rules).map(asDict);
  const text = (name: keyof typeof messages) => intl.formatMessage(messages[name]);
  const columns: Column<Record<string, unknown>>[] = [
    {
      key: "rule",
      title: text("rule"),
      cell: (rule) => textOf(rule.name, intl.locale) || String(rule.slug),
    },
    {
      key: "kind",
      title: text("kind"),
      cell: (rule) => labels.kind(KINDS[String(rule.kind)] ?? ""),
    },
    { key: "gives", title: text("gives"), cell: gives },
    { key: "conditions", title: text("conditions"), cell: (rule) => conditions(rule.when) },
  ];
  if (rules.length === 0)
    return (
      <div className="card-body">
        <Empty>{text("noRules")}</Empty>
      </div>
    );
  return (
    <Table
      label={text("rulesInForce")}
      columns={columns}
      rows={rules}
      rowKey={(rule) => String(rule.slug)}
      empty={text("noRules")}
    />
  );
}

function useGives() {
  const intl = useIntl();
  const format = useFormat();
  return ({ kind, points, percent, rates }: Record<string, unknown>) => {
    if (kind === "bonus")
      return intl.formatMessage(messages.pointsOnTop, { points: Number(points) });
    if (kind === "multiplier")
      return intl.formatMessage(messages.ofNormal, {
        percent: format.percent(Number(percent) * 100),
      });
    const currencies = Object.keys(asDict(rates)).join(", ");
    return intl.formatMessage(messages.otherRate, { currencies });
  };
}
