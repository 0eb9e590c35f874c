/** What waits for staff. */
export function ToDo() {
  return null;
}
