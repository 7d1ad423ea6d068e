import { z } from 'zod'
import { nameKey } from '../importing/names/normaliseLabel.ts'
import { honourLevel } from './honourLevel.ts'

/** Who can hold an honour of a kind. */
export const holderKind = z.enum(['PERSON', 'UNIT', 'EITHER'])
export type HolderKind = z.infer<typeof holderKind>

export const honourKind = z.strictObject({
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(40),
  /** Kinds that one heading joins: 两优一先. */
  family: z.string().trim().max(40).default(''),
  holder: holderKind
})
export type HonourKind = z.infer<typeof honourKind>

/** Which honours earn a bonus: kind and level → entry of the catalogue, whose level table says how much. */
export const honourRule = z.strictObject({
  /** '*' is every kind. */
  kind: z.string().min(1),
  level: z.union([honourLevel, z.literal('*')]),
  /** Code of a catalogue entry. */
  catalogue: z.string().min(1)
})
export type HonourRule = z.infer<typeof honourRule>

const FAMILY = '两优一先'

/** The kinds that the founding units name; an office adds its own. */
const FOUNDING_KINDS: HonourKind[] = [
  { code: 'PARTY_MEMBER', name: '优秀共产党员', family: FAMILY, holder: 'PERSON' },
  { code: 'PARTY_WORKER', name: '优秀党务工作者', family: FAMILY, holder: 'PERSON' },
  { code: 'PARTY_BRANCH', name: '先进基层党组织', family: FAMILY, holder: 'UNIT' },
  { code: 'STUDIO', name: '创新工作室', family: '', holder: 'UNIT' },
  { code: 'MODEL', name: '先进典型', family: '', holder: 'EITHER' },
  { code: 'CRAFT', name: '匠心年度人物', family: '', holder: 'PERSON' },
  { code: 'OTHER', name: '其他荣誉', family: '', holder: 'EITHER' }
]

/** Setting `honours`: kinds in the order of the office's list, and the rules that turn honours into bonuses. */
export const honourSettings = z.strictObject({
  kinds: z.array(honourKind).min(1).default(FOUNDING_KINDS),
  rules: z.array(honourRule).default([])
})
export type HonourSettings = z.infer<typeof honourSettings>

/** The kind that a text names, by code, name or the heading of a single kind; null when none does. */
export function findHonourKind({ kinds }: HonourSettings, text: string): HonourKind | null {
  const key = nameKey(text)
  if (key === '') return null
  const named = kinds.find((kind) => nameKey(kind.code) === key || nameKey(kind.name) === key)
  if (named !== undefined) return named
  const family = kinds.filter((kind) => kind.family !== '' && nameKey(kind.family) === key)
  return family.length === 1 ? family[0]! : null
}

/** Why a kind cannot be held so; null when it can. */
export function holderObjection(kind: HonourKind, person: string): string | null {
  if (kind.holder === 'PERSON' && person === '') return `「${kind.name}」是个人荣誉，请写明获奖人。`
  if (kind.holder === 'UNIT' && person !== '')
    return `「${kind.name}」是集体荣誉，获奖人应空着；个人获得的请选个人荣誉的种类。`
  return null
}

/** What is wrong with the list itself, in whole sentences. */
export function checkHonourSettings({ kinds, rules }: HonourSettings): string[] {
  const repeated = (values: readonly string[]): string[] =>
    values.filter((value, index) => values.findIndex((other) => nameKey(other) === nameKey(value)) < index)
  return [
    ...repeated(kinds.map((kind) => kind.code)).map((code) => `荣誉种类的代码「${code}」重复。`),
    ...repeated(kinds.map((kind) => kind.name)).map((name) => `荣誉种类「${name}」重复。`),
    ...rules
      .filter((rule) => rule.kind !== '*' && !kinds.some((kind) => kind.code === rule.kind))
      .map((rule) => `加分规则用到的荣誉种类「${rule.kind}」不在清单里。`),
    ...repeated(rules.map((rule) => `${rule.kind} ${rule.level}`)).map(
      () => '同一种类、同一级别有两条加分规则，不知道按哪一条；请只留一条。'
    )
  ].filter((sentence, index, all) => all.indexOf(sentence) === index)
}
