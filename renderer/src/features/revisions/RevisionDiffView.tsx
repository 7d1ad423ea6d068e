import { Checkbox, Input } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { InputChange, RevisionDiff } from '#shared/domain/revision/revisionDiff.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { CHANGE_KINDS, revisionsText as text } from '../../text/revisions.ts'

interface Props {
  period: PeriodKey
  before: string
  /** Null: the live data. */
  after: string | null
}

/** Inputs, scores and standings that differ, each with before and after. */
export function RevisionDiffView(props: Props): ReactElement {
  const query = useRoute('revision.compare', { ...props })
  return (
    <Loaded query={query} rows={6}>
      {(diff) =>
        diff.inputs.length + diff.scores.length + diff.standings.length === 0 ? (
          <p className="soft">{text.same}</p>
        ) : (
          <Diff diff={diff} />
        )
      }
    </Loaded>
  )
}

function Diff({ diff }: { diff: RevisionDiff }): ReactElement {
  const [wanted, setWanted] = useState('')
  const [onlyTotals, setOnlyTotals] = useState(false)
  const fits = (name: string | null): boolean => wanted === '' || (name ?? '').includes(wanted.trim())
  const inputs = diff.inputs.filter((entry) => fits(entry.unitName))
  const scores = diff.scores.filter(
    (entry) => fits(entry.unitName) && (!onlyTotals || entry.indicator === null)
  )
  const standings = diff.standings.filter((entry) => fits(entry.unitName))
  return (
    <div className="rev-diff">
      <div className="row rev-filter">
        <Input
          allowClear
          size="small"
          aria-label={text.filter}
          placeholder={text.filter}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <Checkbox checked={onlyTotals} onChange={(event) => setOnlyTotals(event.target.checked)}>
          {text.onlyTotals}
        </Checkbox>
      </div>
      <Section title={text.sections.standings} count={standings.length} heads={text.standingHead}>
        {standings.map((entry) => (
          <tr key={`${entry.race}.${entry.group}.${entry.unit}`}>
            <td>{entry.unitName}</td>
            <td className="nowrap">{change(place(entry.rankBefore), place(entry.rankAfter))}</td>
            <td>{change(entry.gradeBefore, entry.gradeAfter)}</td>
          </tr>
        ))}
      </Section>
      <Section
        title={text.sections.scores}
        count={scores.length}
        heads={text.scoreHead}
        numbers={['before', 'after', 'difference']}
      >
        {scores.map((entry) => (
          <tr key={`${entry.race}.${entry.unit}.${entry.indicator ?? ''}`}>
            <td>{entry.unitName}</td>
            <td className={entry.indicator === null ? 'bold' : undefined}>{entry.name}</td>
            <td className="num">{entry.before ?? '/'}</td>
            <td className="num">{entry.after ?? '/'}</td>
            <td className="num bold">{entry.difference ?? ''}</td>
          </tr>
        ))}
      </Section>
      <Section title={text.sections.inputs} count={inputs.length} heads={text.inputHead}>
        {inputs.map((entry, index) => (
          <tr key={index}>
            <td className="nowrap">{CHANGE_KINDS[entry.kind]}</td>
            <td>{entry.unitName ?? ''}</td>
            <td>{entry.what}</td>
            <Cell value={entry.before} source={entry.sourceBefore} />
            <Cell value={entry.after} source={entry.sourceAfter} />
          </tr>
        ))}
      </Section>
    </div>
  )
}

const place = (rank: number | null): string | null => (rank === null ? null : `第 ${rank} 名`)

function change(before: string | null, after: string | null): string {
  return before === after ? (before ?? '') : `${before ?? '无'} → ${after ?? '无'}`
}

function Cell({
  value,
  source
}: {
  value: string | null
  source: InputChange['sourceBefore']
}): ReactElement {
  return (
    <td>
      {value ?? <span className="quiet">无</span>}
      {source === null ? null : <span className="small soft rev-source">{source}</span>}
    </td>
  )
}

function Section(props: {
  title: string
  count: number
  heads: Readonly<Record<string, string>>
  /** Columns of numbers, whose heads stand above their ends. */
  numbers?: readonly string[]
  children: ReactNode
}): ReactElement {
  return (
    <section>
      <h3>
        {props.title} <span className="small quiet">{props.count}</span>
      </h3>
      {props.count === 0 ? (
        <p className="quiet small">{text.none_changed}</p>
      ) : (
        <table className="plain rev-table">
          <thead>
            <tr>
              {Object.entries(props.heads).map(([key, head]) => (
                <th key={key} className={props.numbers?.includes(key) === true ? 'num' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      )}
    </section>
  )
}
