import { Navigate, type RouteObject } from "react-router-dom";

export const routes: RouteObject[] = [
  { path: "/rewards", element: <Navigate to="/rewards/catalogue" replace /> },
  { path: "/rewards/catalogue", lazy: () => import("./catalogue/CataloguePage") },
  { path: "/rewards/catalogue/new", lazy: () => import("./catalogue/NewRewardPage") },
  { path: "/rewards/catalogue/categories", lazy: () => import("./catalogue/CategoriesPage") },
  { path: "/rewards/catalogue/:id", lazy: () => import("./catalogue/RewardPage") },
  { path: "/rewards/redemptions", lazy: () => import("./redemptions/RedemptionsPage") },
  { path: "/rewards/redemptions/:id", lazy: () => import("./redemptions/RedemptionPage") },
  { path: "/rewards/lotteries", lazy: () => import("./lotteries/LotteriesPage") },
  { path: "/rewards/lotteries/new", lazy: () => import("./lotteries/NewLotteryPage") },
  { path: "/rewards/lotteries/:id", lazy: () => import("./lotteries/LotteryPage") },
  { path: "/rewards/group-buys", lazy: () => import("./group-buys/OffersPage") },
  { path: "/rewards/group-buys/new", lazy: () => import("./group-buys/OfferPage") },
  { path: "/rewards/group-buys/groups", lazy: () => import("./group-buys/GroupsPage") },
  { path: "/rewards/group-buys/groups/:code", lazy: () => import("./group-buys/GroupPage") },
  { path: "/rewards/group-buys/:id", lazy: () => import("./group-buys/OfferPage") },
  { path: "/rewards/flash-sales", lazy: () => import("./flash-sales/FlashSalesPage") },
  { path: "/rewards/flash-sales/new", lazy: () => import("./flash-sales/FlashSalePage") },
  { path: "/rewards/flash-sales/:id", lazy: () => import("./flash-sales/FlashSalePage") },
];
