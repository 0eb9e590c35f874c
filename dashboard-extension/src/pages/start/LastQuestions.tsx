import { DynamicCombobox } from "@saleor/macaw-ui";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useQuery } from "urql";

import { LoyaltyCatalogueDocument } from "@/graphql/catalogue";
import { Card } from "@/kit/Card";
import { SelectField } from "@/kit/fields";

import messages from "./messages";

interface LastQuestionsProps {
  timeZone: string;
  onTimeZone: (zone: string) => void;
  /** Only where the programme sells a membership. */
  variant?: { value: string | null; onChange: (id: string | null) => void };
  problem: boolean;
}

const zones = Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone }));

export function LastQuestions({ timeZone, onTimeZone, variant, problem }: LastQuestionsProps) {
  const intl = useIntl();
  const known = zones.some(({ value }) => value === timeZone);
  return (
    <Card title={intl.formatMessage(messages.details)}>
      {variant && <VariantField {...variant} problem={problem} />}
      <SelectField
        label={intl.formatMessage(messages.timeZone)}
        value={timeZone}
        onChange={onTimeZone}
        choices={known ? zones : [{ value: timeZone, label: timeZone }, ...zones]}
        hint={intl.formatMessage(messages.timeZoneHint)}
      />
    </Card>
  );
}

interface VariantFieldProps {
  value: string | null;
  onChange: (id: string | null) => void;
  problem: boolean;
}

function VariantField({ value, onChange, problem }: VariantFieldProps) {
  const intl = useIntl();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [answer] = useQuery({
    query: LoyaltyCatalogueDocument,
    variables: { kind: "VARIANT", search, first: 20 },
  });
  const options = (answer.data?.loyaltyCatalogue ?? []).map(({ id, name, detail }) => ({
    value: id,
    label: detail ? `${name} · ${detail}` : name,
  }));
  return (
    <DynamicCombobox
      label={intl.formatMessage(messages.variant)}
      value={value ? chosen : null}
      options={options}
      loading={answer.fetching}
      onInputValueChange={setSearch}
      onChange={(option) => {
        setChosen(option);
        onChange(option?.value ?? null);
      }}
      error={problem}
      helperText={intl.formatMessage(problem ? messages.variantNeeded : messages.variantHint)}
    />
  );
}
