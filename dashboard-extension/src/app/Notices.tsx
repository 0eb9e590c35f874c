import { useEffect, useState } from "react";

import { useSession } from "../session/context";
import type { Notice, StaffSession } from "../session/staff";

const SHOWN_MS = 6_000;

/** Toasts of the page on its own; inside the Dashboard they are the Dashboard's. */
export function Notices() {
  const session = useSession();
  const [notices, setNotices] = useState<(Notice & { key: number })[]>([]);
  useEffect(() => {
    if (session.kind !== "staff") return;
    let key = 0;
    return (session as StaffSession).onNotice((notice) => {
      const mine = (key += 1);
      setNotices((old) => [...old.slice(-2), { ...notice, key: mine }]);
      setTimeout(() => setNotices((old) => old.filter((one) => one.key !== mine)), SHOWN_MS);
    });
  }, [session]);
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map(({ key, status, text }) => (
        <div key={key} className={`notice ${status}`}>
          {text}
        </div>
      ))}
    </div>
  );
}
