import { CHOICES } from '../words/choiceWords.ts'

/** Words that several checks use. */

interface Named {
  code: string
  name: string
}

/** Code → name; a code that nothing has stands for itself. */
export function namesIn(things: readonly Named[]): (code: string) => string {
  const names = new Map(things.map((thing) => [thing.code, thing.name]))
  return (code) => names.get(code) ?? code
}

export function codesOf(things: readonly Named[]): Set<string> {
  return new Set(things.map((thing) => thing.code))
}

/** The first three and how many there are. */
export function someOf(names: readonly string[], what = '个单位'): string {
  const shown = names.slice(0, 3).join('、')
  return names.length > 3 ? `${shown} 等 ${names.length} ${what}` : shown
}

export function choiceWord(field: string, value: string): string {
  return CHOICES[field]?.[value] ?? value
}

export function repeatedIn(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
