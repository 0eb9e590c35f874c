export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A day: "1990-12-31". */
  LoyaltyDate: { input: string; output: string; }
  /** A moment in UTC, ISO 8601: "2026-03-01T12:00:00Z". */
  LoyaltyDateTime: { input: string; output: string; }
  /** An exact decimal number as text: "19.99". Only ever an answer. */
  LoyaltyDecimal: { input: string; output: string; }
  /** A whole number, on the wire a JSON number without a fraction, of up to 53 bits. */
  LoyaltyInteger: { input: number; output: number; }
  /** Any JSON value, without fractions where it is given. */
  LoyaltyJSON: { input: unknown; output: unknown; }
};

/** Somebody whom records name. */
export type LoyaltyActor = {
  /** As it was asked: user:5. */
  actor: Scalars['String']['output'];
  email: Scalars['String']['output'];
  /** May be empty. */
  name: Scalars['String']['output'];
};

/** How an award was computed: what each rule brought, shared over the lines. */
export type LoyaltyAward = {
  /** The money that earned. Null for an event, which has none. */
  basis: Maybe<LoyaltyMoney>;
  lines: Array<LoyaltyAwardLine>;
  parts: Array<LoyaltyAwardPart>;
  /** The rules that brought nothing. */
  passedOver: Array<LoyaltyAwardPassedOver>;
  points: Scalars['LoyaltyInteger']['output'];
};

/** What one line of an order brought. */
export type LoyaltyAwardLine = {
  /** The part that earns. */
  basis: LoyaltyMoney;
  /** Why it earns nothing: gift_card, sale, product, category, collection. */
  excluded: Maybe<Scalars['String']['output']>;
  /** The same in the member's language. */
  excludedText: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  /** What money paid for it. */
  paid: LoyaltyMoney;
  /** Its share of the award. */
  points: Scalars['LoyaltyInteger']['output'];
  quantity: Scalars['Int']['output'];
};

/** What one rule brought. */
export type LoyaltyAwardPart = {
  /** So many were not given, because a limit was reached. */
  cut: Scalars['LoyaltyInteger']['output'];
  /** Which limit, in the member's language. */
  cutText: Maybe<Scalars['String']['output']>;
  /** Before rounding and limits, in hundredths. Null where nothing is rounded. */
  exact: Maybe<Scalars['LoyaltyDecimal']['output']>;
  kind: LoyaltyAwardPartKind;
  /** What the merchant calls it, in the member's language. */
  name: Maybe<Scalars['String']['output']>;
  points: Scalars['LoyaltyInteger']['output'];
  /**
   * The rule's slug; tier:gold or plan:plus for what the member's tier or plan brings. Null for the
   * programme's own rate.
   */
  rule: Maybe<Scalars['String']['output']>;
  /** What of them each of `lines` holds, in their order. */
  shares: Array<Scalars['LoyaltyInteger']['output']>;
  /** How it counts, in the member's language. */
  text: Scalars['String']['output'];
};

export type LoyaltyAwardPartKind =
  /** The basis at a rate, rounded down. */
  | 'BASE'
  /** So many on top, once. */
  | 'BONUS'
  /** A part of the base award on top. */
  | 'MULTIPLIER';

/** A rule that brought nothing, and why. */
export type LoyaltyAwardPassedOver = {
  /** The kind of the first condition that failed. */
  condition: Maybe<Scalars['String']['output']>;
  /** What the merchant calls it, in the member's language. */
  name: Maybe<Scalars['String']['output']>;
  /** The rule's slug. */
  rule: Scalars['String']['output'];
  /** The same in the member's language. */
  text: Scalars['String']['output'];
  /** condition, group, currency, nothing_earned. */
  why: Scalars['String']['output'];
};

/** A line that is no code. */
export type LoyaltyBadCode = {
  /** Counts from 1. */
  line: Scalars['Int']['output'];
  why: Scalars['String']['output'];
};

/** Something that a tier or a paid plan gives. */
export type LoyaltyBenefit = {
  description: Scalars['String']['output'];
  /** As the merchant wrote it, without the texts above. Empty for a contact that is another's. */
  details: Scalars['LoyaltyJSON']['output'];
  /** Who gives it: tier:gold, plan:plus. */
  holder: Scalars['String']['output'];
  /** In the member's language. */
  holderName: Scalars['String']['output'];
  kind: LoyaltyBenefitKind;
  /** In the member's language. */
  name: Scalars['String']['output'];
  /** Null: it can be used as often as wanted. */
  quota: Maybe<LoyaltyBenefitQuota>;
  /** What uses and gifts of it name. */
  slug: Scalars['String']['output'];
};

/** Gives the caller their code of a partner. Asked again, it is the same code. */
export type LoyaltyBenefitClaim = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  /** NOTHING_LEFT: there is no code just now; the caller is given the next one. */
  gift: Maybe<LoyaltyBenefitGift>;
};

/** Something a benefit gave: a month's coupon, a birthday gift, a partner's code. */
export type LoyaltyBenefitGift = {
  /** What a coupon is worth. Null: no coupon. */
  amount: Maybe<LoyaltyMoney>;
  /** To be entered at the checkout, or at the partner's. */
  code: Maybe<Scalars['String']['output']>;
  dueAt: Scalars['LoyaltyDateTime']['output'];
  /** Null: not yet. */
  givenAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Who gave it: tier:gold, plan:plus. */
  holder: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  kind: LoyaltyBenefitKind;
  /** In the member's language. */
  name: Scalars['String']['output'];
  /** Null: it is no points. */
  points: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** Of the benefit. */
  slug: Scalars['String']['output'];
  state: LoyaltyBenefitGiftState;
  /** Null: it has no end. */
  validUntil: Maybe<Scalars['LoyaltyDateTime']['output']>;
};

export type LoyaltyBenefitGiftState =
  /** to be made by the shop. */
  | 'DUE'
  /** with the member. */
  | 'GIVEN'
  /** the list of codes was empty. */
  | 'NOTHING_LEFT'
  /** taken back. */
  | 'WITHDRAWN';

/**
 * Takes back what a benefit gave: its coupon is worth nothing any more, and the same is not given
 * again. What was used stays, and points are adjusted instead. Again changes nothing. Needs
 * MANAGE_MEMBERS.
 */
export type LoyaltyBenefitGiftWithdraw = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  gift: Maybe<LoyaltyGiftOfMember>;
};

export type LoyaltyBenefitKind =
  /** Birthday gift. */
  | 'BIRTHDAY_GIFT'
  /** Rewards for fewer points. */
  | 'CHEAPER_REWARDS'
  /** A contact of your own. */
  | 'CONTACT'
  /** Coupons. */
  | 'COUPONS'
  /** Early access. */
  | 'EARLY_ACCESS'
  /** Free returns. */
  | 'FREE_RETURNS'
  /** Free shipping. */
  | 'FREE_SHIPPING'
  /** Products for members only. */
  | 'MEMBERS_ONLY'
  /** More points. */
  | 'MULTIPLIER'
  /** Partner benefit. */
  | 'PARTNER_CODES'
  /** Member price. */
  | 'PRICE_OFF'
  /** Priority handling. */
  | 'PRIORITY'
  /** Samples. */
  | 'SAMPLES'
  /** Service. */
  | 'SERVICE';

/** How often a benefit can be used in the period that runs. */
export type LoyaltyBenefitQuota = {
  allowed: Scalars['Int']['output'];
  left: Scalars['Int']['output'];
  /** There are as many again from then on. Null: there is no more. */
  periodEndsAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  used: Scalars['Int']['output'];
};

/** One use of a benefit: by an order, or written down by staff. */
export type LoyaltyBenefitUse = {
  /** Who wrote it down: user:5, app:2. Null: the order itself. */
  actor: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: LoyaltyBenefitKind;
  member: LoyaltyMember;
  note: Scalars['String']['output'];
  /** The shop's id of the order it is for. */
  orderId: Maybe<Scalars['ID']['output']>;
  /** Whose quota it drew on: 2026-11, 2026-Q4, 2026, ever. */
  period: Scalars['String']['output'];
  quantity: Scalars['Int']['output'];
  slug: Scalars['String']['output'];
  /** When it was given back. */
  undoneAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** user:5, app:2; order: it was cancelled. */
  undoneBy: Maybe<Scalars['String']['output']>;
  usedAt: Scalars['LoyaltyDateTime']['output'];
};

/** A page of a list. */
export type LoyaltyBenefitUseConnection = {
  edges: Array<LoyaltyBenefitUseEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyBenefitUseEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyBenefitUse;
};

/** Gives a use back. One that was given back stays as it is. Needs MANAGE_MEMBERS. */
export type LoyaltyBenefitUseUndo = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  use: Maybe<LoyaltyBenefitUse>;
};

/** Takes from what a member can use so and so often. Needs MANAGE_MEMBERS. */
export type LoyaltyBenefitUseUp = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  /** What the member can use now. */
  quotas: Maybe<Array<LoyaltyQuota>>;
  use: Maybe<LoyaltyBenefitUse>;
};

/** More points for orders paid in its time. The best of these and of benefits counts. */
export type LoyaltyBoost = {
  endsAt: Scalars['LoyaltyDateTime']['output'];
  /** What it was given for. */
  name: Scalars['String']['output'];
  /** Of the base award of points in all: 200 is double. */
  percent: Scalars['LoyaltyInteger']['output'];
  startsAt: Scalars['LoyaltyDateTime']['output'];
};

/** How the caller came here. */
export type LoyaltyBroughtBy = {
  /** By whom, shortened: A***. */
  fromName: Scalars['String']['output'];
  state: LoyaltyFriendState;
};

/** How far a budget is used up. */
export type LoyaltyBudgetUse = {
  /** Then both are minor units of it: what the points cost. Null: in points. */
  currency: Maybe<Scalars['String']['output']>;
  /** In growth instead of points. */
  isGrowth: Scalars['Boolean']['output'];
  most: Scalars['LoyaltyInteger']['output'];
  used: Scalars['LoyaltyInteger']['output'];
};

/** Rules for some time, for an audience, with a budget. */
export type LoyaltyCampaign = {
  /** Null without MANAGE_PROGRAMMES. */
  budget: Maybe<Array<LoyaltyBudgetUse>>;
  /** Of its programme. None: all that no other programme names. */
  channels: Array<Scalars['String']['output']>;
  /** As the merchant wrote it. Null without MANAGE_PROGRAMMES. */
  config: Maybe<Scalars['LoyaltyJSON']['output']>;
  description: Scalars['String']['output'];
  /** Null: until it is ended by hand. */
  endsAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  id: Scalars['ID']['output'];
  /** In the language asked for, if there is one. */
  name: Scalars['String']['output'];
  phase: LoyaltyCampaignPhase;
  programmeId: Scalars['ID']['output'];
  /**
   * Give it back with an edit: it is refused where somebody else was faster. Null without
   * MANAGE_PROGRAMMES.
   */
  revision: Maybe<Scalars['String']['output']>;
  slug: Scalars['String']['output'];
  startsAt: Scalars['LoyaltyDateTime']['output'];
  /** To show: “2× until Sunday”. */
  stateText: Scalars['String']['output'];
};

/**
 * It runs in its window, from now on at the earliest; its rules never change again. Needs
 * MANAGE_PROGRAMMES.
 */
