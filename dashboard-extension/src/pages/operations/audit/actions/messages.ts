import { defineMessages } from "react-intl";

/**
 * What the server writes into the log, by the name of its mutation, in the order of the menu: so
 * the filter has together what belongs together.
 */
export default defineMessages({
  loyaltyMemberUpdate: { id: "actions.member-update", defaultMessage: "Member’s details saved" },
  loyaltyPointsAdjust: { id: "actions.points-adjust", defaultMessage: "Points adjusted" },
  loyaltyPointsExtend: { id: "actions.points-extend", defaultMessage: "Expiry of points extended" },
  loyaltyCheckoutPointsRelease: {
    id: "actions.checkout-points-release",
    defaultMessage: "Points of a checkout given back",
  },
  loyaltyMemberSetTier: {
    id: "actions.member-set-tier",
    defaultMessage: "Tier given or taken back",
  },
  loyaltyTierGrantEnd: { id: "actions.tier-grant-end", defaultMessage: "Given tier ended" },
  loyaltyMembershipGive: {
    id: "actions.membership-give",
    defaultMessage: "Membership given to a member",
  },
  loyaltyMembershipEnd: {
    id: "actions.membership-end",
    defaultMessage: "Membership of a member ended",
  },
  loyaltyLeaderboardWithdraw: {
    id: "actions.leaderboard-withdraw",
    defaultMessage: "Name removed from leaderboards",
  },
  loyaltyEventRecord: { id: "actions.event-record", defaultMessage: "Event recorded" },
  loyaltyEventUndo: { id: "actions.event-undo", defaultMessage: "Event undone" },
  loyaltyPurchaseRecord: {
    id: "actions.purchase-record",
    defaultMessage: "Purchase at a till recorded",
  },
  loyaltyPurchaseReturn: {
    id: "actions.purchase-return",
    defaultMessage: "Return at a till recorded",
  },
  loyaltyDraftOrderPrice: {
    id: "actions.draft-order-price",
    defaultMessage: "Draft order given its customer’s prices",
  },
  loyaltyProgrammeCreate: { id: "actions.programme-create", defaultMessage: "Programme created" },
  loyaltyProgrammeUpdate: { id: "actions.programme-update", defaultMessage: "Programme saved" },
  loyaltyProgrammeArchive: {
    id: "actions.programme-archive",
    defaultMessage: "Programme archived",
  },
  loyaltyProgrammeDraft: {
    id: "actions.programme-draft",
    defaultMessage: "Draft of a programme opened",
  },
  loyaltyProgrammeUpdateDraft: {
    id: "actions.programme-update-draft",
    defaultMessage: "Draft of a programme saved",
  },
  loyaltyProgrammeActivate: {
    id: "actions.programme-activate",
    defaultMessage: "Draft of a programme put in force",
  },
  loyaltyProgrammeDeleteDraft: {
    id: "actions.programme-delete-draft",
    defaultMessage: "Draft of a programme deleted",
  },
  loyaltyCampaignCreate: { id: "actions.campaign-create", defaultMessage: "Campaign created" },
  loyaltyCampaignUpdate: { id: "actions.campaign-update", defaultMessage: "Campaign saved" },
  loyaltyCampaignActivate: {
    id: "actions.campaign-activate",
    defaultMessage: "Campaign activated",
  },
  loyaltyCampaignPause: { id: "actions.campaign-pause", defaultMessage: "Campaign paused" },
  loyaltyCampaignResume: { id: "actions.campaign-resume", defaultMessage: "Campaign resumed" },
  loyaltyCampaignEnd: { id: "actions.campaign-end", defaultMessage: "Campaign ended" },
  loyaltyLadderDraft: { id: "actions.ladder-draft", defaultMessage: "Draft of the tiers opened" },
  loyaltyLadderUpdateDraft: {
    id: "actions.ladder-update-draft",
    defaultMessage: "Draft of the tiers saved",
  },
  loyaltyLadderTry: { id: "actions.ladder-try", defaultMessage: "Draft of the tiers tried" },
  loyaltyLadderActivate: {
    id: "actions.ladder-activate",
    defaultMessage: "Draft of the tiers put in force",
  },
  loyaltyLadderDeleteDraft: {
    id: "actions.ladder-delete-draft",
    defaultMessage: "Draft of the tiers deleted",
  },
  loyaltyPlanCreate: { id: "actions.plan-create", defaultMessage: "Membership created" },
  loyaltyPlanUpdate: { id: "actions.plan-update", defaultMessage: "Membership saved" },
  loyaltyPlanArchive: {
    id: "actions.plan-archive",
    defaultMessage: "Membership put on or off sale",
  },
  loyaltyGrowthPackCreate: {
    id: "actions.growth-pack-create",
    defaultMessage: "Growth pack created",
  },
  loyaltyGrowthPackUpdate: {
    id: "actions.growth-pack-update",
    defaultMessage: "Growth pack saved",
  },
  loyaltyGrowthPackArchive: {
    id: "actions.growth-pack-archive",
    defaultMessage: "Growth pack put on or off sale",
  },
  loyaltyTierInvitationCreate: {
    id: "actions.tier-invitation-create",
    defaultMessage: "Invitation created",
  },
  loyaltyTierInvitationDeactivate: {
    id: "actions.tier-invitation-deactivate",
    defaultMessage: "Invitation switched off",
  },
  loyaltyBenefitUseUp: { id: "actions.benefit-use-up", defaultMessage: "Benefit used up" },
  loyaltyBenefitUseUndo: {
    id: "actions.benefit-use-undo",
    defaultMessage: "Use of a benefit given back",
  },
  loyaltyBenefitGiftWithdraw: {
    id: "actions.benefit-gift-withdraw",
    defaultMessage: "Gift of a benefit taken back",
  },
  loyaltyCodeListCreate: { id: "actions.code-list-create", defaultMessage: "Code list created" },
  loyaltyCodeListUpload: { id: "actions.code-list-upload", defaultMessage: "Codes uploaded" },
  loyaltyCodeListSetActive: {
    id: "actions.code-list-set-active",
    defaultMessage: "Code list switched on or off",
  },
  loyaltyRewardCreate: { id: "actions.reward-create", defaultMessage: "Reward created" },
  loyaltyRewardUpdate: { id: "actions.reward-update", defaultMessage: "Reward saved" },
  loyaltyRewardSetActive: {
    id: "actions.reward-set-active",
    defaultMessage: "Reward switched on or off",
  },
  loyaltyRewardCategorySave: {
    id: "actions.reward-category-save",
    defaultMessage: "Category saved",
  },
  loyaltyRewardCategoryDelete: {
    id: "actions.reward-category-delete",
    defaultMessage: "Category deleted",
  },
  loyaltyRedemptionIssue: {
    id: "actions.redemption-issue",
    defaultMessage: "Redemption handed over",
  },
  loyaltyRedemptionFulfil: {
    id: "actions.redemption-fulfil",
    defaultMessage: "Redemption marked as fulfilled",
  },
  loyaltyRedemptionCancel: {
    id: "actions.redemption-cancel",
    defaultMessage: "Redemption cancelled",
  },
  loyaltyLotteryCreate: { id: "actions.lottery-create", defaultMessage: "Lottery created" },
  loyaltyLotteryUpdate: { id: "actions.lottery-update", defaultMessage: "Lottery saved" },
  loyaltyLotteryOpen: { id: "actions.lottery-open", defaultMessage: "Lottery opened" },
  loyaltyLotteryClose: { id: "actions.lottery-close", defaultMessage: "Lottery closed" },
  loyaltyLotteryDraw: { id: "actions.lottery-draw", defaultMessage: "Winners of a lottery drawn" },
  loyaltyLotteryPrizeHandOver: {
    id: "actions.lottery-prize-hand-over",
    defaultMessage: "Prize of a lottery handed over",
  },
  loyaltyLotteryCancel: { id: "actions.lottery-cancel", defaultMessage: "Lottery called off" },
  loyaltyGroupOfferSave: {
    id: "actions.group-offer-save",
    defaultMessage: "Group buy offer saved",
  },
  loyaltyGroupEnd: { id: "actions.group-end", defaultMessage: "Group confirmed or cancelled" },
  loyaltyFlashSaleSave: { id: "actions.flash-sale-save", defaultMessage: "Flash sale saved" },
  loyaltyEngagementSave: {
    id: "actions.engagement-save",
    defaultMessage: "Engagement settings saved",
  },
  loyaltyReviewApprove: { id: "actions.review-approve", defaultMessage: "Review approved" },
  loyaltyReviewRefuse: { id: "actions.review-refuse", defaultMessage: "Review refused" },
  loyaltyReviewAnswer: { id: "actions.review-answer", defaultMessage: "Review answered" },
  loyaltyReviewReopen: { id: "actions.review-reopen", defaultMessage: "Review opened again" },
  loyaltyReferralApprove: { id: "actions.referral-approve", defaultMessage: "Referral let pass" },
  loyaltyReferralRefuse: { id: "actions.referral-refuse", defaultMessage: "Referral ended" },
  loyaltyTaskCreate: { id: "actions.task-create", defaultMessage: "Task created" },
  loyaltyTaskUpdate: { id: "actions.task-update", defaultMessage: "Task saved" },
  loyaltyTaskActivate: { id: "actions.task-activate", defaultMessage: "Task activated" },
  loyaltyTaskEnd: { id: "actions.task-end", defaultMessage: "Task ended" },
  loyaltyDeadLetterReplay: {
    id: "actions.dead-letter-replay",
    defaultMessage: "Problem tried again",
  },
  loyaltyDeadLettersReplay: {
    id: "actions.dead-letters-replay",
    defaultMessage: "All problems tried again",
  },
  loyaltyEventBatchCheck: { id: "actions.event-batch-check", defaultMessage: "Import looked at" },
  loyaltyEventBatchRun: { id: "actions.event-batch-run", defaultMessage: "Import done" },
  loyaltyEventBatchUndo: { id: "actions.event-batch-undo", defaultMessage: "Import undone" },
  loyaltyStart: {
    id: "actions.start",
    defaultMessage: "Programme of the guided start put in force",
  },
});
