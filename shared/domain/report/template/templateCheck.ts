import { z } from 'zod'
import { problem } from '../../../problem.ts'

/** What a template asks for, and what is wrong with it. */
export const templateCheck = z.object({
  /** Placeholders outside repeated rows, each once, with what stands there this quarter. */
  fields: z.array(z.object({ name: z.string(), count: z.number().int(), value: z.string() })),
  /** Repeated rows, with how many there are this quarter. */
  rows: z.array(
    z.object({
      /** 「排名表 第 5 行」, 「表格第 2 行」. */
      where: z.string(),
      list: z.string(),
      fields: z.array(z.string()),
      count: z.number().int()
    })
  ),
  /** `error`: cannot be filled as it is (unknown placeholders can be answered with 「/」). */
  problems: z.array(problem)
})
export type TemplateCheck = z.infer<typeof templateCheck>

/** A placeholder that nothing can fill; the fill can be told to write 「/」 there. */
export const UNKNOWN_FIELD = 'UNKNOWN_FIELD'
