import type { RouteObject } from "react-router-dom";

export const routes: RouteObject[] = [
  {
    path: "/engagement",
    children: [
      { path: "check-ins", lazy: () => import("./check-ins/CheckInsPage") },
      { path: "reviews", lazy: () => import("./reviews/ReviewsPage") },
      { path: "reviews/settings", lazy: () => import("./reviews/ReviewSettingsPage") },
      { path: "reviews/waiting", lazy: () => import("./reviews/QueuePage") },
      { path: "reviews/:id", lazy: () => import("./reviews/ReviewPage") },
      { path: "shares", lazy: () => import("./shares/SharesPage") },
      { path: "shares/settings", lazy: () => import("./shares/ShareSettingsPage") },
      { path: "referrals", lazy: () => import("./referrals/ReferralsPage") },
      { path: "referrals/settings", lazy: () => import("./referrals/ReferralSettingsPage") },
      { path: "referrals/:id", lazy: () => import("./referrals/ReferralPage") },
      { path: "tasks", lazy: () => import("./tasks/TasksPage") },
      { path: "tasks/new", lazy: () => import("./tasks/NewTaskPage") },
      { path: "tasks/:id", lazy: () => import("./tasks/TaskPage") },
      { path: "tasks/:id/members", lazy: () => import("./tasks/RunsPage") },
      { path: "tasks/:id/leaderboard", lazy: () => import("./tasks/LeaderboardPage") },
      { path: "occasions", lazy: () => import("./occasions/OccasionsPage") },
      { path: "occasions/settings", lazy: () => import("./occasions/OccasionSettingsPage") },
    ],
  },
];
