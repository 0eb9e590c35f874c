import { offerPage } from "./OfferPage";
import { usePackKind, usePacks, usePackSteps } from "./use-packs";

export const Component = offerPage({
  useKind: usePackKind,
  useOffers: usePacks,
  useSteps: usePackSteps,
});
