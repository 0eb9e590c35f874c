import { useEffect, useRef, type ReactNode } from "react";

import { FIELDS } from "@/kit/modal";
import { useSession } from "@/session/context";

import "@/shared/member/member.css";

import "./widgets.css";

/** What stands in a column of the Dashboard: as high as it is, in its own colours and no frame. */
export function Widget({ children }: { children: ReactNode }) {
  const session = useSession();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null || !session.resize) return;
    const tell = () => session.resize?.(Math.ceil(element.getBoundingClientRect().height));
    const watch = new ResizeObserver(tell);
    watch.observe(element);
    return () => watch.disconnect();
  }, [session]);
  return (
    <main className="widget" ref={box}>
      {children}
    </main>
  );
}

/** A dialog of the Dashboard has a title, but no buttons: they stand at its foot. */
export function Popup({ children, foot }: { children: ReactNode; foot: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // As in the Dashboard's own dialogs: who opened it can type at once.
    body.current?.querySelector<HTMLElement>(FIELDS)?.focus();
  }, []);
  return (
    <main className="popup">
      <div className="popup-body" ref={body} tabIndex={0}>
        {children}
      </div>
      {foot && <footer className="popup-foot">{foot}</footer>}
    </main>
  );
}
