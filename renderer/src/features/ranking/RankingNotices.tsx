import { Button } from 'antd'
import type { ReactElement } from 'react'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import { monthName } from '#shared/domain/period/spans.ts'
import type { GroupResult, ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { ResultsView } from '#shared/ipc/results.ts'
import { Icon } from '../../components/Icon.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { printMoment } from '../../text/format.ts'
import {
  checksPassed,
  comparedWith,
  dataUntil,
  frozenSnapshot,
  previewFacts,
  rankingText
} from '../../text/ranking.ts'
import { groupFacts } from './groupFacts.ts'
import type { AskedTie } from './ties.ts'

/** More than these do not fit beside the sentence; the others follow once these are settled. */
const MOST_TIES = 2

interface Props {
  view: ResultsView
  results: ResultSet
  groups: readonly GroupResult[]
  /** Ties that may still be settled. */
  ties: readonly AskedTie[]
  onTie: (tie: AskedTie) => void
  computing: boolean
  onCompute: () => void
  onFreeze: () => void
}

/** State before result: 预览, 缺报, 并列, 补分 and stale data stand above the ranking. */
export function RankingNotices({
  view,
  results,
  groups,
  ties,
  onTie,
  computing,
  onCompute,
  onFreeze
}: Props): ReactElement {
  if (results.month !== null) {
    return <Notice title={rankingText.month.title}>{rankingText.month.note(monthName(results.month))}</Notice>
  }
  const compared = results.previousPeriod === null ? null : comparedWith(periodTitle(results.previousPeriod))
  if (!view.preview) {
    return (
      <div className="rk-standing">
        <Icon name="box" className="done" />
        <b>{common.frozen}</b>
        {view.period.snapshot === null ? null : <span>{frozenSnapshot(view.period.snapshot)}</span>}
        <span className="quiet">{facts(groups)}</span>
        <span className="notice-end soft">{compared}</span>
      </div>
    )
  }
  if (view.stale) {
    return (
      <Notice
        tone="ask"
        title={rankingText.stale}
        end={
          <Button size="small" type="primary" loading={computing} onClick={onCompute}>
            {rankingText.recompute}
          </Button>
        }
      >
        {rankingText.staleHint}
      </Notice>
    )
  }
  const moment = view.computedAt === null ? '' : dataUntil(printMoment(view.computedAt))
  const said = facts(groups)
  return (
    <Notice
      title={common.previewUnfrozen}
      end={
        <>
          {compared === null ? null : <span className="soft">{compared}</span>}
          {ties.slice(0, MOST_TIES).map((tie) => (
            <button
              key={`${tie.group}.${tie.rank}`}
              type="button"
              className="link"
              onClick={() => onTie(tie)}
            >
              {rankingText.decideTie(tie.rank)}
            </button>
          ))}
          <Checks view={view} onFreeze={onFreeze} />
        </>
      }
    >
      {said === '' ? moment : `${said}。${moment}`}
    </Notice>
  )
}

function facts(groups: readonly GroupResult[]): string {
  // Over several groups a rank alone would name nothing, so only the counts are added up.
  const all = groups.map(groupFacts)
  const only = all.length === 1 ? all[0]!.ties : []
  const sum = (pick: (one: (typeof all)[number]) => number): number =>
    all.reduce((total, one) => total + pick(one), 0)
  return previewFacts(
    sum((one) => one.blocked),
    only,
    sum((one) => one.estimated)
  )
}

function Checks({ view, onFreeze }: { view: ResultsView; onFreeze: () => void }): ReactElement | null {
  const { key, state } = view.period
  const checks = useRoute('period.checks', isFrozenState(state) ? null : { period: key }).data
  if (checks === undefined || checks.length === 0) return null
  return (
    <button type="button" className="link" onClick={onFreeze}>
      {checksPassed(checks.filter((check) => check.ok).length, checks.length)}
    </button>
  )
}
