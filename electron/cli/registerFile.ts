import { z } from 'zod'
import { itemFields } from '#shared/domain/register/registerItem.ts'

/** What `liangji register add` reads: one item, or several that are added together or not at all. */
export const registerFile = z.union([itemFields, z.array(itemFields).min(1)])
