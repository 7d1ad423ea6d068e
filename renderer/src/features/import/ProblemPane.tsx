import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react'
import type { ProblemGroupView } from '#shared/ipc/import.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { IssueMark } from '../../components/IssueMark.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { importText, placesText } from '../../text/import.ts'
import { hasFixes, NO_FIXES, withConfirmed } from './fixes.ts'
import { detailBeyondTitle, groupsByLevel, type ProblemStop } from './problemOrder.ts'
import { Repair, type RepairContext } from './Repair.tsx'

const { problems: text } = importText

interface Props {
  context: RepairContext
  current: ProblemStop | null
  onLocate: (stop: ProblemStop) => void
  paneRef: RefObject<HTMLDivElement | null>
  onClose?: () => void
}

/** 按修法归类: must be repaired, please confirm, tidied. One card settles all cells of its kind. */
export function ProblemPane({ context, current, onLocate, paneRef, onClose }: Props): ReactElement {
  const { detail, work } = context
  const levels = groupsByLevel(detail.groups)
  const open = levels.error.length + levels.confirm.length
  return (
    <aside className="panel ip-pane" aria-label={text.open}>
      <div className="panel-head">
        <h2>{text.title}</h2>
        <span className="panel-hint">{text.hint}</span>
        <span className="panel-extra">
          {hasFixes(detail.fixes) ? (
            <button
              type="button"
              className="link small"
              disabled={work.busy}
              onClick={() => work.fix(detail.file.id, NO_FIXES)}
            >
              {text.resetAll}
            </button>
          ) : null}
          {onClose === undefined ? null : (
            <button type="button" className="link small" onClick={onClose}>
              {text.collapse}
            </button>
          )}
        </span>
      </div>
      <div className="ip-list" ref={paneRef} tabIndex={0} role="region" aria-label={text.title}>
        {open === 0 ? <EmptyState title={text.none} hint={text.noneHint} /> : null}
        {(['error', 'confirm'] as const).map((level) =>
          levels[level].length === 0 ? null : (
            <section key={level}>
              <h3>
                <IssueMark level={level} word={`${text[level]} ${levels[level].length}`} />
                <span className="small quiet">{level === 'error' ? text.errorHint : text.confirmHint}</span>
              </h3>
              {levels[level].map((group) => (
                <Card
                  key={group.group}
                  group={group}
                  context={context}
                  current={current?.group === group.group}
                  onLocate={onLocate}
                />
              ))}
            </section>
          )
        )}
        {levels.info.length === 0 ? null : (
          <Tidied groups={levels.info} context={context} onLocate={onLocate} />
        )}
      </div>
      {open === 0 ? null : (
        <p className="ip-keys">
          <KeyHint keys="N">{text.nextKey}</KeyHint>
          <KeyHint keys="P">{text.previousKey}</KeyHint>
          <KeyHint keys="F6">{text.switchKey}</KeyHint>
        </p>
      )}
    </aside>
  )
}

function stopsOf(group: ProblemGroupView): ProblemStop[] {
  return group.problems.map(({ place }) => ({
    group: group.group,
    sheet: place.sheet ?? null,
    cell: place.cell ?? null
  }))
}

interface CardProps {
  group: ProblemGroupView
  context: RepairContext
  current: boolean
  onLocate: (stop: ProblemStop) => void
}

function Card({ group, context, current, onLocate }: CardProps): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (current) box.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <div
      ref={box}
      className={current ? 'ip-card ip-card-on' : 'ip-card'}
      role="group"
      aria-label={group.title}
      aria-current={current ? 'true' : undefined}
    >
      <p className="ip-card-title">
        <b>{group.title}</b>
        <Locate group={group} onLocate={onLocate} />
      </p>
      <Detail group={group} />
      <Repair group={group} context={context} />
    </div>
  )
}

/** The address of one cell, or 定位 that walks through all of them. */
function Locate({
  group,
  onLocate
}: {
  group: ProblemGroupView
  onLocate: (stop: ProblemStop) => void
}): ReactElement | null {
  const [turn, setTurn] = useState(0)
  const stops = stopsOf(group).filter((stop) => stop.cell !== null)
  const first = stops[0]
  if (first === undefined || first.cell === null) return null
  return (
    <button
      type="button"
      className="link small"
      aria-label={`${text.locate} ${first.cell}`}
      onClick={() => {
        onLocate(stops[turn % stops.length]!)
        setTurn(turn + 1)
      }}
    >
      {placesText(first.cell, stops.length)}
    </button>
  )
}

function Tidied(props: {
  groups: readonly ProblemGroupView[]
  context: RepairContext
  onLocate: (stop: ProblemStop) => void
}): ReactElement {
  const [open, setOpen] = useState(false)
  const { detail, work } = props.context
  return (
    <section>
      <h3>
        <IssueMark level="info" word={`${text.info} ${props.groups.length}`} />
        <span className="small quiet ellipsis grow">
          {props.groups.map((group) => group.title).join('、')}
        </span>
        <button type="button" className="link small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? text.collapse : text.expand}
        </button>
      </h3>
      {open
        ? props.groups.map((group) => (
            <div key={group.group} className="ip-card ip-card-quiet">
              <p className="ip-card-title">
                <span>
                  {group.title}
                  {group.accepted ? <span className="tag tag-done">{text.accepted}</span> : null}
                </span>
                <Locate group={group} onLocate={props.onLocate} />
                {group.accepted ? (
                  <button
                    type="button"
                    className="link small"
                    disabled={work.busy}
                    onClick={() => work.fix(detail.file.id, withConfirmed(detail.fixes, group.group, false))}
                  >
                    {text.takeBack}
                  </button>
                ) : null}
              </p>
              <Detail group={group} />
            </div>
          ))
        : null}
    </section>
  )
}

function Detail({ group }: { group: ProblemGroupView }): ReactElement | null {
  const text = detailBeyondTitle(group)
  return text === '' ? null : <p className="small soft">{text}</p>
}
