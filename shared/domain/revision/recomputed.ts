import { resultSet, type ResultSet } from '../ranking/resultSet.ts'
import { scoreChanges, standingChanges, unitPairs } from './resultChanges.ts'

/** Sentences that one comparison prints before the rest is only counted. */
const SHOWN = 50

export interface Recomputed {
  /** What differs between the frozen and the recomputed results, as sentences. */
  differences: string[]
  /** Fields that only one of the two versions of the program writes: not compared. */
  oneSided: string[]
}

/**
 * Frozen results against the same quarter computed again. Only what both have is compared: a snapshot of an older
 * version may lack fields that this one writes.
 */
export function compareRecomputed(stored: unknown, found: ResultSet): Recomputed {
  const walk: Walk = { different: [], oneSided: new Set() }
  compare(stored, JSON.parse(JSON.stringify(found)), '', walk)
  const oneSided = [...walk.oneSided].sort()
  if (walk.different.length === 0) return { differences: [], oneSided }
  const frozen = resultSet.safeParse(stored)
  const sentences = frozen.success ? sentencesOf(frozen.data, found) : []
  const rest =
    sentences.length > 0
      ? []
      : [
          `成绩的文字内容有 ${walk.different.length} 处与重算不同，如 ${walk.different.slice(0, 3).join('、')}。`
        ]
  const hidden = sentences.length - SHOWN
  return {
    differences: [
      ...sentences.slice(0, SHOWN),
      ...(hidden > 0 ? [`还有 ${hidden} 处得分或名次不同。`] : []),
      ...rest
    ],
    oneSided
  }
}

function sentencesOf(frozen: ResultSet, found: ResultSet): string[] {
  const units = unitPairs(frozen, found)
  const text = (value: string | number | null): string => (value === null ? '无' : String(value))
  return [
    ...scoreChanges(units, found.decimals).map(
      (entry) => `${entry.unitName}「${entry.name}」：冻结 ${text(entry.before)}，重算 ${text(entry.after)}。`
    ),
    ...standingChanges(units).map(
      (entry) =>
        `${entry.unitName}：冻结名次 ${text(entry.rankBefore)}${gradeText(entry.gradeBefore)}，重算名次 ${text(entry.rankAfter)}${gradeText(entry.gradeAfter)}。`
    )
  ]
}

function gradeText(grade: string | null): string {
  return grade === null ? '' : `（${grade}）`
}

interface Walk {
  different: string[]
  oneSided: Set<string>
}

type Json = Record<string, unknown>

function compare(stored: unknown, found: unknown, path: string, walk: Walk): void {
  if (Array.isArray(stored) && Array.isArray(found)) {
    if (stored.length !== found.length) walk.different.push(path)
    else stored.forEach((entry, index) => compare(entry, found[index], `${path}[${index}]`, walk))
  } else if (isObject(stored) && isObject(found)) {
    for (const key of new Set([...Object.keys(stored), ...Object.keys(found)])) {
      const below = path === '' ? key : `${path}.${key}`
      if (Object.hasOwn(stored, key) && Object.hasOwn(found, key))
        compare(stored[key], found[key], below, walk)
      else if (isKeyed(path)) walk.different.push(below)
      else walk.oneSided.add(key)
    }
  } else if (stored !== found) walk.different.push(path)
}

/** Records by code (`mean.dimensions`): there an absent key is a difference, not an older format. */
function isKeyed(path: string): boolean {
  return path.endsWith('.mean.dimensions')
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
