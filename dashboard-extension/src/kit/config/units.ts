// Which number means what: the schema says "integer" of days, points, money and shares alike.

export type Unit =
  | "points"
  | "percent"
  | "share"
  | "days"
  | "months"
  | "hours"
  | "minutes"
  | "money"
  | "bytes"
  | "pixels";

const BY_NAME: Record<string, Unit> = {
  basis_points: "share",
  max_share: "share",
  percent: "percent",
  points_percent: "percent",
  growth_percent: "percent",
  points: "points",
  points_price: "points",
  bonus_points: "points",
  stake_points: "points",
  ticket_points: "points",
  days: "days",
  account_days: "days",
  closes_after_days: "days",
  days_back: "days",
  days_before: "days",
  extend_days: "days",
  grace_days: "days",
  late_days: "days",
  return_days: "days",
  take_back_days: "days",
  trace_days: "days",
  trial_days: "days",
  valid_days: "days",
  months: "months",
  inactivity_months: "months",
  points_price_months: "months",
  hours: "hours",
  hold_minutes: "minutes",
  keep_minutes: "minutes",
  seat_minutes: "minutes",
  minor: "money",
  largest: "bytes",
  longest_side: "pixels",
};

const BY_OWNER: Record<string, Unit> = {
  "SpendingConfig.minimum": "points",
  "SpendingConfig.multiple": "points",
  "Conversion.minimum": "points",
  "Climb.at_most": "points",
  "Points.from": "points",
  "CouponPrize.minimum": "money",
  "CouponPrize.value": "money",
};

export function unitOf(owner: string, property: string): Unit | undefined {
  return BY_OWNER[`${owner}.${property}`] ?? BY_NAME[property];
}
