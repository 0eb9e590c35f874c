import { Button, Text } from "@saleor/macaw-ui";
import { ChevronDown, ChevronRight, ChevronUp, Plus, Trash2 } from "lucide-react";
import { useRef, useState } from "react";

import { Empty } from "@/kit/states";

import { inner, useWhole, type PartProps } from "./context";
import { asDict, asList, emptyOf, freshSlug, moved, ofKind, putAt } from "./document";
import { faultAt, faultWithin } from "./faults";
import { KindMenu } from "./KindMenu";
import { useLabels } from "./labels";
import { PartFault, PartTitle } from "./ObjectPart";
import { Part } from "./Part";
import { shapeOf, type Kind, type Shape } from "./schema";
import { useSummary } from "./summary";
import { TagsPart } from "./TagsPart";

// With more than these, what was there before begins folded.
const OPEN_AT_MOST = 3;

type Props = PartProps & { shape: Extract<Shape, { kind: "list" }>; error?: string };

/** A list: of short values as one field, of things as a box each. */
export function ListPart(props: Props) {
  const { root } = useWhole();
  const items = shapeOf(root, props.shape.items);
  const plain = items.kind === "string" || items.kind === "integer" || items.kind === "enum";
  return plain ? <TagsPart {...props} items={items} /> : <Things {...props} items={items} />;
}

function Things(props: Props & { items: Shape }) {
  const { shape, items, onChange, spot } = props;
  const { root, subject, faults, disabled } = useWhole();
  const labels = useLabels(subject);
  const list = asList(props.value ?? props.schema.default);
  const label = props.label ?? labels.label(spot);
  const keys = useKeys(list.length);
  const [open, setOpen] = useState<ReadonlySet<number>>(
    () => new Set(list.length > OPEN_AT_MOST ? [] : list.map((_, place) => keys.of(place))),
  );
  const full = list.length >= (shape.schema.maxItems ?? Infinity);
  const toggle = (key: number) =>
    setOpen((old) => new Set(old.has(key) ? [...old].filter((one) => one !== key) : [...old, key]));
  const add = (made: unknown, stem: string) => {
    const named = asDict(made);
    const needsSlug = items.kind === "choice" || items.kind === "object" ? hasSlug(items) : false;
    const next = needsSlug && !named.slug ? { ...named, slug: freshSlug(list, stem) } : made;
    const key = keys.add();
    setOpen((old) => new Set([...old, key]));
    onChange([...list, next]);
  };
  return (
    <div className="config-group" role="group" aria-label={label || labels.label(spot)}>
      {label !== "" && <PartTitle label={label} hint={labels.hint(spot)} />}
      <PartFault text={faultAt(faults, spot.place)} />
      {list.length === 0 && <Empty>{labels.text("form.none-yet")}</Empty>}
      {list.map((item, index) => {
        const key = keys.of(index);
        const place = inner(spot.place, index);
        return (
          <Item
            key={key}
            {...{ item, index, place, items }}
            count={list.length}
            spot={spot}
            schema={shape.items}
            open={open.has(key) || faultWithin(faults, place) !== undefined}
            onToggle={() => toggle(key)}
            onChange={(value) => onChange(putAt(list, index, value))}
            onMove={(to) => {
              keys.move(index, to);
              onChange(moved(list, index, to));
            }}
            onRemove={() => {
              keys.remove(index);
              onChange(list.filter((_, at) => at !== index));
            }}
          />
        );
      })}
      {!disabled && !full && (
        <div>
          <Adder
            items={items}
            onPlain={() =>
              add(
                emptyOf(root, shape.items) ?? (items.kind === "optional" ? null : {}),
                spot.property,
              )
            }
            onKind={(key, kind) => add(ofKind(root, key, kind), kind.value.replaceAll("_", "-"))}
          />
        </div>
      )}
    </div>
  );
}

function hasSlug(items: Extract<Shape, { kind: "choice" | "object" }>): boolean {
  const schema = items.kind === "object" ? items.schema : items.kinds[0]?.schema;
  return schema?.properties?.slug !== undefined;
}

interface AdderProps {
  items: Shape;
  onPlain: () => void;
  onKind: (key: string, kind: Kind) => void;
}

function Adder({ items, onPlain, onKind }: AdderProps) {
  const { subject } = useWhole();
  const labels = useLabels(subject);
  const text = labels.text("form.add");
  if (items.kind === "choice")
    return (
      <KindMenu label={text} kinds={items.kinds} onChoose={(kind) => onKind(items.key, kind)} />
    );
  return (
    <Button variant="secondary" icon={<Plus size={16} />} onClick={onPlain}>
      {text}
    </Button>
  );
}

interface ItemProps {
  item: unknown;
  items: Shape;
  index: number;
  count: number;
  place: string;
  schema: PartProps["schema"];
  spot: PartProps["spot"];
  open: boolean;
  onToggle: () => void;
  onChange: (value: unknown) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

function Item(props: ItemProps) {
  const { item, items, index, count, place, spot, open } = props;
  const { subject, disabled } = useWhole();
  const labels = useLabels(subject);
  const summary = useSummary();
  const { title, detail } = summary(item, items, index);
  const named = (action: string) => labels.text(action, { name: title });
  return (
    <div className="config-item">
      <div className="config-item-head">
        <button
          type="button"
          className="config-toggle"
          aria-expanded={open}
          onClick={props.onToggle}
        >
          {open ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
          <Text size={3} fontWeight="medium">
            {title}
          </Text>
          {detail && (
            <Text size={2} color="default2">
              {detail}
            </Text>
          )}
        </button>
        {!disabled && (
          <span className="config-item-tools">
            <Button
              variant="tertiary"
              size="small"
              icon={<ChevronUp size={16} />}
              aria-label={named("form.up")}
              disabled={index === 0}
              onClick={() => props.onMove(index - 1)}
            />
            <Button
              variant="tertiary"
              size="small"
              icon={<ChevronDown size={16} />}
              aria-label={named("form.down")}
              disabled={index === count - 1}
              onClick={() => props.onMove(index + 1)}
            />
            <Button
              variant="tertiary"
              size="small"
              icon={<Trash2 size={16} />}
              aria-label={named("form.remove")}
              onClick={props.onRemove}
            />
          </span>
        )}
      </div>
      {open && (
        <div className="config-item-body">
          <Part
            schema={props.schema}
            value={item}
            onChange={props.onChange}
            spot={{ place, property: spot.property, owner: spot.owner }}
            label={items.kind === "object" || items.kind === "choice" ? "" : undefined}
            item
          />
        </div>
      )}
    </div>
  );
}

/** Keys that stay with an item when it moves, so that its fields keep what is being typed. */
function useKeys(length: number) {
  const keys = useRef<number[]>([]);
  const last = useRef(0);
  while (keys.current.length < length) keys.current.push((last.current += 1));
  keys.current.length = length;
  return {
    of: (index: number) => keys.current[index] ?? index,
    add: () => {
      keys.current.push((last.current += 1));
      return last.current;
    },
    move: (from: number, to: number) => {
      keys.current = moved(keys.current, from, to) as number[];
    },
    remove: (index: number) => {
      keys.current.splice(index, 1);
    },
  };
}
