import type { Draft } from '../editorTab.ts'

type Node = Record<string, unknown>

/** Where lists stand in a scheme, by the field's name: of things, or (a race's groups …) of their codes. */
const LISTS = [
  'lines',
  'units',
  'groups',
  'members',
  'races',
  'dimensions',
  'indicators',
  'targets',
  'byGroup',
  'totals',
  'successions',
  'vetoKinds',
  'classes',
  'tieBreak',
  'boards',
  'streaks',
  'levels',
  'works',
  'shares',
  'aliases',
  'exceptUnits',
  'alsoRank',
  'participants'
]

/**
 * The stored JSON as a draft. A file may hold anything; where a list is expected something else counts as nothing there,
 * so that no screen stumbles over it. Everything else, unknown fields included, stays as it is.
 */
export function readDraft(definition: Readonly<Node>): Draft {
  return readNode(definition)
}

function readNode(node: Readonly<Node>): Node {
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
      // Parameters of rules belong to their kinds, which check them themselves.
      if (key === 'params') return [[key, isNode(value) ? value : {}]]
      if (LISTS.includes(key)) return Array.isArray(value) ? [[key, readList(value)]] : []
      return [[key, isNode(value) ? readNode(value) : value]]
    })
  )
}

function readList(list: readonly unknown[]): unknown[] {
  return list.flatMap((item): unknown[] => {
    if (isNode(item)) return [readNode(item)]
    return typeof item === 'string' ? [item] : []
  })
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
