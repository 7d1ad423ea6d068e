import { periodTitle } from '../period/periodKey.ts'
import { canonicalJson } from '../scoring/canonicalInput.ts'
import type { PreviousStanding, ScoringInput } from '../scoring/scoringInput.ts'
import { pairs } from './keyed.ts'
import type { InputChange } from './revisionDiff.ts'
import type { RevisionNames } from './revisionNames.ts'

type Past = Pick<ScoringInput, 'previous' | 'history' | 'before'>

/** Earlier quarters as this one knew them: they differ where one was frozen, or frozen anew, in between. */
export function previousChanges(before: Past, after: Past, names: RevisionNames): InputChange[] {
  return [
    ...standingChanges(before, after, names),
    ...valueChanges(before, after, names),
    ...historyChanges(before, after)
  ]
}

function standingChanges(before: Past, after: Past, names: RevisionNames): InputChange[] {
  const key = ({ race, group, unit }: PreviousStanding): string => JSON.stringify([race, group, unit])
  return pairs(before.previous?.standings ?? [], after.previous?.standings ?? [], key).flatMap(
    ({ before: was, after: is }) => {
      const standing = is ?? was
      const [old, now] = [was && standingText(was), is && standingText(is)]
      return standing === null || old === now ? [] : [change(standing.unit, '上季度名次', old, now, names)]
    }
  )
}

function standingText({ rank, total }: PreviousStanding): string {
  return `${rank === null ? '不排名' : `第 ${rank} 名`}${total === null ? '' : `，${total} 分`}`
}

function valueChanges(before: Past, after: Past, names: RevisionNames): InputChange[] {
  const key = ({ unit, indicator }: { unit: string; indicator: string }): string =>
    JSON.stringify([unit, indicator])
  return pairs(before.before, after.before, key).flatMap(({ before: was, after: is }) => {
    const entry = is ?? was
    if (entry === null || was?.value === is?.value) return []
    const what = `${names.indicator(entry.indicator)} 上季度累计值`
    return [change(entry.unit, what, was?.value ?? null, is?.value ?? null, names)]
  })
}

/** The same text for the same standings, in whatever order they and their boards were written down. */
function historyText({ standings }: ScoringInput['history'][number]): string {
  return standings
    .map((standing) =>
      canonicalJson({ ...standing, boards: standing.boards.map((board) => canonicalJson(board)).sort() })
    )
    .sort()
    .join('\n')
}

/** Only that a quarter changed: its own comparison says what. */
function historyChanges(before: Past, after: Past): InputChange[] {
  return pairs(before.history, after.history, (quarter) => quarter.period).flatMap(
    ({ key, before: was, after: is }) => {
      if (was !== null && is !== null && historyText(was) === historyText(is)) return []
      return [
        {
          kind: 'PREVIOUS' as const,
          unit: null,
          unitName: null,
          what: `${periodTitle(key)}的成绩`,
          before: was === null ? null : '已冻结',
          after: is === null ? null : was === null ? '已冻结' : '重新冻结，有变动',
          sourceBefore: null,
          sourceAfter: null
        }
      ]
    }
  )
}

function change(
  unit: string,
  what: string,
  before: string | null,
  after: string | null,
  names: RevisionNames
): InputChange {
  return {
    kind: 'PREVIOUS',
    unit,
    unitName: names.unit(unit),
    what,
    before,
    after,
    sourceBefore: null,
    sourceAfter: null
  }
}
