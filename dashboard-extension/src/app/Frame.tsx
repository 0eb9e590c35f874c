import { Button } from "@saleor/macaw-ui";
import { LogOut } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { useIntl } from "react-intl";
import { Link, Outlet, useLocation } from "react-router-dom";

import { useSession } from "../session/context";
import type { StaffSession } from "../session/staff";
import messages from "./messages";
import { sections, type Section } from "./sections";

/** The rail of sections beside whatever page is open. */
export function Frame() {
  const session = useSession();
  const { pathname } = useLocation();
  const told = useRef(pathname);
  useEffect(() => {
    // Each one is a step back for whoever reads: filters, and where we begin, are none.
    if (told.current !== pathname) session.routeChanged(pathname);
    told.current = pathname;
  }, [session, pathname]);
  return (
    <Framed>
      <Outlet />
    </Framed>
  );
}

/** The same beside anything: also while it is not known yet who is here. */
export function Framed({ children }: { children: ReactNode }) {
  const intl = useIntl();
  const session = useSession();
  const { pathname } = useLocation();
  return (
    <div className="frame">
      <nav className="frame-rail" aria-label={intl.formatMessage(messages.sections)}>
        {sections.map((section) => (
          <RailSection key={section.to} section={section} pathname={pathname} />
        ))}
        {session.kind === "staff" && (
          <Button
            variant="tertiary"
            marginTop="auto"
            icon={<LogOut size={16} />}
            onClick={() => (session as StaffSession).logOut()}
          >
            {intl.formatMessage(messages.logOut)}
          </Button>
        )}
      </nav>
      <div className="frame-page">{children}</div>
    </div>
  );
}

function RailSection({ section, pathname }: { section: Section; pathname: string }) {
  const intl = useIntl();
  const { inner, icon: Icon } = section;
  const open = section.to === "/" ? pathname === "/" : isWithin(pathname, section.to);
  return (
    <>
      <Link
        to={inner?.[0]?.to ?? section.to}
        aria-current={open && !inner ? "page" : undefined}
        aria-expanded={inner ? open : undefined}
      >
        <Icon size={16} aria-hidden />
        {intl.formatMessage(section.label)}
      </Link>
      {open && inner && (
        <div className="inner">
          {inner.map(({ to, label }) => (
            <Link key={to} to={to} aria-current={isWithin(pathname, to) ? "page" : undefined}>
              {intl.formatMessage(label)}
            </Link>
          ))}
        </div>
      )}
    </>
  );
}

function isWithin(pathname: string, place: string): boolean {
  return pathname === place || pathname.startsWith(`${place}/`);
}
