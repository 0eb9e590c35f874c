import type { RouteObject } from "react-router-dom";

export const routes: RouteObject[] = [
  { path: "/operations/problems", lazy: () => import("./problems/ProblemsPage") },
];
