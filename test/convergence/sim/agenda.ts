// What happens when, in virtual time: events in order of their moment, and of their making where moments are equal.

type Event = { readonly at: number; readonly order: number; readonly run: () => void };

export class Agenda {
  #now = 0;
  #made = 0;
  readonly #heap: Event[] = [];

  /** Virtual ms since the simulation began; it never jumps. */
  get now(): number {
    return this.#now;
  }

  get isEmpty(): boolean {
    return this.#heap.length === 0;
  }

  /** Runs `run` in `delay` ms. */
  after(delay: number, run: () => void): void {
    this.#made += 1;
    this.#heap.push({ at: this.#now + Math.max(0, Math.ceil(delay)), order: this.#made, run });
    this.#rise(this.#heap.length - 1);
  }

  /** Runs the next event; false when there is none up to `until`. */
  step(until: number): boolean {
    const next = this.#heap[0];
    if (next === undefined || next.at > until) return false;
    const last = this.#heap.pop();
    if (last !== undefined && this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#sink(0);
    }
    this.#now = next.at;
    next.run();
    return true;
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(from: number): void {
    for (let at = from; ; ) {
      const left = 2 * at + 1;
      const least = this.#isBefore(left + 1, left) ? left + 1 : left;
      if (!this.#isBefore(least, at)) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #isBefore(left: number, right: number): boolean {
    const first = this.#heap[left];
    const second = this.#heap[right];
    if (first === undefined || second === undefined) return false;
    return first.at - second.at < 0 || (first.at === second.at && first.order < second.order);
  }

  #swap(left: number, right: number): void {
    const first = this.#heap[left];
    const second = this.#heap[right];
    if (first === undefined || second === undefined) return;
    this.#heap[left] = second;
    this.#heap[right] = first;
  }
}
