import { BadgePercent, Coins, Crown, Sprout, type LucideIcon } from "lucide-react";
import { useIntl } from "react-intl";

import type { LoyaltyStarterKind } from "@/graphql/schema";

import messages from "./messages";

const icons: Record<LoyaltyStarterKind, LucideIcon> = {
  POINTS: Coins,
  GROWTH_TIERS: Sprout,
  SPEND_TIERS: Crown,
  MEMBERSHIP: BadgePercent,
};

interface ChoicesProps {
  kinds: LoyaltyStarterKind[];
  chosen: LoyaltyStarterKind;
  onChoose: (kind: LoyaltyStarterKind) => void;
}

/** The ready programmes, one of which is chosen. */
export function Choices({ kinds, chosen, onChoose }: ChoicesProps) {
  const intl = useIntl();
  return (
    <fieldset className="start-choices">
      <legend className="visually-hidden">{intl.formatMessage(messages.choose)}</legend>
      {kinds.map((kind) => {
        const Icon = icons[kind];
        return (
          <label key={kind} className="start-choice" data-chosen={kind === chosen}>
            <input
              type="radio"
              name="starter"
              className="visually-hidden"
              checked={kind === chosen}
              onChange={() => onChoose(kind)}
            />
            <span className="start-choice-name">
              <Icon size={16} aria-hidden />
              {intl.formatMessage(messages[kind])}
            </span>
            <span className="grey">{intl.formatMessage(messages[`${kind}Text`])}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
