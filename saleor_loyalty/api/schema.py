"""The schema, and the two classes that put our fields beside a host's own.

Every field begins with `loyalty`, every type with `Loyalty`: one endpoint can serve both schemas.
"""

import graphene

from .mutations.benefit_claim import LoyaltyBenefitClaim
from .mutations.benefit_gift_withdraw import LoyaltyBenefitGiftWithdraw
from .mutations.benefit_use_undo import LoyaltyBenefitUseUndo
from .mutations.benefit_use_up import LoyaltyBenefitUseUp
from .mutations.campaign_activate import LoyaltyCampaignActivate
from .mutations.campaign_create import LoyaltyCampaignCreate
from .mutations.campaign_end import LoyaltyCampaignEnd
from .mutations.campaign_pause import LoyaltyCampaignPause
from .mutations.campaign_resume import LoyaltyCampaignResume
from .mutations.campaign_update import LoyaltyCampaignUpdate
from .mutations.check_in import LoyaltyCheckInToday
from .mutations.check_in_make_up import LoyaltyCheckInMakeUp
from .mutations.checkout_points_apply import LoyaltyCheckoutPointsApply
from .mutations.checkout_points_release import LoyaltyCheckoutPointsRelease
from .mutations.code_list_create import LoyaltyCodeListCreate
from .mutations.code_list_set_active import LoyaltyCodeListSetActive
from .mutations.code_list_upload import LoyaltyCodeListUpload
from .mutations.dead_letter_replay import LoyaltyDeadLetterReplay
from .mutations.dead_letters_replay import LoyaltyDeadLettersReplay
from .mutations.device_note import LoyaltyDeviceNote
from .mutations.draft_order_price import LoyaltyDraftOrderPrice
from .mutations.engagement_save import LoyaltyEngagementSave
from .mutations.event_batch_check import LoyaltyEventBatchCheck
from .mutations.event_batch_run import LoyaltyEventBatchRun
from .mutations.event_batch_undo import LoyaltyEventBatchUndo
from .mutations.event_record import LoyaltyEventRecord
from .mutations.event_undo import LoyaltyEventUndo
from .mutations.flash_sale_save import LoyaltyFlashSaleSave
from .mutations.group_checkout import LoyaltyGroupCheckout
from .mutations.group_end import LoyaltyGroupEnd
from .mutations.group_join import LoyaltyGroupJoin
from .mutations.group_leave import LoyaltyGroupLeave
from .mutations.group_offer_save import LoyaltyGroupOfferSave
from .mutations.group_open import LoyaltyGroupOpen
from .mutations.growth_pack_archive import LoyaltyGrowthPackArchive
from .mutations.growth_pack_create import LoyaltyGrowthPackCreate
from .mutations.growth_pack_update import LoyaltyGrowthPackUpdate
from .mutations.ladder_activate import LoyaltyLadderActivate
from .mutations.ladder_delete_draft import LoyaltyLadderDeleteDraft
from .mutations.ladder_draft import LoyaltyLadderDraft
from .mutations.ladder_try import LoyaltyLadderTry
from .mutations.ladder_update_draft import LoyaltyLadderUpdateDraft
from .mutations.leaderboard_agree import LoyaltyLeaderboardAgree
from .mutations.leaderboard_withdraw import LoyaltyLeaderboardWithdraw
from .mutations.lottery_cancel import LoyaltyLotteryCancel
from .mutations.lottery_close import LoyaltyLotteryClose
from .mutations.lottery_create import LoyaltyLotteryCreate
from .mutations.lottery_draw import LoyaltyLotteryDraw
from .mutations.lottery_open import LoyaltyLotteryOpen
from .mutations.lottery_prize_hand_over import LoyaltyLotteryPrizeHandOver
from .mutations.lottery_tickets_buy import LoyaltyLotteryTicketsBuy
from .mutations.lottery_update import LoyaltyLotteryUpdate
from .mutations.member_join import LoyaltyMemberJoin
from .mutations.member_set_tier import LoyaltyMemberSetTier
from .mutations.member_update import LoyaltyMemberUpdate
from .mutations.membership_cancel import LoyaltyMembershipCancel
from .mutations.membership_end import LoyaltyMembershipEnd
from .mutations.membership_give import LoyaltyMembershipGive
from .mutations.membership_resume import LoyaltyMembershipResume
from .mutations.membership_trial import LoyaltyMembershipTrial
from .mutations.plan_archive import LoyaltyPlanArchive
from .mutations.plan_create import LoyaltyPlanCreate
from .mutations.plan_update import LoyaltyPlanUpdate
from .mutations.points_adjust import LoyaltyPointsAdjust
from .mutations.points_extend import LoyaltyPointsExtend
from .mutations.programme_activate import LoyaltyProgrammeActivate
from .mutations.programme_archive import LoyaltyProgrammeArchive
from .mutations.programme_create import LoyaltyProgrammeCreate
from .mutations.programme_delete_draft import LoyaltyProgrammeDeleteDraft
from .mutations.programme_draft import LoyaltyProgrammeDraft
from .mutations.programme_update import LoyaltyProgrammeUpdate
from .mutations.programme_update_draft import LoyaltyProgrammeUpdateDraft
from .mutations.purchase_record import LoyaltyPurchaseRecord
from .mutations.purchase_return import LoyaltyPurchaseReturn
from .mutations.redemption_cancel import LoyaltyRedemptionCancel
from .mutations.redemption_fulfil import LoyaltyRedemptionFulfil
from .mutations.redemption_issue import LoyaltyRedemptionIssue
from .mutations.referral_approve import LoyaltyReferralApprove
from .mutations.referral_at_checkout import LoyaltyReferralAtCheckout
from .mutations.referral_code_make import LoyaltyReferralCodeMake
from .mutations.referral_join import LoyaltyReferralJoin
from .mutations.referral_refuse import LoyaltyReferralRefuse
from .mutations.referral_visit import LoyaltyReferralVisit
from .mutations.review_answer import LoyaltyReviewAnswer
from .mutations.review_approve import LoyaltyReviewApprove
from .mutations.review_create import LoyaltyReviewCreate
from .mutations.review_refuse import LoyaltyReviewRefuse
from .mutations.review_reopen import LoyaltyReviewReopen
from .mutations.review_update import LoyaltyReviewUpdate
from .mutations.review_withdraw import LoyaltyReviewWithdraw
from .mutations.reward_category_delete import LoyaltyRewardCategoryDelete
from .mutations.reward_category_save import LoyaltyRewardCategorySave
from .mutations.reward_create import LoyaltyRewardCreate
from .mutations.reward_redeem import LoyaltyRewardRedeem
from .mutations.reward_set_active import LoyaltyRewardSetActive
from .mutations.reward_update import LoyaltyRewardUpdate
from .mutations.share_attach import LoyaltyShareAttach
from .mutations.share_link import LoyaltyShareLinkMake
from .mutations.share_visit import LoyaltyShareVisit
from .mutations.start import LoyaltyStart
from .mutations.task_accept import LoyaltyTaskAccept
from .mutations.task_activate import LoyaltyTaskActivate
from .mutations.task_create import LoyaltyTaskCreate
from .mutations.task_end import LoyaltyTaskEnd
from .mutations.task_update import LoyaltyTaskUpdate
from .mutations.tier_buy import LoyaltyTierBuy
from .mutations.tier_grant_end import LoyaltyTierGrantEnd
from .mutations.tier_invitation_create import LoyaltyTierInvitationCreate
from .mutations.tier_invitation_deactivate import LoyaltyTierInvitationDeactivate
from .mutations.tier_invitation_redeem import LoyaltyTierInvitationRedeem
from .queries.actors import ActorQueries
from .queries.audit import AuditQueries
from .queries.benefits import BenefitQueries
from .queries.campaigns import CampaignQueries
from .queries.catalogue import CatalogueQueries
from .queries.checkout_quote import CheckoutQuoteQueries
from .queries.configurations import ConfigurationQueries
from .queries.dead_letters import DeadLetterQueries
from .queries.engagements import EngagementQueries
from .queries.event_batches import EventBatchQueries
from .queries.expiry_reminders import ExpiryReminderQueries
from .queries.flash_sales import FlashSaleQueries
from .queries.group_buys import GroupBuyQueries
from .queries.ladders import LadderQueries
from .queries.lint import LintQueries
from .queries.lotteries import LotteryQueries
from .queries.me import MeQueries
from .queries.member_list import MemberListQueries
from .queries.members import MemberQueries
from .queries.membership_reminders import MembershipReminderQueries
from .queries.occasions import OccasionQueries
from .queries.operations import OperationQueries
from .queries.orders import OrderQueries
from .queries.overview import OverviewQueries
from .queries.plans import PlanQueries
from .queries.preview import PreviewQueries
from .queries.programmes import ProgrammeQueries
from .queries.redemptions import RedemptionQueries
from .queries.referrals import ReferralQueries
from .queries.reviews import ReviewQueries
from .queries.rewards import RewardQueries
from .queries.shares import ShareQueries
from .queries.shop import ShopQueries
from .queries.starters import StarterQueries
from .queries.tasks import TaskQueries
from .queries.tiers import TierQueries


