import type { Problem } from '../../../problem.ts'
import { dec, HUNDRED } from '../../number/decimal.ts'
import { periodTitle } from '../../period/periodKey.ts'
import type { SchemeDefinition, UnitDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'
import type { Succession } from '../successions.ts'
import { choiceWord, codesOf, namesIn, repeatedIn, someOf } from './checkWords.ts'

/** 单位的起止季度和沿革 fit each other: units exist, nobody comes and goes at once, shares are shares (§2.13, G20). */
export function checkSuccessions(scheme: SchemeDefinition): Problem[] {
  return [
    ...scheme.units.flatMap(checkSpan),
    ...scheme.successions.flatMap((entry) => checkOne(scheme, entry)),
    ...checkQuarters(scheme),
    ...checkCircles(scheme)
  ]
}

function error(code: string, message: string, suggestion: string): Problem {
  return schemeProblem('error', code, message, message, suggestion)
}

function checkSpan({ name, from, until }: UnitDefinition): Problem[] {
  if (from === undefined || until === undefined || from <= until) return []
  return [
    error(
      'UNIT_SPAN',
      `单位「${name}」的起始季度${periodTitle(from)}晚于截止季度${periodTitle(until)}。`,
      '请改其中一个；一直参加的两个都空着。'
    )
  ]
}

function checkOne(scheme: SchemeDefinition, entry: Succession): Problem[] {
  const known = codesOf(scheme.units)
  const name = namesIn(scheme.units)
  const at = `${periodTitle(entry.effective)}的${choiceWord('successions.kind', entry.kind)}（${someOf(entry.from.map(name))}）`
  const unknown = [...entry.from, ...entry.to].filter((unit) => !known.has(unit))
  return [
    ...[...new Set(unknown)].map((unit) =>
      error('UNKNOWN_REFERENCE', `${at}用到的单位 ${unit} 不在方案里。`, '请在单位里加上它，新旧单位都要列。')
    ),
    ...repeatedIn(entry.from)
      .concat(repeatedIn(entry.to))
      .map((unit) => error('SUCCESSION_TWICE', `${at}里${name(unit)}写了两次。`, '请只留一处。')),
    ...checkCounts(entry, at),
    ...checkInherit(entry, at, name)
  ]
}

/** A rename has as many new names as old; a merger makes one of several, a split several of one. */
function checkCounts({ kind, from, to }: Succession, at: string): Problem[] {
  const wrong =
    (kind === 'RENAME' && from.length !== to.length) ||
    (kind === 'MERGE' && (from.length < 2 || to.length !== 1)) ||
    (kind === 'SPLIT' && (from.length !== 1 || to.length < 2))
  if (!wrong) return []
  const want = {
    RENAME: '改名要一个旧单位对一个新单位',
    MERGE: '合并要两个以上旧单位对一个新单位',
    SPLIT: '拆分要一个旧单位对两个以上新单位',
    ABOLISH: ''
  }[kind]
  return [
    error(
      'SUCCESSION_COUNT',
      `${at}有 ${from.length} 个旧单位、${to.length} 个新单位。`,
      `${want}，请改种类或单位。`
    )
  ]
}

function checkInherit(entry: Succession, at: string, name: (unit: string) => string): Problem[] {
  return entry.inherit.flatMap(({ from, to, percent }) => {
    const pair = `${name(from)}到${name(to)}`
    const share = dec(percent)
    return [
      ...(entry.from.includes(from) && entry.to.includes(to)
        ? []
        : [
            error(
              'INHERIT_UNIT',
              `${at}的成绩承继${pair}，但这次沿革没有这两个单位。`,
              '承继只能从旧单位到新单位，请改正。'
            )
          ]),
      ...(share.isNegative() || share.greaterThan(HUNDRED)
        ? [error('INHERIT_PERCENT', `${at}的成绩承继${pair}是 ${percent}%。`, '请填 0 到 100 之间的数。')]
        : [])
    ]
  })
}

/** In one quarter a unit may end once and begin once, and not both by different events. */
function checkQuarters(scheme: SchemeDefinition): Problem[] {
  const name = namesIn(scheme.units)
  const quarters = [...new Set(scheme.successions.map((entry) => entry.effective))]
  return quarters.flatMap((period) => {
    const events = scheme.successions.filter((entry) => entry.effective === period)
    const ends = events.flatMap((entry) => [...new Set(entry.from)])
    const begins = events.flatMap((entry) => [...new Set(entry.to)])
    const both = events.flatMap((entry) =>
      entry.to.filter((unit) => events.some((other) => other !== entry && other.from.includes(unit)))
    )
    const clashing = new Set([...repeatedIn(ends), ...repeatedIn(begins), ...both])
    return [...clashing].map((unit) =>
      error(
        'SUCCESSION_CLASH',
        `${periodTitle(period)}的沿革里，${name(unit)}同时出现在两条记录中。`,
        '一个单位一个季度只能变动一次，请合成一条或改生效季度。'
      )
    )
  })
}

/** A unit that ended and later comes out of another again: possible, but more often a slip. */
function checkCircles(scheme: SchemeDefinition): Problem[] {
  const name = namesIn(scheme.units)
  const back = scheme.successions.flatMap((entry) =>
    entry.to.filter((unit) =>
      scheme.successions.some(
        (earlier) =>
          earlier.effective < entry.effective && earlier.from.includes(unit) && !earlier.to.includes(unit)
      )
    )
  )
  return [...new Set(back)].map((unit) =>
    schemeProblem(
      'confirm',
      'SUCCESSION_CIRCLE',
      unit,
      `沿革里${name(unit)}先被撤并，后来又成了新单位。`,
      '如果是另一个单位，请给它新的代码；确实恢复的可以不管。'
    )
  )
}
