import { z } from 'zod'

/** 级别 of an award, highest first: 「同一表彰文件取最高层次」 (S21). */
export const honourLevel = z.enum(['NATIONAL', 'PROVINCIAL', 'CITY', 'DISTRICT', 'OWN'])
export type HonourLevel = z.infer<typeof honourLevel>

export const LEVELS: readonly HonourLevel[] = honourLevel.options

export const LEVEL_WORDS: Record<HonourLevel, string> = {
  NATIONAL: '国家级',
  PROVINCIAL: '省级',
  CITY: '市级',
  DISTRICT: '区县级',
  OWN: '本单位'
}

/** How lists write the levels, in the order in which they are looked for: 「省部级」 is the province's. */
const PATTERNS: readonly (readonly [RegExp, HonourLevel])[] = [
  [/国家|全国|中央|国务院/, 'NATIONAL'],
  [/省/, 'PROVINCIAL'],
  [/市|厅局|地厅/, 'CITY'],
  [/区|县|旗/, 'DISTRICT'],
  [/单位|本局|本校|集团|公司|内部|校级|局级/, 'OWN']
]

/** The level that a cell names (「省级」 「全国」 「区县」); null when it names none. */
export function parseLevel(text: string): HonourLevel | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  return PATTERNS.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** Whether one level is above another. */
export function isHigher(a: HonourLevel, b: HonourLevel): boolean {
  return LEVELS.indexOf(a) < LEVELS.indexOf(b)
}
