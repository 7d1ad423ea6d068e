import type { CatalogueIndicator, CataloguePart } from '../catalogue.ts'
import { tidy } from '../names/normaliseLabel.ts'
import type { PartHit, PartIndex } from '../names/partIndex.ts'
import type { Reported } from '../problems/problemSink.ts'
import type { RaterLabel } from '../names/raterLabel.ts'

export type SettledRater = { rater: RaterLabel | null; problem: null } | { rater: null; problem: Reported }

const WHAT = { VOTES: '选项', EVENTS: '扣分项', MARKS: '打分单位', TERMS: '修正项' } as const

/**
 * Which of an indicator's several numbers a cell is. Column, row and sheet each may name the part or its group, in either
 * order; what is neither is an error, because a number under a wrong name would be lost or counted elsewhere.
 */
export function settleRater(
  indicator: CatalogueIndicator,
  named: readonly (RaterLabel | null)[],
  index: PartIndex
): SettledRater {
  const { parts } = indicator
  if (!parts) {
    const rater = named.find((label) => label !== null && (label.name !== '' || label.group !== ''))
    return { rater: rater ?? null, problem: null }
  }
  const texts = named
    .flatMap((label) => (label === null ? [] : [label.name, label.group]))
    .filter((text) => text !== '')
  const own = texts
    .map((text) => ({ text, hit: index.hits(text).find((hit) => hit.indicator === indicator.code) }))
    .find(({ hit }) => hit !== undefined)
  if (own?.hit === undefined) return unknown(indicator, texts[0] ?? '')
  const { part } = own.hit
  const others = [...new Set(texts.filter((text) => text !== own.text))]
  const found = others.map((text) => groupOf(text, own.hit!, indicator, index))
  const group = [own.hit.group, ...found].find((one) => one !== null && one !== '') ?? ''
  const stranger = others.find((_text, at) => found[at] === null)
  if (stranger === undefined) return { rater: { group, name: part.name }, problem: null }
  // Several people of one provider, and votes that the scheme does not weigh by groups, keep their own names.
  if (parts.kind === 'MARKS') return { rater: { group: part.name, name: tidy(stranger) }, problem: null }
  if (parts.kind === 'VOTES' && parts.groups.length === 0)
    return { rater: { group: tidy(stranger), name: part.name }, problem: null }
  return { rater: null, problem: unknownGroup(indicator, stranger) }
}

/** Null for a text that is no group of the indicator's parts; empty where it names the same part once more. */
function groupOf(text: string, own: PartHit, { code }: CatalogueIndicator, index: PartIndex): string | null {
  const hit = index.groupsOf(text).find(({ indicator }) => indicator === code)
  if (hit) return hit.group
  return index.hits(text).some(({ part }) => part === own.part) ? '' : null
}

function unknown(indicator: CatalogueIndicator, text: string): SettledRater {
  const { kind, parts } = indicator.parts!
  const names = parts.map(({ name }) => name)
  return {
    rater: null,

    problem: {
      code: 'UNKNOWN_PART',
      level: 'error',
      message:
        text === ''
          ? `这个数没有写是「${indicator.name}」的哪个${WHAT[kind]}（${names.join('、')}）。`
          : `「${tidy(text)}」不是方案里「${indicator.name}」的${WHAT[kind]}。`,
      suggestion: `请选择它是哪个${WHAT[kind]}，或在方案里补上。`,
      group: `UNKNOWN_PART:${tidy(text)}`,
      candidates: names.map((name) => ({ code: name, name }))
    }
  }
}

function unknownGroup(indicator: CatalogueIndicator, text: string): Reported {
  const { kind, groups } = indicator.parts!
  const what = kind === 'VOTES' ? '评价主体' : '情形'
  return {
    code: 'UNKNOWN_PART_GROUP',
    level: 'error',
    message: `「${tidy(text)}」不是方案里「${indicator.name}」的${what}。`,
    suggestion: `请在原表改成方案里的${what}${groups.length === 0 ? '' : `（${groups.join('、')}）`}后重新导入，或在方案里补上。`,
    group: `UNKNOWN_PART_GROUP:${tidy(text)}`
  }
}

/** The part that a settled rater stands for; null for people and for indicators without parts. */
export function partOfRater(
  indicator: CatalogueIndicator | null,
  rater: RaterLabel | null
): CataloguePart | null {
  return indicator?.parts?.parts.find(({ name }) => name === rater?.name) ?? null
}
