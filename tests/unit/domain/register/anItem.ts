import { itemFields, registerItem, type RegisterItem } from '#shared/domain/register/registerItem.ts'

/** An item of 甲处 put on the register on 1 January 2026. */
export function anItem(change: Partial<RegisterItem> = {}): RegisterItem {
  const fields = itemFields.parse({ type: 'COMMITMENT', title: '新建健身点', owner: 'a', due: '2026-12-31' })
  return registerItem.parse({
    ...fields,
    id: 1,
    number: '承-2026-001',
    state: 'IN_PROGRESS',
    percent: null,
    amount: null,
    closeOut: null,
    voided: null,
    source: { from: 'HAND' },
    openedOn: '2026-01-01',
    doneOn: null,
    version: 1,
    ...change
  })
}
