import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-router'
import { ITEM_LAMPS, ITEM_STATUS_WORDS } from '#shared/domain/status/vocabulary.ts'
import type { LampMatrix } from '#shared/ipc/slip.ts'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { LampMark, lampLegend } from '../../components/LampMark.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { supervisionText } from '../../text/supervision.ts'

const text = supervisionText.matrix
type Status = keyof LampMatrix['rows'][number]['counts']
type Known = Exclude<Status, 'NONE'>

/** Worst first, as the eye looks for it. */
const ORDER: readonly Status[] = [
  'OVERDUE',
  'BADLY_BEHIND',
  'BEHIND',
  'SLIGHTLY_BEHIND',
  'ON_TRACK',
  'AHEAD',
  'DONE',
  'NONE'
]

/** 单位 × 状态: how many items stand how; a number opens the register on them. */
export function MatrixView({ tabs }: { tabs: ReactNode }): ReactElement {
  const query = useRoute('slip.matrix', {})
  return (
    <div className="page">
      <PageHead title={supervisionText.title} tags={tabs} note={text.hint} />
      <Loaded query={query} rows={10}>
        {(matrix) => (
          <Panel scroll>
            {matrix.rows.length === 0 ? (
              <EmptyState title={text.empty} hint={text.emptyHint} />
            ) : (
              <Matrix matrix={matrix} />
            )}
          </Panel>
        )}
      </Loaded>
    </div>
  )
}

function Matrix({ matrix: { rows, vocabulary } }: { matrix: LampMatrix }): ReactElement {
  const shown = ORDER.filter((status) => rows.some(({ counts }) => (counts[status] ?? 0) > 0))
  const sum = (of: (row: LampMatrix['rows'][number]) => number): number =>
    rows.reduce((all, row) => all + of(row), 0)
  return (
    <table className="sup-matrix">
      <thead>
        <tr>
          <th scope="col">{text.unit}</th>
          {shown.map((status) => (
            <th key={status} scope="col" className={`sup-m-${tone(status)}`}>
              {status === 'NONE' ? (
                text.none
              ) : (
                <>
                  {ITEM_STATUS_WORDS[status]}
                  {vocabulary === 'RED_IS_GOOD' || status === 'DONE' ? null : (
                    <LampMark status={status} vocabulary={vocabulary} />
                  )}
                </>
              )}
            </th>
          ))}
          <th scope="col">{text.total}</th>
          <th scope="col">{text.slips}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unit, name, counts, total, openSlips }) => (
          <tr key={unit}>
            <th scope="row">{name}</th>
            {shown.map((status) => {
              const count = counts[status] ?? 0
              return (
                <td key={status} className={count > 0 ? `sup-m-${tone(status)}` : ''}>
                  {count === 0 ? (
                    <span className="sup-zero">0</span>
                  ) : (
                    <Link to={`${paths.registers}?status=${status}&unit=${encodeURIComponent(unit)}`}>
                      {count}
                    </Link>
                  )}
                </td>
              )
            })}
            <td>
              <Link to={`${paths.registers}?unit=${encodeURIComponent(unit)}`}>{total}</Link>
            </td>
            <td>{openSlips === 0 ? <span className="sup-zero">0</span> : openSlips}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.total}</th>
          {shown.map((status) => (
            <td key={status}>{sum(({ counts }) => counts[status] ?? 0)}</td>
          ))}
          <td>{sum(({ total }) => total)}</td>
          <td>{sum(({ openSlips }) => openSlips)}</td>
        </tr>
        {lampLegend(vocabulary) === '' ? null : (
          <tr>
            <td colSpan={shown.length + 3} className="sup-legend">
              {lampLegend(vocabulary)}
            </td>
          </tr>
        )}
      </tfoot>
    </table>
  )
}

/** Tint of a column: by how pressing it is, never by the lamp's colour. */
function tone(status: Status): 'bad' | 'mind' | 'plain' {
  const lamp = status === 'NONE' ? null : ITEM_LAMPS[status satisfies Known]
  return lamp === 'RED' ? 'bad' : lamp === 'YELLOW' ? 'mind' : 'plain'
}
