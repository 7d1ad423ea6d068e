import type { z } from 'zod'
import type { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Problem } from '#shared/problem.ts'

/** Any part may still be missing. Distributes over unions, so that every variant becomes tolerant. */
export type Tolerant<T> = T extends readonly (infer Item)[]
  ? Tolerant<Item>[]
  : T extends object
    ? { [Key in keyof T]?: Tolerant<T[Key]> | undefined }
    : T

/**
 * A scheme under way: what people write into a scheme file (defaults not filled in), with any part missing. Fields that
 * this version does not know travel along untouched: change it only with spreads, never by rebuilding from known fields.
 */
export type Draft = Tolerant<z.input<typeof schemeDefinition>>

export type DraftUnit = NonNullable<Draft['units']>[number]
export type DraftGroup = NonNullable<Draft['groups']>[number]
export type DraftRace = NonNullable<Draft['races']>[number]
export type DraftDimension = NonNullable<DraftRace['dimensions']>[number]
export type DraftIndicator = NonNullable<DraftDimension['indicators']>[number]
export type DraftRule = NonNullable<DraftIndicator['rule']>
export type DraftVariant = NonNullable<DraftIndicator['byGroup']>[number]
export type DraftTarget = NonNullable<DraftIndicator['targets']>[number]
export type DraftWork = NonNullable<NonNullable<DraftIndicator['shared']>['works']>[number]

/** Names of what codes refer to; the code itself (or a word for 「没有名称」) where there is no name. */
export interface DraftNames {
  unit: (code: string | undefined) => string
  group: (code: string | undefined) => string
  race: (code: string | undefined) => string
  dimension: (code: string | undefined) => string
  indicator: (code: string | undefined) => string
}

/**
 * Changes the draft: one step of undo, named `label` (「改满分」). Steps that follow each other with the same `merge`
 * become one, for fields that change with every key.
 */
export type ChangeDraft = (update: (draft: Draft) => Draft, label: string, merge?: string) => void

/** What every tab of the editor gets. Tabs keep no copy of the draft. */
export interface EditorTabProps {
  draft: Draft
  change: ChangeDraft
  /** What main's checks said of the draft as last saved. */
  problems: readonly Problem[]
  names: DraftNames
}
