// News for a window as a stream. News that nobody has taken yet is put together, so that an import of ten thousand rows is
// a few messages and a window that stands still costs nothing.

import type { DeskEvent } from '../../src-shared/contract/views.ts';
import type { DeskSession } from './desk-session.ts';

/** Milliseconds in which news gathers before it is sent. */
const gathering = 50;
/** Ids named in one message; beyond them the window reads everything anew anyway. */
const mostIds = 1_000;

export async function* deskEvents(
  session: DeskSession,
  signal: AbortSignal | undefined,
): AsyncGenerator<DeskEvent, void, void> {
  const waiting = new Map<DeskEvent['type'], DeskEvent>();
  let wake: () => void = () => undefined;
  const stopListening = session.listen((event) => {
    waiting.set(event.type, merged(waiting.get(event.type), event));
    wake();
  });
  const stop = () => wake();
  signal?.addEventListener('abort', stop);
  try {
    while (!signal?.aborted) {
      if (waiting.size === 0) await new Promise<void>((resolve) => (wake = resolve));
      if (!waiting.has('locked')) await new Promise((resolve) => setTimeout(resolve, gathering));
      const news = [...waiting.values()];
      waiting.clear();
      yield* news;
    }
  } finally {
    stopListening();
    signal?.removeEventListener('abort', stop);
  }
}

function merged(before: DeskEvent | undefined, event: DeskEvent): DeskEvent {
  if (before?.type !== 'records' || event.type !== 'records') return event;
  return { type: 'records', ids: [...new Set([...before.ids, ...event.ids])].slice(-mostIds) };
}
