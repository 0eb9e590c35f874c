import { Button } from "@saleor/macaw-ui";
import { Sparkles } from "lucide-react";
import { useNavigate } from "react-router-dom";

import { useViewer } from "@/app/viewer";

import { useText } from "./text";

/** A shop without a programme is shown the way to its first one. */
export function StartCall() {
  const text = useText();
  const navigate = useNavigate();
  const { may } = useViewer();
  if (!may("MANAGE_PROGRAMMES")) return null;
  return (
    <div className="page-content start-call">
      <div className="add-first">
        <Sparkles size={24} strokeWidth={1.5} aria-hidden />
        <h2>{text("startTitle")}</h2>
        <p className="grey">{text("startText")}</p>
        <Button variant="primary" onClick={() => navigate("/start")}>
          {text("start")}
        </Button>
      </div>
    </div>
  );
}
