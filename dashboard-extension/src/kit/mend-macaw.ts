// What macaw-ui's own markup gets wrong for who cannot see it. React never writes these attributes
// again, so it is enough to mend an element when it appears.

const ARROWS = 'svg[data-macaw-ui-component="Icon"][aria-expanded]';
const FIELDS = 'input[role="input"], textarea[role="input"]';

/** Mends whatever stands in `root` now and appears in it later; the answer stops that. */
export function mendMacaw(root: HTMLElement): () => void {
  mend(root);
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node instanceof Element) mend(node.parentElement ?? node);
  });
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function mend(within: Element): void {
  // A picture beside a field that opens by itself: it is no button, and is reached by nobody.
  for (const arrow of within.querySelectorAll(ARROWS)) arrow.setAttribute("aria-hidden", "true");
  // There is no such role; without it a field has its own.
  for (const field of within.querySelectorAll(FIELDS)) field.removeAttribute("role");
}
