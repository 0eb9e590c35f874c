import { useViewer } from "@/app/viewer";

/** The shop's own currencies. */
export function useCurrencies(): string[] {
  const { shop } = useViewer();
  return [...new Set(shop.channels.map(({ currency }) => currency))].sort();
}
