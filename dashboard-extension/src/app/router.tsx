import { createBrowserRouter, type RouteObject } from "react-router-dom";

import { Crash, NoSuchPage } from "./Crash";
import { Frame } from "./Frame";
import { FRAMED, Root } from "./Root";

interface Area {
  /** Pages beside the rail. */
  routes?: RouteObject[];
  /** Widgets and pop-ups, which have the Dashboard's own frame around them. */
  bare?: RouteObject[];
}

// A folder an area; each names its own addresses and loads its pages when they are opened.
const areas = Object.values(
  import.meta.glob<Area>(["../pages/*/routes.tsx", "../widgets/routes.tsx"], { eager: true }),
);

export function appRouter(base: string) {
  return createBrowserRouter(
    [
      {
        element: <Root />,
        errorElement: <Crash />,
        children: [
          {
            element: <Frame />,
            handle: FRAMED,
            children: [
              {
                errorElement: <Crash />,
                children: [
                  ...areas.flatMap(({ routes = [] }) => routes),
                  { path: "*", element: <NoSuchPage /> },
                ],
              },
            ],
          },
          ...areas.flatMap(({ bare = [] }) => bare),
        ],
      },
    ],
    { basename: base.replace(/\/$/, "") || "/" },
  );
}
