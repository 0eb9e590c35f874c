import { Navigate, type RouteObject } from "react-router-dom";

export const routes: RouteObject[] = [
  { path: "/tiers", element: <Navigate to="/tiers/ladder" replace /> },
  { path: "/tiers/ladder", lazy: () => import("./ladder/LadderPage") },
  { path: "/tiers/ladder/:number", lazy: () => import("./ladder/VersionPage") },
  { path: "/tiers/plans", lazy: () => import("./memberships/PlansPage") },
  { path: "/tiers/plans/new", lazy: () => import("./memberships/PlanPage") },
  { path: "/tiers/plans/:id", lazy: () => import("./memberships/PlanPage") },
  { path: "/tiers/packs", lazy: () => import("./memberships/PacksPage") },
  { path: "/tiers/packs/new", lazy: () => import("./memberships/PackPage") },
  { path: "/tiers/packs/:id", lazy: () => import("./memberships/PackPage") },
  { path: "/tiers/benefits", lazy: () => import("./benefits/UsesPage") },
  { path: "/tiers/benefits/gifts", lazy: () => import("./benefits/GiftsPage") },
  { path: "/tiers/invitations", lazy: () => import("./invitations/InvitationsPage") },
  { path: "/tiers/code-lists", lazy: () => import("./code-lists/CodeListsPage") },
  { path: "/tiers/code-lists/:id", lazy: () => import("./code-lists/CodeListPage") },
];