export type LoyaltyCampaignActivate = {
  campaign: Maybe<LoyaltyCampaign>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

/** A page of a list. */
export type LoyaltyCampaignConnection = {
  edges: Array<LoyaltyCampaignEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** Makes a campaign as a draft. Needs MANAGE_PROGRAMMES. */
export type LoyaltyCampaignCreate = {
  campaign: Maybe<LoyaltyCampaign>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

/** One item of a page. */
export type LoyaltyCampaignEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyCampaign;
};

/** What happened before still earns, however late it comes in. Needs MANAGE_PROGRAMMES. */
export type LoyaltyCampaignEnd = {
  campaign: Maybe<LoyaltyCampaign>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

/** What happens from now on earns nothing from it, until it is resumed. Needs MANAGE_PROGRAMMES. */
export type LoyaltyCampaignPause = {
  campaign: Maybe<LoyaltyCampaign>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

export type LoyaltyCampaignPhase =
  /** Being written: nobody sees it but staff. */
  | 'DRAFT'
  /** Its time is past, or it was ended. */
  | 'OVER'
  /** It earns nothing for now. */
  | 'PAUSED'
  /** It earns. */
  | 'RUNNING'
  /** Activated, and to begin later. */
  | 'UPCOMING';

/** What happened in the pause stays without it. Needs MANAGE_PROGRAMMES. */
export type LoyaltyCampaignResume = {
  campaign: Maybe<LoyaltyCampaign>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

/** Replaces what a campaign says that is still a draft. Needs MANAGE_PROGRAMMES. */
export type LoyaltyCampaignUpdate = {
  campaign: Maybe<LoyaltyCampaign>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

/** Something of the shop's catalogue. */
export type LoyaltyCatalogueItem = {
  /** Tells alike names apart: the category above, a variant's number. May be empty. */
  detail: Scalars['String']['output'];
  /** The shop's: what rules name it by. */
  id: Scalars['ID']['output'];
  kind: LoyaltyCatalogueKind;
  name: Scalars['String']['output'];
  /** Its address. Null: there is none. */
  picture: Maybe<Scalars['String']['output']>;
};

/** What rules can name of the shop's catalogue. */
export type LoyaltyCatalogueKind =
  | 'CATEGORY'
  | 'COLLECTION'
  | 'PRODUCT'
  | 'VARIANT';

/** Where the shop sells. */
export type LoyaltyChannel = {
  /** Whether it sells now. */
  active: Scalars['Boolean']['output'];
  /** Its usual one, as US. May be empty. */
  country: Scalars['String']['output'];
  /** ISO 4217 code. */
  currency: Scalars['String']['output'];
  /** Of the currency: 2 for USD, 0 for JPY. */
  digits: Scalars['Int']['output'];
  name: Scalars['String']['output'];
  /** Slug of the programme in force there now. Null: there is none. */
  programme: Maybe<Scalars['String']['output']>;
  slug: Scalars['String']['output'];
};

/** A day that was checked in on, or made good. */
export type LoyaltyCheckIn = {
  at: Scalars['LoyaltyDateTime']['output'];
  day: Scalars['LoyaltyDate']['output'];
  /** What making it good cost. Null: checked in on the day itself. */
  madeUpFor: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** That it gave. */
  points: Scalars['LoyaltyInteger']['output'];
  /** Days in a row up to this one. */
  streak: Scalars['LoyaltyInteger']['output'];
};

/** One day of the calendar. */
export type LoyaltyCheckInDay = {
  day: Scalars['LoyaltyDate']['output'];
  /** What a day to come gives, if none before it is missed. */
  gift: Maybe<LoyaltyGift>;
  /** That it gave. Null for a day that was not checked. */
  points: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** So many points make a missed day good. Null: it cannot be made good. */
  price: Maybe<Scalars['LoyaltyInteger']['output']>;
  state: LoyaltyCheckInDayState;
  /** Days in a row up to this one; of a day to come, if none before it is missed. */
  streak: Maybe<Scalars['LoyaltyInteger']['output']>;
};

export type LoyaltyCheckInDayState =
  /** Checked in on the day itself. */
  | 'CHECKED'
  /** To come. */
  | 'FUTURE'
  /** Missed, and made good for points. */
  | 'MADE_UP'
  /** Missed. */
  | 'MISSED'
  /** Before the member could check in, or no day where they were. */
  | 'NONE'
  /** Today: can be checked in on now. */
  | 'OPEN';

/** Spends the caller's points on a day they missed, so that their days in a row are whole. */
export type LoyaltyCheckInMakeUp = {
  checkIn: Maybe<LoyaltyCheckIn>;
  /** How they stand now. */
  checkIns: Maybe<LoyaltyCheckIns>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

/** Checks the caller in for their day; again changes nothing. */
export type LoyaltyCheckInToday = {
  checkIn: Maybe<LoyaltyCheckIn>;
  /** How they stand now. */
  checkIns: Maybe<LoyaltyCheckIns>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  /** False: it had been done before. */
  isNew: Maybe<Scalars['Boolean']['output']>;
};

/** The daily check-in of one member. */
export type LoyaltyCheckIns = {
  checkedToday: Scalars['Boolean']['output'];
  description: Scalars['String']['output'];
  /** Whether they can check in now. */
  isOpen: Scalars['Boolean']['output'];
  /** Days of the ladder of gifts. */
  ladderDays: Scalars['LoyaltyInteger']['output'];
  /** What making a missed day good costs. Null: it cannot be done. */
  makeUpPoints: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** So many days of this month can still be made good. */
  makeUpsLeft: Scalars['LoyaltyInteger']['output'];
  /** Every day of a month, in order. */
  month: Array<LoyaltyCheckInDay>;
  /** As the shop calls it; may be empty. */
  name: Scalars['String']['output'];
  /** What the next check-in gives. Null: nothing, or not for them. */
  nextGift: Maybe<LoyaltyGift>;
  /** From when on they can: now, or after the day they had. Null: not for them. */
  opensAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Days in a row, today's among them once it is checked. */
  streak: Scalars['LoyaltyInteger']['output'];
  /** Whose days they are. */
  timeZone: Scalars['String']['output'];
  today: Scalars['LoyaltyDate']['output'];
};


/** The daily check-in of one member. */
export type LoyaltyCheckInsMonthArgs = {
  month?: InputMaybe<Scalars['Int']['input']>;
  year?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * Takes what points are worth off the goods of one's own checkout, where the shop does that. Another
 * choice replaces the earlier one. Points that would buy no further coin are not taken; shipping costs
 * what it costs. `loyaltyCheckoutPointsRelease` takes them off again.
 */
export type LoyaltyCheckoutPointsApply = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  /** How the checkout stands now. */
  quote: Maybe<LoyaltyCheckoutQuote>;
};

/**
 * Gives back what is set aside for a checkout: one's own, or with MANAGE_ORDERS any. Prices that
 * points had made lower are what they were.
 */
export type LoyaltyCheckoutPointsRelease = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  /** How many points went back. */
  releasedPoints: Maybe<Scalars['LoyaltyInteger']['output']>;
};

/** How many points may be used on a checkout, and what it will bring. */
export type LoyaltyCheckoutQuote = {
  /**
   * What so many points pay for: the amount to initialise the payment with, or what comes off the
   * prices.
   */
  amount: LoyaltyMoney;
  /** What the customer can use. */
  availablePoints: Scalars['LoyaltyInteger']['output'];
  checkoutId: Scalars['ID']['output'];
  currency: Scalars['String']['output'];
  /** The same in growth. */
  earnGrowth: Scalars['LoyaltyInteger']['output'];
  /** What the order would bring if it were paid now. */
  earnPoints: Scalars['LoyaltyInteger']['output'];
  /** What the most points pay for. */
  maximumAmount: LoyaltyMoney;
  /**
   * The most that may be used: on top of what is used already where points pay, in all where they make
   * prices lower.
   */
  maximumPoints: Scalars['LoyaltyInteger']['output'];
  /** The least that may be used. */
  minimumPoints: Scalars['LoyaltyInteger']['output'];
  /** What points do at this checkout. */
  mode: LoyaltyPointsMode;
  /**
   * Why points that were chosen do not make it cheaper any more, for people, in their language. Null
   * where nothing happened, or the shopper did it.
   */
  notice: Maybe<Scalars['String']['output']>;
  /** Why no points can be used. Null where they can. */
  refusal: Maybe<LoyaltyErrorCode>;
  /** The same for people, in their language. */
  refusalMessage: Maybe<Scalars['String']['output']>;
  /** Points are used in multiples of this. */
  step: Scalars['LoyaltyInteger']['output'];
  /** What those pay for. */
  usedAmount: LoyaltyMoney;
  /** Set aside for this checkout already. */
  usedPoints: Scalars['LoyaltyInteger']['output'];
};


/** How many points may be used on a checkout, and what it will bring. */
export type LoyaltyCheckoutQuoteAmountArgs = {
  points: Scalars['LoyaltyInteger']['input'];
};

/** Codes of a partner, each given to one member. */
export type LoyaltyCodeList = {
  /** Whether codes are given from it. */
  active: Scalars['Boolean']['output'];
  /** Whether there is none left to give. */
  empty: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  /** By language. */
  name: Scalars['LoyaltyJSON']['output'];
  /** What benefits name. */
  slug: Scalars['String']['output'];
  stock: LoyaltyCodeStock;
};

/** Makes an empty list. Needs MANAGE_PROGRAMMES. */
export type LoyaltyCodeListCreate = {
  codeList: Maybe<LoyaltyCodeList>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

/** Says whether codes are given from a list. Needs MANAGE_PROGRAMMES. */
export type LoyaltyCodeListSetActive = {
  codeList: Maybe<LoyaltyCodeList>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

/** Adds codes to a list; whoever waits for one is given one. Needs MANAGE_PROGRAMMES. */
export type LoyaltyCodeListUpload = {
  codeList: Maybe<LoyaltyCodeList>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  upload: Maybe<LoyaltyCodeUpload>;
};

/** How many codes a list has. */
export type LoyaltyCodeStock = {
  /** They can still be given. */
  free: Scalars['Int']['output'];
  /** Members have them. */
  given: Scalars['Int']['output'];
  /** Never given, and not good any more. */
  tooOld: Scalars['Int']['output'];
  total: Scalars['Int']['output'];
  /** Members who asked when there was none. */
  waiting: Scalars['Int']['output'];
};

/** What became of the lines of an upload. */
export type LoyaltyCodeUpload = {
  added: Scalars['Int']['output'];
  /** The first hundred refused. */
  bad: Array<LoyaltyBadCode>;
  /** The list has them already. */
  known: Scalars['Int']['output'];
  refused: Scalars['Int']['output'];
  /** They stand there more than once. */
  repeated: Scalars['Int']['output'];
  /** So many who waited have a code now. */
  served: Scalars['Int']['output'];
};

/** A place where two configurations are not the same. */
export type LoyaltyConfigurationDifference = {
  /** Null where it is gone. */
  after: Maybe<Scalars['LoyaltyJSON']['output']>;
  /** Null where it is new. */
  before: Maybe<Scalars['LoyaltyJSON']['output']>;
  kind: LoyaltyDifferenceKind;
  /**
   * earning.rates.USD.points; things of a list by their slug: rules.double. A list of slugs alone is
   * in another order.
   */
  place: Scalars['String']['output'];
};

/** What is wrong with one place of a configuration. */
export type LoyaltyConfigurationFault = {
  /** It is only not filled in yet, as in a form that is begun. */
  missing: Scalars['Boolean']['output'];
  /** rules.0.percent; empty: the whole of it does not fit together. */
  place: Scalars['String']['output'];
  /** For people, in the caller's language where we have it. */
  text: Scalars['String']['output'];
};

/** What has a configuration. */
export type LoyaltyConfigured =
  | 'CAMPAIGN'
  | 'CHECK_INS'
  | 'FLASH_SALE'
  | 'GROUP_OFFER'
  | 'GROWTH_PACK'
  | 'LADDER'
  | 'LOTTERY'
  | 'OCCASIONS'
  | 'PLAN'
  | 'PROGRAMME'
  | 'REFERRALS'
  | 'REVIEWS'
  | 'REWARD'
  | 'SHARES'
  | 'TASK';

/** Points that expired and became a coupon. */
export type LoyaltyConversion = {
  /** What the coupon is worth. */
  amount: LoyaltyMoney;
  /** Of the coupon. Null until the shop has made it. */
  code: Maybe<Scalars['String']['output']>;
  convertedAt: Scalars['LoyaltyDateTime']['output'];
  points: Scalars['LoyaltyInteger']['output'];
  validUntil: Maybe<Scalars['LoyaltyDateTime']['output']>;
};

/** How many of one kind were given up. */
export type LoyaltyDeadKind = {
  kind: Scalars['String']['output'];
  number: Scalars['Int']['output'];
};

/** What could not be acted on, with what was tried. */
export type LoyaltyDeadLetter = {
  attempts: Scalars['Int']['output'];
  createdAt: Scalars['LoyaltyDateTime']['output'];
  direction: LoyaltyDirection;
  /** What went wrong the last time. */
  error: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** order, checkout, customer, reprice, … */
  kind: Scalars['String']['output'];
  /** Null where the shop is asked for the state of things. */
  payload: Maybe<Scalars['LoyaltyJSON']['output']>;
  /** Whom it is about: order:<id>. */
  subject: Scalars['String']['output'];
};

/** A page of a list. */
export type LoyaltyDeadLetterConnection = {
  edges: Array<LoyaltyDeadLetterEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyDeadLetterEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyDeadLetter;
};

/** Puts a dead letter back in line, with all its tries. Needs MANAGE_ORDERS. */
export type LoyaltyDeadLetterReplay = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  /** Whether it is in line again. */
  replayed: Maybe<Scalars['Boolean']['output']>;
};

/** Puts dead letters back in line, the oldest first, a thousand at a time at most. Needs MANAGE_ORDERS. */
export type LoyaltyDeadLettersReplay = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  /** So many are in line again, at most 1,000. */
  number: Maybe<Scalars['Int']['output']>;
};

/** Told at login, so that one person with two accounts is seen. */
export type LoyaltyDeviceNote = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  noted: Maybe<Scalars['Boolean']['output']>;
};

/** What became of a place. */
export type LoyaltyDifferenceKind =
  | 'ADDED'
  | 'CHANGED'
  | 'REMOVED';

export type LoyaltyDirection =
  /** Something that happened at the shop. */
  | 'IN'
  /** Something that must reach the shop. */
  | 'OUT';

/**
 * Gives the lines of a draft order the prices of its customer, as the checkout would. Discounts and
 * prices that staff gave stay. Asked again after lines were added, it prices those too; for a customer
 * without such prices it takes them off. Needs MANAGE_ORDERS.
 */
export type LoyaltyDraftOrderPrice = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  /** How many lines have a member's price now. */
  lines: Maybe<Scalars['Int']['output']>;
};

/** One setting. Its newest version counts; without any it is switched off. */
export type LoyaltyEngagement = {
  enabled: Scalars['Boolean']['output'];
  /** Null: never set up. */
  newest: Maybe<LoyaltyEngagementVersion>;
  subject: LoyaltyEngagementSubject;
  /** Newest first. */
  versions: Array<LoyaltyEngagementVersion>;
};


/** One setting. Its newest version counts; without any it is switched off. */
export type LoyaltyEngagementVersionsArgs = {
  first: Scalars['Int']['input'];
};

/** Saves a version of one setting; the same again saves none. Needs MANAGE_PROGRAMMES. */
export type LoyaltyEngagementSave = {
  engagement: Maybe<LoyaltyEngagement>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

export type LoyaltyEngagementSubject =
  /** daily check-in. */
  | 'CHECK_INS'
  /** birthdays, anniversaries, welcome. */
  | 'OCCASIONS'
  /** friends brought along. */
  | 'REFERRALS'
  /** product reviews. */
  | 'REVIEWS'
  /** shared links. */
  | 'SHARES';

/** What was set up at a moment. It never changes. */
export type LoyaltyEngagementVersion = {
  /** Who saved it: user:5, app:2. */
  actor: Scalars['String']['output'];
  config: Scalars['LoyaltyJSON']['output'];
  createdAt: Scalars['LoyaltyDateTime']['output'];
  enabled: Scalars['Boolean']['output'];
  number: Scalars['Int']['output'];
};

export type LoyaltyEntryKind =
  | 'ADJUST'
  | 'CAPTURE'
  | 'CLAW_BACK'
  | 'DEBT_PAYMENT'
  | 'EARN'
  | 'EXPIRE'
  | 'EXTEND'
  | 'HOLD'
  | 'MATURE'
  | 'MERGE_IN'
  | 'MERGE_OUT'
  | 'RELEASE'
  | 'RESTORE'
  | 'SPEND';

/** A refusal: nothing was changed. */
export type LoyaltyError = {
  /** What is wrong, for programs. */
  code: LoyaltyErrorCode;
  /** Name of the argument that caused the error. Null where it is none of them. */
  field: Maybe<Scalars['String']['output']>;
  /** What is wrong, for people, in the caller's language where we have it. */
  message: Scalars['String']['output'];
};

/** Why something was refused. */
export type LoyaltyErrorCode =
  | 'BELOW_MINIMUM'
  | 'BUSY'
  | 'CHANGED_MEANWHILE'
  | 'CURRENCY_NOT_SUPPORTED'
  | 'FORBIDDEN'
  | 'HOLD_NOT_OPEN'
  | 'INVALID'
  | 'LIMIT_EXCEEDED'
  | 'MEMBER_CLOSED'
  | 'NOT_A_MULTIPLE'
  | 'NOT_ENOUGH_POINTS'
  | 'NOT_FOUND'
  | 'PROGRAMME_NOT_ACTIVE'
  | 'REQUIRED'
  | 'SOURCE_KEY_CONFLICT';

/** Something that happened to a member, named by the merchant. */
export type LoyaltyEvent = {
  /** By name: text, whole number, true, false. */
  attributes: Scalars['LoyaltyJSON']['output'];
  /** How the points were computed. Null where no rule applied. */
  award: Maybe<LoyaltyAward>;
  /** Slug. Empty where none was told. */
  channel: Scalars['String']['output'];
  /** The same in growth. */
  growth: Scalars['LoyaltyInteger']['output'];
  id: Scalars['ID']['output'];
  memberId: Scalars['ID']['output'];
  /** What rules ask for. */
  name: Scalars['String']['output'];
  occurredAt: Scalars['LoyaltyDateTime']['output'];
  /** What it brought and was not taken back. */
  points: Scalars['LoyaltyInteger']['output'];
  /** The caller's own name for it. */
  sourceKey: Scalars['String']['output'];
  /** When all of it was taken back. */
  undoneAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
};

/** A file of events: looked at first, done line by line, undone as one. */
export type LoyaltyEventBatch = {
  /** Who looked at it: user:5, app:2. */
  actor: Scalars['String']['output'];
  createdAt: Scalars['LoyaltyDateTime']['output'];
  /** So many have been done. */
  done: Scalars['Int']['output'];
  /** So many have an error. */
  faulty: Scalars['Int']['output'];
  /** The same in growth. */
  growth: Scalars['LoyaltyInteger']['output'];
  id: Scalars['ID']['output'];
  /** Its lines, in the order of the file. */
  items: LoyaltyEventBatchLineConnection;
  /** How many there are. */
  lines: Scalars['Int']['output'];
  name: Scalars['String']['output'];
  /** What all lines bring: as looked at, or as done. */
  points: Scalars['LoyaltyInteger']['output'];
  /** So many were passed over with an error. */
  refused: Scalars['Int']['output'];
  /** All lines as CSV that is safe to open in a spreadsheet. */
  report: Scalars['String']['output'];
  state: LoyaltyEventBatchState;
  /** So many events were taken back. */
  undone: Scalars['Int']['output'];
};


/** A file of events: looked at first, done line by line, undone as one. */
export type LoyaltyEventBatchItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  onlyErrors?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Tells what each line of a file of events would do, and does nothing. Needs MANAGE_POINTS. */
export type LoyaltyEventBatchCheck = {
  batch: Maybe<LoyaltyEventBatch>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

/** A page of a list. */
export type LoyaltyEventBatchConnection = {
  edges: Array<LoyaltyEventBatchEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyEventBatchEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyEventBatch;
};

/** One line: what it would do or has done, or what is wrong with it. */
export type LoyaltyEventBatchLine = {
  /** Such a line brings nothing, and holds up no other. */
  error: Maybe<LoyaltyError>;
  /** The same in growth. */
  growth: Scalars['LoyaltyInteger']['output'];
  key: Scalars['String']['output'];
  /** Its number in the file, from 1. */
  line: Scalars['Int']['output'];
  /** Null where the line names nobody we know. */
  memberId: Maybe<Scalars['ID']['output']>;
  name: Scalars['String']['output'];
  /** What it would bring as things stood; once done, what it has. */
  points: Scalars['LoyaltyInteger']['output'];
};

/** A page of a list. */
export type LoyaltyEventBatchLineConnection = {
  edges: Array<LoyaltyEventBatchLineEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyEventBatchLineEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyEventBatchLine;
};

/**
 * Does a batch that was looked at: the first lines at once, the others by the worker. Needs
 * MANAGE_POINTS.
 */
export type LoyaltyEventBatchRun = {
  batch: Maybe<LoyaltyEventBatch>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

export type LoyaltyEventBatchState =
  /** looked at, nothing done. */
  | 'CHECKED'
  /** done. */
  | 'DONE'
  /** being done. */
  | 'RUNNING'
  /** being undone. */
  | 'UNDOING'
  /** undone. */
  | 'UNDONE';

/**
 * Takes back all that a batch brought: the first lines at once, the others by the worker. Needs
 * MANAGE_POINTS.
 */
export type LoyaltyEventBatchUndo = {
  batch: Maybe<LoyaltyEventBatch>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

/** Records an event and what it brings, under the rules of the moment it happened. Needs MANAGE_POINTS. */
export type LoyaltyEventRecord = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  event: Maybe<LoyaltyEvent>;
  member: Maybe<LoyaltyMember>;
};

/** Takes back all that an event brought, also what has been spent. Needs MANAGE_POINTS. */
export type LoyaltyEventUndo = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  event: Maybe<LoyaltyEvent>;
};

/** So many available points end at that moment if nobody uses them. */
export type LoyaltyExpiry = {
  expiresAt: Scalars['LoyaltyDateTime']['output'];
  points: Scalars['LoyaltyInteger']['output'];
};

/** A member who is to know that points will end. */
export type LoyaltyExpiryReminder = {
  /** Which of the programme's reminders. */
  daysBefore: Scalars['Int']['output'];
  expiresAt: Scalars['LoyaltyDateTime']['output'];
  member: LoyaltyMember;
  /** As many as there were at that time. */
  points: Scalars['LoyaltyInteger']['output'];
  remindedAt: Scalars['LoyaltyDateTime']['output'];
};

/** A page of a list. */
export type LoyaltyExpiryReminderConnection = {
  edges: Array<LoyaltyExpiryReminderEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyExpiryReminderEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyExpiryReminder;
};

/**
 * Points of some days, counted when it happened. Money is what a point was worth when it was earned;
 * points that were worth nothing then have none.
 */
export type LoyaltyFigures = {
  /** Taken by staff. */
  adjusted: Scalars['LoyaltyInteger']['output'];
  expired: Scalars['LoyaltyInteger']['output'];
  expiredWorth: Array<LoyaltyMoney>;
  /** None: of all days together. */
  firstDay: Maybe<Scalars['LoyaltyDate']['output']>;
  /** Earned, or given by staff. */
  issued: Scalars['LoyaltyInteger']['output'];
  issuedWorth: Array<LoyaltyMoney>;
  /** Less what was given back. */
  spent: Scalars['LoyaltyInteger']['output'];
  spentWorth: Array<LoyaltyMoney>;
  /** After refunds; as debt too. */
  takenBack: Scalars['LoyaltyInteger']['output'];
};

export type LoyaltyFiguresBy =
  | 'DAY'
  | 'MONTH'
  | 'WEEK';

/** Something odd about a programme. */
export type LoyaltyFinding = {
  /** For programs: NEVER_APPLIES and the like. */
  code: Scalars['String']['output'];
  /** Where: earning.rules.twice. */
  place: Scalars['String']['output'];
  severity: LoyaltySeverity;
  /** For people, in the caller's language where we have it. */
  text: Scalars['String']['output'];
};

/** Prices for members for some time, so many pieces in all and for each. */
export type LoyaltyFlashSale = {
  active: Scalars['Boolean']['output'];
  /** As the merchant wrote it. Null without MANAGE_PROGRAMMES. */
  config: Maybe<Scalars['LoyaltyJSON']['output']>;
  description: Scalars['String']['output'];
  endsAt: Scalars['LoyaltyDateTime']['output'];
  id: Scalars['ID']['output'];
  items: Array<LoyaltyFlashSaleItem>;
  /** In the language asked for, if there is one. */
  name: Scalars['String']['output'];
  /** Give it back with what you change. Null without MANAGE_PROGRAMMES. */
  revision: Maybe<Scalars['String']['output']>;
  /** Now, on one of its days. */
  runs: Scalars['Boolean']['output'];
  slug: Scalars['String']['output'];
  startsAt: Scalars['LoyaltyDateTime']['output'];
};

/** A page of a list. */
export type LoyaltyFlashSaleConnection = {
  edges: Array<LoyaltyFlashSaleEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyFlashSaleEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyFlashSale;
};

/** A variant at a price for members. */
export type LoyaltyFlashSaleItem = {
  /** Of them free now. Null: any number. */
  left: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** Null: any number. */
  perMember: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** Of one piece, by currency. */
  prices: Array<LoyaltyMoney>;
  /** Pieces in all. Null: any number. */
  quota: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** The shop's own id of the variant. */
  variantId: Scalars['ID']['output'];
};

/** Makes a flash sale, or replaces what it says. Needs MANAGE_PROGRAMMES. */
export type LoyaltyFlashSaleSave = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  flashSale: Maybe<LoyaltyFlashSale>;
};

/** How far a friend is, as members see it. */
export type LoyaltyFriendState =
  | 'CHECKING'
  | 'ENDED'
  | 'ORDERED'
  | 'REGISTERED'
  | 'REWARDED';

/** Points, growth, a reward of the mall, more points for a time: at least one of them. */
export type LoyaltyGift = {
  /** Null: none. */
  boostDays: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** Of the base award of points in all, for some days: 200 is double. Null: none. */
  boostPercent: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** Null: none. */
  growth: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** Null: none. */
  points: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** A reward of the mall. Null: none. */
  rewardId: Maybe<Scalars['ID']['output']>;
};

/** Something a benefit gave, and to whom. */
export type LoyaltyGiftOfMember = {
  gift: LoyaltyBenefitGift;
  member: LoyaltyMember;
  /** When staff took it back. Null: they did not. */
  withdrawnAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Why, as they wrote it. */
  withdrawnBecause: Maybe<Scalars['String']['output']>;
  /** Who took it back. */
  withdrawnBy: Maybe<Scalars['String']['output']>;
};

/** A page of a list. */
export type LoyaltyGiftOfMemberConnection = {
  edges: Array<LoyaltyGiftOfMemberEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyGiftOfMemberEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyGiftOfMember;
};

export type LoyaltyGrantKind =
  /** by staff. */
  | 'BY_HAND'
  /** by an invitation code. */
  | 'INVITATION'
  /** for points. */
  | 'POINTS';

/** Some who buy together, without saying who. */
export type LoyaltyGroup = {
  closesAt: Scalars['LoyaltyDateTime']['output'];
  /** The end of the link that others join by. */
  code: Scalars['String']['output'];
  endedAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  id: Scalars['ID']['output'];
  /** As it was promised. */
  offer: LoyaltyGroupOffer;
  paid: Scalars['LoyaltyInteger']['output'];
  size: Scalars['LoyaltyInteger']['output'];
  state: LoyaltyGroupState;
  /** Seats that are reserved or paid. */
  taken: Scalars['LoyaltyInteger']['output'];
};

/** Puts the pieces of the caller's seat into their checkout, at the group's price. */
export type LoyaltyGroupCheckout = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  seat: Maybe<LoyaltyGroupSeat>;
};

/**
 * Ends a group that waits: what is paid is confirmed, whoever is missing, or everything is cancelled,
 * its money asked back from the shop and stakes given back. Again changes nothing. Needs
 * MANAGE_ORDERS.
 */
export type LoyaltyGroupEnd = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  group: Maybe<LoyaltyGroupWithSeats>;
};

/** A seat kept for a while, or the one the caller has there already. */
export type LoyaltyGroupJoin = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  seat: Maybe<LoyaltyGroupSeat>;
};

/**
 * Gives the caller's seat up before the group is full. An order of it is cancelled, its money asked
 * back from the shop, and the stake goes back. Again changes nothing.
 */
export type LoyaltyGroupLeave = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  seat: Maybe<LoyaltyGroupSeat>;
};

/** What can be bought together. */
export type LoyaltyGroupOffer = {
  active: Scalars['Boolean']['output'];
  /** As the merchant wrote it. Null without MANAGE_PROGRAMMES. */
  config: Maybe<Scalars['LoyaltyJSON']['output']>;
  description: Scalars['String']['output'];
  endsAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Within which they must have paid. */
  hours: Scalars['LoyaltyInteger']['output'];
  id: Scalars['ID']['output'];
  /** In the language asked for, if there is one. */
  name: Scalars['String']['output'];
  /** That each seat buys. */
  pieces: Scalars['LoyaltyInteger']['output'];
  /** Of one piece, by currency. */
  prices: Array<LoyaltyMoney>;
  /** Give it back with what you change. Null without MANAGE_PROGRAMMES. */
  revision: Maybe<Scalars['String']['output']>;
  /** How long a seat is kept for who has not paid yet. */
  seatMinutes: Scalars['LoyaltyInteger']['output'];
  /** How many must buy. */
  size: Scalars['LoyaltyInteger']['output'];
  slug: Scalars['String']['output'];
  /** Set aside with the seat, spent once the group is full. */
  stakePoints: Scalars['LoyaltyInteger']['output'];
  startsAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** The shop's own id of the variant. */
  variantId: Scalars['ID']['output'];
};

/** A page of a list. */
export type LoyaltyGroupOfferConnection = {
  edges: Array<LoyaltyGroupOfferEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyGroupOfferEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyGroupOffer;
};

/**
 * Makes an offer, or replaces what it says; open groups keep what they were promised. Needs
 * MANAGE_PROGRAMMES.
 */
export type LoyaltyGroupOfferSave = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  offer: Maybe<LoyaltyGroupOffer>;
};

/** Opens a group on an offer, with the caller's seat in it kept for a while. */
export type LoyaltyGroupOpen = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  seat: Maybe<LoyaltyGroupSeat>;
};

/** The caller's place in a group. */
export type LoyaltyGroupSeat = {
  /** The shop's own id. */
  checkoutId: Maybe<Scalars['ID']['output']>;
  /** Until when it is kept. Null once it is paid. */
  expiresAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  group: LoyaltyGroup;
  id: Scalars['ID']['output'];
  /** The shop's own id. */
  orderId: Maybe<Scalars['ID']['output']>;
  /** Why it was given back. */
  reason: Maybe<Scalars['String']['output']>;
  state: LoyaltySeatState;
};

/** A page of a list. */
export type LoyaltyGroupSeatConnection = {
  edges: Array<LoyaltyGroupSeatEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyGroupSeatEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyGroupSeat;
};

/** A seat as staff see it. */
export type LoyaltyGroupSeatOfMember = {
  id: Scalars['ID']['output'];
  member: LoyaltyMember;
  memberId: Scalars['ID']['output'];
  /** The shop's own id. */
  orderId: Maybe<Scalars['ID']['output']>;
  /** Why it was given back. */
  reason: Maybe<Scalars['String']['output']>;
  state: LoyaltySeatState;
};

/** Whether a group waits, is full or has failed. */
export type LoyaltyGroupState =
  | 'FAILED'
  | 'FULL'
  | 'OPEN';

/** A group as staff see it. */
export type LoyaltyGroupWithSeats = {
  closesAt: Scalars['LoyaltyDateTime']['output'];
  code: Scalars['String']['output'];
  endedAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Why, as they wrote it. */
  endedBecause: Maybe<Scalars['String']['output']>;
  /** Who of the staff ended it. Null: nobody. */
  endedBy: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** As it was promised. */
  offer: LoyaltyGroupOffer;
  paid: Scalars['LoyaltyInteger']['output'];
  seats: Array<LoyaltyGroupSeatOfMember>;
  size: Scalars['LoyaltyInteger']['output'];
  state: LoyaltyGroupState;
  taken: Scalars['LoyaltyInteger']['output'];
};

/** A page of a list. */
export type LoyaltyGroupWithSeatsConnection = {
  edges: Array<LoyaltyGroupWithSeatsEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyGroupWithSeatsEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyGroupWithSeats;
};

/** Growth: moves tiers and is never spent. */
export type LoyaltyGrowthBalance = {
  /** Counts for tiers now. */
  available: Scalars['LoyaltyInteger']['output'];
  /** Will count after a moment or an event. */
  pending: Scalars['LoyaltyInteger']['output'];
};

/** Growth that can be bought: what one piece of any of its variants brings, usable at once. */
export type LoyaltyGrowthPack = {
  bonusPoints: Scalars['LoyaltyInteger']['output'];
  /** As the merchant wrote it. Null without MANAGE_PROGRAMMES. */
  config: Maybe<Scalars['LoyaltyJSON']['output']>;
  description: Scalars['String']['output'];
  growth: Scalars['LoyaltyInteger']['output'];
  id: Scalars['ID']['output'];
  /** So many count for one member; those above bring nothing. Null: no limit. */
  mostPieces: Maybe<Scalars['Int']['output']>;
  /** The time that limit is for. */
  mostPiecesPer: Maybe<LoyaltyPackLimitPer>;
  /** In the language asked for, if there is one. */
  name: Scalars['String']['output'];
  onSale: Scalars['Boolean']['output'];
  /** How many more would count for the caller now. Null: there is no limit, or the caller is no member. */
  piecesLeft: Maybe<Scalars['Int']['output']>;
  /**
   * Give it back with an edit: it is refused where somebody else was faster. Null without
   * MANAGE_PROGRAMMES.
   */
  revision: Maybe<Scalars['String']['output']>;
  slug: Scalars['String']['output'];
  /** The shop's own ids of product variants. Their price is the shop's, too. */
  variantIds: Array<Scalars['ID']['output']>;
};

/** It is on sale no more; what it brought stays. Needs MANAGE_PROGRAMMES. */
export type LoyaltyGrowthPackArchive = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  growthPack: Maybe<LoyaltyGrowthPack>;
};

/** Puts a pack of growth on sale. Needs MANAGE_PROGRAMMES. */
export type LoyaltyGrowthPackCreate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  growthPack: Maybe<LoyaltyGrowthPack>;
};

/** Changes what is bought from now on. Needs MANAGE_PROGRAMMES. */
export type LoyaltyGrowthPackUpdate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  growthPack: Maybe<LoyaltyGrowthPack>;
};

/** One line of an account. Entries are never changed; what was wrong gets a further one. */
export type LoyaltyHistoryEntry = {
  /** Who did it by hand: user:5, app:2. Null: the rules, and without MANAGE_MEMBERS. */
  actor: Maybe<Scalars['String']['output']>;
  /** Change of what can be used. */
  available: Scalars['LoyaltyInteger']['output'];
  /** How it was computed, for what was earned. */
  award: Maybe<LoyaltyAward>;
  /** What could be used after it; below zero where points are owed. */
  balanceAfter: Scalars['LoyaltyInteger']['output'];
  /** Change of what is owed. */
  debt: Scalars['LoyaltyInteger']['output'];
  /** The event it is about, as the shop calls it. */
  eventName: Maybe<Scalars['String']['output']>;
  /** Change of what is set aside. */
  held: Scalars['LoyaltyInteger']['output'];
  id: Scalars['ID']['output'];
  kind: LoyaltyEntryKind;
  /** What staff wrote for the member. */
  note: Maybe<Scalars['String']['output']>;
  occurredAt: Scalars['LoyaltyDateTime']['output'];
  /** The order it is about. */
  orderNumber: Maybe<Scalars['String']['output']>;
  /** Change of what will be usable later. */
  pending: Scalars['LoyaltyInteger']['output'];
  /** By how much the account changed in all. 0 where points only became usable or were set aside. */
  points: Scalars['LoyaltyInteger']['output'];
  /** Why, for programs: order, expired, … */
  reason: Scalars['String']['output'];
  /** Why, for people. */
  text: Scalars['String']['output'];
  unit: LoyaltyUnit;
};


/** One line of an account. Entries are never changed; what was wrong gets a further one. */
export type LoyaltyHistoryEntryTextArgs = {
  languageCode?: InputMaybe<Scalars['String']['input']>;
};

/** A page of a list. */
export type LoyaltyHistoryEntryConnection = {
  edges: Array<LoyaltyHistoryEntryEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyHistoryEntryEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyHistoryEntry;
};

/** Points set aside for an open checkout. */
export type LoyaltyHold = {
  /** What they pay of the checkout. */
  amount: Maybe<LoyaltyMoney>;
  /** The shop's id of the checkout. */
  checkoutId: Maybe<Scalars['ID']['output']>;
  /** When they are given back at last. */
  expiresAt: Scalars['LoyaltyDateTime']['output'];
  id: Scalars['ID']['output'];
  points: Scalars['LoyaltyInteger']['output'];
};

/** The ladder of tiers: there is one, in versions. */
export type LoyaltyLadder = {
  /** Whether all members have been placed in the one in force; the worker does it. */
  everybodyPlaced: Scalars['Boolean']['output'];
  /** Null before the first. */
  inForce: Maybe<LoyaltyLadderVersion>;
  /** How far a trial is. */
  trial: Maybe<LoyaltyLadderTrial>;
  /** Newest first, drafts among them. */
  versions: Array<LoyaltyLadderVersion>;
};


