import type messages from "./messages";

export interface Signal {
  kind: string;
  commonWith: string;
}

export type TraceText = keyof typeof messages & `trace${string}`;

const NAMES: Record<string, TraceText> = {
  "address.referrer": "traceAddressReferrer",
  "address.friends": "traceAddressFriends",
  "phone.referrer": "tracePhoneReferrer",
  "phone.friends": "tracePhoneFriends",
  "device.referrer": "traceDeviceReferrer",
  "device.friends": "traceDeviceFriends",
  "email.referrer": "traceEmailReferrer",
  "email.friends": "traceEmailFriends",
};

/** What speaks against a referral, as texts: what is shared with who brought them comes first. */
export function tracesOf(signals: Signal[]): TraceText[] {
  const sorted = [...signals].sort((one, other) => weight(one) - weight(other));
  return sorted.map(({ kind, commonWith }) => NAMES[`${kind}.${commonWith}`] ?? "traceOther");
}

function weight({ commonWith }: Signal): number {
  return commonWith === "referrer" ? 0 : 1;
}
