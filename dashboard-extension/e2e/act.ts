// Mutations of the shop's GraphQL, written down shortly.

export type Person = "admin" | "shopper" | "customer";
export type Ask = <T>(query: string, variables?: object, as?: Person) => Promise<T>;

/** Of the arguments that are used here, by their names. */
const TYPES: Record<string, string> = {
  active: "Boolean!",
  channels: "[String!]!",
  closesAt: "LoyaltyDateTime!",
  code: "String!",
  codes: "String!",
  config: "LoyaltyJSON!",
  content: "String!",
  count: "LoyaltyInteger!",
  enabled: "Boolean!",
  endsAt: "LoyaltyDateTime!",
  how: "LoyaltyReferralHow!",
  input: "LoyaltyMemberInput!",
  kind: "LoyaltyBenefitKind!",
  months: "Int!",
  name: "String!",
  note: "String!",
  opensAt: "LoyaltyDateTime!",
  page: "String!",
  points: "LoyaltyInteger!",
  position: "Int!",
  quantity: "Int!",
  reason: "String!",
  revision: "String!",
  slug: "String!",
  sourceKey: "String!",
  startsAt: "LoyaltyDateTime!",
  stock: "LoyaltyInteger!",
  subject: "LoyaltyEngagementSubject!",
  text: "String!",
  userAgent: "String!",
  uses: "Int!",
  validFrom: "LoyaltyDateTime!",
  visitor: "String!",
};

interface Wish {
  /** Of the answer. */
  fields?: string;
  as?: Person;
  /** Where an argument's type is not the usual one of its name. */
  types?: Record<string, string>;
}

/** Does one thing. Throws with the shop's own words where it refuses. */
export async function act<T = object>(
  ask: Ask,
  name: string,
  given: Record<string, unknown>,
  { fields = "", as = "admin", types = {} }: Wish = {},
): Promise<T> {
  const typeOf = (argument: string) =>
    types[argument] ?? TYPES[argument] ?? (/id$/i.test(argument) ? "ID!" : "unknown");
  const names = Object.keys(given);
  const declared = names.map((one) => `$${one}: ${typeOf(one)}`).join(", ");
  const passed = names.map((one) => `${one}: $${one}`).join(", ");
  const answer = await ask<Record<string, T & { errors: { field?: string; message: string }[] }>>(
    `mutation${names.length ? `(${declared})` : ""} {
      ${name}${names.length ? `(${passed})` : ""} { ${fields} errors { field message } } }`,
    given,
    as,
  );
  const { errors } = answer[name]!;
  if (errors.length > 0)
    throw new Error(`${name}: ${errors.map((one) => `${one.field} ${one.message}`).join("; ")}`);
  return answer[name]!;
}
