import { createContext, useContext, useMemo, type ReactNode } from "react";
import { useQuery } from "urql";

import { LoyaltyShopDocument, type LoyaltyShopQuery } from "../graphql/shop";
import { LoyaltyViewerDocument, type LoyaltyViewerQuery } from "../graphql/viewer";
import { Failed, Loading, NoAccess } from "../kit/states";

type Viewer = NonNullable<LoyaltyViewerQuery["loyaltyViewer"]>;
export type Shop = NonNullable<LoyaltyShopQuery["loyaltyShop"]>;
export type Permission = Viewer["permissions"][number];

interface Known {
  viewer: Viewer;
  shop: Shop;
  may: (permission: Permission) => boolean;
  /** After something changed what the shop has, such as its first programme. */
  again: () => void;
}

const Viewers = createContext<Known | null>(null);

interface ProviderProps {
  /** What is shown until it is known. */
  waiting?: ReactNode;
  children: ReactNode;
}

/** Who is here and what the shop has, asked once before any page. */
export function ViewerProvider({ waiting = <Loading />, children }: ProviderProps) {
  const [viewer, askViewer] = useQuery({ query: LoyaltyViewerDocument });
  const me = viewer.data?.loyaltyViewer;
  const [shop, askShop] = useQuery({ query: LoyaltyShopDocument, pause: !me?.permissions.length });
  const known = useMemo<Known | null>(() => {
    const found = shop.data?.loyaltyShop;
    if (!me || !found) return null;
    return {
      viewer: me,
      shop: found,
      may: (permission) => me.permissions.includes(permission),
      again: () => askShop({ requestPolicy: "network-only" }),
    };
  }, [me, shop.data, askShop]);

  if (known) return <Viewers.Provider value={known}>{children}</Viewers.Provider>;
  const error = viewer.error ?? shop.error;
  if (error) return <Failed error={error} retry={() => (askViewer(), askShop())} />;
  if (viewer.data && !me?.permissions.length) return <NoAccess />;
  return <>{waiting}</>;
}

export function useViewer(): Known {
  const known = useContext(Viewers);
  if (known === null) throw new Error("Nobody was asked who is here.");
  return known;
}
