import { nameKey } from '../importing/names/normaliseLabel.ts'
import { dec } from '../number/decimal.ts'
import type { SchemeDefinition } from '../scheme/schemeDefinition.ts'
import { LEVEL_WORDS, LEVELS } from './honourLevel.ts'
import { mostOf, type CatalogueInput } from './catalogue.ts'

/** What is wrong with one entry: `error` keeps it from being saved, `confirm` should be looked at. */
export interface CatalogueFault {
  /** Place in the list. */
  index: number
  level: 'error' | 'confirm'
  code: string
  /** Field that it is about. */
  field: keyof CatalogueInput
  message: string
  suggestion: string
}

/**
 * Checks a whole catalogue against the classes of a scheme (S21, S22): unknown class, points beyond the cap of the class, two
 * entries of one name or code, ranges and level tables that contradict themselves.
 */
export function checkCatalogue(
  entries: readonly CatalogueInput[],
  scheme: Pick<SchemeDefinition, 'races'>
): CatalogueFault[] {
  return entries.flatMap((entry, index) =>
    [
      ...classFaults(entry, scheme),
      ...repeats(entries, index),
      ...rangeFaults(entry),
      ...levelFaults(entry)
    ].map((fault) => ({ ...fault, index }))
  )
}

type Fault = Omit<CatalogueFault, 'index'>

function fault(
  level: Fault['level'],
  code: string,
  field: Fault['field'],
  message: string,
  suggestion: string
): Fault {
  return { level, code, field, message, suggestion }
}

function classFaults(entry: CatalogueInput, { races }: Pick<SchemeDefinition, 'races'>): Fault[] {
  const classes = races.flatMap((race) =>
    race.adjustments.classes.filter(({ code }) => code === entry.classCode)
  )
  if (classes.length === 0) {
    const known = races.flatMap((race) => race.adjustments.classes.map(({ name }) => name))
    return [
      fault(
        'error',
        'CATALOGUE_CLASS',
        'classCode',
        `「${entry.name}」的类别「${entry.classCode}」在考核方案里没有。`,
        known.length === 0
          ? '考核方案还没有加减分类别，请先在「赛项设置 › 加减分」里设。'
          : `请改为方案里的类别：${[...new Set(known)].join('、')}。`
      )
    ]
  }
  const most = mostOf(entry)
  const tight = classes.filter(({ cap }) => cap !== undefined && dec(most).greaterThan(dec(cap)))
  return tight
    .slice(0, 1)
    .map(({ name, cap }) =>
      fault(
        'confirm',
        'CATALOGUE_CAP',
        'points',
        `「${entry.name}」最多 ${most} 分，超过「${name}」的封顶 ${cap} 分，超出的部分计不进去。`,
        '请核对分值；按方案封顶的，可以不改。'
      )
    )
}

function repeats(entries: readonly CatalogueInput[], index: number): Fault[] {
  const own = entries[index]!
  const earlier = entries.slice(0, index)
  const sameCode = earlier.some((other) => nameKey(other.code) === nameKey(own.code))
  const sameName = earlier.some((other) => nameKey(other.name) === nameKey(own.name))
  return [
    ...(sameCode
      ? [
          fault(
            'error',
            'CATALOGUE_CODE',
            'code',
            `代码「${own.code}」用了两次。`,
            '请给其中一条换一个代码。'
          )
        ]
      : []),
    ...(sameName
      ? [
          fault(
            'error',
            'CATALOGUE_NAME',
            'name',
            `「${own.name}」有两条，登记时分不清用哪一条。`,
            '请改名写明区别，或只留一条。'
          )
        ]
      : [])
  ]
}

function rangeFaults({ name, points, least, most }: CatalogueInput): Fault[] {
  const message = rangeWords(points, least, most)
  return message === null
    ? []
    : [fault('error', 'CATALOGUE_RANGE', 'least', `「${name}」${message}`, '请改正最少、最多和通常的分值。')]
}

function rangeWords(points: string, least: string | null, most: string | null): string | null {
  if ((least === null) !== (most === null)) return '的分值范围只写了一头，最少和最多要都写或都不写。'
  if (least === null || most === null) return null
  if (dec(least).greaterThan(dec(most))) return `的分值范围颠倒了：最少 ${least}，最多 ${most}。`
  return dec(points).lessThan(dec(least)) || dec(points).greaterThan(dec(most))
    ? `通常 ${points} 分，不在 ${least} 到 ${most} 分之间。`
    : null
}

function levelFaults({ name, levels }: CatalogueInput): Fault[] {
  const twice = levels.find((row, index) => levels.findIndex(({ level }) => level === row.level) < index)
  if (twice !== undefined)
    return [
      fault(
        'error',
        'CATALOGUE_LEVEL',
        'levels',
        `「${name}」的${LEVEL_WORDS[twice.level]}写了两次。`,
        '每个级别只写一行。'
      )
    ]
  const ordered = levels.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
  const rising = ordered.find(
    (row, index) => index > 0 && dec(row.points).greaterThan(dec(ordered[index - 1]!.points))
  )
  if (rising === undefined) return []
  const above = ordered[ordered.indexOf(rising) - 1]!
  const words = `${LEVEL_WORDS[rising.level]} ${rising.points} 分比${LEVEL_WORDS[above.level]} ${above.points} 分还多`
  return [fault('confirm', 'CATALOGUE_LEVEL_ORDER', 'levels', `「${name}」${words}。`, '请核对级别表。')]
}
