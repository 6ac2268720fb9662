// Strings that must not be mixed up carry their meaning in the type.

declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
