import { itemFields, registerItem, type RegisterItem } from '#shared/domain/register/registerItem.ts'

/** A register item with what a test cares about; everything else at its default. */
export function anItem(some: Partial<RegisterItem> & { id?: number } = {}): RegisterItem {
  const id = some.id ?? 1
  return registerItem.parse({
    ...itemFields.parse({ type: 'COMMITMENT', title: `事项 ${id}` }),
    id,
    number: `承-2026-${String(id).padStart(3, '0')}`,
    state: 'IN_PROGRESS',
    percent: null,
    amount: null,
    closeOut: null,
    voided: null,
    source: { from: 'HAND' },
    openedOn: '2026-01-01',
    doneOn: null,
    version: 1,
    ...some
  })
}
