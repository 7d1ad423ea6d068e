/** Bounds that keep one file from taking the machine down. Real score books stay far below every one of them. */
export interface ReadLimits {
  /** Largest file on disk, bytes. */
  maxBytes: number
  /** Largest unpacked package (all parts together), bytes. */
  maxUnpackedBytes: number
  /** Largest unpacked single part, bytes. */
  maxPartBytes: number
  /** Unpacked : packed of one part; real sheets stay under 30, bombs reach 1000. */
  maxRatio: number
  /** Merged ranges in one sheet. */
  maxMerges: number
  /** Cells that hold something, whole workbook. */
  maxCells: number
  /** Characters in all cells together; one shared text of 1 MB used 10,000 times is 10 GB to whoever reads on. */
  maxTextChars: number
  /** Heap of the reading thread, MB. */
  maxMemoryMb: number
  /** Largest file that is kept byte for byte with its import. */
  keptBytes: number
}

export const DEFAULT_READ_LIMITS: ReadLimits = {
  maxBytes: 50 * 1024 * 1024,
  maxUnpackedBytes: 200 * 1024 * 1024,
  maxPartBytes: 150 * 1024 * 1024,
  maxRatio: 100,
  maxMerges: 100_000,
  maxCells: 3_000_000,
  maxTextChars: 100_000_000,
  maxMemoryMb: 1536,
  keptBytes: 5 * 1024 * 1024
}

export const DEFAULT_TIMEOUT_MS = 30_000
