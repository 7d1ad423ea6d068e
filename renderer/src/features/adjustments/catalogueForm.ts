import type { CatalogueEntry, CatalogueInput } from '#shared/domain/incentive/catalogue.ts'
import { LEVELS, type HonourLevel } from '#shared/domain/incentive/honourLevel.ts'
import { catalogueText } from '../../text/adjustments.ts'
import { adjustmentsText } from '../../text/adjustments.ts'
import { typedNumber } from '../decisions/decisionForm.ts'

/** What the form holds; '' is: not filled in. */
export interface CatalogueForm extends Omit<CatalogueInput, 'points' | 'least' | 'most' | 'levels'> {
  points: string
  least: string
  most: string
  levels: Record<HonourLevel, string>
}

export type CatalogueErrors = Partial<Record<keyof CatalogueForm, string>>

const noLevels = (): Record<HonourLevel, string> =>
  Object.fromEntries(LEVELS.map((level) => [level, ''])) as Record<HonourLevel, string>

export function blankCatalogue(): CatalogueForm {
  return {
    ...{ code: '', classCode: '', name: '', points: '', least: '', most: '', levels: noLevels() },
    ...{ evidence: 'DOCUMENT', highestOnly: true, instant: false, clause: '' }
  }
}

export function catalogueFormOf(entry: CatalogueEntry): CatalogueForm {
  const { code, classCode, name, points, least, most, levels, evidence, highestOnly, instant, clause } = entry
  return {
    ...{ code, classCode, name, points, evidence, highestOnly, instant, clause },
    ...{ least: least ?? '', most: most ?? '' },
    levels: {
      ...noLevels(),
      ...Object.fromEntries(levels.map((row) => [row.level, row.points]))
    }
  }
}

/** The entry that the form describes, or what is wanting by field. */
export function catalogueInputOf(
  form: CatalogueForm
): { input: CatalogueInput } | { errors: CatalogueErrors } {
  const errors: CatalogueErrors = {}
  const number = (text: string, key: keyof CatalogueForm): string | null => {
    if (text.trim() === '') return null
    const value = typedNumber(text)
    if (value === null || value.startsWith('-') || value === '0') {
      errors[key] = catalogueText.form.notANumber
      return null
    }
    return value
  }
  for (const key of ['code', 'classCode', 'name', 'points'] as const)
    if (form[key].trim() === '') errors[key] = adjustmentsText.form.required
  const points = number(form.points, 'points')
  const levels = LEVELS.flatMap((level) => {
    const own = number(form.levels[level], 'levels')
    return own === null ? [] : [{ level, points: own }]
  })
  const least = number(form.least, 'least')
  const most = number(form.most, 'most')
  if (Object.keys(errors).length > 0 || points === null) return { errors }
  const { code, classCode, name, evidence, highestOnly, instant, clause } = form
  return {
    input: { code, classCode, name, points, least, most, levels, evidence, highestOnly, instant, clause }
  }
}
