import type { DecisionSubject } from '#shared/domain/decision/decision.ts'
import { canonical, D } from '#shared/domain/number/decimal.ts'
import type { RaceDefinition, SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { decisionsText as text } from '../../text/decisions.ts'

/** Types that are recorded on the page; ties are ordered on the ranking itself. */
export type FormType = Exclude<DecisionSubject['type'], 'TIE'>
export const FORM_TYPES: readonly FormType[] = ['IMPUTATION', 'EXEMPTION', 'GRADE', 'LEADERSHIP', 'VETO']

/** Decisions on the year, which a frozen quarter still takes. */
export const YEAR_TYPES: readonly FormType[] = ['LEADERSHIP', 'GRADE']

/** What the form holds. Absent and '' both mean: not chosen. */
export interface DecisionFields {
  race?: string
  unit?: string
  indicator?: string
  as?: 'VALUE' | 'SCORE'
  value?: string
  board?: string
  grade?: string
  kind?: string
  from?: string
  until?: string
  /** '' is the quarter itself. */
  span?: '' | 'YEAR' | 'H1' | 'H2'
  points?: string
}

export type FieldErrors = Partial<Record<keyof DecisionFields, string>>

const given = (value: string | undefined): value is string => value !== undefined && value !== ''

/** A number as people type it (full-width digits too); null where it is none. */
export function typedNumber(value: string | undefined): string | null {
  if (!given(value)) return null
  try {
    return canonical(new D(value.normalize('NFKC').replace(/[\s,]/g, '')))
  } catch {
    return null
  }
}

/** The subject that the fields describe, or what is still wanting by field. */
export function subjectOf(
  type: FormType,
  fields: DecisionFields
): { subject: DecisionSubject } | { errors: FieldErrors } {
  const errors: FieldErrors = {}
  const need = (key: keyof DecisionFields): string => {
    const value = fields[key]
    if (!given(value)) errors[key] = text.required
    return value ?? ''
  }
  const number = (key: 'value' | 'points'): string => {
    const value = typedNumber(fields[key])
    if (value === null) errors[key] = given(fields[key]) ? text.notANumber : text.required
    return value ?? '0'
  }
  const subject = build(type, fields, need, number)
  return Object.keys(errors).length > 0 ? { errors } : { subject }
}

function build(
  type: FormType,
  fields: DecisionFields,
  need: (key: keyof DecisionFields) => string,
  number: (key: 'value' | 'points') => string
): DecisionSubject {
  switch (type) {
    case 'IMPUTATION':
      return {
        type,
        race: need('race'),
        unit: need('unit'),
        indicator: given(fields.indicator) ? fields.indicator : null,
        as: given(fields.indicator) ? (fields.as ?? 'VALUE') : 'SCORE',
        value: number('value')
      }
    case 'EXEMPTION':
      return { type, race: need('race'), board: need('board'), unit: need('unit') }
    case 'GRADE':
      return {
        type,
        race: need('race'),
        unit: need('unit'),
        grade: need('grade'),
        ...(fields.span === undefined || fields.span === '' ? {} : { span: fields.span })
      }
    case 'LEADERSHIP':
      return {
        type,
        race: need('race'),
        unit: need('unit'),
        span: fields.span === undefined || fields.span === '' ? 'YEAR' : fields.span,
        points: number('points')
      }
    case 'VETO':
      return {
        type,
        kind: need('kind'),
        unit: need('unit'),
        race: given(fields.race) ? fields.race : null,
        indicator: given(fields.indicator) ? fields.indicator : null,
        from: need('from'),
        until: given(fields.until) ? fields.until : null
      }
  }
}

/** Why a type cannot be recorded under this scheme; null when it can. */
export function unavailable(type: FormType, scheme: SchemeDefinition): string | null {
  const some = (has: (race: RaceDefinition) => boolean): boolean => scheme.races.some(has)
  switch (type) {
    case 'VETO':
      if (!scheme.policies.vetoes) return text.vetoOff
      return scheme.vetoKinds.length === 0 ? text.noVetoKinds : null
    case 'EXEMPTION':
      return some((race) => boardsOf(race).length > 0) ? null : text.noBoards
    case 'GRADE':
      return some((race) => race.grades !== undefined) ? null : text.noGrades
    case 'LEADERSHIP':
      return some((race) => race.year.leadership !== '0') ? null : text.noLeadership
    case 'IMPUTATION':
      return null
  }
}

/** Boards that have a bad side to be kept off. */
export function boardsOf(race: RaceDefinition): { code: string; name: string }[] {
  return race.boards.filter((board) => board.kind !== 'MOVERS').map(({ code, name }) => ({ code, name }))
}

/** Units of a race in 机构顺序, by their groups. */
export function unitsOfRaceByName(
  scheme: SchemeDefinition,
  race: RaceDefinition
): { value: string; label: string }[] {
  const members = new Set(
    scheme.groups
      .filter((group) => race.groups.includes(group.code))
      .flatMap((group) => group.members.map((member) => member.unit))
  )
  return scheme.units
    .filter((unit) => members.has(unit.code))
    .map((unit) => ({ value: unit.code, label: unit.name }))
}

export function indicatorsByName(race: RaceDefinition): { value: string; label: string }[] {
  return race.dimensions.flatMap((dimension) =>
    dimension.indicators.map((indicator) => ({
      value: indicator.code,
      label: race.dimensions.length > 1 ? `${dimension.name} · ${indicator.name}` : indicator.name
    }))
  )
}
