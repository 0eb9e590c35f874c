import { FormDialog } from "@/kit/FormDialog";
import { AdjustFields, useAdjusting, type Adjustable } from "@/shared/member/AdjustForm";

import { useChanged } from "../fresh";
import { useText } from "../text";

export function AdjustDialog({ member, onClose }: { member: Adjustable; onClose: () => void }) {
  const text = useText();
  const changed = useChanged();
  const adjusting = useAdjusting(member);
  return (
    <FormDialog
      title={text("adjust")}
      confirm={adjusting.label}
      destructive={adjusting.destructive}
      busy={adjusting.busy}
      onClose={onClose}
      submit={async () => {
        if (!(await adjusting.submit())) return;
        changed();
        onClose();
      }}
    >
      <AdjustFields member={member} adjusting={adjusting} />
    </FormDialog>
  );
}
