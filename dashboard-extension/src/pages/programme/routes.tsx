import type { RouteObject } from "react-router-dom";

export const routes: RouteObject[] = [
  { path: "/programme", lazy: () => import("./ProgrammesPage") },
  { path: "/programme/new", lazy: () => import("./NewProgrammePage") },
  { path: "/programme/:id", lazy: () => import("./ProgrammePage") },
  { path: "/programme/:id/versions/:number", lazy: () => import("./VersionPage") },
];
