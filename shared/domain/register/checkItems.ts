import { checkItem, incompleteParts, type FieldObjection, type KnownNames } from './checkItem.ts'
import type { ItemFields, RegisterItem } from './registerItem.ts'

/** What of an item its place under others needs. */
export type TreeItem = Pick<RegisterItem, 'id' | 'number' | 'parent' | 'state' | 'voided'>

/** Items by id, as far as parents are looked up. */
export type Tree = ReadonlyMap<number, TreeItem>

/**
 * Whether an item may be put under a parent: it exists, is not an item of its own parts (the whole ring is named) and
 * takes part still.
 */
export function checkParent(
  item: Pick<TreeItem, 'state'> & { id: number | null; number: string },
  parent: number | null,
  tree: Tree
): FieldObjection | null {
  if (parent === null) return null
  const object = (message: string): FieldObjection => ({ field: 'parent', message })
  const above = tree.get(parent)
  if (above === undefined) return object('上级事项已找不到，请重新选。')
  const ring = item.id === null ? null : ringThrough(item.id, parent, tree)
  if (ring !== null) {
    const names = [item.number, ...ring.map(({ number }) => number), item.number]
    return object(`上下级绕成了一圈：${names.join(' → ')}。请换一个上级事项。`)
  }
  if (above.voided !== null) return object(`上级事项「${above.number}」已作废，请先恢复它，或换一个。`)
  if (above.state === 'CLOSED' && item.state !== 'CLOSED')
    return object(`上级事项「${above.number}」已销号，请先重新打开它，或换一个。`)
  return null
}

/** The items from `parent` up to the one below `id`, where `id` is met on the way up. */
function ringThrough(id: number, parent: number, tree: Tree): TreeItem[] | null {
  const way: TreeItem[] = []
  const seen = new Set<number>()
  let at: number | null = parent
  while (at !== null && !seen.has(at)) {
    if (at === id) return way
    seen.add(at)
    const item = tree.get(at)
    if (item === undefined) return null
    way.push(item)
    at = item.parent
  }
  return null
}

export interface ItemFinding {
  id: number
  number: string
  title: string
  /** `confirm`: to be filled in; `error`: contradicts itself. */
  level: 'error' | 'confirm'
  field: keyof ItemFields
  message: string
}

/** Everything that is wrong or missing in the registers, item by item. Voided items are left out, closed ones lack nothing. */
export function checkItems(items: readonly RegisterItem[], known: KnownNames): ItemFinding[] {
  const tree = new Map(items.map((item) => [item.id, item]))
  return items
    .filter((item) => item.voided === null)
    .flatMap((item) => {
      const { id, number, title } = item
      const missing: ItemFinding[] =
        item.state === 'CLOSED'
          ? []
          : incompleteParts(item).map((part) => ({
              id,
              number,
              title,
              level: 'confirm',
              field: part === '责任单位' ? 'owner' : 'due',
              message: `没有${part}，请补上。`
            }))
      const own = checkItem(item, known)
      const parent = checkParent(item, item.parent, tree)
      const wrong = parent === null ? own : [...own, parent]
      return [
        ...missing,
        ...wrong.map(({ field, message }) => ({ id, number, title, level: 'error' as const, field, message }))
      ]
    })
}
