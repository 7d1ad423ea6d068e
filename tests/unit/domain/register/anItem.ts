import type { RegisterItem } from '#shared/domain/register/registerItem.ts'
import { anItem as plainItem } from '../../../helpers/registerItem.ts'

/** An item of 甲处 put on the register on 1 January 2026. */
export function anItem(change: Partial<RegisterItem> = {}): RegisterItem {
  return plainItem({ title: '新建健身点', owner: 'a', due: '2026-12-31', ...change })
}
