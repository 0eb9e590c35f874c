import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";

/** What can be typed into or chosen from. */
export const FIELDS = "input, textarea, select";
const TABBABLE = `a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"]`;

let open = 0;

/**
 * Keeps the keyboard inside a box above the page: the first field has the focus, Tab goes round,
 * Escape closes, and whoever had the focus before gets it back.
 *
 * Not the browser's own `showModal`: it makes all that is beside the box unreachable, and the lists
 * of macaw-ui's fields are put beside it.
 */
export function useModal(onClose: () => void): {
  box: RefObject<HTMLDivElement>;
  onKeyDown: (event: KeyboardEvent) => void;
} {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    const page = document.getElementById("root");
    open += 1;
    page?.setAttribute("inert", "");
    (box.current?.querySelector<HTMLElement>(FIELDS) ?? box.current)?.focus();
    return () => {
      open -= 1;
      if (open === 0) page?.removeAttribute("inert");
      before?.focus();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !hasOpenList(event.target)) {
      event.stopPropagation();
      onClose();
    }
    if (event.key === "Tab") goRound(event, box.current);
  };
  return { box, onKeyDown };
}

// Escape closes a field's open list first, then the dialog.
function hasOpenList(target: EventTarget): boolean {
  return (target as Element).getAttribute("aria-expanded") === "true";
}

function goRound(event: KeyboardEvent, box: HTMLElement | null): void {
  const all = [...(box?.querySelectorAll<HTMLElement>(TABBABLE) ?? [])].filter(
    (element) => element.tabIndex >= 0,
  );
  const [first, last] = [all[0], all[all.length - 1]];
  const now = document.activeElement;
  const leaves = event.shiftKey ? now === first || now === box : now === last;
  if (!leaves) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
