import { actions, AppBridge } from "@saleor/app-sdk/app-bridge";

import { Observed, type Session, type Status, type Surroundings, type Theme } from "./session";

// The Dashboard sends a new token about thirty seconds before the old one ends, to app pages; to
// pop-ups it never does. Whoever slept longer than that waits for one this long.
const RENEWAL_MS = 8_000;

/** A session inside Saleor's Dashboard: its bridge tells who is there, how it looks and speaks. */
export function dashboardSession(bridge = new AppBridge({ autoNotifyReady: true })): Session {
  const state = bridge.getState();
  const observed = new Observed<Surroundings>({
    ready: state.ready && Boolean(state.token),
    theme: state.theme,
    locale: state.locale,
    over: false,
  });
  const context = forgetContext();
  const arrived = () => observed.set({ ready: true, over: false });
  bridge.subscribe("handshake", arrived);
  bridge.subscribe("tokenRefresh", arrived);
  bridge.subscribe("theme", ({ theme }: { theme: Theme }) => observed.set({ theme }));
  bridge.subscribe("localeChanged", ({ locale }) => observed.set({ locale }));
  const dispatch = (action: Parameters<typeof bridge.dispatch>[0]) =>
    // An older Dashboard does not know every action, and answers none.
    void bridge.dispatch(action).catch(() => undefined);

  return {
    kind: "dashboard",
    get: observed.get,
    subscribe: observed.subscribe,
    token: () => bridge.getState().token,
    renew: (old) => newerToken(bridge, old),
    end: () => observed.set({ over: true }),
    reload: () => {
      // The bridge reads it at the beginning. The Dashboard stays whom we came from: a reload keeps
      // the referrer, which another address would not.
      const address = new URL(window.location.href);
      for (const [name, value] of context) address.searchParams.set(name, value);
      window.history.replaceState(window.history.state, "", address);
      window.location.reload();
    },
    notify: (status: Status, text: string) =>
      dispatch(actions.Notification({ status, title: text })),
    openHost: (path) => dispatch(actions.Redirect({ to: path })),
    openOwn: (path) => {
      const app = encodeURIComponent(bridge.getState().id);
      dispatch(actions.Redirect({ to: `/extensions/app/${app}${path}` }));
    },
    routeChanged: (path) => dispatch(actions.UpdateRouting({ newRoute: path })),
    onRoute: (listener) =>
      bridge.subscribe("redirect", ({ path }) => {
        const ours = placeOf(path);
        if (ours !== undefined) listener(ours);
      }),
    closePopup: () => dispatch(actions.PopupClose()),
    refreshHost: () => dispatch(actions.RefreshEntity()),
    resize: (height) => dispatch(actions.WidgetResize({ height })),
  };
}

// Of what the Dashboard writes into our first address, the bridge has read this by now.
const CONTEXT = /^(domain|saleorApiUrl|id|theme|locale|featureFlags.*)$/;

function forgetContext(): [string, string][] {
  const address = new URL(window.location.href);
  const context = [...address.searchParams].filter(([name]) => CONTEXT.test(name));
  for (const [name] of context) address.searchParams.delete(name);
  window.history.replaceState(window.history.state, "", address);
  return context;
}

/**
 * Where among our pages an address of the Dashboard is, which it sends whole; undefined where it is
 * none of ours, as around widgets and pop-ups.
 */
export function placeOf(path: string): string | undefined {
  const found =
    /\/extensions\/app\/[^/]+(\/.*)?$/.exec(path) ?? /\/apps\/[^/]+\/app(\/.*)?$/.exec(path);
  return found ? (found[1] ?? "/") : undefined;
}

function newerToken(bridge: AppBridge, old: string | undefined): Promise<string | undefined> {
  const now = bridge.getState().token;
  if (now !== undefined && now !== old) return Promise.resolve(now);
  return new Promise((resolve) => {
    const done = (token?: string) => {
      clearTimeout(timer);
      stop();
      resolve(token);
    };
    const stop = bridge.subscribe("tokenRefresh", ({ token }) => done(token));
    const timer = setTimeout(() => done(), RENEWAL_MS);
  });
}
