import "@saleor/macaw-ui/style";
import "./kit/kit.css";

import { createRoot } from "react-dom/client";

import { App } from "./app/App";
import { mendMacaw } from "./kit/mend-macaw";
import { dashboardSession } from "./session/dashboard";
import { staffSession } from "./session/staff";
import { settings } from "./settings";

// Menus keep the page from scrolling by a style element of their own, and macaw-ui carries its own
// copy of what makes it: this name is where every copy looks.
Object.assign(globalThis, { __webpack_nonce__: settings.nonce });

// In a frame it is the Dashboard that tells who is there; alone we ask.
const session = window.parent === window ? staffSession(settings) : dashboardSession();

mendMacaw(document.body);
createRoot(document.getElementById("root")!).render(<App session={session} settings={settings} />);
