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

/** `onOpen` makes it a button (open the trace, the grid …). */
export function SourceTag({
  source,
  onOpen
}: {
  source: SourceRef | null
  onOpen?: () => void
}): ReactElement {
  const text = sourceText(source)
  return onOpen === undefined || source === null ? (
    <span className="source-tag ellipsis" title={text}>
      {text}
    </span>
  ) : (
    <button type="button" className="link small ellipsis" title={text} onClick={onOpen}>
      {text}
    </button>
  )
}
