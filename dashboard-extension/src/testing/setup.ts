import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// jsdom lays nothing out, so nothing ever changes its size; checkboxes watch theirs.
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
