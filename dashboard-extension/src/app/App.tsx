import { ThemeProvider, useTheme } from "@saleor/macaw-ui";
import { useEffect, useMemo } from "react";
import { RouterProvider } from "react-router-dom";
import { Provider } from "urql";

import { apiClient } from "../api/client";
import { TextsProvider } from "../i18n/provider";
import { SessionProvider, useSurroundings } from "../session/context";
import type { Session } from "../session/session";
import type { Settings } from "../settings";
import { appRouter } from "./router";

export function App({ session, settings }: { session: Session; settings: Settings }) {
  const client = useMemo(() => apiClient(settings.graphql, session), [settings, session]);
  const router = useMemo(() => appRouter(settings.base), [settings]);
  return (
    <SessionProvider session={session}>
      <ThemeProvider defaultTheme={themeName(session.get().theme)}>
        <FollowTheme />
        <TextsProvider>
          <Provider value={client}>
            <RouterProvider router={router} future={{ v7_startTransition: true }} />
          </Provider>
        </TextsProvider>
      </ThemeProvider>
    </SessionProvider>
  );
}

function themeName(theme: "light" | "dark"): "defaultLight" | "defaultDark" {
  return theme === "dark" ? "defaultDark" : "defaultLight";
}

function FollowTheme() {
  const { theme } = useSurroundings();
  const { setTheme } = useTheme();
  useEffect(() => {
    setTheme(themeName(theme));
    document.documentElement.dataset.theme = theme;
  }, [theme, setTheme]);
  return null;
}
