// How much one message may hold. Every message is bounded and paged, so that no size is ever met by surprise, on a
// network of 50 kbit/s as little as on a fast one.

export const syncLimits = {
  /** Bytes of one document (page, push, bundle part), decompressed; more is refused before it is read. */
  documentBytes: 24 * 1024 * 1024,
  /** Items of one document: twice a push, since groups of other devices are sent whole. */
  documentItems: 4_000,
  /** Changes and bytes after which a push is cut. One change may go past the bytes, never past `documentBytes`. */
  pushChanges: 1_000,
  pushBytes: 4 * 1024 * 1024,
  /** Orders to erase of one push that holds nothing else. */
  pushOrders: 200,
  /** Entries and bytes after which a page of the log is cut. */
  pageEntries: 1_000,
  pageBytes: 4 * 1024 * 1024,
  offerIds: 2_000,
  fetchIds: 500,
  vectorChains: 1_000,
  checkpoints: 40,
  scopes: 64,
  directoryDevices: 200,
  /** Serials of one block of record numbers, and the highest one that a desk may say it has used. */
  numberBlock: 1_000,
  numberSerial: 10_000_000,
  snapshotParts: 100_000,
  snapshotPartBytes: 8 * 1024 * 1024,
  /** Bytes of one JSON line that is no change: heads, entries, receipts. */
  lineBytes: 64 * 1024,
} as const;
