import type { RawFormat, RawSheet, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { Problem } from '#shared/problem.ts'
import type { ReadLimits } from './readLimits.ts'

export type TextEncoding = NonNullable<RawWorkbook['encoding']>

export interface ReadJob {
  /** Name with suffix, no folder. */
  file: string
  bytes: Uint8Array
  password?: string
  /** Of a text file, over what its bytes suggest. */
  encoding?: TextEncoding
  limits: ReadLimits
}

/** What one kind of file yields; the envelope (hash, size, suffix) is the same for all. */
export interface Content {
  format: RawFormat
  encoding?: TextEncoding
  sheets: RawSheet[]
  problems: Problem[]
}

/** Names of the steps, for the progress line. */
export type ReadStage = '检查文件' | '读取内容' | '整理单元格' | '识别内容'
