// Who waits for which answer of a browser: each command by its number, each event by its name. A browser that ends fails
// everyone who waits, and everyone who asks later.

export type DevtoolsAnswer = Readonly<Record<string, unknown>>;

/** One message from the browser: the answer to a command when it has an id, else an event. */
export type DevtoolsMessage = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: DevtoolsAnswer;
  readonly result?: DevtoolsAnswer;
  readonly error?: { readonly message?: string };
};

type Waiting = { readonly resolve: (answer: DevtoolsAnswer) => void; readonly reject: (error: Error) => void };

export type DevtoolsReplies = {
  readonly next: (key: number | string) => Promise<DevtoolsAnswer>;
  readonly deliver: (message: DevtoolsMessage) => void;
  readonly failAll: (error: Error) => void;
};

function settle(waiting: Waiting, message: DevtoolsMessage): void {
  if (message.error === undefined) waiting.resolve(message.result ?? message.params ?? {});
  else waiting.reject(new Error(`the browser refused: ${message.error.message ?? 'no reason given'}`));
}

export function createDevtoolsReplies(): DevtoolsReplies {
  const waitingByKey = new Map<number | string, Waiting>();
  let failure: Error | null = null;
  return {
    next(key) {
      if (failure !== null) return Promise.reject(failure);
      return new Promise((resolve, reject) => waitingByKey.set(key, { resolve, reject }));
    },
    deliver(message) {
      const key = message.id ?? message.method ?? '';
      const waiting = waitingByKey.get(key);
      if (waiting === undefined) return;
      waitingByKey.delete(key);
      settle(waiting, message);
    },
    failAll(error) {
      failure ??= error;
      for (const waiting of waitingByKey.values()) waiting.reject(failure);
      waitingByKey.clear();
    },
  };
}
