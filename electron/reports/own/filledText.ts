import { cellText } from '#shared/domain/report/cellText.ts'
import type { TableCell } from '#shared/domain/report/reportTable.ts'
import { NOT_APPLICABLE } from '#shared/domain/report/template/fieldSet.ts'
import { placeholdersIn } from '#shared/domain/report/template/placeholders.ts'

/** What a field has at a place; undefined where nothing has it. */
export type ValueOf = (name: string) => TableCell | undefined

/** A text with its fields filled in; what nothing has becomes 「/」, list marks vanish. */
export function filledText(text: string, valueOf: ValueOf): string {
  let out = ''
  let at = 0
  for (const { kind, name, start, end } of placeholdersIn(text)) {
    out += text.slice(at, start)
    if (kind === 'FIELD') {
      const value = valueOf(name)
      out += value === undefined ? NOT_APPLICABLE : cellText(value)
    }
    at = end
  }
  return out + text.slice(at)
}

/** What a cell gets: the field's own kind where the text is nothing but one field, else words. */
export function filledCell(text: string, valueOf: ValueOf): TableCell {
  const fields = placeholdersIn(text).filter(({ kind }) => kind === 'FIELD')
  const [only] = fields
  if (fields.length === 1 && text.replace(/\{\{[^{}]*\}\}/g, '').trim() === '') {
    const value = valueOf(only!.name)
    return value === undefined ? NOT_APPLICABLE : value
  }
  return filledText(text, valueOf)
}
