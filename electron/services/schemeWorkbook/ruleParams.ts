import { sameJson } from '#shared/domain/scheme/compactScheme.ts'
import type { ParamField } from '#shared/domain/scoring/ruleKind.ts'
import { ruleKindOf } from '#shared/domain/scoring/registry.ts'
import { choiceOf, decimal, fault, flag, integer, ok, type Codec, type Parsed } from './codec.ts'
import { isJson, type Json } from './loose.ts'
import { plain, type Names } from './names.ts'

/**
 * Parameters of a rule as a person reads them: `最多得满分的=120%；正好等于这条线也不得分=是`. The words are those of the
 * kind's form, so a new kind needs nothing here.
 */

/** A parameter with a label of its own: forms use 含 for either end of an interval. */
export interface LabelledField {
  field: ParamField
  label: string
}

export function labelled(fields: readonly ParamField[]): LabelledField[] {
  return fields.map((field, index) => {
    const twice = fields.filter((other) => plain(other.label) === plain(field.label)).length > 1
    const before = fields[index - 1]
    return { field, label: twice && before !== undefined ? `${before.label}·${field.label}` : field.label }
  })
}

/** Text inside of a list of pairs: quoted where it would be mistaken for the list's own signs. */
const word: Codec = {
  format: (value) =>
    typeof value !== 'string'
      ? ''
      : /[;；=＝"\n]/.test(value) || value !== value.trim() || value === ''
        ? JSON.stringify(value)
        : value,
  parse(given) {
    if (!given.startsWith('"')) return ok(given)
    try {
      return ok(JSON.parse(given) as unknown)
    } catch {
      return fault(`「${given}」的引号不成对`, '请补上引号')
    }
  }
}

/** A unit or group in a table of parameters: its name; what nothing is called stands as it is, for the scheme's check. */
function named(kind: 'units' | 'groups'): Codec {
  return {
    format: (value, names) =>
      word.format(typeof value === 'string' ? names.nameOf(kind, value) : value, names),
    parse(given, names) {
      const text = word.parse(given, names)
      if ('fault' in text || typeof text.value !== 'string') return text
      return ok(names.codeOf(kind, text.value) ?? text.value)
    }
  }
}

function codecOf({ key, input }: ParamField): Codec {
  switch (input.type) {
    case 'decimal':
      return decimalOrFraction(input.suffix)
    case 'integer':
      return integer
    case 'choice':
      return choiceOf(Object.fromEntries(input.options.map((option) => [option.value, option.label])))
    case 'switch':
      return flag
    case 'text':
      return key === 'unit' ? named('units') : key === 'group' ? named('groups') : word
    case 'table':
      return { format: (value) => (sameJson(value, []) ? '无' : ''), parse: () => ok([]) }
  }
}

/** Bounds may be fractions (100/3, S2). A unit of one sign is written behind the number. */
function decimalOrFraction(suffix: string | undefined): Codec {
  const unit = suffix === '%' || suffix === '分' ? suffix : ''
  const number = decimal()
  return {
    format: (value) => (typeof value === 'string' ? `${value}${unit}` : ''),
    parse(given, names) {
      const bare = plain(given).replace(/(%|分|个百分点)$/, '')
      return /^-?\d+\/[1-9]\d*$/.test(bare) ? ok(bare) : number.parse(bare, names)
    }
  }
}

export function formatParams(params: Json, fields: readonly ParamField[], names: Names): string {
  return labelled(fields)
    .flatMap(({ field, label }) => {
      const value = params[field.key]
      if (value === undefined) return []
      const codec = codecOf(field)
      const text = codec.format(value, names)
      if (text === '') return []
      const back = codec.parse(text, names)
      return 'value' in back && sameJson(back.value, value) ? [`${label}=${text}`] : []
    })
    .join('；')
}

/** Splits at ；, but not inside of quotes. */
function pairsIn(text: string): string[] {
  return (text.match(/(?:"(?:[^"\\]|\\.)*"|[^;；\n"])+/g) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

export function parseParams(text: string, fields: readonly ParamField[], names: Names): Parsed {
  const known = labelled(fields)
  const params: Json = {}
  for (const pair of pairsIn(text)) {
    const at = pair.search(/[=＝]/)
    if (at < 1) return fault(`参数「${pair}」没有写成 名称=值`, '请写成 封顶=100%；保底=60%')
    const label = pair.slice(0, at).trim()
    const field = known.find(
      (entry) => plain(entry.label) === plain(label) || entry.field.key === label
    )?.field
    if (field === undefined) {
      return fault(
        `这种计分方式没有参数「${label}」`,
        `可用的参数：${known.map((entry) => entry.label).join('、')}`
      )
    }
    const parsed = codecOf(field).parse(pair.slice(at + 1).trim(), names)
    if ('fault' in parsed) return fault(`参数「${label}」：${parsed.fault.message}`, parsed.fault.todo)
    params[field.key] = parsed.value
  }
  return ok(params)
}

export function formOf(kind: unknown): readonly ParamField[] {
  return (typeof kind === 'string' ? ruleKindOf(kind)?.form : undefined) ?? []
}

/** The tables among a rule's parameters, one line a row, for the sheet 参数表. */
export function tablesOf(rule: unknown): { label: string; columns: readonly ParamField[]; rows: Json[] }[] {
  if (!isJson(rule) || !isJson(rule['params'])) return []
  const { params } = rule as { params: Json }
  return labelled(formOf(rule['kind'])).flatMap(({ field, label }) => {
    const rows = params[field.key]
    if (field.input.type !== 'table' || !Array.isArray(rows)) return []
    return [{ label, columns: field.input.columns, rows: rows.filter(isJson) }]
  })
}
