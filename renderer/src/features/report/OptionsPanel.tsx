import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { useId, type ReactElement, type ReactNode } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ReportControl, ReportOptions, StatusVocabulary } from '#shared/domain/report/reportOptions.ts'
import type { ReportKind } from '#shared/ipc/report.ts'
import { Panel } from '../../components/Panel.tsx'
import { reportText as text } from '../../text/report.ts'
import { ColumnChoice } from './ColumnChoice.tsx'
import { FontNote } from './FontNote.tsx'
import { MasterChoice } from './MasterChoice.tsx'
import { UnitChoice } from './UnitChoice.tsx'
import type { ReportChoices } from './useReportChoices.ts'

interface Props {
  period: PeriodKey
  kind: ReportKind
  choices: ReportChoices
}

const FEWEST = 3
const DECIMALS = [null, 0, 1, 2, 3, 4] as const

/** What this report lets the clerk choose. The paper beside it follows every change. */
export function OptionsPanel({ period, kind, choices }: Props): ReactElement {
  const { options, change } = choices
  const has = (control: ReportControl): boolean => kind.controls.includes(control)
  return (
    <Panel
      title={text.options}
      scroll
      extra={
        choices.isDefault ? undefined : (
          <button type="button" className="link small" onClick={choices.reset}>
            {text.reset}
          </button>
        )
      }
    >
      <div className="rp-options">
        {has('units') ? <UnitChoice kind={kind} options={options} onChange={change} /> : null}
        {has('hide') ? (
          <ColumnChoice period={period} hide={options.hide} onChange={(hide) => change({ hide })} />
        ) : null}
        {has('topOnly') ? <TopOnly options={options} onChange={change} /> : null}
        {has('bottom') ? (
          <Field label={text.bottom}>
            <Radio.Group
              value={options.bottom}
              onChange={(event) => change({ bottom: event.target.value as ReportOptions['bottom'] })}
              options={[
                { value: 'NAMES', label: text.bottomNames },
                { value: 'COUNT', label: text.bottomCount }
              ]}
            />
          </Field>
        ) : null}
        {has('line') ? (
          <Field label={text.line} hint={text.lineHint}>
            <InputNumber<string>
              stringMode
              min="0"
              value={options.line}
              addonAfter={text.points}
              onChange={(line) => change({ line: line === null ? null : plain(line) })}
            />
          </Field>
        ) : null}
        {has('decimals') ? (
          <Field label={text.decimals} hint={text.decimalsHint}>
            <Select
              value={options.decimals ?? -1}
              onChange={(value) => change({ decimals: value < 0 ? null : value })}
              options={DECIMALS.map((places) => ({
                value: places ?? -1,
                label: places === null ? text.asScheme : text.places(places)
              }))}
            />
          </Field>
        ) : null}
        {has('vocabulary') ? (
          <Field label={text.vocabulary}>
            <Select<StatusVocabulary | ''>
              value={options.vocabulary ?? ''}
              onChange={(value) => change({ vocabulary: value === '' ? null : value })}
              options={[
                { value: '', label: text.asScheme },
                ...text.vocabularies.map(([value, label]) => ({ value, label }))
              ]}
            />
          </Field>
        ) : null}
        {has('charts') ? (
          <Checkbox checked={options.charts} onChange={(event) => change({ charts: event.target.checked })}>
            {text.charts}
          </Checkbox>
        ) : null}
        {has('master') ? (
          <MasterChoice value={options.master} onChange={(master) => change({ master })} />
        ) : null}
        {has('docNumber') ? (
          <Line
            label={text.docNumber}
            hint={text.docNumberHint}
            max={40}
            value={options.docNumber}
            onChange={(docNumber) => change({ docNumber })}
          />
        ) : null}
        {has('recipients') ? (
          <Line
            label={text.recipients}
            hint={text.recipientsHint}
            max={120}
            value={options.recipients}
            onChange={(recipients) => change({ recipients })}
          />
        ) : null}
        {has('contact') ? (
          <Line
            label={text.contact}
            hint={text.contactHint}
            max={80}
            value={options.contact}
            onChange={(contact) => change({ contact })}
          />
        ) : null}
        <Line
          label={text.issuer}
          hint={text.issuerHint}
          max={60}
          value={options.issuer}
          onChange={(issuer) => change({ issuer })}
        />
        <Line
          label={text.issuedOn}
          hint={text.issuedOnHint}
          max={20}
          value={options.issuedOn}
          onChange={(issuedOn) => change({ issuedOn })}
        />
        {has('fonts') ? <FontNote value={options.fonts} onChange={(fonts) => change({ fonts })} /> : null}
      </div>
    </Panel>
  )
}

/** Canonical decimal text: `80.0` → `80`. */
function plain(number: string): string {
  const trimmed = number.includes('.') ? number.replace(/\.?0+$/, '') : number
  return trimmed.replace(/^0+(?=\d)/, '')
}

function Field(props: { label: string; hint?: string; children: ReactNode }): ReactElement {
  return (
    <div role="group" aria-label={props.label}>
      <span className="field-label">{props.label}</span>
      {props.children}
      {props.hint === undefined ? null : <p className="small quiet">{props.hint}</p>}
    </div>
  )
}

interface LineProps {
  label: string
  hint: string
  max: number
  value: string
  onChange: (value: string) => void
}

function Line({ label, hint, max, value, onChange }: LineProps): ReactElement {
  const id = useId()
  return (
    <div>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <Input
        id={id}
        maxLength={max}
        placeholder={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

interface TopProps {
  options: ReportOptions
  onChange: (part: Partial<ReportOptions>) => void
}

function TopOnly({ options, onChange }: TopProps): ReactElement {
  return (
    <div>
      <Checkbox
        checked={options.topOnly !== null}
        onChange={(event) => onChange({ topOnly: event.target.checked ? FEWEST : null })}
      >
        {text.topOnly}
      </Checkbox>
      {options.topOnly === null ? null : (
        <span className="rp-top">
          <InputNumber
            size="small"
            min={1}
            max={2000}
            precision={0}
            aria-label={text.topOnly}
            value={options.topOnly}
            onChange={(value) => onChange({ topOnly: value ?? FEWEST })}
          />
          {text.topCount}
        </span>
      )}
      <p className="small quiet">{text.topOnlyHint}</p>
    </div>
  )
}
