// Who is at the page and what is around it: Saleor's Dashboard, or nothing.

export type Theme = "light" | "dark";
export type Status = "success" | "info" | "warning" | "error";

/** What can change while the page is open. */
export interface Surroundings {
  /** False until there is a token. */
  ready: boolean;
  theme: Theme;
  /** BCP 47, or as the Dashboard spells it. */
  locale: string;
  /** The renewal of the token failed: nothing can be asked any more. */
  over: boolean;
}

export interface Session {
  readonly kind: "dashboard" | "staff";
  get(): Surroundings;
  subscribe(listener: () => void): () => void;
  token(): string | undefined;
  /** A newer token than `old`, or undefined where none comes in time. */
  renew(old: string | undefined): Promise<string | undefined>;
  end(): void;
  /** Loads the whole page anew, where it is. */
  reload(): void;
  notify(status: Status, text: string): void;
  /** Opens a page of Saleor's own Dashboard, such as "/customers/<id>". */
  openHost?(path: string): void;
  /** Opens one of our own pages where a widget or a pop-up is, such as "/members/<id>". */
  openOwn?(path: string): void;
  /** For the Dashboard's address bar; of whole pages only. */
  routeChanged(path: string): void;
  onRoute(listener: (path: string) => void): () => void;
  closePopup?(): void;
  /** What was opened in the Dashboard has changed: it reads it again. */
  refreshHost?(): void;
  resize?(height: number): void;
}

/** The bookkeeping that every kind of session has. */
export class Observed<T extends object> {
  private listeners = new Set<() => void>();

  constructor(private value: T) {}

  get = (): T => this.value;

  set(change: Partial<T>): void {
    this.value = { ...this.value, ...change };
    for (const listener of [...this.listeners]) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}
