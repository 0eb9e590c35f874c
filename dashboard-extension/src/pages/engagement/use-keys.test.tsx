import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";

import { useKeys } from "./use-keys";

function Page({ act, dialog }: { act: () => void; dialog?: boolean }) {
  useKeys({ a: act, ArrowRight: act, n: undefined });
  return (
    <>
      <textarea aria-label="Reason" />
      {dialog && <div role="dialog">Why?</div>}
    </>
  );
}

it("listens to its keys alone, small or large", () => {
  const act = vi.fn();
  render(<Page act={act} />);
  for (const key of ["a", "A", "ArrowRight", "n", "x"]) fireEvent.keyDown(document.body, { key });
  expect(act).toHaveBeenCalledTimes(3);
});

it("is silent while somebody types, holds a modifier, keeps a key down or answers a dialog", () => {
  const act = vi.fn();
  const { rerender } = render(<Page act={act} />);
  fireEvent.keyDown(screen.getByLabelText("Reason"), { key: "a" });
  fireEvent.keyDown(document.body, { key: "a", ctrlKey: true });
  fireEvent.keyDown(document.body, { key: "a", repeat: true });
  rerender(<Page act={act} dialog />);
  fireEvent.keyDown(document.body, { key: "a" });
  expect(act).not.toHaveBeenCalled();
});
