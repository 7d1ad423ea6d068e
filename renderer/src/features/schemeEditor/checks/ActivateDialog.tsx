import { Checkbox, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { nextPeriod, periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Problem } from '#shared/problem.ts'
import { currentQuarter } from '../../../app/currentQuarter.ts'
import { usePeriod } from '../../../app/PeriodContext.tsx'
import { ConfirmWithReason } from '../../../components/ConfirmWithReason.tsx'
import { Skeleton } from '../../../components/Skeleton.tsx'
import { useRoute } from '../../../ipc/queries.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { Draft } from '../editorTab.ts'
import { schemeDifference } from './schemeDifference.ts'

const text = schemeEditorText.activate

interface Props {
  draft: Draft
  problems: readonly Problem[]
  busy: boolean
  error: unknown
  onActivate: (period: PeriodKey) => void
  onCancel: () => void
}

/** 生效: from which quarter, what it changes there, and what the clerk accepts with it. */
export function ActivateDialog({ draft, problems, busy, error, onActivate, onCancel }: Props): ReactElement {
  const { period, periods } = usePeriod()
  const choices = openQuarters(periods)
  const [chosen, setChosen] = useState<PeriodKey>(
    period !== null && choices.includes(period) ? period : (choices[0] ?? currentQuarter())
  )
  const [accepted, setAccepted] = useState(false)
  const confirms = problems.filter((problem) => problem.level === 'confirm')
  return (
    <ConfirmWithReason
      open
      width={600}
      title={text.title}
      consequence={text.consequence}
      verb={text.verb(periodTitle(chosen))}
      busy={busy}
      error={error}
      blockedBy={confirms.length > 0 && !accepted ? text.accept : null}
      onConfirm={() => onActivate(chosen)}
      onCancel={onCancel}
    >
      <div className="se-activate">
        <label>
          <span className="field-label">{text.period}</span>
          <Select
            className="se-activate-period"
            aria-label={text.period}
            value={chosen}
            options={choices.map((key) => ({ value: key, label: periodTitle(key) }))}
            onChange={setChosen}
          />
        </label>
        <Difference draft={draft} period={chosen} />
        {confirms.length === 0 ? null : (
          <>
            <h3>{text.confirms(confirms.length)}</h3>
            <ul className="se-activate-confirms">
              {confirms.map((problem, index) => (
                <li key={index}>
                  {problem.message}
                  {problem.suggestion ?? ''}
                </li>
              ))}
            </ul>
            <Checkbox checked={accepted} onChange={(event) => setAccepted(event.target.checked)}>
              {text.accepted}
            </Checkbox>
          </>
        )}
      </div>
    </ConfirmWithReason>
  )
}

/** Quarters that can still take another version: known ones that are not frozen, and the one after the newest. */
function openQuarters(periods: ReturnType<typeof usePeriod>['periods']): PeriodKey[] {
  const newest = periods[0]?.key
  const open = periods.filter((one) => !isFrozenState(one.state)).map((one) => one.key)
  return newest === undefined ? [currentQuarter()] : [nextPeriod(newest), ...open]
}

function Difference({ draft, period }: { draft: Draft; period: PeriodKey }): ReactElement {
  const { data, error } = useRoute('scheme.get', { period })
  const lines = data === undefined || data === null ? null : schemeDifference(data.definition, draft)
  return (
    <>
      <h3>{text.difference}</h3>
      {data === undefined && error === null ? <Skeleton rows={2} /> : null}
      {data === null || error !== null ? <p className="soft small">{text.first}</p> : null}
      {lines === null ? null : lines.length === 0 ? (
        <p className="check small">{text.noDifference}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  )
}
