import type { SchemeDefinition } from '../../scheme/schemeDefinition.ts'

const LEAD = '牵头单位'

/**
 * A card is handed to its unit: the sentences of the engine may name the unit that leads a shared work (共享工作), which is
 * left out here. What people wrote (reasons, bases, file names) stays as they wrote it.
 */
export function withoutOthers({ units }: SchemeDefinition, own: string): (text: string) => string {
  const names = units
    .filter(({ code }) => code !== own)
    .flatMap(({ name, shortName }) => (shortName === undefined ? [name] : [name, shortName]))
    .sort((a, b) => b.length - a.length)
  return (text) => {
    let rest = text
    let kept = ''
    for (let at = rest.indexOf(LEAD); at >= 0; at = rest.indexOf(LEAD)) {
      const end = at + LEAD.length
      const named = names.find((name) => rest.startsWith(name, end))
      kept += rest.slice(0, end)
      rest = rest.slice(end + (named?.length ?? 0))
    }
    return kept + rest
  }
}
