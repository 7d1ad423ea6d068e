import { D, canonical } from '#shared/domain/number/decimal.ts'
import { parsePeriod } from '#shared/domain/period/periodKey.ts'
import { CHOICES, type ChoiceWords } from '#shared/domain/scheme/words/choiceWords.ts'
import { KIND_WORDS, plain, type NamedKind, type Names } from './names.ts'

/** What is wrong with a cell and what to do, two sentences. */
export interface CellFault {
  message: string
  todo: string
}
export type Parsed = { value: unknown } | { fault: CellFault }

/**
 * How one kind of value stands in a cell. `format` may give text that does not lead back to the value: then the cell
 * stays empty and the sheet 其他设置 carries the value, so that nothing is ever lost or bent.
 */
export interface Codec {
  format(value: unknown, names: Names): string
  /** `text` is never empty. */
  parse(text: string, names: Names): Parsed
  /** Words of a drop-down. */
  options?: readonly string[]
  /** Names of these things make the drop-down. */
  from?: NamedKind
}

export const ok = (value: unknown): Parsed => ({ value })
export const fault = (message: string, todo: string): Parsed => ({ fault: { message, todo } })
const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

export const text: Codec = { format: asText, parse: ok }

/** A code of its own. Full-width and capital letters are put right; what is still wrong the scheme's check says. */
export const code: Codec = {
  format: asText,
  parse: (given) => ok(/^[a-z0-9][a-z0-9_-]*$/.test(plain(given)) ? plain(given) : given)
}

/** A decimal as canonical text. `unit` (分, %) may stand behind it. */
export function decimal(unit = ''): Codec {
  return {
    format: asText,
    parse(given) {
      const number = plain(given).replace(/,/g, '').replace(/−/g, '-')
      const bare = unit !== '' && number.endsWith(unit) ? number.slice(0, -unit.length) : number
      if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/.test(bare)) {
        return fault(`「${given}」不是数`, unit === '%' ? '请填数，如 80 或 80%' : '请填数，如 30 或 2.5')
      }
      return ok(canonical(new D(bare)))
    }
  }
}

export const integer: Codec = {
  format: (value) => (typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : ''),
  parse(given) {
    const number = plain(given)
    return /^-?\d{1,9}$/.test(number) ? ok(Number(number)) : fault(`「${given}」不是整数`, '请填整数，如 3')
  }
}

export const quarter: Codec = {
  format: asText,
  parse(given) {
    const period = parsePeriod(given)
    return period === null ? fault(`看不懂季度「${given}」`, '请写成 2026Q3 或 2026年第三季度') : ok(period)
  }
}

/** A choice by its Chinese word; the stored value is understood too. */
export function choiceOf(words: ChoiceWords): Codec {
  const entries = Object.entries(words)
  return {
    options: entries.map(([, word]) => word),
    format: (value) => (typeof value === 'string' && Object.hasOwn(words, value) ? (words[value] ?? '') : ''),
    parse(given) {
      const found = entries.find(
        ([value, word]) => plain(word) === plain(given) || plain(value) === plain(given)
      )
      return found === undefined
        ? fault(`「${given}」不在可选的里面`, `请从下拉框里选：${entries.map(([, word]) => word).join('、')}`)
        : ok(found[0])
    }
  }
}

export function choice(field: string): Codec {
  const words = CHOICES[field]
  if (words === undefined) throw new RangeError(`no words for ${field}`)
  return choiceOf(words)
}

const YES = ['是', '√', 'true', '1', 'y', 'yes', '对', '启用']
const NO = ['否', '×', 'x', 'false', '0', 'n', 'no', '不', '不启用']

export const flag: Codec = {
  options: ['是', '否'],
  format: (value) => (typeof value === 'boolean' ? (value ? '是' : '否') : ''),
  parse(given) {
    if (YES.includes(plain(given))) return ok(true)
    return NO.includes(plain(given)) ? ok(false) : fault(`「${given}」看不出是还是否`, '请填 是 或 否')
  }
}

/** A reference by name; `all` is the word for everybody (`*`). */
export function ref(kind: NamedKind, all?: string): Codec {
  return {
    from: kind,
    format: (value, names) => (all !== undefined && value === '*' ? all : names.nameOf(kind, asText(value))),
    parse(given, names) {
      if (all !== undefined && (plain(given) === plain(all) || given === '*')) return ok('*')
      const found = names.codeOf(kind, given)
      if (found === undefined) {
        return fault(
          `没有叫「${given}」的${KIND_WORDS[kind]}`,
          `请改成方案里有的${KIND_WORDS[kind]}的名称或代码`
        )
      }
      return found === null ? fault(`叫「${given}」的${KIND_WORDS[kind]}不止一个`, '请改写代码') : ok(found)
    }
  }
}
