import type { RouteObject } from "react-router-dom";

// Widgets stand in a narrow column of one of the Dashboard's pages, pop-ups in a wide dialog of it.
export const bare: RouteObject[] = [
  { path: "/widgets/customer", lazy: () => import("./CustomerWidget") },
  { path: "/widgets/order", lazy: () => import("./OrderWidget") },
  { path: "/widgets/home", lazy: () => import("./HomeWidget") },
  { path: "/popups/adjust", lazy: () => import("./AdjustPopup") },
  { path: "/popups/order", lazy: () => import("./OrderPopup") },
  { path: "/popups/find", lazy: () => import("./FindPopup") },
];
