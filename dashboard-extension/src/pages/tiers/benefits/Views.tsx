import { NavLink } from "react-router-dom";

import { useText } from "@/kit/use-text";

import messages from "./messages";

/** Between the two lists of benefits. */
export function Views() {
  const text = useText(messages);
  return (
    <nav className="tiers-tabs" aria-label={text("views")}>
      <NavLink to="/tiers/benefits" end>
        {text("uses")}
      </NavLink>
      <NavLink to="/tiers/benefits/gifts">{text("gifts")}</NavLink>
    </nav>
  );
}
