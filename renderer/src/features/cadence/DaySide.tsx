import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-router'
import type { DayView } from '#shared/ipc/cadence.ts'
import { paths } from '../../app/paths.ts'
import { Panel } from '../../components/Panel.tsx'
import { cadenceText } from '../../text/cadence.ts'

const text = cadenceText.day

const ACTED = ['started', 'progress', 'done', 'verified', 'closed'] as const

/** Beside the list: what was done on the day, slips whose day of answer has come, imports that wait for 复核. */
export function DaySide({ view }: { view: DayView }): ReactElement {
  const acted = ACTED.flatMap((key) => view.activity[key].map((item) => ({ key, item })))
  return (
    <aside className="dy-side">
      <List title={text.acted} none={text.noActed}>
        {acted.map(({ key, item }) => (
          <li key={`${key}.${item.id}`}>
            <span className="tag">{text.actedNames[key]}</span>{' '}
            <Link to={paths.registerItem(item.id)}>{item.title}</Link>{' '}
            <span className="quiet">{item.ownerName}</span>
          </li>
        ))}
      </List>
      <List title={text.slips} none={text.noSlips}>
        {view.slips.map((slip) => (
          <li key={slip.id}>
            <Link to={paths.slip(slip.id)}>{slip.number}</Link> {slip.unitName}{' '}
            <span className="quiet">{text.answerBy(slip.answerBy ?? '')}</span>
          </li>
        ))}
      </List>
      <List title={text.imports} none={text.noImports}>
        {view.imports.map((batch) => (
          <li key={batch.id}>
            <Link to={paths.batch(batch.id)}>{batch.fileName}</Link> <span className="quiet">{batch.by}</span>
          </li>
        ))}
      </List>
    </aside>
  )
}

function List(props: { title: string; none: string; children: readonly ReactNode[] }): ReactElement {
  return (
    <Panel title={props.title} hint={String(props.children.length)}>
      {props.children.length === 0 ? <p className="dy-none">{props.none}</p> : <ul>{props.children}</ul>}
    </Panel>
  )
}
