/** Reviews that wait, one after the other; what was decided stays behind. */
export interface Queue {
  ids: string[];
  place: number;
}

/** With what has been loaded behind what is there; nothing twice. */
export function extended(queue: Queue, loaded: string[]): Queue {
  const known = new Set(queue.ids);
  const fresh = loaded.filter((id) => !known.has(id));
  return fresh.length > 0 ? { ...queue, ids: [...queue.ids, ...fresh] } : queue;
}

/** Without the one that was decided: the one behind it takes its place. */
export function decided(queue: Queue, id: string): Queue {
  const at = queue.ids.indexOf(id);
  if (at === -1) return queue;
  const ids = queue.ids.filter((one) => one !== id);
  const place = at < queue.place ? queue.place - 1 : queue.place;
  return { ids, place };
}

export function moved(queue: Queue, by: number): Queue {
  const place = Math.min(Math.max(queue.place + by, 0), queue.ids.length);
  return { ...queue, place };
}