/** The ladder of tiers: there is one, in versions. */
export type LoyaltyLadderTrialArgs = {
  id: Scalars['ID']['input'];
};


/** The ladder of tiers: there is one, in versions. */
export type LoyaltyLadderVersionsArgs = {
  first: Scalars['Int']['input'];
};

/**
 * Puts a draft in force from now on; it never changes again. Members are placed in it at once where
 * there are few, otherwise by the worker. Needs MANAGE_PROGRAMMES.
 */
export type LoyaltyLadderActivate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  version: Maybe<LoyaltyLadderVersion>;
};

/** Deletes a draft with its trials, and only a draft. Needs MANAGE_PROGRAMMES. */
export type LoyaltyLadderDeleteDraft = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  ladder: Maybe<LoyaltyLadder>;
};

/** Opens a draft of the ladder: it moves nobody. Needs MANAGE_PROGRAMMES. */
export type LoyaltyLadderDraft = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  version: Maybe<LoyaltyLadderVersion>;
};

/** A draft may be edited and moves nobody; an activated one never changes. */
export type LoyaltyLadderState =
  | 'ACTIVE'
  | 'DRAFT';

/** Who would move if a draft were activated. Nobody is moved. */
export type LoyaltyLadderTrial = {
  /** Who tried it: user:5, app:2. */
  actor: Scalars['String']['output'];
  /** As of when it is worked out. */
  at: Scalars['LoyaltyDateTime']['output'];
  /** The draft as it was tried. */
  config: Scalars['LoyaltyJSON']['output'];
  counts: Array<LoyaltyLadderTrialCount>;
  createdAt: Scalars['LoyaltyDateTime']['output'];
  id: Scalars['ID']['output'];
  /** So many have been looked at. */
  members: Scalars['Int']['output'];
  /** The first of those who would move; at most 200 are kept. Empty without MANAGE_MEMBERS. */
  moves: Array<LoyaltyLadderTrialMove>;
  state: LoyaltyTrialState;
};


/** Who would move if a draft were activated. Nobody is moved. */
export type LoyaltyLadderTrialMovesArgs = {
  first: Scalars['Int']['input'];
};

/** How many members are in one tier and would be in another, or the same. */
export type LoyaltyLadderTrialCount = {
  /** Slug. Null: below the first tier. */
  fromTier: Maybe<Scalars['String']['output']>;
  members: Scalars['Int']['output'];
  /** Slug. Null: below the first tier. */
  toTier: Maybe<Scalars['String']['output']>;
};

/** A member who would move. */
export type LoyaltyLadderTrialMove = {
  /** As it is now. */
  email: Scalars['String']['output'];
  /** Slug. Null: below the first tier. */
  fromTier: Maybe<Scalars['String']['output']>;
  memberId: Scalars['ID']['output'];
  /** As the account has it; empty for a guest. */
  name: Scalars['String']['output'];
  /** Slug. Null: below the first tier. */
  toTier: Maybe<Scalars['String']['output']>;
};

/**
 * Works out who would move if the draft were activated now, and moves nobody. Many members are looked
 * at by the worker: ask `loyaltyLadder { trial }` how far it is. Needs MANAGE_PROGRAMMES.
 */
export type LoyaltyLadderTry = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  trial: Maybe<LoyaltyLadderTrial>;
};

/** Replaces what a draft says; a refusal names each place at fault. Needs MANAGE_PROGRAMMES. */
export type LoyaltyLadderUpdateDraft = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  version: Maybe<LoyaltyLadderVersion>;
};

/** What the ladder says from a moment on. */
export type LoyaltyLadderVersion = {
  /** The ladder, as the merchant wrote it. */
  config: Scalars['LoyaltyJSON']['output'];
  id: Scalars['ID']['output'];
  number: Scalars['Int']['output'];
  /** Give it back with an edit: it is refused where somebody else was faster. */
  revision: Scalars['String']['output'];
  state: LoyaltyLadderState;
  /** What was tried of it, newest first. */
  trials: Array<LoyaltyLadderTrial>;
  /** Null for a draft. */
  validFrom: Maybe<Scalars['LoyaltyDateTime']['output']>;
};


/** What the ladder says from a moment on. */
export type LoyaltyLadderVersionTrialsArgs = {
  first: Scalars['Int']['input'];
};

/** How far those are who agreed to be seen, as last looked at. */
export type LoyaltyLeaderboard = {
  /** The caller's own place, however far down. Null: nothing done yet. */
  mine: Maybe<LoyaltyLeaderboardPlace>;
  period: Scalars['String']['output'];
  places: Array<LoyaltyLeaderboardPlace>;
  task: LoyaltyTask;
};

/** The caller is seen on leaderboards under this name, until they withdraw. */
export type LoyaltyLeaderboardAgree = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  /** As it is shown. */
  name: Maybe<Scalars['String']['output']>;
};

/** A line of a leaderboard. */
export type LoyaltyLeaderboardPlace = {
  /** Null without MANAGE_MEMBERS. */
  memberId: Maybe<Scalars['ID']['output']>;
  /** Whether it is the caller's. */
  mine: Scalars['Boolean']['output'];
  /**
   * As the member chose. Null: your own place, where you have not agreed to be seen: nobody else sees
   * it.
   */
  name: Maybe<Scalars['String']['output']>;
  progress: Scalars['LoyaltyInteger']['output'];
  /** Whoever is equally far has the same one. */
  rank: Scalars['LoyaltyInteger']['output'];
  /** Whether somebody else is equally far. */
  tied: Scalars['Boolean']['output'];
};

/** The caller is seen on no leaderboard any more, at once; with MANAGE_MEMBERS anybody. */
export type LoyaltyLeaderboardWithdraw = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  /** False: there was no name. */
  withdrawn: Maybe<Scalars['Boolean']['output']>;
};

/** What waits for a worker, and what was given up. */
export type LoyaltyLine = {
  /** Given up: to be looked at by staff. */
  dead: Scalars['Int']['output'];
  /** Of those: tried in vain, and to be tried again. */
  failing: Scalars['Int']['output'];
  /** Of those given up. */
  kinds: Array<LoyaltyDeadKind>;
  /** When the oldest that waits came in. Null: nothing waits. */
  oldest: Maybe<Scalars['LoyaltyDateTime']['output']>;
  waiting: Scalars['Int']['output'];
};

/** What comes in from the shop, and what must go out to it. */
export type LoyaltyLines = {
  inbox: LoyaltyLine;
  outbox: LoyaltyLine;
};

/** What is left of one credit, as last written down: a sweep tells later of what is due. */
export type LoyaltyLot = {
  /** As it came in. */
  amount: Scalars['LoyaltyInteger']['output'];
  earnedAt: Scalars['LoyaltyDateTime']['output'];
  /** Of the history: what brought it. */
  entryId: Scalars['ID']['output'];
  /** Null: never. */
  expiresAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Of these, set aside. */
  held: Scalars['LoyaltyInteger']['output'];
  /** When it can be used. Null while pending: when something has happened. */
  maturesAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Not to be used so far. */
  pending: Scalars['Boolean']['output'];
  /** Still there, what is set aside too. */
  remaining: Scalars['LoyaltyInteger']['output'];
  /** The same for people. */
  text: Scalars['String']['output'];
  /** What is left, at what it was worth when it was earned. Null: nothing. */
  worth: Maybe<LoyaltyMoney>;
};


/** What is left of one credit, as last written down: a sweep tells later of what is due. */
export type LoyaltyLotTextArgs = {
  languageCode?: InputMaybe<Scalars['String']['input']>;
};

/** Tickets for points, prizes with stock, and a draw that anybody can repeat. */
export type LoyaltyLottery = {
  closesAt: Scalars['LoyaltyDateTime']['output'];
  /** SHA-256 of the seed, from the moment tickets are had. */
  commitment: Scalars['String']['output'];
  /** As the merchant wrote it. Null without MANAGE_PROGRAMMES. */
  config: Maybe<Scalars['LoyaltyJSON']['output']>;
  description: Scalars['String']['output'];
  drawnAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Prizes that are not with their winners yet. Null without MANAGE_PROGRAMMES. */
  due: Maybe<Array<LoyaltyLotteryWin>>;
  id: Scalars['ID']['output'];
  /** Null: any number. */
  mostPerMember: Maybe<Scalars['LoyaltyInteger']['output']>;
  mostTickets: Scalars['LoyaltyInteger']['output'];
  /** The caller's, in the order of their numbers. */
  myTickets: Array<LoyaltyLotteryTicket>;
  /** In the language asked for, if there is one. */
  name: Scalars['String']['output'];
  /** False: tickets come as rewards only. */
  onSale: Scalars['Boolean']['output'];
  opensAt: Scalars['LoyaltyDateTime']['output'];
  prizes: Array<LoyaltyLotteryPrize>;
  /** Hex. Null until it is drawn. */
  seed: Maybe<Scalars['String']['output']>;
  slug: Scalars['String']['output'];
  state: LoyaltyLotteryState;
  /** What a ticket costs. */
  ticketPoints: Scalars['LoyaltyInteger']['output'];
  /** SHA-256 of the list of tickets, once it is frozen. */
  ticketsDigest: Scalars['String']['output'];
  ticketsSold: Scalars['LoyaltyInteger']['output'];
  /** Who won what, once it is drawn, in the order of the draw. Null without MANAGE_PROGRAMMES. */
  wins: Maybe<LoyaltyLotteryWinConnection>;
};


/** Tickets for points, prizes with stock, and a draw that anybody can repeat. */
export type LoyaltyLotteryDueArgs = {
  first: Scalars['Int']['input'];
};


/** Tickets for points, prizes with stock, and a draw that anybody can repeat. */
export type LoyaltyLotteryMyTicketsArgs = {
  after?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
  first: Scalars['Int']['input'];
};


/** Tickets for points, prizes with stock, and a draw that anybody can repeat. */
export type LoyaltyLotteryWinsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/**
 * Calls it off before it is drawn: all points go back. Done before, it changes nothing. Needs
 * MANAGE_PROGRAMMES.
 */
export type LoyaltyLotteryCancel = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  lottery: Maybe<LoyaltyLottery>;
};

/**
 * Freezes the list of tickets and publishes its digest. Done before, it changes nothing. Needs
 * MANAGE_PROGRAMMES.
 */
export type LoyaltyLotteryClose = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  lottery: Maybe<LoyaltyLottery>;
};

/** A page of a list. */
export type LoyaltyLotteryConnection = {
  edges: Array<LoyaltyLotteryEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** Makes a lottery as a draft. Needs MANAGE_PROGRAMMES. */
export type LoyaltyLotteryCreate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  lottery: Maybe<LoyaltyLottery>;
};

/**
 * Draws a closed lottery: publishes seed and winners, and sends the prizes. Done before, it changes
 * nothing. Needs MANAGE_PROGRAMMES.
 */
export type LoyaltyLotteryDraw = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  lottery: Maybe<LoyaltyLottery>;
};

/** One item of a page. */
export type LoyaltyLotteryEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyLottery;
};

/** A line of the published list: a ticket, not a person. */
export type LoyaltyLotteryListedTicket = {
  number: Scalars['LoyaltyInteger']['output'];
  /** Number of the piece it has won, from 0. */
  piece: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** Slug of what it has won. Null: nothing, or not drawn. */
  prize: Maybe<Scalars['String']['output']>;
  publicId: Scalars['String']['output'];
};

/** A page of a list. */
export type LoyaltyLotteryListedTicketConnection = {
  edges: Array<LoyaltyLotteryListedTicketEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyLotteryListedTicketEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyLotteryListedTicket;
};

/**
 * Publishes the promise of the seed; tickets are had from `opensAt` on. Done before, it changes
 * nothing. Needs MANAGE_PROGRAMMES.
 */
export type LoyaltyLotteryOpen = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  lottery: Maybe<LoyaltyLottery>;
};

/** Prizes are drawn in the order of the list. */
export type LoyaltyLotteryPrize = {
  /** In the language asked for, if there is one. */
  name: Scalars['String']['output'];
  oddsOf: Maybe<Scalars['LoyaltyInteger']['output']>;
  /**
   * Each ticket that has won nothing yet wins with a chance of so many in `oddsOf`. Null: all pieces
   * are drawn, as far as there are tickets.
   */
  oddsWins: Maybe<Scalars['LoyaltyInteger']['output']>;
  slug: Scalars['String']['output'];
  /** How many pieces there are at most. */
  stock: Scalars['LoyaltyInteger']['output'];
};

/**
 * Writes down that a prize is with its winner. What was given before stays as it was. Needs
 * MANAGE_PROGRAMMES.
 */
export type LoyaltyLotteryPrizeHandOver = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  win: Maybe<LoyaltyLotteryWin>;
};

/** How far a lottery is. */
export type LoyaltyLotteryState =
  | 'CANCELLED'
  | 'CLOSED'
  | 'DRAFT'
  | 'DRAWN'
  | 'OPEN';

/** One ticket of the caller's. */
export type LoyaltyLotteryTicket = {
  number: Scalars['LoyaltyInteger']['output'];
  /** What the published list shows. */
  publicId: Scalars['String']['output'];
  win: Maybe<LoyaltyLotteryWin>;
};

/** Spends the caller's points on tickets. */
export type LoyaltyLotteryTicketsBuy = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  lottery: Maybe<LoyaltyLottery>;
  tickets: Maybe<Array<LoyaltyLotteryTicket>>;
};

/** Replaces what a lottery says that is still a draft. Needs MANAGE_PROGRAMMES. */
export type LoyaltyLotteryUpdate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  lottery: Maybe<LoyaltyLottery>;
};

/** A piece of a prize that a ticket has won. */
export type LoyaltyLotteryWin = {
  /** Of a coupon, or what staff wrote down. */
  code: Maybe<Scalars['String']['output']>;
  givenAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Who of the staff gave it. Null: nobody, and without MANAGE_PROGRAMMES. */
  givenBy: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** What staff wrote down. */
  note: Maybe<Scalars['String']['output']>;
  /** Of the piece, from 0. */
  number: Scalars['LoyaltyInteger']['output'];
  /** Slug of the prize. */
  prize: Scalars['String']['output'];
  state: LoyaltyWinState;
  /** Null without MANAGE_PROGRAMMES. */
  winner: Maybe<LoyaltyMember>;
};

/** A page of a list. */
export type LoyaltyLotteryWinConnection = {
  edges: Array<LoyaltyLotteryWinEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyLotteryWinEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyLotteryWin;
};

export type LoyaltyMeasureKind =
  /** How often something was done, by the name of its event. */
  | 'ACTIVITY'
  /** Growth value. */
  | 'GROWTH'
  /** Paid orders. */
  | 'ORDERS'
  /** Points earned, whatever became of them. */
  | 'POINTS'
  /** Money spent. */
  | 'SPEND';