class LoyaltyQueries(
    # graphene takes the last one's fields first.
    ActorQueries,
    AuditQueries,
    CatalogueQueries,
    ConfigurationQueries,
    OperationQueries,
    OrderQueries,
    ShopQueries,
    StarterQueries,
    OverviewQueries,
    OccasionQueries,
    EngagementQueries,
    LotteryQueries,
    GroupBuyQueries,
    FlashSaleQueries,
    DeadLetterQueries,
    EventBatchQueries,
    LintQueries,
    LadderQueries,
    ProgrammeQueries,
    MembershipReminderQueries,
    ExpiryReminderQueries,
    MemberListQueries,
    MemberQueries,
    PreviewQueries,
    CheckoutQuoteQueries,
    BenefitQueries,
    CampaignQueries,
    PlanQueries,
    RedemptionQueries,
    ReferralQueries,
    RewardQueries,
    ReviewQueries,
    ShareQueries,
    TaskQueries,
    TierQueries,
    MeQueries,
):
    """Questions about points, tiers and members."""


class LoyaltyMutations(graphene.ObjectType):
    """Changes of points, tiers and members."""

    loyalty_member_join = LoyaltyMemberJoin.Field()
    loyalty_member_update = LoyaltyMemberUpdate.Field()
    loyalty_checkout_points_apply = LoyaltyCheckoutPointsApply.Field()
    loyalty_checkout_points_release = LoyaltyCheckoutPointsRelease.Field()
    loyalty_points_adjust = LoyaltyPointsAdjust.Field()
    loyalty_points_extend = LoyaltyPointsExtend.Field()
    loyalty_member_set_tier = LoyaltyMemberSetTier.Field()
    loyalty_tier_grant_end = LoyaltyTierGrantEnd.Field()
    loyalty_tier_invitation_create = LoyaltyTierInvitationCreate.Field()
    loyalty_tier_invitation_deactivate = LoyaltyTierInvitationDeactivate.Field()
    loyalty_tier_invitation_redeem = LoyaltyTierInvitationRedeem.Field()
    loyalty_tier_buy = LoyaltyTierBuy.Field()
    loyalty_ladder_draft = LoyaltyLadderDraft.Field()
    loyalty_ladder_update_draft = LoyaltyLadderUpdateDraft.Field()
    loyalty_ladder_delete_draft = LoyaltyLadderDeleteDraft.Field()
    loyalty_ladder_try = LoyaltyLadderTry.Field()
    loyalty_ladder_activate = LoyaltyLadderActivate.Field()
    loyalty_programme_create = LoyaltyProgrammeCreate.Field()
    loyalty_programme_update = LoyaltyProgrammeUpdate.Field()
    loyalty_programme_archive = LoyaltyProgrammeArchive.Field()
    loyalty_programme_draft = LoyaltyProgrammeDraft.Field()
    loyalty_programme_update_draft = LoyaltyProgrammeUpdateDraft.Field()
    loyalty_programme_activate = LoyaltyProgrammeActivate.Field()
    loyalty_programme_delete_draft = LoyaltyProgrammeDeleteDraft.Field()
    loyalty_campaign_create = LoyaltyCampaignCreate.Field()
    loyalty_campaign_update = LoyaltyCampaignUpdate.Field()
    loyalty_campaign_activate = LoyaltyCampaignActivate.Field()
    loyalty_campaign_pause = LoyaltyCampaignPause.Field()
    loyalty_campaign_resume = LoyaltyCampaignResume.Field()
    loyalty_campaign_end = LoyaltyCampaignEnd.Field()
    loyalty_membership_trial = LoyaltyMembershipTrial.Field()
    loyalty_membership_cancel = LoyaltyMembershipCancel.Field()
    loyalty_membership_resume = LoyaltyMembershipResume.Field()
    loyalty_membership_give = LoyaltyMembershipGive.Field()
    loyalty_membership_end = LoyaltyMembershipEnd.Field()
    loyalty_plan_create = LoyaltyPlanCreate.Field()
    loyalty_plan_update = LoyaltyPlanUpdate.Field()
    loyalty_plan_archive = LoyaltyPlanArchive.Field()
    loyalty_growth_pack_create = LoyaltyGrowthPackCreate.Field()
    loyalty_growth_pack_update = LoyaltyGrowthPackUpdate.Field()
    loyalty_growth_pack_archive = LoyaltyGrowthPackArchive.Field()
    loyalty_event_record = LoyaltyEventRecord.Field()
    loyalty_event_undo = LoyaltyEventUndo.Field()
    loyalty_event_batch_check = LoyaltyEventBatchCheck.Field()
    loyalty_event_batch_run = LoyaltyEventBatchRun.Field()
    loyalty_event_batch_undo = LoyaltyEventBatchUndo.Field()
    loyalty_purchase_record = LoyaltyPurchaseRecord.Field()
    loyalty_purchase_return = LoyaltyPurchaseReturn.Field()
    loyalty_benefit_claim = LoyaltyBenefitClaim.Field()
    loyalty_benefit_use_up = LoyaltyBenefitUseUp.Field()
    loyalty_benefit_gift_withdraw = LoyaltyBenefitGiftWithdraw.Field()
    loyalty_benefit_use_undo = LoyaltyBenefitUseUndo.Field()
    loyalty_code_list_create = LoyaltyCodeListCreate.Field()
    loyalty_code_list_upload = LoyaltyCodeListUpload.Field()
    loyalty_code_list_set_active = LoyaltyCodeListSetActive.Field()
    loyalty_reward_redeem = LoyaltyRewardRedeem.Field()
    loyalty_redemption_cancel = LoyaltyRedemptionCancel.Field()
    loyalty_redemption_issue = LoyaltyRedemptionIssue.Field()
    loyalty_redemption_fulfil = LoyaltyRedemptionFulfil.Field()
    loyalty_reward_create = LoyaltyRewardCreate.Field()
    loyalty_reward_update = LoyaltyRewardUpdate.Field()
    loyalty_reward_set_active = LoyaltyRewardSetActive.Field()
    loyalty_reward_category_save = LoyaltyRewardCategorySave.Field()
    loyalty_reward_category_delete = LoyaltyRewardCategoryDelete.Field()
    loyalty_review_create = LoyaltyReviewCreate.Field()
    loyalty_review_update = LoyaltyReviewUpdate.Field()
    loyalty_review_withdraw = LoyaltyReviewWithdraw.Field()
    loyalty_review_approve = LoyaltyReviewApprove.Field()
    loyalty_review_refuse = LoyaltyReviewRefuse.Field()
    loyalty_review_answer = LoyaltyReviewAnswer.Field()
    loyalty_review_reopen = LoyaltyReviewReopen.Field()
    loyalty_draft_order_price = LoyaltyDraftOrderPrice.Field()
    loyalty_dead_letter_replay = LoyaltyDeadLetterReplay.Field()
    loyalty_dead_letters_replay = LoyaltyDeadLettersReplay.Field()
    loyalty_device_note = LoyaltyDeviceNote.Field()
    loyalty_referral_code_make = LoyaltyReferralCodeMake.Field()
    loyalty_referral_join = LoyaltyReferralJoin.Field()
    loyalty_referral_at_checkout = LoyaltyReferralAtCheckout.Field()
    loyalty_referral_visit = LoyaltyReferralVisit.Field()
    loyalty_referral_approve = LoyaltyReferralApprove.Field()
    loyalty_referral_refuse = LoyaltyReferralRefuse.Field()
    loyalty_flash_sale_save = LoyaltyFlashSaleSave.Field()
    loyalty_group_checkout = LoyaltyGroupCheckout.Field()
    loyalty_group_end = LoyaltyGroupEnd.Field()
    loyalty_group_join = LoyaltyGroupJoin.Field()
    loyalty_group_leave = LoyaltyGroupLeave.Field()
    loyalty_group_offer_save = LoyaltyGroupOfferSave.Field()
    loyalty_group_open = LoyaltyGroupOpen.Field()
    loyalty_lottery_cancel = LoyaltyLotteryCancel.Field()
    loyalty_lottery_close = LoyaltyLotteryClose.Field()
    loyalty_lottery_create = LoyaltyLotteryCreate.Field()
    loyalty_lottery_draw = LoyaltyLotteryDraw.Field()
    loyalty_lottery_open = LoyaltyLotteryOpen.Field()
    loyalty_lottery_prize_hand_over = LoyaltyLotteryPrizeHandOver.Field()
    loyalty_lottery_tickets_buy = LoyaltyLotteryTicketsBuy.Field()
    loyalty_lottery_update = LoyaltyLotteryUpdate.Field()
    loyalty_engagement_save = LoyaltyEngagementSave.Field()
    loyalty_check_in = LoyaltyCheckInToday.Field()
    loyalty_check_in_make_up = LoyaltyCheckInMakeUp.Field()
    loyalty_share_link = LoyaltyShareLinkMake.Field()
    loyalty_share_visit = LoyaltyShareVisit.Field()
    loyalty_share_attach = LoyaltyShareAttach.Field()
    loyalty_leaderboard_agree = LoyaltyLeaderboardAgree.Field()
    loyalty_leaderboard_withdraw = LoyaltyLeaderboardWithdraw.Field()
    loyalty_start = LoyaltyStart.Field()
    loyalty_task_accept = LoyaltyTaskAccept.Field()
    loyalty_task_activate = LoyaltyTaskActivate.Field()
    loyalty_task_create = LoyaltyTaskCreate.Field()
    loyalty_task_end = LoyaltyTaskEnd.Field()
    loyalty_task_update = LoyaltyTaskUpdate.Field()


schema = graphene.Schema(query=LoyaltyQueries, mutation=LoyaltyMutations)
