import { nameKey } from '../importing/names/normaliseLabel.ts'
import type { CatalogueEntry } from './catalogue.ts'
import { pointsAt } from './catalogue.ts'
import type { Honour } from './honour.ts'
import { isHigher, LEVEL_WORDS } from './honourLevel.ts'
import type { HonourRule } from './honourSettings.ts'

/** The rule that fits best: kind and level, then the kind alone, then the level alone, then any. */
export function ruleFor(
  rules: readonly HonourRule[],
  honour: Pick<Honour, 'kind' | 'level'>
): HonourRule | null {
  const fits = rules.filter(
    (rule) =>
      (rule.kind === '*' || rule.kind === honour.kind) && (rule.level === '*' || rule.level === honour.level)
  )
  const weight = (rule: HonourRule): number => (rule.kind === '*' ? 0 : 2) + (rule.level === '*' ? 0 : 1)
  return fits.toSorted((a, b) => weight(b) - weight(a))[0] ?? null
}

/** The bonus that a rule gives an honour, and what may stand in its way. */
export type HonourBonus =
  | { state: 'NONE' }
  | { state: 'PROPOSED'; catalogue: CatalogueEntry; points: string; sentence: string }
  /** The same document or title is on the register at a higher level: only that one counts (S21). */
  | { state: 'LOWER'; sentence: string }

/** Same holder, and the same document, or where none is written the same title. */
function isSameAward(a: Honour, b: Honour): boolean {
  if (a.unit !== b.unit || nameKey(a.person) !== nameKey(b.person)) return false
  const [mine, theirs] = [nameKey(a.document), nameKey(b.document)]
  if (mine !== '' && mine === theirs) return true
  return nameKey(a.title) === nameKey(b.title)
}

/**
 * What the rules make of one honour among all in force. An honour below another of the same document or title gives nothing:
 * 同一表彰文件取最高层次 (S21), 同项内容按最高级别加一次分 (S22). Of equal ones the one that was registered first counts.
 */
export function bonusOf(
  honour: Honour,
  all: readonly Honour[],
  rules: readonly HonourRule[],
  catalogue: ReadonlyMap<string, CatalogueEntry>
): HonourBonus {
  const rule = ruleFor(rules, honour)
  const entry = rule === null ? undefined : catalogue.get(rule.catalogue)
  if (entry === undefined || entry.endedAt !== null) return { state: 'NONE' }
  const better = all.find(
    (other) =>
      other.id !== honour.id &&
      other.voided === null &&
      isSameAward(honour, other) &&
      ruleFor(rules, other) !== null &&
      (isHigher(other.level, honour.level) || (other.level === honour.level && other.id < honour.id))
  )
  if (entry.highestOnly && better !== undefined) {
    const word = better.level === honour.level ? '同一' : `${LEVEL_WORDS[better.level]}的同一`
    return {
      state: 'LOWER',
      sentence: `${word}荣誉已登记（第 ${better.id} 号「${better.title}」），同一表彰取最高层次，这一项不另加分。`
    }
  }
  const points = pointsAt(entry, honour.level)
  return {
    state: 'PROPOSED',
    catalogue: entry,
    points,
    sentence: `${LEVEL_WORDS[honour.level]}荣誉按目录「${entry.name}」可加 ${points} 分。`
  }
}
