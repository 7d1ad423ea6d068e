import type { PaperBlock, PaperSection } from '#shared/domain/report/reportContent.ts'

export type BlockOf<K extends PaperBlock['type']> = Extract<PaperBlock, { type: K }>

/** Blocks of one type, in order. */
export function blocksOf<K extends PaperBlock['type']>({ blocks }: PaperSection, type: K): BlockOf<K>[] {
  return blocks.filter((block): block is BlockOf<K> => block.type === type)
}

/** Every text that stands in something, wherever. */
export function textsIn(content: unknown): string[] {
  if (typeof content === 'string') return [content]
  if (content === null || typeof content !== 'object') return []
  return Object.values(content).flatMap(textsIn)
}

/** Names of `others` that stand in a content once the unit's own name is taken out of it. */
export function namesIn(content: unknown, own: string, others: readonly string[]): string[] {
  const texts = textsIn(content).map((text) => text.replaceAll(own, ''))
  return others.filter((other) => other !== own && texts.some((text) => text.includes(other)))
}
