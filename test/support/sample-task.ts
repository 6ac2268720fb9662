// Small records for tests that are about saving and not about a kind.

/** A handbook item that anybody may enter. */
export function taskContent(owner: string, title = '溪心桥路灯报修'): Record<string, unknown> {
  return { title, listed_at: '2025-03-28T20:00', due_at: '2025-04-01T18:00', owner };
}