/** A person in the programme, or a customer who may join it. */
export type LoyaltyMember = {
  /** What their tier and their paid plans give them. */
  benefits: Array<LoyaltyBenefit>;
  birthday: Maybe<Scalars['LoyaltyDate']['output']>;
  /** More points for a time that they have now, the one that ends first at the top. */
  boosts: Array<LoyaltyBoost>;
  /** The daily check-in. Null where the shop does not offer it. */
  checkIns: Maybe<LoyaltyCheckIns>;
  /** Coupons that expired points have become, newest first. */
  conversions: Array<LoyaltyConversion>;
  email: Scalars['String']['output'];
  /** What of the available points ends when, soonest first. */
  expiries: Array<LoyaltyExpiry>;
  /** What benefits gave: coupons, birthday gifts, partners' codes; newest first. */
  gifts: Array<LoyaltyBenefitGift>;
  growth: LoyaltyGrowthBalance;
  /** Every entry, newest first. */
  history: LoyaltyHistoryEntryConnection;
  /** Points set aside now, those that end first at the top. */
  holds: Array<LoyaltyHold>;
  /** Null for a customer who has not joined yet. */
  id: Maybe<Scalars['ID']['output']>;
  /** Known by e-mail alone, without an account of the shop. */
  isGuest: Scalars['Boolean']['output'];
  /** Null for a customer who has not joined yet. */
  joinedAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Of the texts: en, pt-br. */
  languageCode: Scalars['String']['output'];
  /** When points of theirs last changed. Null: never, and outside of lists of members. */
  lastEntryAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Under which they agreed to be seen on leaderboards. Null: they have not. */
  leaderboardName: Maybe<Scalars['String']['output']>;
  /** What is left of each credit, in the order it is spent. */
  lots: Array<LoyaltyLot>;
  /** Paid plans they have and had, the one that lasts longest first. */
  memberships: Array<LoyaltyMembership>;
  /** The member this one has become a part of. */
  mergedIntoId: Maybe<Scalars['ID']['output']>;
  /** As the account has it; empty for a guest. Null without MANAGE_MEMBERS. */
  name: Maybe<Scalars['String']['output']>;
  /** Growth they have bought, newest first. */
  packPurchases: Array<LoyaltyPackPurchase>;
  points: LoyaltyPointsBalance;
  progress: LoyaltyProgress;
  /** Links they share, newest first. */
  shareLinks: Array<LoyaltyShareLink>;
  /** Tasks that are shown to them, with how far they are. Empty for a customer who has not joined yet. */
  tasks: Array<LoyaltyMemberTask>;
  /** Null below the first tier. */
  tier: Maybe<LoyaltyTier>;
  /** Tiers that were given, newest first, those that have ended among them. */
  tierGrants: Array<LoyaltyTierGrant>;
  /** Every move between tiers, newest first. */
  tierMoves: LoyaltyTierMoveConnection;
  /** Whether the member has the tier because staff gave it. */
  tierSetByHand: Scalars['Boolean']['output'];
  /**
   * When the tier ends, if nothing more happens. Null: it has no end, or enough has been done to keep
   * it.
   */
  tierUntil: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Europe/Paris. Empty: not told, and so the programme's. */
  timeZone: Scalars['String']['output'];
  /**
   * Points, growth, tiers, rewards, memberships, reviews and friends in one order, newest first. Null
   * without MANAGE_MEMBERS.
   */
  timeline: Maybe<LoyaltyTimelineItemConnection>;
  /** The shop's id of the account. Null for a guest, and without MANAGE_MEMBERS. */
  userId: Maybe<Scalars['ID']['output']>;
  /** What they can do to earn, and how far they are. Empty for a customer who has not joined yet. */
  waysToEarn: Array<LoyaltyWayToEarn>;
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberCheckInsArgs = {
  languageCode?: InputMaybe<Scalars['String']['input']>;
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberConversionsArgs = {
  first: Scalars['Int']['input'];
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberExpiriesArgs = {
  first: Scalars['Int']['input'];
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberGiftsArgs = {
  first: Scalars['Int']['input'];
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  unit?: InputMaybe<LoyaltyUnit>;
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberHoldsArgs = {
  first: Scalars['Int']['input'];
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberLotsArgs = {
  first: Scalars['Int']['input'];
  unit?: InputMaybe<LoyaltyUnit>;
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberMembershipsArgs = {
  first: Scalars['Int']['input'];
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberPackPurchasesArgs = {
  first: Scalars['Int']['input'];
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberShareLinksArgs = {
  first: Scalars['Int']['input'];
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberTasksArgs = {
  languageCode?: InputMaybe<Scalars['String']['input']>;
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberTierGrantsArgs = {
  first: Scalars['Int']['input'];
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberTierMovesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** A person in the programme, or a customer who may join it. */
export type LoyaltyMemberWaysToEarnArgs = {
  languageCode?: InputMaybe<Scalars['String']['input']>;
};

/** A page of a list. */
export type LoyaltyMemberConnection = {
  edges: Array<LoyaltyMemberEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyMemberEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyMember;
};

/** A page of a table. */
export type LoyaltyMemberExport = {
  /** With a line of titles, in UTF-8. */
  csv: Scalars['String']['output'];
  /** Ask again `after` it. Null: that was all. */
  endCursor: Maybe<Scalars['String']['output']>;
  rows: Scalars['Int']['output'];
};

/** What is left out stays as it is. */
export type LoyaltyMemberInput = {
  /** Members set it once; changing or clearing (null) it is for staff. */
  birthday?: InputMaybe<Scalars['LoyaltyDate']['input']>;
  /** en, pt-br, zh-hans. */
  languageCode?: InputMaybe<Scalars['String']['input']>;
  /** Whose midnight begins their day: Europe/Paris. Empty: the programme's. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** Makes the customer a member, with what they earned as a guest. Again changes nothing. */
export type LoyaltyMemberJoin = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  member: Maybe<LoyaltyMember>;
};

/** Gives a member a tier in place of what staff gave before, or takes that back. Needs MANAGE_MEMBERS. */
export type LoyaltyMemberSetTier = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  member: Maybe<LoyaltyMember>;
};

/** What a list of members is in the order of; POINTS and GROWTH as last written down. */
export type LoyaltyMemberSort =
  | 'EMAIL'
  | 'GROWTH'
  | 'JOINED'
  | 'POINTS';

/** A task, and how far the member is with it: counted at the moment of the question. */
export type LoyaltyMemberTask = {
  /** What is to be done first, and is not. */
  after: Maybe<LoyaltyTask>;
  /** From when on it counts for the member. */
  beginsAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  doneAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Until when it counts. Null: it has no end. */
  endsAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Of the next step. */
  goal: Scalars['LoyaltyInteger']['output'];
  /** 2026-11-22, 2026-W47, 2026-11, 2026; empty: it does not repeat. */
  period: Scalars['String']['output'];
  /** May be more than the goal. */
  progress: Scalars['LoyaltyInteger']['output'];
  standing: LoyaltyTaskStanding;
  steps: Array<LoyaltyMemberTaskStep>;
  task: LoyaltyTask;
};

/** A step of a task, as the member stands to it. */
export type LoyaltyMemberTaskStep = {
  /** Null: nothing but having done it. */
  gift: Maybe<LoyaltyGift>;
  goal: Scalars['LoyaltyInteger']['output'];
  /** How many more can have its gift. Null: as many as reach it. */
  placesLeft: Maybe<Scalars['LoyaltyInteger']['output']>;
  reachedAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Null: not reached. */
  state: Maybe<LoyaltyTaskStepState>;
};

/** Sets a member's birthday, language and time zone: one's own, or with MANAGE_MEMBERS anybody's. */
export type LoyaltyMemberUpdate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  member: Maybe<LoyaltyMember>;
};

/** A member's time with a paid plan: that which runs now, or ran last, without a gap. */
export type LoyaltyMembership = {
  /** The member wants no reminders; it runs to its end all the same. */
  cancelledAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** The first moment without it. Null: it is for life. */
  endsAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  id: Scalars['ID']['output'];
  /** Whether nothing was paid so far. */
  isTrial: Scalars['Boolean']['output'];
  plan: LoyaltyPlan;
  /** What brought it, newest first, those of earlier times among them. */
  purchases: Array<LoyaltyMembershipPurchase>;
  /** Whether it covers this moment. */
  running: Scalars['Boolean']['output'];
  /** What it saved since it began, by currency. */
  savings: Array<LoyaltyMembershipSaving>;
  startsAt: Scalars['LoyaltyDateTime']['output'];
};


/** A member's time with a paid plan: that which runs now, or ran last, without a gap. */
export type LoyaltyMembershipPurchasesArgs = {
  first: Scalars['Int']['input'];
};

/** No more reminders; what is paid runs on to its end. Again changes nothing. */
export type LoyaltyMembershipCancel = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  membership: Maybe<LoyaltyMembership>;
};

/**
 * Ends a membership now, whatever was paid: money is refunded in the shop itself. Needs
 * MANAGE_MEMBERS.
 */
export type LoyaltyMembershipEnd = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  membership: Maybe<LoyaltyMembership>;
};

/** Gives a member a plan, or prolongs it. Needs MANAGE_MEMBERS. */
export type LoyaltyMembershipGive = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  membership: Maybe<LoyaltyMembership>;
};

/** What brought a membership: an order, a trial, or the shop's staff. */
export type LoyaltyMembershipPurchase = {
  /** Who gave it: user:5, app:2. Null without MANAGE_MEMBERS, as the next. */
  actor: Maybe<Scalars['String']['output']>;
  /** How long one piece lasts. Null: in months, or for life. */
  days: Maybe<Scalars['Int']['output']>;
  /** When staff ended it. */
  endedAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Who ended it. */
  endedBy: Maybe<Scalars['String']['output']>;
  /** Why they did. */
  endedReason: Maybe<Scalars['String']['output']>;
  /** Null: it cost nothing. */
  fee: Maybe<LoyaltyMoney>;
  isTrial: Scalars['Boolean']['output'];
  /** How long one piece lasts. Null: in days, or for life. */
  months: Maybe<Scalars['Int']['output']>;
  /** Null: no order. */
  orderNumber: Maybe<Scalars['String']['output']>;
  paidAt: Scalars['LoyaltyDateTime']['output'];
  quantity: Scalars['Int']['output'];
  /** Why staff gave it. */
  reason: Maybe<Scalars['String']['output']>;
  /** Money that went back. Null: none did. */
  refunded: Maybe<LoyaltyMoney>;
  /** When that became known. */
  refundedAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Pieces that came back. */
  refundedQuantity: Scalars['Int']['output'];
};

/** A member who is to know that a membership will end. */
export type LoyaltyMembershipReminder = {
  /** Which of the plan's reminders. */
  daysBefore: Scalars['Int']['output'];
  /** As it was when this became due. */
  endsAt: Scalars['LoyaltyDateTime']['output'];
  member: LoyaltyMember;
  /** As it is now. */
  membership: LoyaltyMembership;
  remindedAt: Scalars['LoyaltyDateTime']['output'];
};

/** A page of a list. */
export type LoyaltyMembershipReminderConnection = {
  edges: Array<LoyaltyMembershipReminderEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyMembershipReminderEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyMembershipReminder;
};

/** Takes cancelling back, as long as the membership runs. Again changes nothing. */
export type LoyaltyMembershipResume = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  membership: Maybe<LoyaltyMembership>;
};

/** What a membership saved against what it cost, in one currency. */
export type LoyaltyMembershipSaving = {
  /** What it saved beyond its fee; else zero. */
  beyondFee: LoyaltyMoney;
  /** What was paid for it. */
  fee: LoyaltyMoney;
  /** By its benefits, on orders. */
  saved: LoyaltyMoney;
};

/** Begins the free trial of a plan: once, and for those who never had it. */
export type LoyaltyMembershipTrial = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  membership: Maybe<LoyaltyMembership>;
};

/** An amount of one currency. */
export type LoyaltyMoney = {
  /** Exact, with the digits of the currency: 19.99, 1999. */
  amount: Scalars['LoyaltyDecimal']['output'];
  /** ISO 4217 code. */
  currency: Scalars['String']['output'];
  /** As people of the member's language write it. */
  text: Scalars['String']['output'];
};

export type LoyaltyMoveCause =
  /** staff chose it. */
  | 'BY_HAND'
  /** the period ended without what keeps it. */
  | 'DROPPED'
  /** what had been given came to its end. */
  | 'GRANT_ENDED'
  /** an invitation code. */
  | 'INVITATION'
  /** the ladder was changed. */
  | 'LADDER_CHANGED'
  /** two accounts of one person became one. */
  | 'MERGED'
  /** it was bought with points. */
  | 'POINTS'
  /** what they did reached it. */
  | 'REACHED'
  /** refunds took back what had reached it. */
  | 'TAKEN_BACK';

/** Changes of points, tiers and members. */
export type LoyaltyMutations = {
  /** Gives the caller their code of a partner. Asked again, it is the same code. */
  loyaltyBenefitClaim: Maybe<LoyaltyBenefitClaim>;
  /**
   * Takes back what a benefit gave: its coupon is worth nothing any more, and the same is not given
   * again. What was used stays, and points are adjusted instead. Again changes nothing. Needs
   * MANAGE_MEMBERS.
   */
  loyaltyBenefitGiftWithdraw: Maybe<LoyaltyBenefitGiftWithdraw>;
  /** Gives a use back. One that was given back stays as it is. Needs MANAGE_MEMBERS. */
  loyaltyBenefitUseUndo: Maybe<LoyaltyBenefitUseUndo>;
  /** Takes from what a member can use so and so often. Needs MANAGE_MEMBERS. */
  loyaltyBenefitUseUp: Maybe<LoyaltyBenefitUseUp>;
  /**
   * It runs in its window, from now on at the earliest; its rules never change again. Needs
   * MANAGE_PROGRAMMES.
   */
  loyaltyCampaignActivate: Maybe<LoyaltyCampaignActivate>;
  /** Makes a campaign as a draft. Needs MANAGE_PROGRAMMES. */
  loyaltyCampaignCreate: Maybe<LoyaltyCampaignCreate>;
  /** What happened before still earns, however late it comes in. Needs MANAGE_PROGRAMMES. */
  loyaltyCampaignEnd: Maybe<LoyaltyCampaignEnd>;
  /** What happens from now on earns nothing from it, until it is resumed. Needs MANAGE_PROGRAMMES. */
  loyaltyCampaignPause: Maybe<LoyaltyCampaignPause>;
  /** What happened in the pause stays without it. Needs MANAGE_PROGRAMMES. */
  loyaltyCampaignResume: Maybe<LoyaltyCampaignResume>;
  /** Replaces what a campaign says that is still a draft. Needs MANAGE_PROGRAMMES. */
  loyaltyCampaignUpdate: Maybe<LoyaltyCampaignUpdate>;
  /** Checks the caller in for their day; again changes nothing. */
  loyaltyCheckIn: Maybe<LoyaltyCheckInToday>;
  /** Spends the caller's points on a day they missed, so that their days in a row are whole. */
  loyaltyCheckInMakeUp: Maybe<LoyaltyCheckInMakeUp>;
  /**
   * Takes what points are worth off the goods of one's own checkout, where the shop does that. Another
   * choice replaces the earlier one. Points that would buy no further coin are not taken; shipping
   * costs what it costs. `loyaltyCheckoutPointsRelease` takes them off again.
   */
  loyaltyCheckoutPointsApply: Maybe<LoyaltyCheckoutPointsApply>;
  /**
   * Gives back what is set aside for a checkout: one's own, or with MANAGE_ORDERS any. Prices that
   * points had made lower are what they were.
   */
  loyaltyCheckoutPointsRelease: Maybe<LoyaltyCheckoutPointsRelease>;
  /** Makes an empty list. Needs MANAGE_PROGRAMMES. */
  loyaltyCodeListCreate: Maybe<LoyaltyCodeListCreate>;
  /** Says whether codes are given from a list. Needs MANAGE_PROGRAMMES. */
  loyaltyCodeListSetActive: Maybe<LoyaltyCodeListSetActive>;
  /** Adds codes to a list; whoever waits for one is given one. Needs MANAGE_PROGRAMMES. */
  loyaltyCodeListUpload: Maybe<LoyaltyCodeListUpload>;
  /** Puts a dead letter back in line, with all its tries. Needs MANAGE_ORDERS. */
  loyaltyDeadLetterReplay: Maybe<LoyaltyDeadLetterReplay>;
  /**
   * Puts dead letters back in line, the oldest first, a thousand at a time at most. Needs
   * MANAGE_ORDERS.
   */
  loyaltyDeadLettersReplay: Maybe<LoyaltyDeadLettersReplay>;
  /** Told at login, so that one person with two accounts is seen. */
  loyaltyDeviceNote: Maybe<LoyaltyDeviceNote>;
  /**
   * Gives the lines of a draft order the prices of its customer, as the checkout would. Discounts and
   * prices that staff gave stay. Asked again after lines were added, it prices those too; for a
   * customer without such prices it takes them off. Needs MANAGE_ORDERS.
   */
  loyaltyDraftOrderPrice: Maybe<LoyaltyDraftOrderPrice>;
  /** Saves a version of one setting; the same again saves none. Needs MANAGE_PROGRAMMES. */
  loyaltyEngagementSave: Maybe<LoyaltyEngagementSave>;
  /** Tells what each line of a file of events would do, and does nothing. Needs MANAGE_POINTS. */
  loyaltyEventBatchCheck: Maybe<LoyaltyEventBatchCheck>;
  /**
   * Does a batch that was looked at: the first lines at once, the others by the worker. Needs
   * MANAGE_POINTS.
   */
  loyaltyEventBatchRun: Maybe<LoyaltyEventBatchRun>;
  /**
   * Takes back all that a batch brought: the first lines at once, the others by the worker. Needs
   * MANAGE_POINTS.
   */
  loyaltyEventBatchUndo: Maybe<LoyaltyEventBatchUndo>;
  /**
   * Records an event and what it brings, under the rules of the moment it happened. Needs
   * MANAGE_POINTS.
   */
  loyaltyEventRecord: Maybe<LoyaltyEventRecord>;
  /** Takes back all that an event brought, also what has been spent. Needs MANAGE_POINTS. */
  loyaltyEventUndo: Maybe<LoyaltyEventUndo>;
  /** Makes a flash sale, or replaces what it says. Needs MANAGE_PROGRAMMES. */
  loyaltyFlashSaleSave: Maybe<LoyaltyFlashSaleSave>;
  /** Puts the pieces of the caller's seat into their checkout, at the group's price. */
  loyaltyGroupCheckout: Maybe<LoyaltyGroupCheckout>;
  /**
   * Ends a group that waits: what is paid is confirmed, whoever is missing, or everything is
   * cancelled, its money asked back from the shop and stakes given back. Again changes nothing. Needs
   * MANAGE_ORDERS.
   */
  loyaltyGroupEnd: Maybe<LoyaltyGroupEnd>;
  /** A seat kept for a while, or the one the caller has there already. */
  loyaltyGroupJoin: Maybe<LoyaltyGroupJoin>;
  /**
   * Gives the caller's seat up before the group is full. An order of it is cancelled, its money asked
   * back from the shop, and the stake goes back. Again changes nothing.
   */
  loyaltyGroupLeave: Maybe<LoyaltyGroupLeave>;
  /**
   * Makes an offer, or replaces what it says; open groups keep what they were promised. Needs
   * MANAGE_PROGRAMMES.
   */
  loyaltyGroupOfferSave: Maybe<LoyaltyGroupOfferSave>;
  /** Opens a group on an offer, with the caller's seat in it kept for a while. */
  loyaltyGroupOpen: Maybe<LoyaltyGroupOpen>;
  /** It is on sale no more; what it brought stays. Needs MANAGE_PROGRAMMES. */
  loyaltyGrowthPackArchive: Maybe<LoyaltyGrowthPackArchive>;
  /** Puts a pack of growth on sale. Needs MANAGE_PROGRAMMES. */
  loyaltyGrowthPackCreate: Maybe<LoyaltyGrowthPackCreate>;
  /** Changes what is bought from now on. Needs MANAGE_PROGRAMMES. */
  loyaltyGrowthPackUpdate: Maybe<LoyaltyGrowthPackUpdate>;
  /**
   * Puts a draft in force from now on; it never changes again. Members are placed in it at once where
   * there are few, otherwise by the worker. Needs MANAGE_PROGRAMMES.
   */
  loyaltyLadderActivate: Maybe<LoyaltyLadderActivate>;
  /** Deletes a draft with its trials, and only a draft. Needs MANAGE_PROGRAMMES. */
  loyaltyLadderDeleteDraft: Maybe<LoyaltyLadderDeleteDraft>;
  /** Opens a draft of the ladder: it moves nobody. Needs MANAGE_PROGRAMMES. */
  loyaltyLadderDraft: Maybe<LoyaltyLadderDraft>;
  /**
   * Works out who would move if the draft were activated now, and moves nobody. Many members are
   * looked at by the worker: ask `loyaltyLadder { trial }` how far it is. Needs MANAGE_PROGRAMMES.
   */
  loyaltyLadderTry: Maybe<LoyaltyLadderTry>;
  /** Replaces what a draft says; a refusal names each place at fault. Needs MANAGE_PROGRAMMES. */
  loyaltyLadderUpdateDraft: Maybe<LoyaltyLadderUpdateDraft>;
  /** The caller is seen on leaderboards under this name, until they withdraw. */
  loyaltyLeaderboardAgree: Maybe<LoyaltyLeaderboardAgree>;
  /** The caller is seen on no leaderboard any more, at once; with MANAGE_MEMBERS anybody. */
  loyaltyLeaderboardWithdraw: Maybe<LoyaltyLeaderboardWithdraw>;
  /**
   * Calls it off before it is drawn: all points go back. Done before, it changes nothing. Needs
   * MANAGE_PROGRAMMES.
   */
  loyaltyLotteryCancel: Maybe<LoyaltyLotteryCancel>;
  /**
   * Freezes the list of tickets and publishes its digest. Done before, it changes nothing. Needs
   * MANAGE_PROGRAMMES.
   */
  loyaltyLotteryClose: Maybe<LoyaltyLotteryClose>;
  /** Makes a lottery as a draft. Needs MANAGE_PROGRAMMES. */
  loyaltyLotteryCreate: Maybe<LoyaltyLotteryCreate>;
  /**
   * Draws a closed lottery: publishes seed and winners, and sends the prizes. Done before, it changes
   * nothing. Needs MANAGE_PROGRAMMES.
   */
  loyaltyLotteryDraw: Maybe<LoyaltyLotteryDraw>;
  /**
   * Publishes the promise of the seed; tickets are had from `opensAt` on. Done before, it changes
   * nothing. Needs MANAGE_PROGRAMMES.
   */
  loyaltyLotteryOpen: Maybe<LoyaltyLotteryOpen>;
  /**
   * Writes down that a prize is with its winner. What was given before stays as it was. Needs
   * MANAGE_PROGRAMMES.
   */
  loyaltyLotteryPrizeHandOver: Maybe<LoyaltyLotteryPrizeHandOver>;
  /** Spends the caller's points on tickets. */
  loyaltyLotteryTicketsBuy: Maybe<LoyaltyLotteryTicketsBuy>;
  /** Replaces what a lottery says that is still a draft. Needs MANAGE_PROGRAMMES. */
  loyaltyLotteryUpdate: Maybe<LoyaltyLotteryUpdate>;
  /** Makes the customer a member, with what they earned as a guest. Again changes nothing. */
  loyaltyMemberJoin: Maybe<LoyaltyMemberJoin>;
  /**
   * Gives a member a tier in place of what staff gave before, or takes that back. Needs
   * MANAGE_MEMBERS.
   */
  loyaltyMemberSetTier: Maybe<LoyaltyMemberSetTier>;
  /** Sets a member's birthday, language and time zone: one's own, or with MANAGE_MEMBERS anybody's. */
  loyaltyMemberUpdate: Maybe<LoyaltyMemberUpdate>;
  /** No more reminders; what is paid runs on to its end. Again changes nothing. */
  loyaltyMembershipCancel: Maybe<LoyaltyMembershipCancel>;
  /**
   * Ends a membership now, whatever was paid: money is refunded in the shop itself. Needs
   * MANAGE_MEMBERS.
   */
  loyaltyMembershipEnd: Maybe<LoyaltyMembershipEnd>;
  /** Gives a member a plan, or prolongs it. Needs MANAGE_MEMBERS. */
  loyaltyMembershipGive: Maybe<LoyaltyMembershipGive>;
  /** Takes cancelling back, as long as the membership runs. Again changes nothing. */
  loyaltyMembershipResume: Maybe<LoyaltyMembershipResume>;
  /** Begins the free trial of a plan: once, and for those who never had it. */
  loyaltyMembershipTrial: Maybe<LoyaltyMembershipTrial>;
  /** It is on sale no more; who has it keeps it. Needs MANAGE_PROGRAMMES. */
  loyaltyPlanArchive: Maybe<LoyaltyPlanArchive>;
  /** Puts a plan of paid membership on sale. Needs MANAGE_PROGRAMMES. */
  loyaltyPlanCreate: Maybe<LoyaltyPlanCreate>;
  /**
   * Texts and benefits change for all who have it; terms for what is bought from now on. Needs
   * MANAGE_PROGRAMMES.
   */
  loyaltyPlanUpdate: Maybe<LoyaltyPlanUpdate>;
  /** Gives points to a member, or takes them. Needs MANAGE_POINTS. */
  loyaltyPointsAdjust: Maybe<LoyaltyPointsAdjust>;
  /** Lets points of a member expire later. Nothing expires sooner by it. Needs MANAGE_POINTS. */
  loyaltyPointsExtend: Maybe<LoyaltyPointsExtend>;
  /**
   * Puts a draft in force; it never changes again. What happened before keeps the terms of then. Needs
   * MANAGE_PROGRAMMES.
   */
  loyaltyProgrammeActivate: Maybe<LoyaltyProgrammeActivate>;
  /**
   * Nothing is earned or paid under it any more; what was earned stays with its members. Needs
   * MANAGE_PROGRAMMES.
   */
  loyaltyProgrammeArchive: Maybe<LoyaltyProgrammeArchive>;
  /** Makes a programme with its first draft: nothing is in force yet. Needs MANAGE_PROGRAMMES. */
  loyaltyProgrammeCreate: Maybe<LoyaltyProgrammeCreate>;
  /** Deletes a draft, and only a draft. Needs MANAGE_PROGRAMMES. */
  loyaltyProgrammeDeleteDraft: Maybe<LoyaltyProgrammeDeleteDraft>;
  /** Opens a draft that says what the newest version says. Needs MANAGE_PROGRAMMES. */
  loyaltyProgrammeDraft: Maybe<LoyaltyProgrammeDraft>;
  /** Changes what is given, for whatever comes in from now on. Needs MANAGE_PROGRAMMES. */
  loyaltyProgrammeUpdate: Maybe<LoyaltyProgrammeUpdate>;
  /** Replaces what a draft says; a refusal names each place at fault. Needs MANAGE_PROGRAMMES. */
  loyaltyProgrammeUpdateDraft: Maybe<LoyaltyProgrammeUpdateDraft>;
  /**
   * Records a purchase at a till; it earns as an order does. Somebody new joins as a guest. Needs
   * MANAGE_ORDERS.
   */
  loyaltyPurchaseRecord: Maybe<LoyaltyPurchaseRecord>;
  /**
   * Takes back what the returned part of a receipt had earned, by the receipt's own record. Give one
   * of whole, lines and amountMinor. Needs MANAGE_ORDERS.
   */
  loyaltyPurchaseReturn: Maybe<LoyaltyPurchaseReturn>;
  /**
   * Gives a redemption back for its points: one's own, where its reward lets members do so and while
   * it is set aside, or with MANAGE_POINTS any that was not used.
   */
  loyaltyRedemptionCancel: Maybe<LoyaltyRedemptionCancel>;
  /** Says that it is done. Again with another tracking it changes that. Needs MANAGE_ORDERS. */
  loyaltyRedemptionFulfil: Maybe<LoyaltyRedemptionFulfil>;
  /** Says that a service is prepared: the member has its code from now on. Needs MANAGE_ORDERS. */
  loyaltyRedemptionIssue: Maybe<LoyaltyRedemptionIssue>;
  /**
   * Lets what they have in common pass: what waited is given, now or when it is due. Needs
   * MANAGE_POINTS.
   */
  loyaltyReferralApprove: Maybe<LoyaltyReferralApprove>;
  /**
   * Keeps a code with a checkout until it is ordered: a guest's, one's own, or with MANAGE_ORDERS any.
   * The buyer is the friend, once they have an account.
   */
  loyaltyReferralAtCheckout: Maybe<LoyaltyReferralAtCheckout>;
  /** The caller's one code, and the link that ends in it. */
  loyaltyReferralCodeMake: Maybe<LoyaltyReferralCodeMake>;
  /** Right after registration, once: the same code again answers the same. */
  loyaltyReferralJoin: Maybe<LoyaltyReferralJoin>;
  /** Ends it and takes back what it gave to anybody, also once it was rewarded. Needs MANAGE_POINTS. */
  loyaltyReferralRefuse: Maybe<LoyaltyReferralRefuse>;
  /** Counts a visit, which nobody is given anything for. For everybody. */
  loyaltyReferralVisit: Maybe<LoyaltyReferralVisit>;
  /** Puts the shop's answer under a review, in place of one that is there. Needs MANAGE_MEMBERS. */
  loyaltyReviewAnswer: Maybe<LoyaltyReviewAnswer>;
  /** Shows a review and gives its points. Again changes nothing. Needs MANAGE_MEMBERS. */
  loyaltyReviewApprove: Maybe<LoyaltyReviewApprove>;
  /** Reviews a line of an order of the caller's, once. The same again answers the same review. */
  loyaltyReviewCreate: Maybe<LoyaltyReviewCreate>;
  /**
   * Does not show a review, or no longer, and takes its points back. Again changes nothing. Needs
   * MANAGE_MEMBERS.
   */
  loyaltyReviewRefuse: Maybe<LoyaltyReviewRefuse>;
  /**
   * Has a review that was shown or refused wait again. Points of one that was shown stay until it is
   * decided. Needs MANAGE_MEMBERS.
   */
  loyaltyReviewReopen: Maybe<LoyaltyReviewReopen>;
  /**
   * Changes a review of the caller's, which then waits for the shop again. The points it has brought
   * stay until the shop has decided.
   */
  loyaltyReviewUpdate: Maybe<LoyaltyReviewUpdate>;
  /**
   * Takes a review of the caller's away, with its pictures and the points it has brought. The line can
   * be reviewed anew. Again changes nothing.
   */
  loyaltyReviewWithdraw: Maybe<LoyaltyReviewWithdraw>;
  /** Deletes a category; its rewards stay without one. Needs MANAGE_PROGRAMMES. */
  loyaltyRewardCategoryDelete: Maybe<LoyaltyRewardCategoryDelete>;
  /** Makes a category, or changes the one of that slug. Needs MANAGE_PROGRAMMES. */
  loyaltyRewardCategorySave: Maybe<LoyaltyRewardCategorySave>;
  /** Makes a reward; nobody sees it before it is active. Needs MANAGE_PROGRAMMES. */
  loyaltyRewardCreate: Maybe<LoyaltyRewardCreate>;
  /** Spends the caller's points on a reward, or sets them aside for a product in a checkout. */
  loyaltyRewardRedeem: Maybe<LoyaltyRewardRedeem>;
  /** Shows a reward, or takes it out of the mall; what was redeemed stays. Needs MANAGE_PROGRAMMES. */
  loyaltyRewardSetActive: Maybe<LoyaltyRewardSetActive>;
  /**
   * Replaces all of a reward but its kind; what was redeemed stays as it was promised. Needs
   * MANAGE_PROGRAMMES.
   */
  loyaltyRewardUpdate: Maybe<LoyaltyRewardUpdate>;
  /**
   * Notes by whose link the shopper of a checkout came; nobody need be logged in. The last link before
   * the order counts.
   */
  loyaltyShareAttach: Maybe<LoyaltyShareAttach>;
  /** The caller's link to a page; the same page again answers the same link. */
  loyaltyShareLink: Maybe<LoyaltyShareLinkMake>;
  /**
   * Tells of a visit, for the storefront: nobody need be logged in. It does not answer whether the
   * visit counted.
   */
  loyaltyShareVisit: Maybe<LoyaltyShareVisit>;
  /**
   * Puts a ready programme in force, in a shop that has none: orders paid from now on earn. Needs
   * MANAGE_PROGRAMMES.
   */
  loyaltyStart: Maybe<LoyaltyStart>;
  /**
   * Begins a task that starts by hand, for the caller: what happens from now on counts. Again answers
   * as the first time.
   */
  loyaltyTaskAccept: Maybe<LoyaltyTaskAccept>;
  /**
   * Shows a task to members: what happened since its beginning counts. Again changes nothing. Needs
   * MANAGE_PROGRAMMES.
   */
  loyaltyTaskActivate: Maybe<LoyaltyTaskActivate>;
  /** Makes a task as a draft. Needs MANAGE_PROGRAMMES. */
  loyaltyTaskCreate: Maybe<LoyaltyTaskCreate>;
  /** Ends a task; what was reached stays. Again changes nothing. Needs MANAGE_PROGRAMMES. */
  loyaltyTaskEnd: Maybe<LoyaltyTaskEnd>;
  /**
   * Replaces what a draft says; of a task that is shown, texts, gate, leaderboard and place, and its
   * end by a later one. Needs MANAGE_PROGRAMMES.
   */
  loyaltyTaskUpdate: Maybe<LoyaltyTaskUpdate>;
  /** Spends the caller's points on a tier. Bought again before its end it lasts longer. */
  loyaltyTierBuy: Maybe<LoyaltyTierBuy>;
  /** Ends a tier that was given, by hand, by invitation or for points. Needs MANAGE_MEMBERS. */
  loyaltyTierGrantEnd: Maybe<LoyaltyTierGrantEnd>;
  /** Makes an invitation into a tier. Needs MANAGE_MEMBERS. */
  loyaltyTierInvitationCreate: Maybe<LoyaltyTierInvitationCreate>;
  /** Nobody can use the code any more; who has keeps the tier. Needs MANAGE_MEMBERS. */
  loyaltyTierInvitationDeactivate: Maybe<LoyaltyTierInvitationDeactivate>;
  /**
   * Gives the caller the tier of a code, once; the same code again answers what was given. Whoever
   * tries ten wrong codes within an hour has to wait for the next.
   */
  loyaltyTierInvitationRedeem: Maybe<LoyaltyTierInvitationRedeem>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyBenefitClaimArgs = {
  slug: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyBenefitGiftWithdrawArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyBenefitUseUndoArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyBenefitUseUpArgs = {
  kind: LoyaltyBenefitKind;
  memberId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  orderId?: InputMaybe<Scalars['ID']['input']>;
  quantity?: InputMaybe<Scalars['Int']['input']>;
  slug: Scalars['String']['input'];
  sourceKey: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyCampaignActivateArgs = {
  id: Scalars['ID']['input'];
  revision: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyCampaignCreateArgs = {
  config: Scalars['LoyaltyJSON']['input'];
  endsAt?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  programmeId: Scalars['ID']['input'];
  slug: Scalars['String']['input'];
  startsAt: Scalars['LoyaltyDateTime']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyCampaignEndArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyCampaignPauseArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyCampaignResumeArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyCampaignUpdateArgs = {
  config: Scalars['LoyaltyJSON']['input'];
  endsAt?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  id: Scalars['ID']['input'];
  revision: Scalars['String']['input'];
  startsAt: Scalars['LoyaltyDateTime']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyCheckInMakeUpArgs = {
  day: Scalars['LoyaltyDate']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyCheckoutPointsApplyArgs = {
  checkoutId: Scalars['ID']['input'];
  points: Scalars['LoyaltyInteger']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyCheckoutPointsReleaseArgs = {
  checkoutId: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyCodeListCreateArgs = {
  name: Scalars['LoyaltyJSON']['input'];
  slug: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyCodeListSetActiveArgs = {
  active: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyCodeListUploadArgs = {
  codes: Scalars['String']['input'];
  id: Scalars['ID']['input'];
  validUntil?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyDeadLetterReplayArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyDeadLettersReplayArgs = {
  direction: LoyaltyDirection;
  kind?: InputMaybe<Scalars['String']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyDeviceNoteArgs = {
  deviceId: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyDraftOrderPriceArgs = {
  orderId: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyEngagementSaveArgs = {
  config: Scalars['LoyaltyJSON']['input'];
  enabled: Scalars['Boolean']['input'];
  subject: LoyaltyEngagementSubject;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyEventBatchCheckArgs = {
  content: Scalars['String']['input'];
  name: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyEventBatchRunArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyEventBatchUndoArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyEventRecordArgs = {
  attributes?: InputMaybe<Scalars['LoyaltyJSON']['input']>;
  channel?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  memberId?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  occurredAt?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  sourceKey: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyEventUndoArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyFlashSaleSaveArgs = {
  active: Scalars['Boolean']['input'];
  config: Scalars['LoyaltyJSON']['input'];
  endsAt: Scalars['LoyaltyDateTime']['input'];
  revision?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['String']['input'];
  startsAt: Scalars['LoyaltyDateTime']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyGroupCheckoutArgs = {
  checkoutId: Scalars['ID']['input'];
  seatId: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyGroupEndArgs = {
  confirm: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyGroupJoinArgs = {
  code: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyGroupLeaveArgs = {
  seatId: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyGroupOfferSaveArgs = {
  active: Scalars['Boolean']['input'];
  config: Scalars['LoyaltyJSON']['input'];
  endsAt?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  revision?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['String']['input'];
  startsAt?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyGroupOpenArgs = {
  offerId: Scalars['ID']['input'];
  sourceKey: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyGrowthPackArchiveArgs = {
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyGrowthPackCreateArgs = {
  config: Scalars['LoyaltyJSON']['input'];
  slug: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyGrowthPackUpdateArgs = {
  config: Scalars['LoyaltyJSON']['input'];
  id: Scalars['ID']['input'];
  revision: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLadderActivateArgs = {
  id: Scalars['ID']['input'];
  revision: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLadderDeleteDraftArgs = {
  id: Scalars['ID']['input'];
  revision: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLadderDraftArgs = {
  config?: InputMaybe<Scalars['LoyaltyJSON']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLadderTryArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLadderUpdateDraftArgs = {
  config: Scalars['LoyaltyJSON']['input'];
  id: Scalars['ID']['input'];
  revision: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLeaderboardAgreeArgs = {
  name: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLeaderboardWithdrawArgs = {
  memberId?: InputMaybe<Scalars['ID']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLotteryCancelArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLotteryCloseArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLotteryCreateArgs = {
  closesAt: Scalars['LoyaltyDateTime']['input'];
  config: Scalars['LoyaltyJSON']['input'];
  opensAt: Scalars['LoyaltyDateTime']['input'];
  slug: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLotteryDrawArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLotteryOpenArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLotteryPrizeHandOverArgs = {
  code?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLotteryTicketsBuyArgs = {
  count: Scalars['LoyaltyInteger']['input'];
  lotteryId: Scalars['ID']['input'];
  sourceKey: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyLotteryUpdateArgs = {
  closesAt: Scalars['LoyaltyDateTime']['input'];
  config: Scalars['LoyaltyJSON']['input'];
  id: Scalars['ID']['input'];
  opensAt: Scalars['LoyaltyDateTime']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyMemberSetTierArgs = {
  exact?: InputMaybe<Scalars['Boolean']['input']>;
  memberId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  tierId?: InputMaybe<Scalars['ID']['input']>;
  until?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyMemberUpdateArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  input: LoyaltyMemberInput;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyMembershipCancelArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyMembershipEndArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyMembershipGiveArgs = {
  days?: InputMaybe<Scalars['Int']['input']>;
  forLife?: InputMaybe<Scalars['Boolean']['input']>;
  memberId: Scalars['ID']['input'];
  months?: InputMaybe<Scalars['Int']['input']>;
  planId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  sourceKey: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyMembershipResumeArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyMembershipTrialArgs = {
  planId: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyPlanArchiveArgs = {
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyPlanCreateArgs = {
  config: Scalars['LoyaltyJSON']['input'];
  slug: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyPlanUpdateArgs = {
  config: Scalars['LoyaltyJSON']['input'];
  id: Scalars['ID']['input'];
  revision: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyPointsAdjustArgs = {
  memberId: Scalars['ID']['input'];
  points: Scalars['LoyaltyInteger']['input'];
  reason: Scalars['String']['input'];
  sourceKey: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyPointsExtendArgs = {
  entryId?: InputMaybe<Scalars['ID']['input']>;
  expiringBefore?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  forGood?: InputMaybe<Scalars['Boolean']['input']>;
  memberId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  sourceKey: Scalars['String']['input'];
  until?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyProgrammeActivateArgs = {
  id: Scalars['ID']['input'];
  revision: Scalars['String']['input'];
  validFrom?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyProgrammeArchiveArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyProgrammeCreateArgs = {
  channels?: InputMaybe<Array<Scalars['String']['input']>>;
  config: Scalars['LoyaltyJSON']['input'];
  name: Scalars['String']['input'];
  slug: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyProgrammeDeleteDraftArgs = {
  id: Scalars['ID']['input'];
  revision: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyProgrammeDraftArgs = {
  programmeId: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyProgrammeUpdateArgs = {
  channels?: InputMaybe<Array<Scalars['String']['input']>>;
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyProgrammeUpdateDraftArgs = {
  config: Scalars['LoyaltyJSON']['input'];
  id: Scalars['ID']['input'];
  revision: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyPurchaseRecordArgs = {
  input: LoyaltyPurchaseInput;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyPurchaseReturnArgs = {
  amountMinor?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
  lines?: InputMaybe<Array<LoyaltyPurchaseReturnLineInput>>;
  receiptNumber: Scalars['String']['input'];
  returnNumber: Scalars['String']['input'];
  whole?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyRedemptionCancelArgs = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyRedemptionFulfilArgs = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  tracking?: InputMaybe<Scalars['String']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyRedemptionIssueArgs = {
  code?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  tracking?: InputMaybe<Scalars['String']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyReferralApproveArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyReferralAtCheckoutArgs = {
  checkoutId: Scalars['ID']['input'];
  code: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyReferralCodeMakeArgs = {
  deviceId?: InputMaybe<Scalars['String']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyReferralJoinArgs = {
  code: Scalars['String']['input'];
  deviceId?: InputMaybe<Scalars['String']['input']>;
  how?: InputMaybe<LoyaltyReferralHow>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyReferralRefuseArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyReferralVisitArgs = {
  code: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyReviewAnswerArgs = {
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyReviewApproveArgs = {
  id: Scalars['ID']['input'];
  revision: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyReviewCreateArgs = {
  input: LoyaltyReviewInput;
  lineId: Scalars['ID']['input'];
  orderId: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyReviewRefuseArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  revision?: InputMaybe<Scalars['String']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyReviewReopenArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyReviewUpdateArgs = {
  id: Scalars['ID']['input'];
  input: LoyaltyReviewInput;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyReviewWithdrawArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyRewardCategoryDeleteArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyRewardCategorySaveArgs = {
  name: Scalars['LoyaltyJSON']['input'];
  position?: InputMaybe<Scalars['Int']['input']>;
  slug: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyRewardCreateArgs = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
  categoryId?: InputMaybe<Scalars['ID']['input']>;
  config: Scalars['LoyaltyJSON']['input'];
  endsAt?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  position?: InputMaybe<Scalars['Int']['input']>;
  slug: Scalars['String']['input'];
  startsAt?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  stock?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyRewardRedeemArgs = {
  checkoutId?: InputMaybe<Scalars['ID']['input']>;
  currency?: InputMaybe<Scalars['String']['input']>;
  points: Scalars['LoyaltyInteger']['input'];
  quantity?: InputMaybe<Scalars['Int']['input']>;
  rewardId: Scalars['ID']['input'];
  sourceKey: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyRewardSetActiveArgs = {
  active: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyRewardUpdateArgs = {
  categoryId?: InputMaybe<Scalars['ID']['input']>;
  config: Scalars['LoyaltyJSON']['input'];
  endsAt?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  id: Scalars['ID']['input'];
  position?: InputMaybe<Scalars['Int']['input']>;
  revision: Scalars['String']['input'];
  startsAt?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  stock?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyShareAttachArgs = {
  checkoutId: Scalars['ID']['input'];
  code: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyShareLinkArgs = {
  page: Scalars['String']['input'];
  visitor?: InputMaybe<Scalars['String']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyShareVisitArgs = {
  code: Scalars['String']['input'];
  userAgent: Scalars['String']['input'];
  visitor: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyStartArgs = {
  kind: LoyaltyStarterKind;
  timeZone: Scalars['String']['input'];
  variantId?: InputMaybe<Scalars['ID']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyTaskAcceptArgs = {
  taskId: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyTaskActivateArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyTaskCreateArgs = {
  config: Scalars['LoyaltyJSON']['input'];
  endsAt?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  position?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
  slug: Scalars['String']['input'];
  startsAt?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyTaskEndArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyTaskUpdateArgs = {
  config: Scalars['LoyaltyJSON']['input'];
  endsAt?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  id: Scalars['ID']['input'];
  position?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
  startsAt?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyTierBuyArgs = {
  points: Scalars['LoyaltyInteger']['input'];
  sourceKey: Scalars['String']['input'];
  tierId: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyTierGrantEndArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyTierInvitationCreateArgs = {
  code?: InputMaybe<Scalars['String']['input']>;
  months?: InputMaybe<Scalars['Int']['input']>;
  tierId: Scalars['ID']['input'];
  uses?: InputMaybe<Scalars['Int']['input']>;
  validUntil?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyTierInvitationDeactivateArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of points, tiers and members. */
export type LoyaltyMutationsLoyaltyTierInvitationRedeemArgs = {
  code: Scalars['String']['input'];
};

/** Friends that the caller brings. */
export type LoyaltyMyReferrals = {
  broughtBy: Maybe<LoyaltyBroughtBy>;
  checking: Scalars['LoyaltyInteger']['output'];
  /** Null until it is asked for. */
  code: Maybe<Scalars['String']['output']>;
  earnedGrowth: Scalars['LoyaltyInteger']['output'];
  earnedPoints: Scalars['LoyaltyInteger']['output'];
  ended: Scalars['LoyaltyInteger']['output'];
  /** That the friend has. */
  friendGift: Maybe<LoyaltyGift>;
  /** Those who came last first. */
  friends: LoyaltyReferredFriendConnection;
  /** For each friend. */
  gift: Maybe<LoyaltyGift>;
  /** The same in all. */
  leftEver: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** Friends for whom there is something. Null: any. */
  leftThisMonth: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** The path of the shop that friends come by. */
  link: Maybe<Scalars['String']['output']>;
  /** Whether it is for the caller. */
  mayBring: Scalars['Boolean']['output'];
  milestones: Array<LoyaltyReferralMilestone>;
  minimum: Array<LoyaltyMoney>;
  nextMilestone: Maybe<LoyaltyReferralMilestone>;
  ordered: Scalars['LoyaltyInteger']['output'];
  registered: Scalars['LoyaltyInteger']['output'];
  /** Those that count towards milestones. */
  rewarded: Scalars['LoyaltyInteger']['output'];
  /** For each friend of a friend. */
  secondGift: Maybe<LoyaltyGift>;
  /** Of the link, as far as the shop tells. */
  visits: Scalars['LoyaltyInteger']['output'];
  /** That the friend has first. */
  welcome: Maybe<LoyaltyGift>;
};


/** Friends that the caller brings. */
export type LoyaltyMyReferralsFriendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A member who is given something on a day. */
export type LoyaltyOccasionAhead = {
  day: Scalars['LoyaltyDate']['output'];
  member: LoyaltyMember;
  /** Which anniversary it is; of a birthday the age. */
  years: Scalars['Int']['output'];
};

/** A page of a list. */
export type LoyaltyOccasionAheadConnection = {
  edges: Array<LoyaltyOccasionAheadEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyOccasionAheadEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyOccasionAhead;
};

/** How many members are given something on a day. */
export type LoyaltyOccasionDay = {
  day: Scalars['LoyaltyDate']['output'];
  members: Scalars['Int']['output'];
  occasion: LoyaltyYearlyOccasion;
};

/** What an order has to do with points. */
export type LoyaltyOrder = {
  awards: Array<LoyaltyOrderAward>;
  cancelled: Scalars['Boolean']['output'];
  flash: Array<LoyaltyOrderFlash>;
  groups: Array<LoyaltyOrderGroup>;
  /** False: loyalty has not looked at it so far. */
  known: Scalars['Boolean']['output'];
  /** Null: whoever bought it is no member. */
  member: Maybe<LoyaltyMember>;
  number: Scalars['String']['output'];
  paidAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** What it would earn. Null where it has earned, or never will. */
  preview: Maybe<LoyaltyPreview>;
  /** Rewards it was made with, or brings. */
  redemptions: Array<LoyaltyRedemption>;
  saved: Array<LoyaltyOrderSaved>;
  spent: Array<LoyaltyOrderSpent>;
};

/** What an order brought in one unit. An order that was edited has a further one. */
export type LoyaltyOrderAward = {
  /** How it was computed. */
  award: LoyaltyAward;
  /** Of what is left. Null: never. */
  expiresAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /**
   * When it can be used. Null while pending: when the order is sent, or whatever the programme waits
   * for.
   */
  maturesAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  occurredAt: Scalars['LoyaltyDateTime']['output'];
  /** Not to be used so far. */
  pending: Scalars['Boolean']['output'];
  /** As it was awarded. */
  points: Scalars['LoyaltyInteger']['output'];
  /** For what went back since. */
  takenBack: Scalars['LoyaltyInteger']['output'];
  unit: LoyaltyUnit;
};

/** Pieces of a flash sale in an order. */
export type LoyaltyOrderFlash = {
  quantity: Scalars['Int']['output'];
  /** Slug. */
  sale: Scalars['String']['output'];
  variantId: Scalars['ID']['output'];
};

/** The seat of a group that an order is. */
export type LoyaltyOrderGroup = {
  closesAt: Scalars['LoyaltyDateTime']['output'];
  code: Scalars['String']['output'];
  size: Scalars['Int']['output'];
  /** reserved, paid, confirmed, returned. */
  state: Scalars['String']['output'];
  taken: Scalars['Int']['output'];
};

/** What the benefits of a tier or plan took off an order. */
export type LoyaltyOrderSaved = {
  /** tier:gold, plan:plus. */
  holder: Scalars['String']['output'];
  saved: LoyaltyMoney;
};

/** Points that paid for an order, or made it cheaper. */
export type LoyaltyOrderSpent = {
  /** What they were worth. */
  amount: LoyaltyMoney;
  mode: LoyaltyPointsMode;
  points: Scalars['LoyaltyInteger']['output'];
  /** Given back with refunds. */
  pointsBack: Scalars['LoyaltyInteger']['output'];
  state: LoyaltySpentState;
};

/** What all members have together. */
export type LoyaltyOutstanding = {
  available: Scalars['LoyaltyInteger']['output'];
  /** Owed by members after refunds. */
  debt: Scalars['LoyaltyInteger']['output'];
  /** Set aside for checkouts. */
  held: Scalars['LoyaltyInteger']['output'];
  pending: Scalars['LoyaltyInteger']['output'];
  /** Available, pending and held. */
  points: Scalars['LoyaltyInteger']['output'];
  /** As when they were earned. */
  worth: Array<LoyaltyMoney>;
};

/** The figures of a programme's first page. */
export type LoyaltyOverview = {
  /** Oldest first, without gaps. */
  chart: Array<LoyaltyFigures>;
  /** As many as there are now. */
  members: Scalars['LoyaltyInteger']['output'];
  /** On the days asked for. */
  membersJoined: Scalars['LoyaltyInteger']['output'];
  /** As it is now. */
  outstanding: LoyaltyOutstanding;
  /**
   * What was spent of what was issued in these days, in hundredths of a percent, rounded down. None
   * where nothing was issued.
   */
  redemptionRate: Maybe<Scalars['Int']['output']>;
  /** From the highest down, those without a tier last. */
  tiers: Array<LoyaltyTierCount>;
  /** Of all the days asked for. */
  total: LoyaltyFigures;
};

/** The time that a limit is for, by the shop's own calendar. */
export type LoyaltyPackLimitPer =
  | 'EVER'
  | 'MONTH'
  | 'YEAR';

/** Growth that was bought. */
export type LoyaltyPackPurchase = {
  bonusPoints: Scalars['LoyaltyInteger']['output'];
  /** Pieces within the limit; the others brought nothing. */
  counted: Scalars['Int']['output'];
  /** What it brought. */
  growth: Scalars['LoyaltyInteger']['output'];
  /** By refunds. */
  growthTakenBack: Scalars['LoyaltyInteger']['output'];
  orderNumber: Scalars['String']['output'];
  pack: LoyaltyGrowthPack;
  paidAt: Scalars['LoyaltyDateTime']['output'];
  pointsTakenBack: Scalars['LoyaltyInteger']['output'];
  quantity: Scalars['Int']['output'];
};

/** Where this page is in its list. */
export type LoyaltyPageInfo = {
  /** The cursor of its last item. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether more come after it. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are some before it. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of its first item. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/** What staff and apps may be allowed. */
export type LoyaltyPermission =
  | 'MANAGE_MEMBERS'
  | 'MANAGE_ORDERS'
  | 'MANAGE_POINTS'
  | 'MANAGE_PROGRAMMES';

/** A paid membership: whoever pays one of its variants has its benefits for some time. */
export type LoyaltyPlan = {
  benefits: Array<LoyaltyBenefit>;
  /** As the merchant wrote it. Null without MANAGE_PROGRAMMES. */
  config: Maybe<Scalars['LoyaltyJSON']['output']>;
  description: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** Whether the order that buys it has its prices already. */
  inSameOrder: Scalars['Boolean']['output'];
  /** In the language asked for, if there is one. */
  name: Scalars['String']['output'];
  /** Who has one that is not keeps it. */
  onSale: Scalars['Boolean']['output'];
  /** Where the merchant wants it to be renewed. */
  renewalUrl: Maybe<Scalars['String']['output']>;
  /**
   * Give it back with an edit: it is refused where somebody else was faster. Null without
   * MANAGE_PROGRAMMES.
   */
  revision: Maybe<Scalars['String']['output']>;
  slug: Scalars['String']['output'];
  /** How long it can be tried for free. Null: it cannot. */
  trialDays: Maybe<Scalars['Int']['output']>;
  /** The shortest first. */
  variants: Array<LoyaltyPlanVariant>;
};

/** It is on sale no more; who has it keeps it. Needs MANAGE_PROGRAMMES. */
export type LoyaltyPlanArchive = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  plan: Maybe<LoyaltyPlan>;
};

/** Puts a plan of paid membership on sale. Needs MANAGE_PROGRAMMES. */
export type LoyaltyPlanCreate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  plan: Maybe<LoyaltyPlan>;
};

/**
 * Texts and benefits change for all who have it; terms for what is bought from now on. Needs
 * MANAGE_PROGRAMMES.
 */
export type LoyaltyPlanUpdate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  plan: Maybe<LoyaltyPlan>;
};

/** A product variant that is the plan. Its price is the shop's own. */
export type LoyaltyPlanVariant = {
  /** How long one piece lasts. Null: in months, or for life. */
  days: Maybe<Scalars['Int']['output']>;
  forLife: Scalars['Boolean']['output'];
  /** How long one piece lasts. Null: in days, or for life. */
  months: Maybe<Scalars['Int']['output']>;
  /** The shop's own id of the variant. */
  variantId: Scalars['ID']['output'];
};

/** Gives points to a member, or takes them. Needs MANAGE_POINTS. */
export type LoyaltyPointsAdjust = {
  /** The entry it made. */
  entry: Maybe<LoyaltyHistoryEntry>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  member: Maybe<LoyaltyMember>;
};

/** Points: earned, spent, and gone one day. */
export type LoyaltyPointsBalance = {
  /** Can be used now. */
  available: Scalars['LoyaltyInteger']['output'];
  /** Owed after a refund; what comes next pays it first. */
  debt: Scalars['LoyaltyInteger']['output'];
  /** When they go. Null where none ever does. */
  expiringAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** So many of the available ones go first. */
  expiringPoints: Scalars['LoyaltyInteger']['output'];
  /** Set aside for an open checkout. */
  held: Scalars['LoyaltyInteger']['output'];
  /** Earned, but not to be used before a moment or an event. */
  pending: Scalars['LoyaltyInteger']['output'];
  /** What the available points pay for. Null where points pay for nothing. */
  worth: Maybe<LoyaltyMoney>;
};


/** Points: earned, spent, and gone one day. */
export type LoyaltyPointsBalanceWorthArgs = {
  channel?: InputMaybe<Scalars['String']['input']>;
  currency: Scalars['String']['input'];
};

/** Lets points of a member expire later. Nothing expires sooner by it. Needs MANAGE_POINTS. */
export type LoyaltyPointsExtend = {
  /** The entry it made. */
  entry: Maybe<LoyaltyHistoryEntry>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  member: Maybe<LoyaltyMember>;
};

/** What points do at a checkout: pay as a transaction after tax, or make goods cheaper before tax. */
export type LoyaltyPointsMode =
  | 'PAYMENT'
  | 'PRICE_REDUCTION';

/** What something would earn, explained as its award would be. Nothing is promised. */
export type LoyaltyPreview = {
  /** The moment it is asked for. */
  at: Scalars['LoyaltyDateTime']['output'];
  /** The same in growth. */
  growth: Maybe<LoyaltyAward>;
  /** Null where nothing could earn any. */
  points: Maybe<LoyaltyAward>;
  /** Its slug. */
  programme: Scalars['String']['output'];
  /** The number of the version that was asked. */
  version: Scalars['Int']['output'];
};

/** A line of an order that is not there. */
export type LoyaltyPreviewLine = {
  /** At most 50. */
  categoryIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** At most 50. */
  collectionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** For the whole line, in minor units. */
  gross: Scalars['LoyaltyInteger']['input'];
  /** Without it: as gross. */
  net?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
  onSale?: InputMaybe<Scalars['Boolean']['input']>;
  productId?: InputMaybe<Scalars['ID']['input']>;
  quantity?: InputMaybe<Scalars['Int']['input']>;
  variantId?: InputMaybe<Scalars['ID']['input']>;
};

/** Whether the caller may buy a product now, and else from when. */
export type LoyaltyProductAccess = {
  allowed: Scalars['Boolean']['output'];
  /** From when the caller may buy it. Null: now, or not by waiting. */
  opensAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  productId: Scalars['ID']['output'];
  /** The tiers and plans whose members may buy it before the caller. */
  reservedFor: Array<Scalars['String']['output']>;
  /** To show, in the caller's language. Null: it is allowed. */
  text: Maybe<Scalars['String']['output']>;
  variantId: Maybe<Scalars['ID']['output']>;
};

/** A product, as the shop's own API tells it. */
export type LoyaltyProductInput = {
  /** Its category and those above it. At most 100. */
  categoryIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** At most 100. */
  collectionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  productId: Scalars['ID']['input'];
  /** When it came into the shop. */
  publishedAt?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  variantId?: InputMaybe<Scalars['ID']['input']>;
};

/** One set of rules, serving some channels. */
export type LoyaltyProgramme = {
  /** False once it is archived. */
  active: Scalars['Boolean']['output'];
  /** Slugs. None: all channels that no other programme names. */
  channels: Array<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  slug: Scalars['String']['output'];
  /** Newest first, drafts among them. */
  versions: Array<LoyaltyProgrammeVersion>;
};


/** One set of rules, serving some channels. */
export type LoyaltyProgrammeVersionsArgs = {
  first: Scalars['Int']['input'];
};

/**
 * Puts a draft in force; it never changes again. What happened before keeps the terms of then. Needs
 * MANAGE_PROGRAMMES.
 */
export type LoyaltyProgrammeActivate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  version: Maybe<LoyaltyProgrammeVersion>;
};

/**
 * Nothing is earned or paid under it any more; what was earned stays with its members. Needs
 * MANAGE_PROGRAMMES.
 */
export type LoyaltyProgrammeArchive = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  programme: Maybe<LoyaltyProgramme>;
};

/** A page of a list. */
export type LoyaltyProgrammeConnection = {
  edges: Array<LoyaltyProgrammeEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** Makes a programme with its first draft: nothing is in force yet. Needs MANAGE_PROGRAMMES. */
export type LoyaltyProgrammeCreate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  programme: Maybe<LoyaltyProgramme>;
};

/** Deletes a draft, and only a draft. Needs MANAGE_PROGRAMMES. */
export type LoyaltyProgrammeDeleteDraft = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  programme: Maybe<LoyaltyProgramme>;
};

/** Opens a draft that says what the newest version says. Needs MANAGE_PROGRAMMES. */
export type LoyaltyProgrammeDraft = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  version: Maybe<LoyaltyProgrammeVersion>;
};

/** One item of a page. */
export type LoyaltyProgrammeEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyProgramme;
};

/** Changes what is given, for whatever comes in from now on. Needs MANAGE_PROGRAMMES. */
export type LoyaltyProgrammeUpdate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  programme: Maybe<LoyaltyProgramme>;
};

/** Replaces what a draft says; a refusal names each place at fault. Needs MANAGE_PROGRAMMES. */
export type LoyaltyProgrammeUpdateDraft = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  version: Maybe<LoyaltyProgrammeVersion>;
};

/** What a programme says from a moment on. */
export type LoyaltyProgrammeVersion = {
  /** The rules, as the merchant wrote them. */
  config: Scalars['LoyaltyJSON']['output'];
  id: Scalars['ID']['output'];
  number: Scalars['Int']['output'];
  /** Give it back with an edit: it is refused where somebody else was faster. */
  revision: Scalars['String']['output'];
  state: LoyaltyVersionState;
  /** Null for a draft. */
  validFrom: Maybe<Scalars['LoyaltyDateTime']['output']>;
};

/** How far the next tier is, and what keeps the one that there is. */
export type LoyaltyProgress = {
  /** The growth there is now. */
  growth: Scalars['LoyaltyInteger']['output'];
  /** What is missing for it in growth. Null where growth alone does not lead there. */
  growthNeeded: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** Whether its period is over and this is the time after it. */
  inGrace: Scalars['Boolean']['output'];
  /** The same in one sentence. Empty where the tier has no end. */
  keepText: Scalars['String']['output'];
  /** The first moment at which the tier may be lost. Null: it has no end. */
  keepUntil: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Whether nothing more is needed to keep the tier then. */
  kept: Scalars['Boolean']['output'];
  /** Null at the top of the ladder. */
  nextTier: Maybe<LoyaltyTier>;
  /** Of the shortest way to the next tier, rounded down. */
  percent: Scalars['Int']['output'];
  /** The same in one sentence. Empty at the top of the ladder. */
  text: Scalars['String']['output'];
  /** What keeps it, any one of these. None: nothing does, or nothing is needed. */
  waysToKeep: Array<LoyaltyWay>;
  /** What leads to the next tier, any one of these. */
  waysUp: Array<LoyaltyWay>;
};

/** What was bought at a till, as far as points are concerned. */
export type LoyaltyPurchase = {
  /** The same in growth. */
  growth: Scalars['LoyaltyInteger']['output'];
  paidAt: Scalars['LoyaltyDateTime']['output'];
  /** What it brought and was not taken back. */
  points: Scalars['LoyaltyInteger']['output'];
  receiptNumber: Scalars['String']['output'];
  /** What has come back of it. */
  returned: LoyaltyMoney;
  total: LoyaltyMoney;
};

/** A paid receipt; what was bought was taken home at once. */
export type LoyaltyPurchaseInput = {
  /** Slug: its programme counts. */
  channel: Scalars['String']['input'];
  /** ISO 4217 code. */
  currency: Scalars['String']['input'];
  /** Of an account, or of a guest to be. */
  email?: InputMaybe<Scalars['String']['input']>;
  lines: Array<LoyaltyPurchaseLineInput>;
  /** Either this or the e-mail. */
  memberId?: InputMaybe<Scalars['ID']['input']>;
  paidAt: Scalars['LoyaltyDateTime']['input'];
  /**
   * The shop's own, unique among all its tills. The same receipt again answers as the first time and
   * changes nothing.
   */
  receiptNumber: Scalars['String']['input'];
};

/** One line of a receipt, after every discount. Amounts are for the whole line. */
export type LoyaltyPurchaseLineInput = {
  categoryIds?: InputMaybe<Array<Scalars['String']['input']>>;
  collectionIds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** With tax, in minor units: 1999. */
  grossMinor: Scalars['LoyaltyInteger']['input'];
  /** What returns call it: the line's number. */
  id: Scalars['String']['input'];
  /** Gift cards earn nothing. */
  isGiftCard?: InputMaybe<Scalars['Boolean']['input']>;
  /** The member reads it. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Without tax. Left out: there is none. */
  netMinor?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
  /** Reduced by the shop. */
  onSale?: InputMaybe<Scalars['Boolean']['input']>;
  /** As the rules name it. */
  productId?: InputMaybe<Scalars['String']['input']>;
  quantity: Scalars['Int']['input'];
  /** As the rules name it. */
  variantId?: InputMaybe<Scalars['String']['input']>;
};

/**
 * Records a purchase at a till; it earns as an order does. Somebody new joins as a guest. Needs
 * MANAGE_ORDERS.
 */
export type LoyaltyPurchaseRecord = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  member: Maybe<LoyaltyMember>;
  purchase: Maybe<LoyaltyPurchase>;
};

/**
 * Takes back what the returned part of a receipt had earned, by the receipt's own record. Give one of
 * whole, lines and amountMinor. Needs MANAGE_ORDERS.
 */
export type LoyaltyPurchaseReturn = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  member: Maybe<LoyaltyMember>;
  purchase: Maybe<LoyaltyPurchase>;
};

/** So many pieces of one line. */
export type LoyaltyPurchaseReturnLineInput = {
  /** What the purchase called the line. */
  id: Scalars['String']['input'];
  quantity: Scalars['Int']['input'];
};

/** Questions about points, tiers and members. */
export type LoyaltyQueries = {
  /** Those of them who are people with an account. Needs any permission. */
  loyaltyActors: Maybe<Array<LoyaltyActor>>;
  /**
   * What staff and apps did here, newest first; what was refused is not in it. Needs
   * MANAGE_PROGRAMMES.
   */
  loyaltyAuditLog: Maybe<LoyaltyStaffActionConnection>;
  /** What benefits gave, the newest first. Needs MANAGE_MEMBERS. */
  loyaltyBenefitGifts: Maybe<LoyaltyGiftOfMemberConnection>;
  /** Uses of benefits, the newest first. Needs MANAGE_MEMBERS. */
  loyaltyBenefitUses: Maybe<LoyaltyBenefitUseConnection>;
  /** One campaign, whatever has become of it. Null: there is none. Needs MANAGE_PROGRAMMES. */
  loyaltyCampaign: Maybe<LoyaltyCampaign>;
  /** Campaigns that run or are about to, those made last first. */
  loyaltyCampaigns: Maybe<LoyaltyCampaignConnection>;
  /** Products and the like of the shop, by name. Needs any permission. */
  loyaltyCatalogue: Maybe<Array<LoyaltyCatalogueItem>>;
  /**
   * How many points may be used on a checkout and what it will bring. For the customer of the
   * checkout, for whoever knows the id of one without a customer, and with MANAGE_ORDERS. Null for
   * anybody else, as for a checkout that is not there.
   */
  loyaltyCheckoutQuote: Maybe<LoyaltyCheckoutQuote>;
  /** Lists of partners' codes, by slug. Needs MANAGE_PROGRAMMES. */
  loyaltyCodeLists: Maybe<Array<LoyaltyCodeList>>;
  /**
   * What the second says otherwise than the first: two versions of a programme, of the ladder, of
   * anything. Needs MANAGE_PROGRAMMES.
   */
  loyaltyConfigurationDifference: Maybe<Array<LoyaltyConfigurationDifference>>;
  /** Each place of a configuration at fault, before it is saved. Needs MANAGE_PROGRAMMES. */
  loyaltyConfigurationFaults: Maybe<Array<LoyaltyConfigurationFault>>;
  /**
   * The JSON Schema of a configuration, with its kinds of conditions, rewards or benefits. A condition
   * has its x-group (what, when, where, who, how_much, event, together) and what it names of the
   * catalogue as x-catalogue. Needs MANAGE_PROGRAMMES.
   */
  loyaltyConfigurationSchema: Maybe<Scalars['LoyaltyJSON']['output']>;
  /** What could not be acted on, newest first. Needs MANAGE_ORDERS. */
  loyaltyDeadLetters: Maybe<LoyaltyDeadLetterConnection>;
  /**
   * Check-in, reviews, shares, friends, occasions: what is switched on, and how. Needs
   * MANAGE_PROGRAMMES.
   */
  loyaltyEngagements: Maybe<Array<LoyaltyEngagement>>;
  /** One file of events with its progress. Needs MANAGE_POINTS. */
  loyaltyEventBatch: Maybe<LoyaltyEventBatch>;
  /** Files of events, newest first. Needs MANAGE_POINTS. */
  loyaltyEventBatches: Maybe<LoyaltyEventBatchConnection>;
  /**
   * Members who are to know that points will end, in the order they became due. Ask on from the last
   * cursor for what is new. Needs MANAGE_MEMBERS.
   */
  loyaltyExpiryReminders: Maybe<LoyaltyExpiryReminderConnection>;
  /**
   * One of them. Null where it neither runs nor is about to; staff with MANAGE_PROGRAMMES see it all
   * the same.
   */
  loyaltyFlashSale: Maybe<LoyaltyFlashSale>;
  /** Those that run or are about to, the next first. */
  loyaltyFlashSales: Maybe<LoyaltyFlashSaleConnection>;
  /** The group of a link; null where there is none. */
  loyaltyGroup: Maybe<LoyaltyGroup>;
  /** One of them. Null where it is not offered now; staff with MANAGE_PROGRAMMES see it all the same. */
  loyaltyGroupOffer: Maybe<LoyaltyGroupOffer>;
  /** What can be bought together, by slug. */
  loyaltyGroupOffers: Maybe<LoyaltyGroupOfferConnection>;
  /** The caller's own seats, the newest first. */
  loyaltyGroupSeats: Maybe<LoyaltyGroupSeatConnection>;
  /** All groups, the newest first. Needs MANAGE_ORDERS. */
  loyaltyGroups: Maybe<LoyaltyGroupWithSeatsConnection>;
  /** The growth on sale, by slug. */
  loyaltyGrowthPacks: Array<LoyaltyGrowthPack>;
  /** The ladder of tiers. Needs MANAGE_PROGRAMMES. */
  loyaltyLadder: Maybe<LoyaltyLadder>;
  /** Those who agreed to be seen, the furthest first. Null: there is none. */
  loyaltyLeaderboard: Maybe<LoyaltyLeaderboard>;
  /** How the work goes. Needs MANAGE_ORDERS. */
  loyaltyLines: Maybe<LoyaltyLines>;
  /** Lotteries that are open or were, by slug. */
  loyaltyLotteries: Maybe<LoyaltyLotteryConnection>;
  /** One of them; null where there is none. Staff with MANAGE_PROGRAMMES see drafts too. */
  loyaltyLottery: Maybe<LoyaltyLottery>;
  /**
   * The frozen list of tickets in the order of their numbers, with what they won: all that it takes to
   * repeat the draw. Empty before it is frozen.
   */
  loyaltyLotteryTickets: Maybe<LoyaltyLotteryListedTicketConnection>;
  /**
   * The caller's own account. Null for whoever is not logged in, and for apps. A customer who has not
   * joined yet sees one with nothing in it.
   */
  loyaltyMe: Maybe<LoyaltyMember>;
  /** One member by id, e-mail or account. Null for a customer who has not joined. Needs MANAGE_MEMBERS. */
  loyaltyMember: Maybe<LoyaltyMember>;
  /** The same as a table, for a spreadsheet. Needs MANAGE_MEMBERS. */
  loyaltyMemberExport: Maybe<LoyaltyMemberExport>;
  /** Members, those who joined last first. Needs MANAGE_MEMBERS. */
  loyaltyMembers: Maybe<LoyaltyMemberConnection>;
  /**
   * Members who are to know that a membership will end, in the order they became due. Ask on from the
   * last cursor for what is new. Needs MANAGE_MEMBERS.
   */
  loyaltyMembershipReminders: Maybe<LoyaltyMembershipReminderConnection>;
  /** What the caller redeemed, newest first. Needs a logged-in customer. */
  loyaltyMyRedemptions: Maybe<LoyaltyRedemptionConnection>;
  /** The caller's own friends. Null for who is no member, and where the shop does not offer it. */
  loyaltyMyReferrals: Maybe<LoyaltyMyReferrals>;
  /** The caller's own, newest first. Needs a logged-in customer. */
  loyaltyMyReviews: Maybe<LoyaltyReviewConnection>;
  /**
   * How many members are given something for a birthday or an anniversary on which of the days ahead.
   * Needs MANAGE_MEMBERS.
   */
  loyaltyOccasionDays: Maybe<Array<LoyaltyOccasionDay>>;
  /** Who they are, by their days. Needs MANAGE_MEMBERS. */
  loyaltyOccasionsAhead: Maybe<LoyaltyOccasionAheadConnection>;
  /** What an order earned, spent and brought. Null: there is none. Needs MANAGE_ORDERS. */
  loyaltyOrder: Maybe<LoyaltyOrder>;
  /**
   * How the programme stands, with what came and went on these days of the shop's time zone. Needs
   * MANAGE_POINTS.
   */
  loyaltyOverview: Maybe<LoyaltyOverview>;
  /** The paid memberships on sale, by slug. */
  loyaltyPlans: Array<LoyaltyPlan>;
  /**
   * What a checkout, an order or some lines would earn and why; give one of the three. Needs
   * MANAGE_PROGRAMMES, but a customer may ask about their own checkout, and whoever knows its id about
   * one without a customer, as it is now. Null where there is no such thing, or no programme for it.
   */
  loyaltyPreview: Maybe<LoyaltyPreview>;
  /**
   * Whether the caller may buy these products now, and else from when. The shop checks it once more
   * when an order is made.
   */
  loyaltyProductAccess: Array<LoyaltyProductAccess>;
  /** What is shown of a product. */
  loyaltyProductReviews: Maybe<LoyaltyReviewConnection>;
  /** Null: there is none. Needs MANAGE_PROGRAMMES. */
  loyaltyProgramme: Maybe<LoyaltyProgramme>;
  /** What is odd about a version, errors first. Needs MANAGE_PROGRAMMES. */
  loyaltyProgrammeLint: Maybe<Array<LoyaltyFinding>>;
  /** The programmes by slug. Needs MANAGE_PROGRAMMES. */
  loyaltyProgrammes: Maybe<LoyaltyProgrammeConnection>;
  /** What staff can use up for a member. Needs MANAGE_MEMBERS. */
  loyaltyQuotas: Maybe<Array<LoyaltyQuota>>;
  /** The shop's newest orders, to try something on. Needs MANAGE_PROGRAMMES. */
  loyaltyRecentOrders: Maybe<Array<LoyaltyRecentOrder>>;
  /** One redemption; null where there is none. Needs MANAGE_ORDERS. */
  loyaltyRedemption: Maybe<LoyaltyRedemption>;
  /** The same as a table, for a spreadsheet. Needs MANAGE_ORDERS. */
  loyaltyRedemptionExport: Maybe<LoyaltyRedemptionExport>;
  /** What members redeemed, newest first. Needs MANAGE_ORDERS. */
  loyaltyRedemptions: Maybe<LoyaltyRedemptionConnection>;
  /** One of them. Null: there is none. Needs MANAGE_MEMBERS. */
  loyaltyReferral: Maybe<LoyaltyReferral>;
  /** What a code promises who comes by it; null where there is none. */
  loyaltyReferralInvitation: Maybe<LoyaltyReferralInvitation>;
  /** All of them, the newest first. Needs MANAGE_MEMBERS. */
  loyaltyReferrals: Maybe<LoyaltyReferralConnection>;
  /** One review. Null: there is none. Needs MANAGE_MEMBERS. */
  loyaltyReview: Maybe<LoyaltyReview>;
  /** What the reviews of products come to, in the order they were asked for. */
  loyaltyReviewSummaries: Maybe<Array<LoyaltyReviewSummary>>;
  /** What the caller can review, of their newest 50 orders. Needs a logged-in customer. */
  loyaltyReviewableLines: Maybe<Array<LoyaltyReviewableLine>>;
  /** All reviews, newest first. Needs MANAGE_MEMBERS. */
  loyaltyReviews: Maybe<LoyaltyReviewConnection>;
  /** One reward. Null where it is not offered now; staff with MANAGE_PROGRAMMES see it all the same. */
  loyaltyReward: Maybe<LoyaltyReward>;
  /** In the merchant's order. */
  loyaltyRewardCategories: Array<LoyaltyRewardCategory>;
  /** What points can be turned into, in the merchant's order. */
  loyaltyRewards: Maybe<LoyaltyRewardConnection>;
  /** What links that members share have brought so far. Needs MANAGE_MEMBERS. */
  loyaltyShareFigures: Maybe<LoyaltyShareFigures>;
  /** Links of all members, newest first. Needs MANAGE_MEMBERS. */
  loyaltySharedLinks: Maybe<LoyaltySharedLinkConnection>;
  /** What pages for staff need first. Needs any permission. */
  loyaltyShop: Maybe<LoyaltyShop>;
  /** What past orders would have earned. Needs MANAGE_PROGRAMMES. */
  loyaltyStarterPreview: Maybe<LoyaltyStarterPreview>;
  /** Programmes to begin with. Needs MANAGE_PROGRAMMES. */
  loyaltyStarters: Maybe<Array<LoyaltyStarter>>;
  /** One task. Null: there is none. Needs MANAGE_PROGRAMMES. */
  loyaltyTask: Maybe<LoyaltyTask>;
  /** Who is where with a task, newest first. Needs MANAGE_MEMBERS. */
  loyaltyTaskRuns: Maybe<LoyaltyTaskRunConnection>;
  /** All tasks, by slug. Needs MANAGE_PROGRAMMES; members see theirs under loyaltyMe. */
  loyaltyTasks: Maybe<LoyaltyTaskConnection>;
  /** Invitations into tiers, newest first. Needs MANAGE_MEMBERS. */
  loyaltyTierInvitations: Maybe<LoyaltyTierInvitationConnection>;
  /**
   * Members who are to know that a tier will end, in the order they became due. Ask on from the last
   * cursor for what is new. Needs MANAGE_MEMBERS.
   */
  loyaltyTierWarnings: Maybe<LoyaltyTierWarningConnection>;
  /** The tiers members can reach, lowest first. */
  loyaltyTiers: Array<LoyaltyTier>;
  /** What waits for staff. Needs any permission. */
  loyaltyTodo: Maybe<LoyaltyTodo>;
  /** Who is calling, with what they may do. Null for nobody. */
  loyaltyViewer: Maybe<LoyaltyViewer>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyActorsArgs = {
  actors: Array<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyAuditLogArgs = {
  action?: InputMaybe<Scalars['String']['input']>;
  actor?: InputMaybe<Scalars['String']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  memberId?: InputMaybe<Scalars['ID']['input']>;
  since?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  until?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyBenefitGiftsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  memberId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<LoyaltyBenefitGiftState>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyBenefitUsesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  memberId?: InputMaybe<Scalars['ID']['input']>;
  orderId?: InputMaybe<Scalars['ID']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyCampaignArgs = {
  id: Scalars['ID']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyCampaignsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  all?: InputMaybe<Scalars['Boolean']['input']>;
  first: Scalars['Int']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
  phase?: InputMaybe<LoyaltyCampaignPhase>;
  programmeId?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  since?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  until?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyCatalogueArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  kind: LoyaltyCatalogueKind;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyCheckoutQuoteArgs = {
  checkoutId: Scalars['ID']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyConfigurationDifferenceArgs = {
  after: Scalars['LoyaltyJSON']['input'];
  before: Scalars['LoyaltyJSON']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyConfigurationFaultsArgs = {
  config: Scalars['LoyaltyJSON']['input'];
  subject: LoyaltyConfigured;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyConfigurationSchemaArgs = {
  subject: LoyaltyConfigured;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyDeadLettersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  direction: LoyaltyDirection;
  first: Scalars['Int']['input'];
  kind?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyEventBatchArgs = {
  id: Scalars['ID']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyEventBatchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyExpiryRemindersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyFlashSaleArgs = {
  id: Scalars['ID']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyFlashSalesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  all?: InputMaybe<Scalars['Boolean']['input']>;
  first: Scalars['Int']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  standing?: InputMaybe<LoyaltyStanding>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyGroupArgs = {
  code: Scalars['String']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyGroupOfferArgs = {
  id: Scalars['ID']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyGroupOffersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  all?: InputMaybe<Scalars['Boolean']['input']>;
  first: Scalars['Int']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  standing?: InputMaybe<LoyaltyStanding>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyGroupSeatsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  offerId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<LoyaltyGroupState>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyGrowthPacksArgs = {
  all?: InputMaybe<Scalars['Boolean']['input']>;
  languageCode?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyLeaderboardArgs = {
  first: Scalars['Int']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
  period?: InputMaybe<Scalars['String']['input']>;
  taskId: Scalars['ID']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyLotteriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  all?: InputMaybe<Scalars['Boolean']['input']>;
  first: Scalars['Int']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<LoyaltyLotteryState>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyLotteryArgs = {
  id: Scalars['ID']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyLotteryTicketsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  lotteryId: Scalars['ID']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyMemberArgs = {
  email?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
  userId?: InputMaybe<Scalars['ID']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyMemberExportArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  debtors?: InputMaybe<Scalars['Boolean']['input']>;
  descending?: InputMaybe<Scalars['Boolean']['input']>;
  first: Scalars['Int']['input'];
  growthFrom?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
  growthTo?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
  guest?: InputMaybe<Scalars['Boolean']['input']>;
  joinedSince?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  joinedUntil?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  plan?: InputMaybe<Scalars['ID']['input']>;
  pointsFrom?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
  pointsTo?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<LoyaltyMemberSort>;
  tier?: InputMaybe<Scalars['ID']['input']>;
  withoutTier?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  debtors?: InputMaybe<Scalars['Boolean']['input']>;
  descending?: InputMaybe<Scalars['Boolean']['input']>;
  first: Scalars['Int']['input'];
  growthFrom?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
  growthTo?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
  guest?: InputMaybe<Scalars['Boolean']['input']>;
  joinedSince?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  joinedUntil?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  plan?: InputMaybe<Scalars['ID']['input']>;
  pointsFrom?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
  pointsTo?: InputMaybe<Scalars['LoyaltyInteger']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<LoyaltyMemberSort>;
  tier?: InputMaybe<Scalars['ID']['input']>;
  withoutTier?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyMembershipRemindersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyMyRedemptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyMyReviewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyOccasionDaysArgs = {
  days?: InputMaybe<Scalars['Int']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyOccasionsAheadArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  days?: InputMaybe<Scalars['Int']['input']>;
  first: Scalars['Int']['input'];
  occasion: LoyaltyYearlyOccasion;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyOrderArgs = {
  orderId: Scalars['ID']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyOverviewArgs = {
  by?: InputMaybe<LoyaltyFiguresBy>;
  channel?: InputMaybe<Scalars['String']['input']>;
  currency?: InputMaybe<Scalars['String']['input']>;
  since: Scalars['LoyaltyDate']['input'];
  until: Scalars['LoyaltyDate']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyPlansArgs = {
  all?: InputMaybe<Scalars['Boolean']['input']>;
  languageCode?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyPreviewArgs = {
  at?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  campaignConfig?: InputMaybe<Scalars['LoyaltyJSON']['input']>;
  campaignId?: InputMaybe<Scalars['ID']['input']>;
  channel?: InputMaybe<Scalars['String']['input']>;
  checkoutId?: InputMaybe<Scalars['ID']['input']>;
  config?: InputMaybe<Scalars['LoyaltyJSON']['input']>;
  currency?: InputMaybe<Scalars['String']['input']>;
  languageCode?: InputMaybe<Scalars['String']['input']>;
  lines?: InputMaybe<Array<LoyaltyPreviewLine>>;
  memberId?: InputMaybe<Scalars['ID']['input']>;
  orderId?: InputMaybe<Scalars['ID']['input']>;
  versionId?: InputMaybe<Scalars['ID']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyProductAccessArgs = {
  languageCode?: InputMaybe<Scalars['String']['input']>;
  products: Array<LoyaltyProductInput>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyProductReviewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
  productId: Scalars['ID']['input'];
  sort?: InputMaybe<LoyaltyReviewSort>;
  withPictures?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyProgrammeArgs = {
  id: Scalars['ID']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyProgrammeLintArgs = {
  mostPercent?: InputMaybe<Scalars['Int']['input']>;
  versionId: Scalars['ID']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyProgrammesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyQuotasArgs = {
  memberId: Scalars['ID']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyRecentOrdersArgs = {
  first: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyRedemptionArgs = {
  id: Scalars['ID']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyRedemptionExportArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  kind?: InputMaybe<LoyaltyRewardKind>;
  memberId?: InputMaybe<Scalars['ID']['input']>;
  rewardId?: InputMaybe<Scalars['ID']['input']>;
  since?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  state?: InputMaybe<LoyaltyRedemptionState>;
  until?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyRedemptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  kind?: InputMaybe<LoyaltyRewardKind>;
  memberId?: InputMaybe<Scalars['ID']['input']>;
  rewardId?: InputMaybe<Scalars['ID']['input']>;
  since?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  state?: InputMaybe<LoyaltyRedemptionState>;
  until?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyReferralArgs = {
  id: Scalars['ID']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyReferralInvitationArgs = {
  code: Scalars['String']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyReferralsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  memberId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<LoyaltyReferralState>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyReviewArgs = {
  id: Scalars['ID']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyReviewSummariesArgs = {
  productIds: Array<Scalars['ID']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyReviewableLinesArgs = {
  first: Scalars['Int']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyReviewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  memberId?: InputMaybe<Scalars['ID']['input']>;
  productId?: InputMaybe<Scalars['ID']['input']>;
  rating?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  since?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<LoyaltyReviewState>;
  until?: InputMaybe<Scalars['LoyaltyDateTime']['input']>;
  withPictures?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyRewardArgs = {
  id: Scalars['ID']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyRewardCategoriesArgs = {
  languageCode?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyRewardsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  all?: InputMaybe<Scalars['Boolean']['input']>;
  categoryId?: InputMaybe<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
  kind?: InputMaybe<LoyaltyRewardKind>;
  languageCode?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  standing?: InputMaybe<LoyaltyStanding>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltySharedLinksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  memberId?: InputMaybe<Scalars['ID']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyStarterPreviewArgs = {
  first: Scalars['Int']['input'];
  kind: LoyaltyStarterKind;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyTaskArgs = {
  id: Scalars['ID']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyTaskRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  period?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<LoyaltyTaskRunState>;
  taskId: Scalars['ID']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyTasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  languageCode?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<LoyaltyTaskState>;
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyTierInvitationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyTierWarningsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Questions about points, tiers and members. */
export type LoyaltyQueriesLoyaltyTiersArgs = {
  languageCode?: InputMaybe<Scalars['String']['input']>;
};

/** What a member can use so and so often, as staff see it. */
export type LoyaltyQuota = {
  /** Null: as often as wanted. */
  allowed: Maybe<Scalars['Int']['output']>;
  holder: Scalars['String']['output'];
  kind: LoyaltyBenefitKind;
  /** Null: as often as wanted. */
  left: Maybe<Scalars['Int']['output']>;
  name: Scalars['String']['output'];
  period: Scalars['String']['output'];
  periodEndsAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  slug: Scalars['String']['output'];
  used: Scalars['Int']['output'];
};

/** An order of the shop's. */
export type LoyaltyRecentOrder = {
  /** Slug. */
  channel: Scalars['String']['output'];
  /** The customer's. Null without MANAGE_MEMBERS. */
  email: Maybe<Scalars['String']['output']>;
  /** The shop's. */
  id: Scalars['ID']['output'];
  number: Scalars['String']['output'];
  /** Null: not paid so far. */
  paidAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  pieces: Scalars['Int']['output'];
  placedAt: Scalars['LoyaltyDateTime']['output'];
  total: LoyaltyMoney;
};

/** One redemption of one reward, as it was promised. */
export type LoyaltyRedemption = {
  /** The shop's id of the checkout a product went into. */
  checkoutId: Maybe<Scalars['ID']['output']>;
  /** What the member shows or types in, once there is one. */
  code: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['LoyaltyDateTime']['output'];
  endedAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /**
   * It was given for something the member did or has, and not bought. Its first step says what it
   * waits for, where it could not be had at once.
   */
  given: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  kind: LoyaltyRewardKind;
  /** Null without MANAGE_ORDERS. */
  member: Maybe<LoyaltyMember>;
  /** Of the reward, as it was promised. */
  name: Scalars['String']['output'];
  /** The shop's id of the order it was bought with. */
  orderId: Maybe<Scalars['ID']['output']>;
  /** In all. */
  points: Scalars['LoyaltyInteger']['output'];
  /** How many of them have gone back after they were spent. */
  pointsBack: Scalars['LoyaltyInteger']['output'];
  quantity: Scalars['Int']['output'];
  rewardId: Scalars['ID']['output'];
  state: LoyaltyRedemptionState;
  /** The first one first. */
  steps: Array<LoyaltyRedemptionStep>;
  /** Of what was sent. */
  tracking: Maybe<Scalars['String']['output']>;
  /** For how long it can be used; for a product that is set aside: how long it is. */
  validUntil: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Of the coupon or card; of a product what it costs besides the points. */
  value: Maybe<LoyaltyMoney>;
};

/**
 * Gives a redemption back for its points: one's own, where its reward lets members do so and while it
 * is set aside, or with MANAGE_POINTS any that was not used.
 */
export type LoyaltyRedemptionCancel = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  redemption: Maybe<LoyaltyRedemption>;
};

/** A page of a list. */
export type LoyaltyRedemptionConnection = {
  edges: Array<LoyaltyRedemptionEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyRedemptionEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyRedemption;
};

/** A page of a table. */
export type LoyaltyRedemptionExport = {
  /** With a line of titles, in UTF-8. */
  csv: Scalars['String']['output'];
  /** Ask again `after` it. Null: that was all. */
  endCursor: Maybe<Scalars['String']['output']>;
  rows: Scalars['Int']['output'];
};

/** Says that it is done. Again with another tracking it changes that. Needs MANAGE_ORDERS. */
export type LoyaltyRedemptionFulfil = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  redemption: Maybe<LoyaltyRedemption>;
};

/** Says that a service is prepared: the member has its code from now on. Needs MANAGE_ORDERS. */
export type LoyaltyRedemptionIssue = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  redemption: Maybe<LoyaltyRedemption>;
};

export type LoyaltyRedemptionState =
  /** Taken back, and the points given back. */
  | 'CANCELLED'
  /** Run out. */
  | 'EXPIRED'
  /** Used, sent or honoured. */
  | 'FULFILLED'
  /** With the member. */
  | 'ISSUED'
  /** The points are spent; it is being made or prepared. */
  | 'REQUESTED'
  /** The points are set aside until the order is paid. */
  | 'RESERVED';

/** One step of a redemption. Never changed. */
export type LoyaltyRedemptionStep = {
  /** Who did it; empty: the rules, or the member. Null without MANAGE_ORDERS. */
  actor: Maybe<Scalars['String']['output']>;
  at: Scalars['LoyaltyDateTime']['output'];
  /** For the member. May be empty. */
  note: Scalars['String']['output'];
  state: LoyaltyRedemptionState;
};

/** A friend and who brought them, as staff see it. */
export type LoyaltyReferral = {
  /** Who decided. */
  actor: Maybe<Scalars['String']['output']>;
  /** Staff have let these pass. */
  cleared: Scalars['Boolean']['output'];
  /** Rewarded within the caps of who brought them. */
  counted: Scalars['Boolean']['output'];
  createdAt: Scalars['LoyaltyDateTime']['output'];
  decidedAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** When that order can be returned no more. */
  dueAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  friendEmail: Scalars['String']['output'];
  friendId: Scalars['ID']['output'];
  gifts: Array<LoyaltyReferralGift>;
  /** code, link or checkout. */
  how: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** The shop's own id of the order that counts. */
  orderId: Maybe<Scalars['ID']['output']>;
  /** What staff said, or why it ended: returned, self (one person), twice. */
  reason: Maybe<Scalars['String']['output']>;
  referrerEmail: Scalars['String']['output'];
  referrerId: Scalars['ID']['output'];
  /** What made it a case. */
  signals: Array<LoyaltyReferralSignal>;
  state: LoyaltyReferralState;
};

/**
 * Lets what they have in common pass: what waited is given, now or when it is due. Needs
 * MANAGE_POINTS.
 */
export type LoyaltyReferralApprove = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  referral: Maybe<LoyaltyReferral>;
};

/**
 * Keeps a code with a checkout until it is ordered: a guest's, one's own, or with MANAGE_ORDERS any.
 * The buyer is the friend, once they have an account.
 */
export type LoyaltyReferralAtCheckout = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  invitation: Maybe<LoyaltyReferralInvitation>;
};

/** The caller's one code, and the link that ends in it. */
export type LoyaltyReferralCodeMake = {
  code: Maybe<Scalars['String']['output']>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  /** A path of the shop. */
  link: Maybe<Scalars['String']['output']>;
};

/** A page of a list. */
export type LoyaltyReferralConnection = {
  edges: Array<LoyaltyReferralEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyReferralEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyReferral;
};

/** What somebody had for it. */
export type LoyaltyReferralGift = {
  givenAt: Scalars['LoyaltyDateTime']['output'];
  memberId: Scalars['ID']['output'];
  /** That were not taken back. */
  points: Scalars['LoyaltyInteger']['output'];
  /** welcome, friend, referrer, second, milestone:3. */
  role: Scalars['String']['output'];
  takenBackAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
};

/** Whether the code was typed in or stood in the link. */
export type LoyaltyReferralHow =
  | 'CODE'
  | 'LINK';

/** What who comes by a code can have. */
export type LoyaltyReferralInvitation = {
  code: Scalars['String']['output'];
  /** Whose it is, shortened: A***. */
  fromName: Scalars['String']['output'];
  /** Once the first order can be returned no more. Null: nothing. */
  gift: Maybe<LoyaltyGift>;
  /** What the first order must come to, by currency. Empty: anything. */
  minimum: Array<LoyaltyMoney>;
  welcome: Maybe<LoyaltyGift>;
  /** The welcome gift comes with the first order, not at once. */
  welcomeWithOrder: Scalars['Boolean']['output'];
};

/** Right after registration, once: the same code again answers the same. */
export type LoyaltyReferralJoin = {
  broughtBy: Maybe<LoyaltyBroughtBy>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

/** What so many friends bring. */
export type LoyaltyReferralMilestone = {
  friends: Scalars['LoyaltyInteger']['output'];
  gift: LoyaltyGift;
  /** So many friends more. */
  left: Scalars['LoyaltyInteger']['output'];
};

/** Ends it and takes back what it gave to anybody, also once it was rewarded. Needs MANAGE_POINTS. */
export type LoyaltyReferralRefuse = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  referral: Maybe<LoyaltyReferral>;
};

/** What two people have in common. */
export type LoyaltyReferralSignal = {
  /** referrer, or friends: others of the same referrer. */
  commonWith: Scalars['String']['output'];
  /** address, phone, device or email. */
  kind: Scalars['String']['output'];
};

/** How far a friend is, as staff see it. */
export type LoyaltyReferralState =
  | 'HELD'
  | 'ORDERED'
  | 'REFUSED'
  | 'REGISTERED'
  | 'REWARDED';

/** Counts a visit, which nobody is given anything for. For everybody. */
export type LoyaltyReferralVisit = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  invitation: Maybe<LoyaltyReferralInvitation>;
};

/** A friend on the way, without saying who. */
export type LoyaltyReferredFriend = {
  /** When the friend's order can be returned no more. */
  dueAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  id: Scalars['ID']['output'];
  /** Shortened: B***. */
  name: Scalars['String']['output'];
  /** That this friend has brought so far. */
  points: Scalars['LoyaltyInteger']['output'];
  since: Scalars['LoyaltyDateTime']['output'];
  state: LoyaltyFriendState;
};

/** A page of a list. */
export type LoyaltyReferredFriendConnection = {
  edges: Array<LoyaltyReferredFriendEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyReferredFriendEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyReferredFriend;
};

/** What somebody says of something they bought. */
export type LoyaltyReview = {
  /** Of the shop. May be empty. */
  answer: Scalars['String']['output'];
  answeredAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** As the member wants to be called. Empty: not at all. */
  author: Scalars['String']['output'];
  /**
   * What was bought. Null for all but staff, and where it is not known any more. One statement a
   * review: for a page of one.
   */
  bought: Maybe<LoyaltyReviewedLine>;
  createdAt: Scalars['LoyaltyDateTime']['output'];
  /**
   * What showing it now would give, before the caps. Null for all but staff, and where it gives
   * nothing (more). Some statements a review: for a page of one.
   */
  gift: Maybe<LoyaltyGift>;
  id: Scalars['ID']['output'];
  /** Of title and text. */
  languageCode: Scalars['String']['output'];
  /** The shop's id. */
  lineId: Maybe<Scalars['ID']['output']>;
  /** Null for all but staff. */
  member: Maybe<LoyaltyMember>;
  /** The shop's id. */
  orderId: Maybe<Scalars['ID']['output']>;
  pictures: Array<LoyaltyReviewPicture>;
  /** With those of a review that is kept elsewhere, which are not here. */
  picturesCount: Scalars['Int']['output'];
  /** What it has brought and was not taken back. */
  points: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** The shop's id. */
  productId: Scalars['ID']['output'];
  /** As it was called when it was bought. */
  productName: Maybe<Scalars['String']['output']>;
  /** 1 to 5 stars. */
  rating: Scalars['Int']['output'];
  /** Why it was refused. May be empty. */
  reason: Maybe<Scalars['String']['output']>;
  /** Of what it says: who decides names what they read. */
  revision: Maybe<Scalars['String']['output']>;
  /** The service that keeps it; empty: it was written here. Null for all but staff. */
  source: Maybe<Scalars['String']['output']>;
  /** Null for all but its author and staff, as what follows. */
  state: Maybe<LoyaltyReviewState>;
  /** The first one first. Null for all but staff. */
  steps: Maybe<Array<LoyaltyReviewStep>>;
  /** Plain text, with line breaks. May be empty. */
  text: Scalars['String']['output'];
  /** May be empty. */
  title: Scalars['String']['output'];
  updatedAt: Scalars['LoyaltyDateTime']['output'];
  /** The shop's id. Null where it is not known. */
  variantId: Maybe<Scalars['ID']['output']>;
};

/** Puts the shop's answer under a review, in place of one that is there. Needs MANAGE_MEMBERS. */
export type LoyaltyReviewAnswer = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  review: Maybe<LoyaltyReview>;
};

/** Shows a review and gives its points. Again changes nothing. Needs MANAGE_MEMBERS. */
export type LoyaltyReviewApprove = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  review: Maybe<LoyaltyReview>;
};

/** A page of a list. */
export type LoyaltyReviewConnection = {
  edges: Array<LoyaltyReviewEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** Reviews a line of an order of the caller's, once. The same again answers the same review. */
export type LoyaltyReviewCreate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  review: Maybe<LoyaltyReview>;
};

/** One item of a page. */
export type LoyaltyReviewEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyReview;
};

/** What is left out is empty: a change gives all of it again. */
export type LoyaltyReviewInput = {
  /** As the member wants to be called, at most 100 characters. Without it nobody reads who wrote it. */
  author?: InputMaybe<Scalars['String']['input']>;
  /** Of title and text. Without it: the member's. */
  languageCode?: InputMaybe<Scalars['String']['input']>;
  /** Of pictures that the member has uploaded, in the order they are shown. */
  pictureIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 1 to 5 stars. */
  rating: Scalars['Int']['input'];
  /** Plain text, at most 5,000 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** At most 200 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** A picture of a review. */
export type LoyaltyReviewPicture = {
  contentType: Scalars['String']['output'];
  /** In pixels. */
  height: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /** As the shop's storage serves it. */
  url: Scalars['String']['output'];
  /** In pixels. */
  width: Scalars['Int']['output'];
};

/**
 * Does not show a review, or no longer, and takes its points back. Again changes nothing. Needs
 * MANAGE_MEMBERS.
 */
export type LoyaltyReviewRefuse = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  review: Maybe<LoyaltyReview>;
};

/**
 * Has a review that was shown or refused wait again. Points of one that was shown stay until it is
 * decided. Needs MANAGE_MEMBERS.
 */
export type LoyaltyReviewReopen = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  review: Maybe<LoyaltyReview>;
};

export type LoyaltyReviewSort =
  /** Those with the most stars first, of these the newest. */
  | 'BEST'
  /** The newest first. */
  | 'NEWEST'
  /** Those with the fewest stars first, of these the newest. */
  | 'WORST';

/** How many reviews have so many stars. */
export type LoyaltyReviewStars = {
  count: Scalars['Int']['output'];
  /** 1 to 5. */
  rating: Scalars['Int']['output'];
};

export type LoyaltyReviewState =
  /** Shown. */
  | 'APPROVED'
  /** Waits for the shop to decide. */
  | 'PENDING'
  /** Not shown; the member reads why, and may change it. */
  | 'REFUSED'
  /** Taken away by whoever wrote it. */
  | 'WITHDRAWN';

/** What somebody did about a review. Never changed. */
export type LoyaltyReviewStep = {
  /** user:…, app:… or source:…; empty: the member, or the rules. */
  actor: Scalars['String']['output'];
  at: Scalars['LoyaltyDateTime']['output'];
  /** written, edited, approved, refused, answered, reopened, withdrawn or points_taken_back. */
  kind: Scalars['String']['output'];
  note: Scalars['String']['output'];
};

/** What the reviews of a product come to, of those that are shown. */
export type LoyaltyReviewSummary = {
  /** Of the stars: sum by count, two digits, half up: "4.67". Null without any. */
  average: Maybe<Scalars['LoyaltyDecimal']['output']>;
  count: Scalars['Int']['output'];
  productId: Scalars['ID']['output'];
  /** 5 stars first. */
  stars: Array<LoyaltyReviewStars>;
};

/**
 * Changes a review of the caller's, which then waits for the shop again. The points it has brought
 * stay until the shop has decided.
 */
export type LoyaltyReviewUpdate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  review: Maybe<LoyaltyReview>;
};

/**
 * Takes a review of the caller's away, with its pictures and the points it has brought. The line can
 * be reviewed anew. Again changes nothing.
 */
export type LoyaltyReviewWithdraw = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  review: Maybe<LoyaltyReview>;
};

/** A line of an order that the caller may review now. */
export type LoyaltyReviewableLine = {
  /** The shop's id. */
  lineId: Scalars['ID']['output'];
  /** The shop's id. */
  orderId: Scalars['ID']['output'];
  orderNumber: Scalars['String']['output'];
  /** The shop's id. */
  productId: Scalars['ID']['output'];
  productName: Scalars['String']['output'];
  /** From then on it is too late. Null: never. */
  until: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** The shop's id. Null where it is not known. */
  variantId: Maybe<Scalars['ID']['output']>;
};

/** The line of an order that a review is about. */
export type LoyaltyReviewedLine = {
  /** False: all of it, or all its money, went back. */
  kept: Scalars['Boolean']['output'];
  orderNumber: Scalars['String']['output'];
  placedAt: Scalars['LoyaltyDateTime']['output'];
  quantity: Scalars['Int']['output'];
  /** Of the line, gross, after every discount. */
  total: LoyaltyMoney;
};

/** Something that points can be turned into. */
export type LoyaltyReward = {
  /** Null without MANAGE_PROGRAMMES. */
  active: Maybe<Scalars['Boolean']['output']>;
  category: Maybe<LoyaltyRewardCategory>;
  /** As the merchant wrote it. Null without MANAGE_PROGRAMMES. */
  config: Maybe<Scalars['LoyaltyJSON']['output']>;
  /** One of these is chosen with the redemption; none or one: nothing to choose. */
  currencies: Array<Scalars['String']['output']>;
  description: Scalars['String']['output'];
  endsAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** What one costs everybody now. */
  fullPoints: Scalars['LoyaltyInteger']['output'];
  id: Scalars['ID']['output'];
  /** What to do with the code of a service. May be empty. */
  instructions: Scalars['String']['output'];
  kind: LoyaltyRewardKind;
  /** How many are left. Null: any number. */
  left: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** How many points the caller is short of one. 0: none. */
  missingPoints: Scalars['LoyaltyInteger']['output'];
  /** How many one redemption can be about. */
  most: Scalars['Int']['output'];
  name: Scalars['String']['output'];
  pictures: Array<LoyaltyRewardPicture>;
  /**
   * What one costs the caller now, with their tier and benefits. Give it back with the redemption:
   * another price is refused.
   */
  points: Scalars['LoyaltyInteger']['output'];
  position: Scalars['Int']['output'];
  /** Why the caller cannot redeem one now. Null: they can. */
  refusal: Maybe<LoyaltyRewardRefusal>;
  /**
   * Give it back with an edit: it is refused where somebody else was faster. Null without
   * MANAGE_PROGRAMMES.
   */
  revision: Maybe<Scalars['String']['output']>;
  slug: Scalars['String']['output'];
  startsAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** In all. Null without MANAGE_PROGRAMMES. */
  stock: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** Of the stock. Null without MANAGE_PROGRAMMES. */
  taken: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** The small print. */
  terms: Scalars['String']['output'];
  /**
   * Of a coupon or card; for a product what one costs besides its points. Null where there is none in
   * that currency.
   */
  value: Maybe<LoyaltyMoney>;
  /** Of a product, as the shop names it. */
  variantId: Maybe<Scalars['String']['output']>;
};


/** Something that points can be turned into. */
export type LoyaltyRewardValueArgs = {
  currency: Scalars['String']['input'];
};

/** Where a reward stands in the mall. */
export type LoyaltyRewardCategory = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** By language. Null without MANAGE_PROGRAMMES. */
  names: Maybe<Scalars['LoyaltyJSON']['output']>;
  position: Scalars['Int']['output'];
  slug: Scalars['String']['output'];
};

/** Deletes a category; its rewards stay without one. Needs MANAGE_PROGRAMMES. */
export type LoyaltyRewardCategoryDelete = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

/** Makes a category, or changes the one of that slug. Needs MANAGE_PROGRAMMES. */
export type LoyaltyRewardCategorySave = {
  category: Maybe<LoyaltyRewardCategory>;
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
};

/** A page of a list. */
export type LoyaltyRewardConnection = {
  edges: Array<LoyaltyRewardEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** Makes a reward; nobody sees it before it is active. Needs MANAGE_PROGRAMMES. */
export type LoyaltyRewardCreate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  reward: Maybe<LoyaltyReward>;
};

/** One item of a page. */
export type LoyaltyRewardEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyReward;
};

export type LoyaltyRewardKind =
  /** A code that takes an amount or a share off one order. */
  | 'COUPON'
  /** A code for an order whose shipping costs nothing. */
  | 'FREE_SHIPPING'
  /** A gift card of the shop. */
  | 'GIFT_CARD'
  /** Tickets of a lottery. */
  | 'LOTTERY_TICKET'
  /** A code of a partner's. */
  | 'PARTNER_CODE'
  /** A product, for points or for points and money. */
  | 'PRODUCT'
  /** Something people do or hand over; the member has a code. */
  | 'SERVICE'
  /** A higher tier for some time. */
  | 'TIER_UPGRADE';

/** A picture of a reward. */
export type LoyaltyRewardPicture = {
  /** What it shows. May be empty. */
  text: Scalars['String']['output'];
  /** An https address. */
  url: Scalars['String']['output'];
};

/** Spends the caller's points on a reward, or sets them aside for a product in a checkout. */
export type LoyaltyRewardRedeem = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  member: Maybe<LoyaltyMember>;
  redemption: Maybe<LoyaltyRedemption>;
};

/** Why a reward cannot be redeemed. */
export type LoyaltyRewardRefusal = {
  code: LoyaltyErrorCode;
  /** To show: “You are 120 points short.” */
  message: Scalars['String']['output'];
};

/** Shows a reward, or takes it out of the mall; what was redeemed stays. Needs MANAGE_PROGRAMMES. */
export type LoyaltyRewardSetActive = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  reward: Maybe<LoyaltyReward>;
};

/**
 * Replaces all of a reward but its kind; what was redeemed stays as it was promised. Needs
 * MANAGE_PROGRAMMES.
 */
export type LoyaltyRewardUpdate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  reward: Maybe<LoyaltyReward>;
};

/** How far a seat is. */
export type LoyaltySeatState =
  | 'CONFIRMED'
  | 'PAID'
  | 'RESERVED'
  | 'RETURNED';

/** How bad it is. */
export type LoyaltySeverity =
  | 'ERROR'
  | 'NOTE'
  | 'WARNING';

/**
 * Notes by whose link the shopper of a checkout came; nobody need be logged in. The last link before
 * the order counts.
 */
export type LoyaltyShareAttach = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  /** Where the link leads. */
  page: Maybe<Scalars['String']['output']>;
};

/** What shared links have brought so far. */
export type LoyaltyShareFigures = {
  /** Visits that gave something. */
  counted: Scalars['LoyaltyInteger']['output'];
  links: Scalars['LoyaltyInteger']['output'];
  /** Who have shared something. */
  members: Scalars['LoyaltyInteger']['output'];
  /** Orders by a link. */
  orders: Scalars['LoyaltyInteger']['output'];
  /** Given for visits and orders, and not taken back. */
  points: Scalars['LoyaltyInteger']['output'];
  /** Of these, those that gave something. */
  rewarded: Scalars['LoyaltyInteger']['output'];
  /** All of them. */
  visits: Scalars['LoyaltyInteger']['output'];
  /** Of these, unpaid or in their time for returns. */
  waiting: Scalars['LoyaltyInteger']['output'];
};

/** One member's link to one page of the shop. */
export type LoyaltyShareLink = {
  /** What the storefront tells visits with. */
  code: Scalars['String']['output'];
  /** Visits that gave something. */
  counted: Scalars['LoyaltyInteger']['output'];
  createdAt: Scalars['LoyaltyDateTime']['output'];
  /** Orders by the link. */
  orders: Scalars['LoyaltyInteger']['output'];
  /** /products/red-shoe */
  page: Scalars['String']['output'];
  /** The page with the code: /products/red-shoe?share=… */
  path: Scalars['String']['output'];
  /** Orders that gave something. */
  rewarded: Scalars['LoyaltyInteger']['output'];
  /** All of them. */
  visits: Scalars['LoyaltyInteger']['output'];
};

/** The caller's link to a page; the same page again answers the same link. */
export type LoyaltyShareLinkMake = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  link: Maybe<LoyaltyShareLink>;
};

/**
 * Tells of a visit, for the storefront: nobody need be logged in. It does not answer whether the visit
 * counted.
 */
export type LoyaltyShareVisit = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  /** Where the link leads. */
  page: Maybe<Scalars['String']['output']>;
};

/** A link, and whose it is. */
export type LoyaltySharedLink = {
  link: LoyaltyShareLink;
  member: LoyaltyMember;
};

/** A page of a list. */
export type LoyaltySharedLinkConnection = {
  edges: Array<LoyaltySharedLinkEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltySharedLinkEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltySharedLink;
};

/** The shop, as loyalty knows it. */
export type LoyaltyShop = {
  /** By name, those that sell nothing now too. */
  channels: Array<LoyaltyChannel>;
  /** False in a shop that has not begun: offer it a start. */
  hasProgramme: Scalars['Boolean']['output'];
  /** Of the shop's: Saleor 3.23.1. */
  hostVersion: Scalars['String']['output'];
  /** Those members are spoken to in: en, zh-Hans. */
  languages: Array<Scalars['String']['output']>;
  /** Of its days: Europe/Paris. */
  timeZone: Scalars['String']['output'];
  /** Of this software. */
  version: Scalars['String']['output'];
};

export type LoyaltySpentState =
  /** Spent. */
  | 'CAPTURED'
  /** Set aside until the order is made. */
  | 'HELD'
  /** Given back before the order. */
  | 'RELEASED';

/** What somebody did, and with what. Never changed. */
export type LoyaltyStaffAction = {
  /** The mutation: loyaltyPointsAdjust. */
  action: Scalars['String']['output'];
  /** user:5, app:2. */
  actor: Scalars['String']['output'];
  /** Their name, else their e-mail address. Null for apps and closed accounts. */
  actorName: Maybe<Scalars['String']['output']>;
  /** As they were given; “…” for what belongs to a person, and at the end of long texts and lists. */
  arguments: Scalars['LoyaltyJSON']['output'];
  at: Scalars['LoyaltyDateTime']['output'];
  id: Scalars['ID']['output'];
  /** Null without MANAGE_MEMBERS. */
  memberEmail: Maybe<Scalars['String']['output']>;
  /** Whom it was about, if anybody. */
  memberId: Maybe<Scalars['ID']['output']>;
};

/** A page of a list. */
export type LoyaltyStaffActionConnection = {
  edges: Array<LoyaltyStaffActionEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyStaffActionEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyStaffAction;
};

/** How something stands now: ON, not begun yet, switched OFF, or OVER. */
export type LoyaltyStanding =
  | 'OFF'
  | 'ON'
  | 'OVER'
  | 'PLANNED';

/**
 * Puts a ready programme in force, in a shop that has none: orders paid from now on earn. Needs
 * MANAGE_PROGRAMMES.
 */
export type LoyaltyStart = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  programme: Maybe<LoyaltyProgramme>;
};

/** A programme to begin with, filled in with the currencies of the shop's channels. */
export type LoyaltyStarter = {
  kind: LoyaltyStarterKind;
  /** Null: it has no tiers. */
  ladder: Maybe<Scalars['LoyaltyJSON']['output']>;
  /** Whether the variant that sells the membership is to be chosen. */
  needsVariant: Scalars['Boolean']['output'];
  /** Null: it has no membership. */
  plan: Maybe<Scalars['LoyaltyJSON']['output']>;
  /** Its config, as it would be put in force. */
  programme: Scalars['LoyaltyJSON']['output'];
};

export type LoyaltyStarterKind =
  /** The same, with New, Growth and VIP by growth value. */
  | 'GROWTH_TIERS'
  /** The same, with a membership that is sold as a product. */
  | 'MEMBERSHIP'
  /** Points for money, and points that pay. */
  | 'POINTS'
  /** The same, with Silver and Gold by money spent in a year. */
  | 'SPEND_TIERS';

/** A past order, and what it would have earned for somebody new. */
export type LoyaltyStarterOrder = {
  growth: Scalars['LoyaltyInteger']['output'];
  order: LoyaltyRecentOrder;
  points: Scalars['LoyaltyInteger']['output'];
};

/** What past orders of the shop would have earned. Nothing is kept. */
export type LoyaltyStarterPreview = {
  /** By their e-mail addresses. */
  customers: Scalars['Int']['output'];
  /** Newest first. */
  orders: Array<LoyaltyStarterOrder>;
  /** All orders together. */
  points: Scalars['LoyaltyInteger']['output'];
  /** What these points would have paid, by currency of the orders. */
  worth: Array<LoyaltyMoney>;
};

/** Something to do so often in a time. */
export type LoyaltyTask = {
  /** As the merchant wrote it. */
  config: Maybe<Scalars['LoyaltyJSON']['output']>;
  counts: Maybe<LoyaltyTaskCounts>;
  description: Scalars['String']['output'];
  endsAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  id: Scalars['ID']['output'];
  /** Whether there is one to be shown. */
  leaderboard: Scalars['Boolean']['output'];
  /** In the language asked for, if there is one. */
  name: Scalars['String']['output'];
  position: Maybe<Scalars['LoyaltyInteger']['output']>;
  slug: Scalars['String']['output'];
  startsAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Null without MANAGE_PROGRAMMES, as all that follows. */
  state: Maybe<LoyaltyTaskState>;
  steps: Array<LoyaltyTaskStep>;
};

/**
 * Begins a task that starts by hand, for the caller: what happens from now on counts. Again answers as
 * the first time.
 */
export type LoyaltyTaskAccept = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  task: Maybe<LoyaltyMemberTask>;
};

/**
 * Shows a task to members: what happened since its beginning counts. Again changes nothing. Needs
 * MANAGE_PROGRAMMES.
 */
export type LoyaltyTaskActivate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  task: Maybe<LoyaltyTask>;
};

/** A page of a list. */
export type LoyaltyTaskConnection = {
  edges: Array<LoyaltyTaskEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** How many are where, over all periods. */
export type LoyaltyTaskCounts = {
  done: Scalars['LoyaltyInteger']['output'];
  lost: Scalars['LoyaltyInteger']['output'];
  running: Scalars['LoyaltyInteger']['output'];
};

/** Makes a task as a draft. Needs MANAGE_PROGRAMMES. */
export type LoyaltyTaskCreate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  task: Maybe<LoyaltyTask>;
};

/** One item of a page. */
export type LoyaltyTaskEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyTask;
};

/** Ends a task; what was reached stays. Again changes nothing. Needs MANAGE_PROGRAMMES. */
export type LoyaltyTaskEnd = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  task: Maybe<LoyaltyTask>;
};

/** One member's go at a task, in one period. */
export type LoyaltyTaskRun = {
  beginsAt: Scalars['LoyaltyDateTime']['output'];
  doneAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  endsAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  member: LoyaltyMember;
  period: Scalars['String']['output'];
  /** As last looked at. */
  progress: Scalars['LoyaltyInteger']['output'];
  state: LoyaltyTaskRunState;
};

/** A page of a list. */
export type LoyaltyTaskRunConnection = {
  edges: Array<LoyaltyTaskRunEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyTaskRunEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyTaskRun;
};

/** How far a member is with a task. */
export type LoyaltyTaskRunState =
  | 'DONE'
  | 'LOST'
  | 'RUNNING';

export type LoyaltyTaskStanding =
  /** Reached. */
  | 'DONE'
  /** The time was over. */
  | 'LOST'
  /** It has not begun, or another task is to be done first. */
  | 'NOT_YET'
  /** It can be accepted. */
  | 'OPEN'
  /** On the way. */
  | 'RUNNING';

/** How far a task is. */
export type LoyaltyTaskState =
  | 'ACTIVE'
  | 'DRAFT'
  | 'ENDED';

/** A goal, and what it gives. */
export type LoyaltyTaskStep = {
  /** Null: nothing but having done it. */
  gift: Maybe<LoyaltyGift>;
  goal: Scalars['LoyaltyInteger']['output'];
  /** Only the first so many have it. Null: everybody. */
  mostMembers: Maybe<Scalars['LoyaltyInteger']['output']>;
};

/** What became of a step that was reached. */
export type LoyaltyTaskStepState =
  | 'GIVEN'
  | 'NO_PLACE'
  | 'TAKEN_BACK';

/**
 * Replaces what a draft says; of a task that is shown, texts, gate, leaderboard and place, and its end
 * by a later one. Needs MANAGE_PROGRAMMES.
 */
export type LoyaltyTaskUpdate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  task: Maybe<LoyaltyTask>;
};

/** A step of the ladder that members climb by what they do. */
export type LoyaltyTier = {
  /** Whether it is in the ladder in force. */
  active: Scalars['Boolean']['output'];
  /** What it gives. */
  benefits: Array<LoyaltyBenefit>;
  description: Scalars['String']['output'];
  /** Whether everybody is in it at least. */
  everybody: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** What it costs in points. Null: it is not sold. */
  pointsPrice: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** How long it lasts when bought. Null: for good, or it is not sold. */
  pointsPriceMonths: Maybe<Scalars['Int']['output']>;
  /** Whether who has reached it falls no lower. */
  protected: Scalars['Boolean']['output'];
  /** 1 is the lowest; 0: not in the ladder any more. */
  rank: Scalars['Int']['output'];
  slug: Scalars['String']['output'];
  /** What reaches it, any one of these. None: it is only given. */
  ways: Array<LoyaltyWay>;
  /** What keeps it when its period ends, any one of these. */
  waysToKeep: Array<LoyaltyWay>;
};

/** Spends the caller's points on a tier. Bought again before its end it lasts longer. */
export type LoyaltyTierBuy = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  grant: Maybe<LoyaltyTierGrant>;
  member: Maybe<LoyaltyMember>;
};

/** How many members a tier has. */
export type LoyaltyTierCount = {
  members: Scalars['LoyaltyInteger']['output'];
  /** None: those without a tier. */
  tier: Maybe<LoyaltyTier>;
};

/** A tier given to a member whatever they did. */
export type LoyaltyTierGrant = {
  /** Who gave it: user:5, app:2. For staff only. */
  actor: Maybe<Scalars['String']['output']>;
  /** When it was taken back before its end. */
  endedAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** Null: for good. */
  endsAt: Maybe<Scalars['LoyaltyDateTime']['output']>;
  /** That tier and no other; otherwise the least the member has. */
  exact: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  /** How the member came to it. */
  kind: LoyaltyGrantKind;
  /** What staff wrote. */
  reason: Scalars['String']['output'];
  startsAt: Scalars['LoyaltyDateTime']['output'];
  tier: LoyaltyTier;
};

/** Ends a tier that was given, by hand, by invitation or for points. Needs MANAGE_MEMBERS. */
export type LoyaltyTierGrantEnd = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  member: Maybe<LoyaltyMember>;
};

/** A code that lets whoever has it into a tier. */
export type LoyaltyTierInvitation = {
  /** False once it is switched off. */
  active: Scalars['Boolean']['output'];
  /** Who made it: user:5, app:2. */
  actor: Scalars['String']['output'];
  code: Scalars['String']['output'];
  createdAt: Scalars['LoyaltyDateTime']['output'];
  id: Scalars['ID']['output'];
  /** How long the tier lasts from being taken. Null: for good. */
  months: Maybe<Scalars['Int']['output']>;
  tier: LoyaltyTier;
  /** So many have. */
  used: Scalars['Int']['output'];
  /** How many members may use it. Null: any number. */
  uses: Maybe<Scalars['Int']['output']>;
  /** Null: it has no end. */
  validUntil: Maybe<Scalars['LoyaltyDateTime']['output']>;
};

/** A page of a list. */
export type LoyaltyTierInvitationConnection = {
  edges: Array<LoyaltyTierInvitationEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** Makes an invitation into a tier. Needs MANAGE_MEMBERS. */
export type LoyaltyTierInvitationCreate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  invitation: Maybe<LoyaltyTierInvitation>;
};

/** Nobody can use the code any more; who has keeps the tier. Needs MANAGE_MEMBERS. */
export type LoyaltyTierInvitationDeactivate = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  invitation: Maybe<LoyaltyTierInvitation>;
};

/** One item of a page. */
export type LoyaltyTierInvitationEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyTierInvitation;
};

/**
 * Gives the caller the tier of a code, once; the same code again answers what was given. Whoever tries
 * ten wrong codes within an hour has to wait for the next.
 */
export type LoyaltyTierInvitationRedeem = {
  /** Why it was refused. Empty where it was done. */
  errors: Array<LoyaltyError>;
  grant: Maybe<LoyaltyTierGrant>;
  member: Maybe<LoyaltyMember>;
};

/** One move of a member, up or down, and why. */
export type LoyaltyTierMove = {
  /** Who moved the member: user:5, app:2. Empty: the rules. For staff only. */
  actor: Maybe<Scalars['String']['output']>;
  cause: LoyaltyMoveCause;
  /** Null: from below the first tier. */
  fromTier: Maybe<LoyaltyTier>;
  id: Scalars['ID']['output'];
  movedAt: Scalars['LoyaltyDateTime']['output'];
  /** What staff wrote. */
  reason: Scalars['String']['output'];
  /** When what moved the member happened, as far as that is known. */
  since: Scalars['LoyaltyDateTime']['output'];
  /** The cause in the member's language. */
  text: Scalars['String']['output'];
  /** Null: below the first tier. */
  toTier: Maybe<LoyaltyTier>;
};

/** A page of a list. */
export type LoyaltyTierMoveConnection = {
  edges: Array<LoyaltyTierMoveEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyTierMoveEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyTierMove;
};

/**
 * A member who is to know that a tier will end. Whether it still will is in the member's `progress`,
 * with what keeps it.
 */
export type LoyaltyTierWarning = {
  /** Which of the ladder's warnings. */
  daysBefore: Scalars['Int']['output'];
  /** The first moment without it. */
  endsAt: Scalars['LoyaltyDateTime']['output'];
  member: LoyaltyMember;
  tier: LoyaltyTier;
  warnedAt: Scalars['LoyaltyDateTime']['output'];
};

/** A page of a list. */
export type LoyaltyTierWarningConnection = {
  edges: Array<LoyaltyTierWarningEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyTierWarningEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyTierWarning;
};

/** One line of a member's timeline. */
export type LoyaltyTimelineItem = {
  /** Who did it: user:5, app:2. Null: the rules, the member. */
  actor: Maybe<Scalars['String']['output']>;
  at: Scalars['LoyaltyDateTime']['output'];
  /** Of points or growth. Null: it is about something else. */
  change: Maybe<Scalars['LoyaltyInteger']['output']>;
  id: Scalars['ID']['output'];
  kind: LoyaltyTimelineKind;
  /** What staff wrote. */
  note: Maybe<Scalars['String']['output']>;
  /** The order it is about. */
  orderNumber: Maybe<Scalars['String']['output']>;
  /** For staff, in their language. */
  text: Scalars['String']['output'];
};

/** A page of a list. */
export type LoyaltyTimelineItemConnection = {
  edges: Array<LoyaltyTimelineItemEdge>;
  pageInfo: LoyaltyPageInfo;
};

/** One item of a page. */
export type LoyaltyTimelineItemEdge = {
  /** Where the item is. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LoyaltyTimelineItem;
};

export type LoyaltyTimelineKind =
  /** A friend came by their code. */
  | 'FRIEND'
  /** Growth came or went. */
  | 'GROWTH'
  /** They joined. */
  | 'JOINED'
  /** A paid plan was bought, tried or given. */
  | 'MEMBERSHIP'
  /** Points came or went. */
  | 'POINTS'
  /** A review was written. */
  | 'REVIEW'
  /** What became of a reward that was redeemed or given. */
  | 'REWARD'
  /** A move between tiers. */
  | 'TIER';

/** What waits for staff, each as far as the caller may see it. */
export type LoyaltyTodo = {
  /** So many, up to 1,000. Null without MANAGE_MEMBERS. */
  codes: Maybe<Scalars['Int']['output']>;
  /** So many, up to 1,000. Null without MANAGE_ORDERS. */
  effects: Maybe<Scalars['Int']['output']>;
  /** So many, up to 1,000. Null without MANAGE_ORDERS. */
  facts: Maybe<Scalars['Int']['output']>;
  /** So many, up to 1,000. Null without MANAGE_PROGRAMMES. */
  prizes: Maybe<Scalars['Int']['output']>;
  /** So many, up to 1,000. Null without MANAGE_ORDERS. */
  redemptions: Maybe<Scalars['Int']['output']>;
  /** So many, up to 1,000. Null without MANAGE_MEMBERS. */
  referrals: Maybe<Scalars['Int']['output']>;
  /** So many, up to 1,000. Null without MANAGE_MEMBERS. */
  reviews: Maybe<Scalars['Int']['output']>;
};

export type LoyaltyTrialState =
  /** worked out. */
  | 'DONE'
  /** being worked out. */
  | 'RUNNING';

export type LoyaltyUnit =
  /** Growth moves tiers and is never spent. */
  | 'GROWTH'
  /** Points are spent. */
  | 'POINTS';

/** A draft may be edited and is in force nowhere; an activated one never changes. */
export type LoyaltyVersionState =
  | 'ACTIVE'
  | 'ARCHIVED'
  | 'DRAFT';

/** Who is calling. */
export type LoyaltyViewer = {
  /** As records name them: user:5, app:2. */
  actor: Scalars['String']['output'];
  /** Null for an app. */
  email: Maybe<Scalars['String']['output']>;
  isApp: Scalars['Boolean']['output'];
  /** May be empty. Null for an app. */
  name: Maybe<Scalars['String']['output']>;
  permissions: Array<LoyaltyPermission>;
};

/** One way to reach or keep a tier: all of its parts are needed. */
export type LoyaltyWay = {
  /** Whether nothing of it is missing. */
  done: Scalars['Boolean']['output'];
  parts: Array<LoyaltyWayPart>;
  /** What is missing, in the member's language: purchases of $40.00 and 2 orders. */
  text: Scalars['String']['output'];
};

/** One thing that is counted. Numbers, or money where it is money that counts. */
export type LoyaltyWayPart = {
  /** Which one, where events are counted. */
  event: Maybe<Scalars['String']['output']>;
  have: Maybe<Scalars['LoyaltyInteger']['output']>;
  haveMoney: Maybe<LoyaltyMoney>;
  kind: LoyaltyMeasureKind;
  missing: Maybe<Scalars['LoyaltyInteger']['output']>;
  missingMoney: Maybe<LoyaltyMoney>;
  need: Maybe<Scalars['LoyaltyInteger']['output']>;
  needMoney: Maybe<LoyaltyMoney>;
};

/** One thing to do, what it gives, and how far the member is. */
export type LoyaltyWayToEarn = {
  /** What the next doing gives. Null: nothing, or it depends. */
  gift: Maybe<LoyaltyGift>;
  goal: Maybe<Scalars['LoyaltyInteger']['output']>;
  kind: LoyaltyWayToEarnKind;
  /** In the language asked for. */
  name: Scalars['String']['output'];
  /** So much of the goal is done. Null: there is no goal. */
  progress: Maybe<Scalars['LoyaltyInteger']['output']>;
  /** Tells several of one kind apart: tasks. Else empty. */
  slug: Scalars['String']['output'];
  state: LoyaltyWayToEarnState;
  /** In the language asked for; may be empty. */
  text: Scalars['String']['output'];
  /**
   * OPEN: when it can be done no longer. WAITING, NOT_YET: from when on. Null: there is no such
   * moment, or it is not known.
   */
  until: Maybe<Scalars['LoyaltyDateTime']['output']>;
};

/** What is to be done. */
export type LoyaltyWayToEarnKind =
  | 'BIRTHDAY'
  | 'CHECK_IN'
  | 'FIRST_ORDER'
  | 'JOINED_ANNIVERSARY'
  | 'PURCHASE_ANNIVERSARY'
  | 'REFERRAL'
  | 'REVIEW'
  | 'SHARE_ORDER'
  | 'SHARE_VISIT'
  | 'TASK'
  | 'WELCOME';

export type LoyaltyWayToEarnState =
  /** Done, and what it gives is there. */
  | 'DONE'
  /** To be done later. */
  | 'NOT_YET'
  /** Can be done now. */
  | 'OPEN'
  /** Done, and what it gives is to come. */
  | 'WAITING';

/** Whether a prize is with its winner. */
export type LoyaltyWinState =
  | 'DUE'
  | 'GIVEN';

export type LoyaltyYearlyOccasion =
  /** A member's birthday. */
  | 'BIRTHDAY'
  /** The anniversary of their first order. */
  | 'FIRST_PURCHASE'
  /** The anniversary of their joining. */
  | 'JOINED';
