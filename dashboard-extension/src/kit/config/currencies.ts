import { useViewer } from "@/app/viewer";

/** The shop's currencies, and others that something is written in. */
export function useCurrencies(written: readonly string[] = []): string[] {
  const { shop } = useViewer();
  const mine = shop.channels.map(({ currency }) => currency);
  return [...new Set([...mine, ...written])].sort();
}
