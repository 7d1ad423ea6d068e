import { pickedFrom, type PickedReading } from './pickReading.ts'
import type { Reading } from './reading.ts'
import type { RuleSubject } from './ruleKind.ts'

/**
 * Several numbers of one unit for one indicator (votes per option, events, correction terms) travel as `rating`
 * readings whose rater says which number it is: `name` the component, `group` whatever the kind says it means.
 * A rater with a group only is the component of that name.
 */
export interface Component {
  group: string
  name: string
  picked: Exclude<PickedReading, { state: 'CONFLICT' }>
  reading: Reading
}

export interface Components {
  list: readonly Component[]
  /** A sentence about the first component that came with two different numbers. */
  conflict: string | null
}

/** The labelled numbers of a unit. The same label with the same number twice (the same sheet twice) counts once. */
export function componentsOf(subject: RuleSubject): Components {
  const seen = new Map<string, Component>()
  let conflict: string | null = null
  for (const reading of subject.readings) {
    if (reading.field !== 'rating') continue
    const rater = reading.rater ?? { group: '', name: '' }
    const label = rater.name === '' ? { group: '', name: rater.group } : rater
    const key = JSON.stringify([label.group, label.name])
    const earlier = seen.get(key)
    if (earlier === undefined) {
      seen.set(key, { group: label.group, name: label.name, picked: pickedFrom(reading), reading })
    } else if (earlier.reading.state !== reading.state || earlier.reading.value !== reading.value) {
      conflict ??= `「${componentLabel(earlier)}」收到两个不同的数，请留下对的一个`
    }
  }
  return { list: [...seen.values()], conflict }
}

export function componentLabel({ group, name }: Pick<Component, 'group' | 'name'>): string {
  return [group, name].filter((part) => part !== '').join(' ') || '没有名称的数'
}
