import type { RouteObject } from "react-router-dom";

export const routes: RouteObject[] = [
  { path: "/members", lazy: () => import("./MembersPage") },
  { path: "/members/:id", lazy: () => import("./MemberPage") },
];
