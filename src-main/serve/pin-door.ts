// Who may come to the open desk with their PIN: people who have given their password to this very process, until three wrong
// PINs in a row. Nothing of it outlives the process, or the closing of the desk.

export const pinTries = 3;

export class PinDoor {
  /** Wrong tries in a row, by account. */
  readonly #tries = new Map<string, number>();

  /** The person has given their password. */
  admit(account: string): void {
    this.#tries.set(account, 0);
  }

  forget(account: string): void {
    this.#tries.delete(account);
  }

  forgetAll(): void {
    this.#tries.clear();
  }

  isOpenTo(account: string): boolean {
    return this.#tries.has(account);
  }

  /** Counts a try before it is made, so that tries made at once are all counted. False when none is left. */
  begin(account: string): boolean {
    const tries = this.#tries.get(account);
    if (tries === undefined || tries >= pinTries) return false;
    this.#tries.set(account, tries + 1);
    return true;
  }

  /** Called when a try was wrong; gives how many are left, and after the last asks for the password. */
  wrong(account: string): number {
    const left = pinTries - (this.#tries.get(account) ?? pinTries);
    if (left <= 0) this.forget(account);
    return Math.max(0, left);
  }
}
