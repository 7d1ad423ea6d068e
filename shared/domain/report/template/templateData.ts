import { similarity } from '../../importing/names/similarity.ts'
import { cellText } from '../cellText.ts'
import { PREVIEW_MARK } from '../reportFrame.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { TableCell } from '../reportTable.ts'
import { fieldIndex, fieldKey, type FieldInfo } from './fieldSet.ts'
import { reportFields } from './reportFields.ts'
import { templateLists, type TemplateList } from './templateLists.ts'

/** Everything that a template can be filled with: one catalogue for the fill, the picker, the messages and the documents. */
export interface TemplateData {
  /** 「预览，未定稿」, or '' on a frozen snapshot. */
  mark: string
  fields: readonly FieldInfo[]
  lists: readonly TemplateList[]
  /** Undefined: no such field. */
  readonly value: (name: string) => TableCell | undefined
  readonly list: (name: string) => TemplateList | undefined
}

/** @param options `topOnly`, `bottom`, `issuer`, `issuedOn`, `docNumber`, `recipients`, `contact` matter here */
export function templateData(facts: ReportFacts, options: ReportOptions): TemplateData {
  const subject = { facts, options }
  const fields = reportFields(subject)
  const index = fieldIndex(fields)
  const lists = templateLists(facts, options)
  const byName = new Map(lists.map((list) => [fieldKey(list.name), list]))
  return {
    mark: facts.snapshot === null ? PREVIEW_MARK : '',
    fields: fields.map((field) => ({
      name: field.name,
      description: field.description,
      example: cellText(field.value(subject))
    })),
    lists,
    value: (name) => index.get(fieldKey(name))?.value(subject),
    list: (name) => byName.get(fieldKey(name))
  }
}

/** The list that a row without a mark repeats: the first that knows all its row fields; null where none does. */
export function listForFields(data: TemplateData, names: readonly string[]): TemplateList | null {
  return data.lists.find((list) => names.every((name) => list.has(name))) ?? null
}

/** Whether some list has a field of this name and the report as a whole has none. */
export function isRowField(data: TemplateData, name: string): boolean {
  return data.value(name) === undefined && data.lists.some((list) => list.has(name))
}

const ALIKE_ENOUGH = 0.5

/** The known name that is most like an unknown one; null where none is. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const key = fieldKey(name)
  let best: string | null = null
  let most = ALIKE_ENOUGH
  for (const candidate of known) {
    const alike = similarity(key, fieldKey(candidate))
    if (alike >= most && (best === null || alike > most)) {
      best = candidate
      most = alike
    }
  }
  return best
}

/** Names of all fields, those of rows too, for messages. */
export function allFieldNames(data: TemplateData): string[] {
  return [...new Set([...data.fields, ...data.lists.flatMap((list) => list.fields)].map(({ name }) => name))]
}
