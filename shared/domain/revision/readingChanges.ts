import type { Reading, ReadingField } from '../scoring/reading.ts'
import { sourceText } from '../scoring/sourceText.ts'
import { groupedBy } from '../groupedBy.ts'
import type { InputChange } from './revisionDiff.ts'
import type { RevisionNames } from './revisionNames.ts'

const FIELD_WORDS: Record<ReadingField, string> = {
  actual: '完成值',
  target: '报表目标',
  self: '自评',
  score: '评分',
  rating: '打分'
}

/** Readings whose number or state differs. The same number from another cell is no change. */
export function readingChanges(
  before: readonly Reading[],
  after: readonly Reading[],
  names: RevisionNames
): InputChange[] {
  const old = groupedBy(before, keyOf)
  const now = groupedBy(after, keyOf)
  const keys = new Set([...now.keys(), ...old.keys()])
  return [...keys]
    .flatMap((key) => {
      const [was, is] = [old.get(key) ?? [], now.get(key) ?? []]
      if (statesOf(was) === statesOf(is)) return []
      return [{ reading: (is[0] ?? was[0])!, was, is }]
    })
    .sort(
      (a, b) =>
        names.orderOf(a.reading.unit, a.reading.indicator) -
        names.orderOf(b.reading.unit, b.reading.indicator)
    )
    .map(({ reading, was, is }) => ({
      kind: 'READING' as const,
      unit: reading.unit,
      unitName: names.unit(reading.unit),
      what: wordsOf(reading, names),
      before: textOf(was, names),
      after: textOf(is, names),
      sourceBefore: sourcesOf(was),
      sourceAfter: sourcesOf(is)
    }))
}

function keyOf({ unit, indicator, field, rater }: Reading): string {
  return JSON.stringify([unit, indicator, field, rater?.group ?? '', rater?.name ?? ''])
}

/** Two sheets may have given the same thing differently: then both stand here, in any order. */
function statesOf(readings: readonly Reading[]): string {
  return readings
    .map(({ state, value }) => `${state} ${value ?? ''}`)
    .sort()
    .join('|')
}

function wordsOf({ indicator, field, rater }: Reading, names: RevisionNames): string {
  const who =
    rater === null ? '' : `（${[rater.group, rater.name].filter((part) => part !== '').join(' · ')}）`
  return `${names.indicator(indicator)} ${FIELD_WORDS[field]}${who}`
}

function textOf(readings: readonly Reading[], names: RevisionNames): string | null {
  return readings.length === 0 ? null : readings.map((reading) => valueText(reading, names)).join('、')
}

function valueText({ state, value, indicator, field }: Reading, names: RevisionNames): string {
  if (state === 'NA') return '不适用'
  if (state === 'MISSING' || value === null) return '缺报'
  const unit = field === 'actual' || field === 'target' ? names.measure(indicator) : ''
  return `${value}${unit}${state === 'ESTIMATED' ? '（补分）' : ''}`
}

function sourcesOf(readings: readonly Reading[]): string | null {
  const texts = readings.map((reading) => sourceText(reading.source)).filter((text) => text !== '')
  return texts.length === 0 ? null : [...new Set(texts)].join('；')
}
