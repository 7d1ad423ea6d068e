import type { RawFormat, RawSheet, RawWorkbook } from '#shared/domain/importing/rawWorkbook.ts'
import type { Problem } from '#shared/problem.ts'
import type { ReadLimits } from './readLimits.ts'

export interface ReadJob {
  /** Name with suffix, no folder. */
  file: string
  bytes: Uint8Array
  password?: string
  limits: ReadLimits
}

/** What one kind of file yields; the envelope (hash, size, suffix) is the same for all. */
export interface Content {
  format: RawFormat
  encoding?: RawWorkbook['encoding']
  sheets: RawSheet[]
  problems: Problem[]
}

/** Names of the steps, for the progress line. */
export type ReadStage = '检查文件' | '读取内容' | '整理单元格'
