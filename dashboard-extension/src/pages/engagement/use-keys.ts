import { useEffect, useRef } from "react";

/** Calls what belongs to a key, while nobody types and no dialog is open. */
export function useKeys(keys: Record<string, (() => void) | undefined>): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || !isFree(event)) return;
      const act = now.current[event.key] ?? now.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

function isFree(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target as Element | null;
  if (
    target?.closest?.("input, textarea, select, [contenteditable], [role=combobox], [role=listbox]")
  )
    return false;
  return document.querySelector("dialog[open], [role=dialog]") === null;
}
