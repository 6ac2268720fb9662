// How much a bundle may hold. Every number is checked before memory is taken for what it counts.

export const bundleLimits = {
  /** Bytes of one part: below the 4 GB that FAT32 allows one file. */
  partBytes: 4_000_000_000,
  /** Smallest part that anybody may ask for. */
  smallestPart: 64 * 1024,
  parts: 999,
  /** Entries of the zip: changes and the files of some years. */
  entries: 200_000,
  manifestBytes: 32 * 1024 * 1024,
  /** Requests, answers. */
  listBytes: 16 * 1024 * 1024,
  /** Bytes of one attachment, the same as on the network. */
  blobBytes: 4 * 1024 * 1024 * 1024,
  /** Bytes of everything in a bundle, unpacked. */
  bytes: 512 * 1024 * 1024 * 1024,
  /** Unpacked bytes for each packed one; Chinese text with hashes packs to a fourth. */
  ratio: 200,
  /** Documents of one bundle: 20 million changes. */
  documents: 20_000,
  /** Bundles that one answer answers. */
  answered: 100,
  /** Files a desk may ask for in one bundle. */
  wanted: 10_000,
} as const;
