import { Checkbox } from 'antd'
import type { ReactElement } from 'react'
import type { TemplateTarget } from '#shared/ipc/template.ts'
import { Panel } from '../../components/Panel.tsx'
import { printMoment } from '../../text/format.ts'
import { templatesText as text } from '../../text/templates.ts'

interface Props {
  targets: readonly TemplateTarget[]
  /** Units whose workbook has come back. */
  returned: ReadonlySet<string | null>
  chosen: ReadonlySet<string>
  locked: boolean
  onChoose: (chosen: ReadonlySet<string>) => void
}

/** Units with what each is asked for; ticked ones get a workbook. */
export function TargetTable({ targets, returned, chosen, locked, onChoose }: Props): ReactElement {
  const all = targets.every(({ unit }) => chosen.has(unit))
  const some = targets.some(({ unit }) => chosen.has(unit))
  const open = targets.filter(({ issued }) => issued === null)

  function toggle(unit: string): void {
    const next = new Set(chosen)
    if (!next.delete(unit)) next.add(unit)
    onChoose(next)
  }

  return (
    <Panel
      title={text.units}
      scroll
      extra={
        open.length === 0 || open.length === targets.length ? undefined : (
          <button
            type="button"
            className="link"
            disabled={locked}
            onClick={() => onChoose(new Set(open.map(({ unit }) => unit)))}
          >
            {text.onlyOpen}
          </button>
        )
      }
    >
      <table className="plain tp-units">
        <thead>
          <tr>
            <th className="tp-tick">
              <Checkbox
                aria-label={text.selectAll}
                disabled={locked}
                checked={all}
                indeterminate={some && !all}
                onChange={() => onChoose(all ? new Set() : new Set(targets.map(({ unit }) => unit)))}
              />
            </th>
            <th>{text.head.unit}</th>
            <th className="num">{text.head.indicators}</th>
            <th className="num">{text.head.cells}</th>
            <th>{text.head.issued}</th>
            <th>{text.head.state}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map(({ unit, name, indicators, cells, issued }) => (
            <tr key={unit}>
              <td className="tp-tick">
                <Checkbox
                  aria-label={name}
                  disabled={locked}
                  checked={chosen.has(unit)}
                  onChange={() => toggle(unit)}
                />
              </td>
              <td>{name}</td>
              <td className="num">{indicators}</td>
              <td className="num">{text.cells(cells)}</td>
              <td className="soft nowrap" title={issued?.fileName}>
                {issued === null ? '' : `${printMoment(issued.at)} ${issued.by}`}
              </td>
              <td className="nowrap">
                {returned.has(unit) ? (
                  <span className="done">{text.returned}</span>
                ) : issued === null ? (
                  <span className="soft">{text.notIssued}</span>
                ) : (
                  text.notReturned
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
