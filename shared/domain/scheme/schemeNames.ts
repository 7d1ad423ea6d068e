import { z } from 'zod'

/** What refers to what in a scheme: codes only, names are never keys. */
export const code = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, '代码只用小写字母、数字、- 和 _')
export const name = z.string().trim().min(1).max(120)
