// How much of a file is read. What is larger is refused in words before it can harm the desk.

export const importLimits = {
  /** Bytes of the file as it comes. */
  fileBytes: 50 * 1024 * 1024,
  /** Bytes of all parts of a workbook once unpacked. */
  unpackedBytes: 400 * 1024 * 1024,
  /** Parts of a workbook. */
  entries: 2_000,
  /** Unpacked to packed size; a sheet of a million empty lines comes to about a hundred. */
  ratio: 400,
  /** Below this many unpacked bytes no ratio is suspicious. */
  harmlessBytes: 4 * 1024 * 1024,
  /** Lines with something in them, header and titles included. */
  rows: 200_000,
  columns: 200,
  /** Megabytes of memory of the thread that reads. */
  threadMegabytes: 1_200,
} as const;
