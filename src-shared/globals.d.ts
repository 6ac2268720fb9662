// The only globals beyond the language that shared code may use: they are the same in Node, browsers and workers.

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(encoding?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

declare function structuredClone<T>(value: T): T;

/** A named piece of bytes, the same in browsers and in Node; the contract carries attachments as such. */
declare class Blob {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}
declare class File extends Blob {
  constructor(parts: readonly (Uint8Array | string)[], name: string, options?: { readonly type?: string });
  readonly name: string;
}
