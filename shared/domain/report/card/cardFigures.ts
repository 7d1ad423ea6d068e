import { gradeText } from '../../ranking/gradeText.ts'
import { movementText } from '../../ranking/movementText.ts'
import type { UnitResult } from '../../ranking/resultSet.ts'
import { cellText } from '../cellText.ts'
import type { CardRace } from './cardSubject.ts'

export interface Figure {
  label: string
  value: string
  note: string
}

/** A printed score (`95.10`) as it stands in a sentence or figure. */
export function printedText(printed: string): string {
  return cellText({ number: printed, decimals: null })
}

/** 「第2名」, or in one word why there is none. */
export function placeText({ rank, rankMode, state }: UnitResult): string {
  if (rank !== null) return `第${rank}名`
  if (rankMode === 'LISTED_NOT_RANKED') return '单列'
  return state === 'BLOCKED' ? '暂无' : '不排名'
}

function placeNote({ unit, group }: CardRace): string {
  if (unit.rank === null) return unit.rankMode === 'LISTED_NOT_RANKED' ? '计分不排名' : '没有参加排名'
  return `${unit.tied ? '并列，' : ''}${group.rankedCount} 个单位参评`
}

function previousFigure({ previousRank, previousTotal, movement }: UnitResult): Figure {
  const total = previousTotal === null ? '' : `${printedText(previousTotal)} 分`
  const moved = movement.kind === 'NA' ? '' : movementText(movement)
  return {
    label: '上季度（升降）',
    value: previousRank === null ? '/' : `第${previousRank}名`,
    note: [total, moved].filter((part) => part !== '').join('　')
  }
}

/** 名次, 总得分, 组平均, 上季度, 与第一名差距 and 等次 of a unit in a race: the first thing on its card. */
export function cardFigures(entry: CardRace): Figure[] {
  const { race, group, unit } = entry
  const grade = gradeText(race, unit)
  return [
    { label: '名次', value: placeText(unit), note: placeNote(entry) },
    {
      label: '总得分',
      value: unit.total === null ? '未计分' : printedText(unit.total.printed),
      note: `基础分满分 ${group.fullMark ?? race.fullMark}`
    },
    {
      label: '组平均',
      value: group.mean === null ? '/' : printedText(group.mean.total),
      note: unit.gapToMean === null ? '' : `本单位 ${unit.gapToMean}`
    },
    previousFigure(unit),
    {
      label: '与第一名差距',
      value: unit.gapToFirst ?? '/',
      note: unit.gapToAbove === null ? '' : `与上一名 ${unit.gapToAbove}`
    },
    ...(grade === null ? [] : [{ label: '等次', value: grade, note: '' }])
  ]
}
