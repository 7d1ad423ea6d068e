import type { ReactElement } from 'react'
import type { SourceRef } from '#shared/domain/scoring/reading.ts'
import { printDay } from '../text/format.ts'

/** Where a number comes from, in words: file · sheet · cell, a person, a decision, the scheme. */
export function sourceText(source: SourceRef | null): string {
  if (source === null) return '没有来源'
  switch (source.kind) {
    case 'cell':
      return `${source.file} · ${source.sheet} · ${source.address}`
    case 'manual':
      return `${source.by} ${printDay(source.at)}填写：${source.reason}`
    case 'decision':
      return `${source.by} ${printDay(source.at)}决定：${source.basis}`
    case 'scheme':
      return source.clause === '' ? '考核方案' : `考核方案 ${source.clause}`
  }
}

interface Props {
  source: SourceRef | null
  /** Makes it a button (open the trace, the grid …). */
  onOpen?: () => void
  /** Sheet and cell only, where a column repeats the file; the whole source is the tooltip. */
  short?: boolean
}

export function SourceTag({ source, onOpen, short = false }: Props): ReactElement {
  const full = sourceText(source)
  const text = short && source?.kind === 'cell' ? `${source.sheet} · ${source.address}` : full
  return onOpen === undefined || source === null ? (
    <span className="source-tag ellipsis" title={full}>
      {text}
    </span>
  ) : (
    <button type="button" className="link small ellipsis" title={full} onClick={onOpen}>
      {text}
    </button>
  )
}
