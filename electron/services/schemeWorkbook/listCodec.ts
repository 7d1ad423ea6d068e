import { CHOICES } from '#shared/domain/scheme/words/choiceWords.ts'
import { decimal, fault, ok, ref, type Codec, type Parsed } from './codec.ts'
import { isJson, type Json } from './loose.ts'
import { plain, type Names } from './names.ts'

const SEPARATORS = /[、,，;；\n]/

function parts(given: string, separators: RegExp): string[] {
  return given
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** All values, or the first fault. */
function all(results: readonly Parsed[]): Parsed {
  const wrong = results.find((result) => 'fault' in result)
  return wrong ?? ok(results.map((result) => ('value' in result ? result.value : undefined)))
}

/** Several of the same, with 、 between them. */
export function listOf(item: Codec): Codec {
  return {
    format: (value, names) =>
      Array.isArray(value) ? value.map((entry) => item.format(entry, names)).join('、') : '',
    parse: (given, names) => all(parts(given, SEPARATORS).map((part) => item.parse(part, names)))
  }
}

/** A list of pairs of two fields: 甲类=80；乙类=90. */
export function pairsOf(key: string, keyCodec: Codec, field: string, valueCodec: Codec): Codec {
  return {
    format: (value, names) =>
      Array.isArray(value)
        ? value
            .map((entry: unknown) =>
              isJson(entry)
                ? `${keyCodec.format(entry[key], names)}=${valueCodec.format(entry[field], names)}`
                : ''
            )
            .join('；')
        : '',
    parse: (given, names) =>
      all(
        parts(given, /[;；\n]/).map((part) => {
          const match = /^(.+?)[=＝:：]([^=＝:：]+)$/.exec(part)
          if (match === null) return fault(`「${part}」没有写成 名称=数`, '请写成 甲组=80；乙组=90')
          const name = keyCodec.parse(match[1]!.trim(), names)
          const value = valueCodec.parse(match[2]!.trim(), names)
          if ('fault' in name) return name
          return 'fault' in value ? value : ok({ [key]: name.value, [field]: value.value })
        })
      )
  }
}

/** What a tie-break or a board looks at: 总得分, 板块 目标任务, 指标 资金到位 … */
export function measure(field: 'tieBreak.by' | 'measure.by'): Codec {
  const words = CHOICES[field]!
  const targets = { DIMENSION: ['dimension', 'dimensions'], INDICATOR: ['indicator', 'indicators'] } as const
  const named = (by: string): (typeof targets)['DIMENSION' | 'INDICATOR'] | undefined =>
    by === 'DIMENSION' || by === 'INDICATOR' ? targets[by] : undefined
  return {
    format(value, names) {
      if (!isJson(value)) return ''
      const by = String(value['by'])
      const target = named(by)
      const word = Object.hasOwn(words, by) ? words[by]! : by
      return target === undefined ? word : `${word} ${names.nameOf(target[1], String(value[target[0]]))}`
    },
    parse(given, names) {
      const whole = Object.entries(words).find(
        ([by, word]) => named(by) === undefined && plain(word) === plain(given)
      )
      if (whole !== undefined) return ok({ by: whole[0] })
      for (const by of ['DIMENSION', 'INDICATOR'] as const) {
        const word = words[by]!
        if (given.startsWith(word))
          return subject(by, given.slice(word.length).replace(/^[\s:：]+/, ''), names)
      }
      const choices = Object.entries(words).map(([by, word]) => (named(by) ? `${word} 名称` : word))
      return fault(`看不懂「${given}」`, `请写 ${choices.join('、')} 之一`)
    }
  }

  function subject(by: 'DIMENSION' | 'INDICATOR', name: string, names: Names): Parsed {
    const [key, kind] = targets[by]
    const found = names.codeOf(kind, name)
    const entry: Json = { by }
    if (typeof found === 'string') return ok({ ...entry, [key]: found })
    return found === null
      ? fault(`叫「${name}」的${words[by]!}不止一个`, '请改写代码')
      : fault(`没有叫「${name}」的${words[by]!}`, '请改成方案里有的名称或代码')
  }
}

/** A topic of a board: a dimension or an indicator by name. */
export const topic: Codec = {
  format(value, names) {
    if (typeof value !== 'string') return ''
    const name = names.nameOf('dimensions', value)
    return name === value ? names.nameOf('indicators', value) : name
  },
  parse(given, names) {
    const found = names.codeOf('dimensions', given) ?? names.codeOf('indicators', given)
    return typeof found === 'string'
      ? ok(found)
      : fault(`没有叫「${given}」的板块或指标`, '请改成方案里有的名称，重名时写代码')
  }
}

/** 成绩承继: 宣传处→文宣处=50. */
export const inheritance: Codec = {
  format: (value, names) =>
    isJson(value)
      ? `${names.nameOf('units', textOf(value['from']))}→${names.nameOf('units', textOf(value['to']))}=${textOf(value['percent'])}`
      : '',
  parse(given, names) {
    const match = /^(.+?)(?:→|->)(.+?)[=＝](.+)$/.exec(given)
    if (match === null) return fault(`「${given}」没有写成 原单位→新单位=比例`, '请写成 宣传处→文宣处=50')
    const [from, to] = [unit.parse(match[1]!.trim(), names), unit.parse(match[2]!.trim(), names)]
    const percent = decimal('%').parse(match[3]!.trim(), names)
    if ('fault' in from) return from
    if ('fault' in to) return to
    return 'fault' in percent ? percent : ok({ from: from.value, to: to.value, percent: percent.value })
  }
}

const unit = ref('units')
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
