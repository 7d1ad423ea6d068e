import { canonical, dec, HUNDRED, sum, type DecimalString } from '../../number/decimal.ts'
import { formatPercent } from '../../number/format.ts'
import { settle } from '../../number/settle.ts'
import { keyOf, quarterOf, type PeriodKey } from '../../period/periodKey.ts'
import type { IndicatorResult, ResultSet } from '../../ranking/resultSet.ts'
import type { ProgressRules, ProgressStatus } from '../../scheme/progressRules.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { choicesAt } from '../../scheme/words/choiceWords.ts'
import { targetDefinitionOf } from '../../scoring/effectiveTarget.ts'
import { progressStatus } from '../../status/progressStatus.ts'
import type { RateStatus } from '../../status/rateStatus.ts'
import { rateWord } from '../../status/vocabulary.ts'
import { itemStatus, statusText } from './itemStatus.ts'

type Vocabulary = ProgressRules['vocabulary']

/** Numbers of one item, the quarter's own and the year's to date; null where there is none to show. */
export interface ItemProgress {
  yearTarget: DecimalString | null
  quarterTarget: DecimalString | null
  quarterDone: DecimalString | null
  /** What is due by the end of the quarter. */
  dueTarget: DecimalString | null
  yearDone: DecimalString | null
}

/**
 * Units of measurement whose quarters can be added to a year: events, things done, money spent. A percentage, a mark, a
 * place, or a stock such as 家 and 户 is not a sum of its quarters.
 */
const ADDABLE = new Set([
  '场',
  '场次',
  '次',
  '件',
  '项',
  '篇',
  '条',
  '起',
  '宗',
  '例',
  '人次',
  '万元',
  '亿元',
  '元'
])

/**
 * CUMULATIVE: the value is the year to date, the quarter's part is what it added. PERIOD: the value is the quarter's own;
 * `earlier` are the values of the year's quarters before, null where one is not known.
 */
export function itemProgress(
  item: IndicatorResult,
  definition: IndicatorDefinition | undefined,
  unit: string,
  earlier: readonly DecimalString[] | null
): ItemProgress {
  if (definition?.nature === 'CUMULATIVE') {
    return {
      yearTarget: yearTargetOf(definition, unit),
      quarterTarget: null,
      quarterDone: item.increment,
      dueTarget: item.target,
      yearDone: item.value
    }
  }
  const adds = item.trace.ruleKind !== 'EXTERNAL_RANK' && ADDABLE.has(item.unitOfMeasure)
  return {
    yearTarget: null,
    quarterTarget: item.target,
    quarterDone: item.value,
    dueTarget: null,
    yearDone:
      !adds || earlier === null || item.value === null
        ? null
        : canonical(settle(sum([...earlier, item.value].map((value) => dec(value)))))
  }
}

/** The base target of the year, or what is phased for its last quarter. */
function yearTargetOf(definition: IndicatorDefinition, unit: string): DecimalString | null {
  const target = targetDefinitionOf(definition, unit)
  return target?.base ?? target?.phased?.Q4 ?? null
}

/** Values by race, unit and indicator in the quarters of the year before `period`. */
export type EarlierValues = (race: string, unit: string, indicator: string) => readonly DecimalString[] | null

/** Null for a unit or indicator that has no value in one of them: nothing is added over a gap. */
export function earlierValues(period: PeriodKey, earlier: readonly ResultSet[]): EarlierValues {
  const { year, quarter } = quarterOf(period)
  const wanted = ([1, 2, 3] as const)
    .filter((each) => each < quarter)
    .map((each) => keyOf({ year, quarter: each }))
  const quarters = wanted.map((key) => earlier.find((results) => results.period === key))
  const indexes = quarters.map((results) => (results === undefined ? null : valuesOf(results)))
  return (race, unit, indicator) => {
    const values = indexes.map((index) => index?.get(`${race} ${unit} ${indicator}`) ?? null)
    return values.every((value) => value !== null) ? values : null
  }
}

function valuesOf({ races }: ResultSet): Map<string, DecimalString> {
  return new Map(
    races.flatMap((race) =>
      race.groups
        .flatMap((group) => group.units)
        .flatMap((unit) =>
          unit.dimensions
            .flatMap((dimension) => dimension.indicators)
            .flatMap((item): [string, DecimalString][] =>
              item.value === null ? [] : [[`${race.race} ${unit.unit} ${item.indicator}`, item.value]]
            )
        )
    )
  )
}

const TONES: Record<ProgressStatus, RateStatus> = {
  AHEAD: 'MET',
  ON_TRACK: 'MET',
  SLIGHTLY_BEHIND: 'SLIGHTLY_BEHIND',
  BEHIND: 'SLIGHTLY_BEHIND',
  BADLY_BEHIND: 'BEHIND'
}

/**
 * 状态 and what to say of it. A year's task is judged by plan against actual in percent of the year's target (S43: 10 to 30
 * points behind is yellow, more is red), everything else as 督办清单 judges it.
 */
export function itemState(
  item: IndicatorResult,
  { yearTarget, dueTarget, yearDone }: ItemProgress,
  direction: IndicatorDefinition['direction'] | undefined,
  { rules, vocabulary }: { rules: ProgressRules; vocabulary: Vocabulary }
): { text: string; note: string } {
  const notes = [item.estimated ? '补分' : '', item.target === null ? rateNote(item) : '']
  const whole = yearTarget === null ? null : dec(yearTarget)
  if (
    direction !== 'UP' ||
    whole === null ||
    !whole.greaterThan(0) ||
    dueTarget === null ||
    yearDone === null
  )
    return { text: statusText(itemStatus(item, rules), vocabulary), note: joined(notes) }
  const percent = (value: DecimalString): DecimalString =>
    canonical(settle(dec(value).times(HUNDRED).div(whole)))
  const { status, reason } = progressStatus(percent(dueTarget), percent(yearDone), rules)
  if (status === null) return { text: '/', note: joined([...notes, reason]) }
  const word = choicesAt(['rows', 'status'])?.[status] ?? status
  const colour = rateWord(TONES[status], vocabulary)
  const plain = rateWord(TONES[status], 'RED_IS_GOOD')
  return { text: colour === plain ? word : `${word}（${colour}）`, note: joined(notes) }
}

function rateNote({ rate }: IndicatorResult): string {
  return rate === null ? '' : `得分率 ${formatPercent(dec(rate))}`
}

const joined = (notes: readonly string[]): string => notes.filter((note) => note !== '').join('；')
