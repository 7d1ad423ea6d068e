import type { PeriodKey } from '../../period/periodKey.ts'
import { isBareSpan } from '../header/labelSpan.ts'
import { keywordsOf } from '../header/headerKeywords.ts'
import type { ColumnRole } from '../importPlan.ts'
import { nameKey } from '../names/normaliseLabel.ts'
import { wordsOf } from './headerLabels.ts'
import type { RememberedMapping } from './rememberedMapping.ts'
import { withoutTime } from './relativePeriod.ts'

/**
 * A file and its sheet as they are recognised next quarter: time, dates, 副本 and (1) out of their names. Answers that no
 * label bears out hold for this source only: thirty departments send the same form.
 */
export function sourceKey(file: string, sheet: string, period: PeriodKey): string {
  const stem = nameKey(file.replace(/\.[^.]+$/, ''))
    .replace(/\d{8}/g, '')
    .replace(COPY, '')
  const [fileKey, sheetKey] = [stem, nameKey(sheet)].map((name) => withoutTime(name, period).label)
  return JSON.stringify([fileKey, sheetKey])
}

const COPY = /(?:[-_]?(?:\(\d+\)|副本(?:\(\d+\))?|最终版?|终稿|定稿|修改稿?|v\d+))+$/

/** The fingerprint of a header whose answers hold for every source, or of one source's. */
export function fingerprintOf(labels: readonly string[], source: string | null): string {
  return source === null ? labels.join('\n') : `${labels.join('\n')}\n@${source}`
}

/** 完成 said to be 到位资金: the header alone would not lead there, only the file does. */
export function isOfSource(key: string, role: ColumnRole): boolean {
  if (role.role !== 'value' || (role.indicator === null && role.unit === null)) return false
  return wordsOf(key).every((word) => keywordsOf(word).size > 0 || isBareSpan(word))
}

/** Whether a mapping holds answers of its source. */
export function hasSource({ unit, indicator, columns }: RememberedMapping): boolean {
  return (
    unit !== null ||
    indicator !== null ||
    Object.entries(columns).some(([key, role]) => isOfSource(key, role))
  )
}

/** What of a mapping holds for sheets of other sources as well. */
export function withoutSource(mapping: RememberedMapping): RememberedMapping {
  return {
    ...mapping,
    unit: null,
    indicator: null,
    columns: Object.fromEntries(
      Object.entries(mapping.columns).filter(([key, role]) => !isOfSource(key, role))
    )
  }
}
