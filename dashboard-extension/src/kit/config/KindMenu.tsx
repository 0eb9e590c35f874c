import { Box, Button, Dropdown, List, Text } from "@saleor/macaw-ui";
import { Plus } from "lucide-react";
import { useState } from "react";

import { useWhole } from "./context";
import { useLabels } from "./labels";
import type { Kind } from "./schema";

const GROUPS = ["what", "how_much", "who", "when", "where", "event", "together"];

interface KindMenuProps {
  label: string;
  kinds: Kind[];
  onChoose: (kind: Kind) => void;
  disabled?: boolean;
}

/** A button that adds something, after asking which kind of it. */
export function KindMenu({ label, kinds, onChoose, disabled }: KindMenuProps) {
  const { subject } = useWhole();
  const labels = useLabels(subject);
  const [open, setOpen] = useState(false);
  const choose = (kind: Kind) => {
    setOpen(false);
    onChoose(kind);
  };
  return (
    <Dropdown open={open} onOpenChange={setOpen}>
      <Dropdown.Trigger>
        <Button variant="secondary" icon={<Plus size={16} />} disabled={disabled}>
          {label}
        </Button>
      </Dropdown.Trigger>
      <Dropdown.Content align="start">
        <Box className="config-menu">
          <List padding={2} borderRadius={4} boxShadow="defaultOverlay" backgroundColor="default1">
            {grouped(kinds).map(({ group, kinds: some }) => (
              <Box key={group}>
                {group && (
                  <Text as="p" size={2} color="default2" paddingX={2} paddingTop={2} margin={0}>
                    {labels.text(`group.${group}`)}
                  </Text>
                )}
                {some.map((kind) => (
                  <Dropdown.Item key={kind.value}>
                    <List.Item
                      paddingX={2}
                      paddingY={1.5}
                      borderRadius={4}
                      onClick={() => choose(kind)}
                    >
                      <Box display="flex" flexDirection="column">
                        <Text size={3}>{labels.kind(kind.name)}</Text>
                        {labels.kindHint(kind.name) && (
                          <Text size={2} color="default2">
                            {labels.kindHint(kind.name)}
                          </Text>
                        )}
                      </Box>
                    </List.Item>
                  </Dropdown.Item>
                ))}
              </Box>
            ))}
          </List>
        </Box>
      </Dropdown.Content>
    </Dropdown>
  );
}

function grouped(kinds: Kind[]): { group: string; kinds: Kind[] }[] {
  const groupOf = ({ schema }: Kind) => schema["x-group"] ?? "";
  const names = [...new Set(kinds.map(groupOf))];
  names.sort((one, other) => GROUPS.indexOf(one) - GROUPS.indexOf(other));
  return names.map((group) => ({ group, kinds: kinds.filter((kind) => groupOf(kind) === group) }));
}
