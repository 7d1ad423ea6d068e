import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { Draft, DraftNames } from '../editorTab.ts'
import { allIndicators } from './rowPath.ts'

interface Named {
  code?: string | undefined
  name?: string | undefined
}

/** Looks up names by code. What nobody named yet is called by its code, what has neither 「没有名称」. */
export function draftNames(draft: Draft): DraftNames {
  const races = draft.races ?? []
  return {
    unit: nameIn(draft.units ?? []),
    group: nameIn(draft.groups ?? []),
    race: nameIn(races),
    dimension: nameIn(races.flatMap((race) => race.dimensions ?? [])),
    indicator: nameIn(allIndicators(draft).map(({ indicator }) => indicator))
  }
}

function nameIn(things: readonly Named[]): (code: string | undefined) => string {
  // A thing without a code has no name by code.
  const names = new Map(things.flatMap(({ code, name }) => (code === undefined ? [] : [[code, name]])))
  return (code) => {
    const name = code === undefined ? '' : wordsOf(names.get(code))
    return name === '' ? (code ?? schemeEditorText.noName) : name
  }
}

export interface CodeOption {
  value: string
  label: string
}

/** Things that can be chosen by name: those that have a code. */
export function codeOptions(things: readonly Named[] | undefined): CodeOption[] {
  return (things ?? []).flatMap(({ code, name }) =>
    code === undefined || code === '' ? [] : [{ value: code, label: wordsOf(name) || code }]
  )
}

/** A stored draft may hold anything where a name belongs: whatever is no text is no name. */
function wordsOf(name: unknown): string {
  return typeof name === 'string' && name.trim() !== '' ? name : ''
}
