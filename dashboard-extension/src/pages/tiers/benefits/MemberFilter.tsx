import { Box, Button, DynamicCombobox } from "@saleor/macaw-ui";
import { X } from "lucide-react";

import type { ListUrl } from "@/kit/list-url";
import { useText } from "@/kit/use-text";

import messages from "./messages";
import { useMemberName, useMemberSearch } from "./use-members";

/** Narrows the list to one member, found by name, e-mail or code. */
export function MemberFilter({ list }: { list: ListUrl }) {
  const text = useText(messages);
  const chosen = list.get("member");
  const name = useMemberName(chosen);
  const search = useMemberSearch();
  return (
    <Box display="flex" alignItems="center" gap={1} __width="320px">
      <Box flexGrow="1">
        <DynamicCombobox
          size="small"
          label={text(chosen ? "member" : "anyMember")}
          value={chosen ? { value: chosen, label: name ?? chosen } : null}
          options={search.options}
          loading={search.loading}
          onFocus={search.begin}
          onInputValueChange={search.type}
          onChange={(option) => list.set({ member: option?.value })}
          locale={{ loadingText: text("searching") }}
        />
      </Box>
      {chosen && (
        <Button
          variant="tertiary"
          size="small"
          icon={<X size={16} />}
          aria-label={text("allMembers")}
          title={text("allMembers")}
          onClick={() => list.set({ member: undefined })}
        />
      )}
    </Box>
  );
}
