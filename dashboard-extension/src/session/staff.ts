import type { Settings } from "../settings";
import { Observed, type Session, type Status, type Surroundings } from "./session";

const KEY = "saleor-loyalty.staff";

interface Kept {
  token: string;
  refreshToken?: string;
}

export interface Notice {
  status: Status;
  text: string;
}

/** A session of the page on its own: staff log in with their password. */
export interface StaffSession extends Session {
  readonly kind: "staff";
  /** Undefined when it worked; otherwise what the server says. */
  logIn(email: string, password: string): Promise<string | undefined>;
  logOut(): void;
  setTheme(theme: "light" | "dark"): void;
  setLocale(locale: string): void;
  onNotice(listener: (notice: Notice) => void): () => void;
}

export function staffSession(settings: Settings): StaffSession {
  const dark = window.matchMedia?.("(prefers-color-scheme: dark)").matches;
  const kept = recall();
  const observed = new Observed<Surroundings>({
    ready: kept !== undefined,
    theme: asked("theme") === "dark" || (dark && asked("theme") === null) ? "dark" : "light",
    locale: asked("locale") ?? navigator.language,
    over: false,
  });
  const notices = new Set<(notice: Notice) => void>();
  const login = settings.login.kind === "saleor" ? saleorLogin : sandboxLogin;

  return {
    kind: "staff",
    get: observed.get,
    subscribe: observed.subscribe,
    token: () => recall()?.token,
    renew: async (old) => {
      const now = recall();
      if (now !== undefined && now.token !== old) return now.token;
      const token =
        now?.refreshToken && (await saleorRefresh(settings.login.url, now.refreshToken));
      if (!token) return undefined;
      keep({ ...now, token });
      return token;
    },
    // Whoever logged in with a password can do so again, and is asked to.
    reload: () => window.location.reload(),
    end: () => {
      forget();
      observed.set({ ready: false });
    },
    notify: (status, text) => notices.forEach((listener) => listener({ status, text })),
    onNotice: (listener) => {
      notices.add(listener);
      return () => notices.delete(listener);
    },
    routeChanged: () => undefined,
    onRoute: () => () => undefined,
    logIn: async (email, password) => {
      const answer = await login(settings.login.url, email, password);
      if (typeof answer === "string") return answer;
      keep(answer);
      observed.set({ ready: true, over: false });
      return undefined;
    },
    logOut: () => {
      forget();
      observed.set({ ready: false, over: false });
    },
    setTheme: (theme) => observed.set({ theme }),
    setLocale: (locale) => observed.set({ locale }),
  };
}

function asked(name: string): string | null {
  return new URLSearchParams(window.location.search).get(name);
}

function recall(): Kept | undefined {
  const text = sessionStorage.getItem(KEY);
  return text === null ? undefined : (JSON.parse(text) as Kept);
}

function keep(kept: Kept): void {
  sessionStorage.setItem(KEY, JSON.stringify(kept));
}

function forget(): void {
  sessionStorage.removeItem(KEY);
}

async function post<T>(url: string, body: unknown): Promise<T | undefined> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as T;
  } catch {
    return undefined;
  }
}

async function sandboxLogin(url: string, email: string, password: string): Promise<Kept | string> {
  const answer = await post<{ token?: string; error?: string }>(url, { email, password });
  return answer?.token ? { token: answer.token } : (answer?.error ?? "");
}

const LOG_IN = `mutation($email: String!, $password: String!) {
  tokenCreate(email: $email, password: $password) { token refreshToken errors { message } }
}`;
const RENEW = `mutation($token: String!) { tokenRefresh(refreshToken: $token) { token } }`;

interface TokenCreated {
  data?: {
    tokenCreate?: { token?: string; refreshToken?: string; errors: { message: string }[] };
  };
}

async function saleorLogin(url: string, email: string, password: string): Promise<Kept | string> {
  const answer = await post<TokenCreated>(url, { query: LOG_IN, variables: { email, password } });
  const created = answer?.data?.tokenCreate;
  if (created?.token) return { token: created.token, refreshToken: created.refreshToken };
  return created?.errors[0]?.message ?? "";
}

async function saleorRefresh(url: string, token: string): Promise<string | undefined> {
  const answer = await post<{ data?: { tokenRefresh?: { token?: string } } }>(url, {
    query: RENEW,
    variables: { token },
  });
  return answer?.data?.tokenRefresh?.token;
}
