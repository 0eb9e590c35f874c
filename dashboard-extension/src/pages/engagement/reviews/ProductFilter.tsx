import { Box, Button, DynamicCombobox, Text } from "@saleor/macaw-ui";
import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useQuery } from "urql";

import { LoyaltyCatalogueDocument } from "@/graphql/catalogue";
import type { ListUrl } from "@/kit/list-url";
import { useText } from "@/kit/use-text";

import messages from "./messages";

const PAUSE_MS = 250;

/** Narrows the list to one product, found by a part of its name. */
export function ProductFilter({ list }: { list: ListUrl }) {
  const text = useText(messages);
  const chosen = list.get("product");
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    if (wanted === undefined) return;
    const timer = setTimeout(() => setWanted(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, wanted]);
  const [found] = useQuery({
    query: LoyaltyCatalogueDocument,
    variables: { kind: "PRODUCT", search: wanted ?? "", first: 20 },
    pause: wanted === undefined,
  });
  const [named] = useQuery({
    query: LoyaltyCatalogueDocument,
    variables: { kind: "PRODUCT", ids: chosen ? [chosen] : [] },
    pause: chosen === undefined,
  });
  const name = named.data?.loyaltyCatalogue?.[0]?.name ?? chosen ?? "";
  return (
    <Box display="flex" alignItems="center" gap={2} __width="280px">
      <Text size={2} color="default2">
        {text("product")}
      </Text>
      <Box flexGrow="1">
        <DynamicCombobox
          size="small"
          aria-label={text("product")}
          value={chosen ? { value: chosen, label: name } : null}
          options={(found.data?.loyaltyCatalogue ?? []).map(({ id, name: label }) => ({
            value: id,
            label,
          }))}
          loading={found.fetching}
          onFocus={() => setWanted((old) => old ?? "")}
          onInputValueChange={setTyped}
          onChange={(option) => list.set({ product: option?.value })}
          locale={{ loadingText: text("searching") }}
        />
      </Box>
      {chosen && (
        <Button
          variant="tertiary"
          size="small"
          icon={<X size={16} />}
          aria-label={text("allProducts")}
          title={text("allProducts")}
          onClick={() => list.set({ product: undefined })}
        />
      )}
    </Box>
  );
}
