// How large one change may be. Limits are part of the format: raising one needs a new version of it.

export const limits = {
  /** Bytes of a header: 32 parents of 67 bytes, and room. */
  headerBytes: 8 * 1024,
  bodyBytes: 4 * 1024 * 1024,
  /** Levels of arrays and objects inside each other. */
  depth: 8,
  parents: 32,
  operations: 20_000,
  /** UTF-16 units of a reason. */
  reasonLength: 2_000,
  /** UTF-16 units of a path. */
  pathLength: 512,
  saltBytes: 16,
  /** Bytes of an Ed25519 signature (RFC 8032). */
  signatureBytes: 64,
} as const;
