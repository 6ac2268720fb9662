// An expected outcome as data: either a value or a problem. It crosses ports and processes unharmed, which a thrown
// Error does not.

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Err<E> = { readonly ok: false; readonly problem: E };
export type Result<T, E> = Ok<T> | Err<E>;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function err<E>(problem: E): Err<E> {
  return { ok: false, problem };
}
