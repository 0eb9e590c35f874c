import { Navigate, type RouteObject } from "react-router-dom";

export const routes: RouteObject[] = [
  { path: "/rules", element: <Navigate replace to="/rules/earning" /> },
  { path: "/rules/earning", lazy: () => import("./EarningPage") },
  { path: "/rules/campaigns", lazy: () => import("./CampaignsPage") },
  { path: "/rules/campaigns/new", lazy: () => import("./NewCampaignPage") },
  { path: "/rules/campaigns/:id", lazy: () => import("./CampaignPage") },
  { path: "/rules/calendar", lazy: () => import("./CalendarPage") },
  { path: "/rules/preview", lazy: () => import("./PreviewPage") },
];
