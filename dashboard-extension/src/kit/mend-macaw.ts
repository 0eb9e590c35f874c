// What macaw-ui's own markup gets wrong for who cannot see it. React never writes these attributes
// again, so it is enough to mend an element when it appears.

const ARROWS = 'svg[data-macaw-ui-component="Icon"][aria-expanded]';
// A select that is switched off says so by its looks alone.
const SELECTS = '[role="combobox"][data-macaw-ui-component="Select"]';
const FIELDS = 'input[role="input"], textarea[role="input"]';

/** Mends whatever stands in `root` now and appears in it later; the answer stops that. */
export function mendMacaw(root: HTMLElement): () => void {
  mend(root);
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes, target, type } of changes) {
      for (const node of addedNodes) if (node instanceof Element) mend(node.parentElement ?? node);
      if (type === "attributes" && (target as Element).matches(SELECTS))
        sayDisabled(target as Element);
    }
  });
  const watched = { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] };
  observer.observe(root, watched);
  return () => observer.disconnect();
}

function mend(within: Element): void {
  // A picture beside a field that opens by itself: it is no button, and is reached by nobody.
  for (const arrow of within.querySelectorAll(ARROWS)) arrow.setAttribute("aria-hidden", "true");
  for (const select of within.querySelectorAll(SELECTS)) sayDisabled(select);
  // There is no such role; without it a field has its own.
  for (const field of within.querySelectorAll(FIELDS)) field.removeAttribute("role");
}

function sayDisabled(select: Element): void {
  const disabled = getComputedStyle(select).cursor === "not-allowed";
  if (disabled) select.setAttribute("aria-disabled", "true");
  else select.removeAttribute("aria-disabled");
}
