import { sum } from '#shared/domain/number/decimal.ts'
import { formatValue } from '#shared/domain/number/format.ts'
import { markOf } from '../features/schemeEditor/draft/markOf.ts'
import type { Draft, DraftNames, DraftRace } from '../features/schemeEditor/editorTab.ts'
import { raceSettingsText } from './raceSettings.ts'

type Board = NonNullable<DraftRace['boards']>[number]
type Streak = NonNullable<DraftRace['streaks']>[number]
type Measure = Extract<Board, { kind?: 'RED_BLACK' | undefined }>['measure']
type Veto = NonNullable<Draft['vetoKinds']>[number]
type Total = NonNullable<Draft['totals']>[number]

const OPEN = '…'
const number = (value: number | string | undefined): string => (value === undefined ? OPEN : String(value))

function measureWords(measure: Measure, names: DraftNames): string {
  switch (measure?.by) {
    case 'DIMENSION':
      return `板块「${names.dimension(measure.dimension)}」`
    case 'INDICATOR':
      return `指标「${names.indicator(measure.indicator)}」`
    case 'TOTAL':
    case undefined:
      return '总得分'
  }
}

/** What a board shows, so that the conditions can be read as one sentence. */
export function boardSentence(board: Board, names: DraftNames): string {
  switch (board.kind) {
    case 'RED_BLACK': {
      const what = measureWords(board.measure, names)
      const line = number(board.fulfilled ?? '100')
      return `看${what}：完成率达到 ${line}% 并且排在组内前 ${number(board.first)} 名的上红榜；不到 ${line}% 并且排在后 ${number(board.last)} 名的上黑榜。两个条件都要满足。`
    }
    case 'TOPICS': {
      const topics = board.topics === 'INDICATORS' ? '每项指标' : '每个板块'
      const only =
        board.only === undefined || board.only.length === 0 ? '' : `（只要 ${board.only.length} 个）`
      return `${topics}${only}各取前 ${number(board.first ?? 3)} 名和后 ${number(board.last ?? 1)} 名。`
    }
    case 'MOVERS':
      return `和上季度名次比，升得最多的 ${number(board.up ?? 3)} 个、降得最多的 ${number(board.down ?? 3)} 个；至少变动 ${number(board.atLeast ?? 1)} 位才上榜。`
    case 'CALLED_IN': {
      const mean = board.belowMean ?? true
      const last = board.last ?? 0
      const who = [mean ? '总得分低于组平均' : '', last > 0 ? `排在末 ${last} 名` : ''].filter(Boolean)
      return who.length === 0 ? '还没有条件，没有单位会上榜。' : `${who.join('，或')}的单位上榜。`
    }
    case undefined:
      return ''
  }
}

/** When a streak is reached and what follows. */
export function streakSentence(streak: Streak, race: DraftRace): string {
  const times = number(streak.times)
  const follows = streak.outcome === undefined || streak.outcome === '' ? OPEN : streak.outcome
  const reset = streak.reset === 'YEAR' ? '，跨年重新数' : '，可以跨年接着数'
  return `连续 ${times} 个季度${conditionWords(streak, race)}，提出「${follows}」；有一个季度不这样就重新数${reset}。`
}

function conditionWords({ when }: Streak, race: DraftRace): string {
  switch (when?.on) {
    case 'GRADE':
      return `评为${(when.grades ?? []).join('或') || OPEN}`
    case 'BOARD': {
      const name = race.boards?.find((board) => board.code === when.board)?.name ?? OPEN
      return `上「${name}」${when.side === 'BAD' ? '差的一边' : '好的一边'}`
    }
    case 'FIRST': {
      const score = when.atLeast === undefined ? '' : `并且得分不低于 ${when.atLeast}`
      return when.places === 1 ? `排组内第 1 名${score}` : `排在组内前 ${number(when.places)} 名${score}`
    }
    case 'LAST':
      return `排在组内末 ${number(when.places)} 名`
    case 'BELOW_MEAN':
      return '低于组平均'
    case 'ALL_MET':
      return '有目标的指标全部达标'
    case 'INDICATOR_MET':
      return '同一项指标达标'
    case undefined:
      return OPEN
  }
}

/** What an event of the catalogue does to a unit. */
export function vetoSentence(veto: Veto): string {
  const { says } = raceSettingsText.vetoes
  const effects = (veto.effects ?? []).map((effect) => {
    switch (effect) {
      case 'EXCLUDE_FROM_AWARD':
        return says.EXCLUDE_FROM_AWARD((veto.awards ?? []).join('、'))
      case 'GRADE_CAP':
        return says.GRADE_CAP(veto.gradeCap ?? '')
      case 'GRADE_DROP':
      case 'SCORE_ZERO':
      case 'RANK_LAST':
      case 'NO_RANK':
        return says[effect]()
    }
  })
  return effects.length === 0 ? '请选效果。' : `发生这件事的单位：${effects.join('；')}。`
}

/** 「工作 40%、服务 60%」: weights as shares of their sum. */
export function weightWords(total: Total, names: DraftNames): string {
  const weights = (total.races ?? []).map((entry) => ({
    name: names.race(entry.race),
    weight: markOf(entry.weight)
  }))
  const known = weights.flatMap(({ weight }) => weight ?? [])
  const all = sum(known)
  if (known.length === 0 || known.length < weights.length || !all.greaterThan(0))
    return '请写每个赛项的权重。'
  const shares = weights.map(
    ({ name, weight }) => `${name} ${formatValue(weight!.times(100).div(all).toDecimalPlaces(2))}%`
  )
  return `各赛项得分先换成百分数，再按 ${shares.join('、')} 相加。`
}
