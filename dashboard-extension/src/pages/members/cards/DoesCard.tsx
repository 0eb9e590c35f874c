import { LoyaltyMemberDoesDocument } from "@/graphql/member_does";
import { LoyaltyReferralsDocument } from "@/graphql/referrals";
import { Card, Facts, Pill, type Fact } from "@/kit/Card";
import { useFormat } from "@/kit/format";
import { Loaded } from "@/kit/states";

import { useFreshQuery } from "../fresh";
import { useText, useTextLanguage } from "../text";

const MOST_LINKS = 100;
const MOST_REFERRALS = 100;

/** What a member is on the way with: tasks, check-ins, friends, shared links. */
export function DoesCard({ id }: { id: string }) {
  const text = useText();
  const format = useFormat();
  const languageCode = useTextLanguage();
  const [answer, again] = useFreshQuery({
    query: LoyaltyMemberDoesDocument,
    variables: { id, languageCode, first: MOST_LINKS },
  });
  const [friends] = useFreshQuery({
    query: LoyaltyReferralsDocument,
    variables: { memberId: id, first: MOST_REFERRALS },
  });
  const referrals = friends.data?.loyaltyReferrals?.edges.map(({ node }) => node) ?? [];
  const brought = referrals.filter(({ referrerId }) => referrerId === id);
  const by = referrals.find(({ friendId }) => friendId === id);
  return (
    <Card title={text("does")}>
      <Loaded answer={answer} retry={again}>
        {({ loyaltyMember: does }) => {
          const facts: Fact[] = [
            {
              label: text("streak"),
              value: does?.checkIns ? text("days", { days: does.checkIns.streak }) : "–",
            },
            { label: text("sharedLinks"), value: does?.shareLinks.length ?? 0 },
            {
              label: text("friends"),
              value: text("friendsRewarded", {
                friends: brought.length,
                rewarded: brought.filter(({ state }) => state === "REWARDED").length,
              }),
            },
            ...(by ? [{ label: text("broughtBy"), value: by.referrerEmail }] : []),
          ];
          return (
            <>
              <Facts facts={facts} />
              {does && does.tasks.length > 0 && (
                <ul className="member-rows">
                  {does.tasks.map(({ task, standing, progress, goal, doneAt }) => (
                    <li key={task.id}>
                      <span>{task.name}</span>
                      <span className="grey">
                        {doneAt ? format.date(doneAt) : text("ofGoal", { progress, goal })}{" "}
                        <Pill mood={standing === "DONE" ? "success" : "neutral"}>
                          {text(`task${standing}`)}
                        </Pill>
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
