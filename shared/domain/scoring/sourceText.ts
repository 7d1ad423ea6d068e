import { describePlace } from '../../problem.ts'
import type { SourceRef } from './reading.ts'

/** `目标任务.xlsx · 表1 · D12`, `人工录入（张三）` …, or an empty string. */
export function sourceText(source: SourceRef | null): string {
  if (source === null) return ''
  switch (source.kind) {
    case 'cell':
      return describePlace({ file: source.file, sheet: source.sheet, cell: source.address })
    case 'manual':
      return `人工录入（${source.by}）`
    case 'decision':
      return `补分（${source.by}）`
    case 'scheme':
      return `方案 ${source.clause}`.trim()
  }
}
