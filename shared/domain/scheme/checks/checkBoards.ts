import type { Problem } from '../../../problem.ts'
import { dec } from '../../number/decimal.ts'
import type { BoardRule } from '../boardRules.ts'
import type { RaceDefinition, SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'
import type { StreakRule } from '../streakRules.ts'
import { codesOf } from './checkWords.ts'

/** Boards and streaks look at things that exist, and can ever name somebody (S49–S55). */
export function checkBoards(scheme: SchemeDefinition): Problem[] {
  return scheme.races.flatMap((race) => {
    const known = knownIn(race)
    return [
      ...race.boards.flatMap((board) => checkBoard(race, board, known)),
      ...race.streaks.flatMap((streak) => checkStreak(race, streak, known))
    ]
  })
}

interface Known {
  dimensions: ReadonlySet<string>
  indicators: ReadonlySet<string>
  boards: ReadonlySet<string>
  grades: ReadonlySet<string>
}

function knownIn(race: RaceDefinition): Known {
  return {
    dimensions: codesOf(race.dimensions),
    indicators: codesOf(race.dimensions.flatMap((dimension) => dimension.indicators)),
    boards: codesOf(race.boards),
    grades: new Set(race.grades?.levels.map((level) => level.name))
  }
}

function missing(race: RaceDefinition, at: string, what: string, code: string): Problem {
  return schemeProblem(
    'error',
    'UNKNOWN_REFERENCE',
    `${race.code}:${at}:${code}`,
    `${at}用到的${what}「${code}」不在赛项「${race.name}」里。`,
    `请改选赛项里有的${what}。`
  )
}

function checkBoard(race: RaceDefinition, board: BoardRule, known: Known): Problem[] {
  const at = `榜单「${board.name}」`
  const nobody = (why: string, todo: string): Problem =>
    schemeProblem('confirm', 'BOARD_EMPTY', `${race.code}:${board.code}`, `${at}${why}，永远是空的。`, todo)
  switch (board.kind) {
    case 'RED_BLACK': {
      const { measure } = board
      if (measure.by === 'DIMENSION' && !known.dimensions.has(measure.dimension)) {
        return [missing(race, at, '板块', measure.dimension)]
      }
      if (measure.by === 'INDICATOR' && !known.indicators.has(measure.indicator)) {
        return [missing(race, at, '指标', measure.indicator)]
      }
      if (dec(board.fulfilled).greaterThan(0)) return []
      return [
        schemeProblem(
          'error',
          'BOARD_LINE',
          `${race.code}:${board.code}`,
          `${at}的达标线是 ${board.fulfilled}%。`,
          '请填大于 0 的百分数，完成任务一般是 100。'
        )
      ]
    }
    case 'TOPICS': {
      const topics = board.topics === 'DIMENSIONS' ? known.dimensions : known.indicators
      const what = board.topics === 'DIMENSIONS' ? '板块' : '指标'
      const unknown = (board.only ?? []).filter((code) => !topics.has(code))
      return [
        ...unknown.map((code) => missing(race, at, what, code)),
        ...(board.first === 0 && board.last === 0 ? [nobody('前几名和末几名都是 0', '请至少填一个。')] : [])
      ]
    }
    case 'MOVERS':
      return board.up === 0 && board.down === 0 ? [nobody('进步和退步都是 0 名', '请至少填一个。')] : []
    case 'CALLED_IN':
      return !board.belowMean && board.last === 0
        ? [nobody('既不看组平均也不看末几名', '请至少选一个。')]
        : []
  }
}

function checkStreak(race: RaceDefinition, streak: StreakRule, known: Known): Problem[] {
  const at = `连续情形「${streak.name}」`
  const { when } = streak
  if (when.on === 'GRADE') {
    return when.grades
      .filter((grade) => !known.grades.has(grade))
      .map((grade) => missing(race, at, '等次', grade))
  }
  if (when.on !== 'BOARD') return []
  if (!known.boards.has(when.board)) return [missing(race, at, '榜单', when.board)]
  const board = race.boards.find((entry) => entry.code === when.board)!
  // A call-in board has no good side: nobody could ever be on it.
  if (board.kind !== 'CALLED_IN' || when.side === 'BAD') return []
  return [
    schemeProblem(
      'error',
      'STREAK_NEVER',
      `${race.code}:${streak.code}`,
      `${at}看榜单「${board.name}」的好榜，但约谈榜只有差榜。`,
      '请改成差榜，或换一个榜单。'
    )
  ]
}
