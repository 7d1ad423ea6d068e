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
  const names = new Map(things.map(({ code, name }) => [code, name]))
  return (code) => {
    const name = names.get(code)
    return name === undefined || name.trim() === '' ? (code ?? schemeEditorText.noName) : name
  }
}

export interface CodeOption {
  value: string
  label: string
}

/** Things that can be chosen by name: those that have a code. */
export function codeOptions(things: readonly Named[] | undefined): CodeOption[] {
  return (things ?? []).flatMap(({ code, name }) =>
    code === undefined || code === ''
      ? []
      : [{ value: code, label: name === undefined || name === '' ? code : name }]
  )
}
