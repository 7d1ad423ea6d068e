import { Button, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { sum } from '#shared/domain/number/decimal.ts'
import { printNumber } from '../../../text/format.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { DraftWork } from '../editorTab.ts'
import { markOf } from '../draft/markOf.ts'
import { withField } from '../draft/rowPath.ts'
import { NumberField } from '../form/NumberField.tsx'
import { LabelledField } from './LabelledField.tsx'
import type { MoreProps } from './panelProps.ts'

const text = schemeEditorText.more

/** 共同完成 (S9): who leads, who helps, and what share of the result each is credited with. */
export function SharedFields(props: MoreProps): ReactElement {
  const { indicator, update } = props
  const shared = indicator.shared ?? {}
  const works = shared.works ?? []
  const put = (next: readonly DraftWork[], merge?: string): void =>
    update(
      (old) => withField(old, 'shared', next.length === 0 ? undefined : { ...old.shared, works: [...next] }),
      text.changed(text.shared),
      merge
    )
  return (
    <div role="group" aria-label={text.shared}>
      <p className="field-label">
        {text.shared}
        <em>{text.sharedHint}</em>
      </p>
      {works.length === 0 ? null : (
        <LabelledField label={text.sharedDivide}>
          <Select
            size="small"
            aria-label={text.sharedDivide}
            value={shared.divide ?? 'SCORE'}
            options={(['SCORE', 'VALUE'] as const).map((value) => ({ value, label: text.divides[value] }))}
            onChange={(divide: 'SCORE' | 'VALUE') =>
              update(
                (old) => ({ ...old, shared: { ...old.shared, divide } }),
                text.changed(text.sharedDivide)
              )
            }
          />
        </LabelledField>
      )}
      {works.map((work, index) => (
        <Work
          key={index}
          {...props}
          work={work}
          onChange={(next, merge) =>
            put(
              works.map((one, at) => (at === index ? next : one)),
              merge === undefined ? undefined : `work${index}:${merge}`
            )
          }
          onRemove={() => put(works.filter((_, at) => at !== index))}
        />
      ))}
      <p>
        <Button size="small" onClick={() => put([...works, { name: '', shares: [] }])}>
          {text.workAdd}
        </Button>
      </p>
    </div>
  )
}

interface WorkProps extends MoreProps {
  work: DraftWork
  onChange: (work: DraftWork, merge?: string) => void
  onRemove: () => void
}

function Work({ work, units, onChange, onRemove }: WorkProps): ReactElement {
  const shares = work.shares ?? []
  const total = sum(shares.map(({ percent }) => markOf(percent)).filter((value) => value !== null))
  const setShare = (index: number, share: (typeof shares)[number], merge?: string): void =>
    onChange({ ...work, shares: shares.map((one, at) => (at === index ? share : one)) }, merge)
  // The leading unit takes part in its own work: its share comes first.
  const lead = (from: string): void =>
    onChange({ ...work, from, ...(shares.length === 0 ? { shares: [{ unit: from, percent: '100' }] } : {}) })
  return (
    <div className="se-variant">
      <div className="row">
        <Input
          size="small"
          aria-label={text.workName}
          placeholder={text.workName}
          value={work.name ?? ''}
          onChange={(event) => onChange({ ...work, name: event.target.value }, 'name')}
        />
        <button type="button" className="link small" onClick={onRemove}>
          {text.remove}
        </button>
      </div>
      <LabelledField label={text.workFrom}>
        <Select
          size="small"
          aria-label={text.workFrom}
          showSearch={{ optionFilterProp: 'label' }}
          value={work.from ?? null}
          options={[...units]}
          onChange={lead}
        />
      </LabelledField>
      <p className="field-label">
        {text.workShares}
        <em className={total.greaterThan(100) ? 'check' : undefined}>
          {shares.length === 0
            ? ''
            : total.greaterThan(100)
              ? text.shareOver(printNumber(total.toFixed()))
              : text.shareSum(printNumber(total.toFixed()))}
        </em>
      </p>
      <div className="se-more-lines">
        {shares.map((share, index) => (
          <div className="row" key={index}>
            <Select
              size="small"
              className="grow"
              aria-label={text.cellUnit(index + 1)}
              showSearch={{ optionFilterProp: 'label' }}
              value={share.unit ?? null}
              options={[...units]}
              onChange={(unit: string) => setShare(index, { ...share, unit })}
            />
            <span className="se-share">
              <NumberField
                label={text.cellShare(index + 1)}
                suffix="%"
                value={share.percent}
                onChange={(percent) => setShare(index, withField(share, 'percent', percent), `share${index}`)}
              />
            </span>
            <button
              type="button"
              className="link small"
              onClick={() => onChange({ ...work, shares: shares.filter((_, at) => at !== index) })}
            >
              {text.remove}
            </button>
          </div>
        ))}
        <span>
          <Button size="small" onClick={() => onChange({ ...work, shares: [...shares, {}] })}>
            {text.shareAdd}
          </Button>
        </span>
      </div>
    </div>
  )
}
