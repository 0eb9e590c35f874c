import { createContext, useContext, useSyncExternalStore, type ReactNode } from "react";

import type { Session, Surroundings } from "./session";

const Sessions = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <Sessions.Provider value={session}>{children}</Sessions.Provider>;
}

export function useSession(): Session {
  const session = useContext(Sessions);
  if (session === null) throw new Error("There is no session around this component.");
  return session;
}

export function useSurroundings(): Surroundings {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.get);
}
