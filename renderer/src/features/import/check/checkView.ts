import type { Problem } from '#shared/problem.ts'
import { LEVELS } from '../problemOrder.ts'

/** How the clerk looks at the problems. It changes nothing in the import. */
export interface CheckView {
  /** The file on the screen, or all files of the import with one answer for what is alike. */
  scope: 'FILE' | 'ALL'
  /** Levels that are not listed. */
  hidden: readonly Problem['level'][]
  search: string
  /** The grid shows only the header and rows in which something is wrong. */
  onlyProblems: boolean
  /** What has been tidied already is listed too. */
  tidied: boolean
}

export const START_VIEW: CheckView = {
  scope: 'FILE',
  hidden: [],
  search: '',
  onlyProblems: false,
  tidied: false
}

/** What the list needs to know of a group, of one file or of all. */
export interface ListedGroup {
  group: string
  level: Problem['level']
  title: string
  detail: string
  problems: readonly Problem[]
  values?: readonly string[]
  files?: readonly { name: string }[]
}

export type ListItem<T> =
  { kind: 'LEVEL'; level: Problem['level']; groups: readonly T[] } | { kind: 'GROUP'; group: T }

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

function isFound(group: ListedGroup, wanted: string): boolean {
  if (wanted === '') return true
  const texts = [
    group.title,
    group.detail,
    ...(group.values ?? []),
    ...(group.files ?? []).map((file) => file.name),
    ...group.problems.flatMap(({ place, value, message }) => [
      place.cell ?? '',
      place.sheet ?? '',
      value ?? '',
      message
    ])
  ]
  return texts.some((text) => plain(text).includes(wanted))
}

/** Groups that the search leaves, of all levels: their number stands on the level's button even where it is hidden. */
export function foundGroups<T extends ListedGroup>(groups: readonly T[], search: string): T[] {
  const wanted = plain(search.trim())
  return groups.filter((group) => isFound(group, wanted))
}

/** The lines of the list: each level with its groups under it; tidied ones only when asked for or searched for. */
export function listItems<T extends ListedGroup>(groups: readonly T[], view: CheckView): ListItem<T>[] {
  const found = foundGroups(groups, view.search)
  return LEVELS.filter((level) => !view.hidden.includes(level)).flatMap((level): ListItem<T>[] => {
    const own = found.filter((group) => group.level === level)
    if (own.length === 0) return []
    const opened = level !== 'info' || view.tidied || view.search.trim() !== ''
    return [
      { kind: 'LEVEL', level, groups: own },
      ...(opened ? own.map((group): ListItem<T> => ({ kind: 'GROUP', group })) : [])
    ]
  })
}

export function toggledLevel(view: CheckView, level: Problem['level']): CheckView['hidden'] {
  return view.hidden.includes(level) ? view.hidden.filter((one) => one !== level) : [...view.hidden, level]
}
