import type { RouteObject } from "react-router-dom";

export const routes: RouteObject[] = [
  { path: "/operations/problems", lazy: () => import("./problems/ProblemsPage") },
  { path: "/operations/imports", lazy: () => import("./imports/ImportsPage") },
  { path: "/operations/imports/:id", lazy: () => import("./imports/ImportPage") },
  { path: "/operations/audit", lazy: () => import("./audit/AuditPage") },
];
