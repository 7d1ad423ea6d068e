import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-router'
import { isFrozenState, PERIOD_STATE_NAMES } from '#shared/domain/period/periodState.ts'
import type { OverviewView } from '#shared/ipc/results.ts'
import { NodeMark } from '../../app/NodeMark.tsx'
import { paths } from '../../app/paths.ts'
import { FLOW, flowNodes } from '../../app/stages.ts'
import { StatusMark } from '../../components/StatusMark.tsx'
import { printMoment } from '../../text/format.ts'
import { overviewText } from '../../text/overview.ts'

const text = overviewText.flow

interface Cell {
  value: ReactNode
  /** Nothing has happened here yet: the figure is quiet. */
  idle?: boolean
  unit?: string
  detail: ReactNode
}

/** 收集 → 核对 → 计算 → 冻结 → 发布 with one figure each. */
export function FlowStrip({ overview }: { overview: OverviewView }): ReactElement {
  const cells = [
    collect(overview),
    review(overview),
    computed(overview),
    frozen(overview),
    published(overview)
  ]
  const nodes = flowNodes(overview.period.state).map((node, index) =>
    // A preview exists before the quarter has reached that step.
    FLOW[index] === 'computed' && node === 'idle' && overview.computed !== null ? 'partly' : node
  )
  return (
    <section className="panel flow" aria-label="本季度的五步">
      {cells.map((cell, index) => (
        <div key={FLOW[index]} className={nodes[index] === 'active' ? 'flow-cell flow-now' : 'flow-cell'}>
          <p className="flow-name">
            <NodeMark state={nodes[index]!} />
            {PERIOD_STATE_NAMES[FLOW[index]!]}
            {nodes[index] === 'active' ? <em>{text.inProgress}</em> : null}
          </p>
          <p className={cell.idle === true ? 'flow-value flow-idle' : 'flow-value'}>
            {cell.value}
            {cell.unit === undefined ? null : <small> {cell.unit}</small>}
          </p>
          <p className="flow-detail">{cell.detail}</p>
        </div>
      ))}
    </section>
  )
}

function collect({ units }: OverviewView): Cell {
  if (units.expected === 0) return { value: 0, idle: true, detail: text.noUnits }
  const open = units.missing.length + units.partly
  return {
    value: units.complete,
    unit: text.units(units.expected),
    detail:
      open === 0 ? (
        <StatusMark status="done" word={text.allIn} />
      ) : (
        <>
          {units.missing.length > 0 ? (
            <StatusMark status="missing" word={`缺报 ${units.missing.length}`} />
          ) : null}
          {units.partly > 0 ? <span className="flow-partly">{text.partly(units.partly)}</span> : null}
          <Link to={paths.submissions}>{text.remind}</Link>
        </>
      )
  }
}

function review({ problems }: OverviewView): Cell {
  if (problems.rejected === 0) return { value: text.nothingToFix, idle: true, detail: text.nothingToFixHint }
  return { value: problems.rejected, unit: text.rejected, detail: <Link to={paths.import}>{text.fix}</Link> }
}

function computed({ computed: at, problems, period }: OverviewView): Cell {
  if (at === null) return { value: text.notComputed, idle: true, detail: text.notComputedHint }
  const facts = text.facts(problems.estimated, at.tiedRanks)
  if (isFrozenState(period.state)) return { value: text.final, unit: printMoment(at.at), detail: facts }
  if (at.stale) return { value: text.stale, unit: printMoment(at.at), detail: text.staleHint }
  return { value: text.previewWord, unit: printMoment(at.at), detail: facts }
}

function frozen({ period, units, problems, computed: at }: OverviewView): Cell {
  if (isFrozenState(period.state)) {
    return { value: text.frozen, detail: <span title={period.snapshot ?? undefined}>{period.snapshot}</span> }
  }
  const open = [
    units.missing.length > 0 ? `缺报 ${units.missing.length}` : '',
    problems.rejected > 0 ? `必修 ${problems.rejected}` : '',
    at === null || at.stale ? '计算' : ''
  ].filter((part) => part !== '')
  return { value: text.notFrozen, idle: true, detail: text.stillOpen(open) }
}

function published({ period }: OverviewView): Cell {
  if (period.state === 'published' || period.state === 'archived')
    return { value: text.published, detail: '' }
  return {
    value: text.notPublished,
    idle: true,
    detail: isFrozenState(period.state) ? (
      <Link to={paths.report}>{text.afterFreeze}</Link>
    ) : (
      text.notPublishedHint
    )
  }
}
