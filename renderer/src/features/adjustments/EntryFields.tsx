import { Checkbox, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { LEVEL_WORDS } from '#shared/domain/incentive/honourLevel.ts'
import { quarterOfDay } from '#shared/domain/incentive/ledgerQuarter.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import type { LedgerView } from '#shared/ipc/incentive.ts'
import { adjustmentsText } from '../../text/adjustments.ts'
import { Field } from '../../components/Field.tsx'
import { catalogueOf, fixedPoints, type EntryErrors, type EntryForm } from './entryForm.ts'

const text = adjustmentsText.form

interface Props {
  view: LedgerView
  form: EntryForm
  errors: EntryErrors
  onChange: (change: Partial<EntryForm>) => void
}

/** The fields of an entry, in the order in which a clerk knows them: who, what for, how much, when, by what. */
export function EntryFields({ view, form, errors, onChange }: Props): ReactElement {
  const entry = catalogueOf(form, view)
  const fixed = fixedPoints(form, entry)
  return (
    <>
      <div className="dec-pair">
        <Field label={text.unit} error={errors.unit}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            autoFocus={form.unit === ''}
            aria-label={text.unit}
            value={form.unit === '' ? null : form.unit}
            options={view.choices.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(unit) => onChange({ unit })}
          />
        </Field>
        <Field
          label={text.date}
          error={errors.date}
          hint={form.date === '' ? '' : text.quarter(periodTitle(quarterOfDay(form.date)))}
        >
          <Input
            type="date"
            aria-label={text.date}
            max={view.today}
            value={form.date}
            onChange={(event) => onChange({ date: event.target.value })}
          />
        </Field>
      </div>
      {view.catalogue.length === 0 ? null : (
        <Field label={text.catalogue} hint={entry?.clause || text.catalogueHint}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={text.catalogue}
            value={form.catalogue}
            options={[
              { value: '', label: text.noCatalogue },
              ...view.catalogue.map(({ code, name }) => ({ value: code, label: name }))
            ]}
            onChange={(catalogue) => onChange({ catalogue })}
          />
        </Field>
      )}
      <div className="adj-thirds">
        <Field label={text.class} error={errors.classCode}>
          <Select
            aria-label={text.class}
            disabled={entry !== null}
            value={form.classCode === '' ? null : form.classCode}
            options={classOptions(view)}
            onChange={(classCode) => onChange({ classCode })}
          />
        </Field>
        {entry === null || entry.levels.length === 0 ? null : (
          <Field label={text.level} error={errors.level}>
            <Select
              aria-label={text.level}
              value={form.level === '' ? null : form.level}
              options={entry.levels.map(({ level, points }) => ({
                value: level,
                label: `${LEVEL_WORDS[level]} ${points} 分`
              }))}
              onChange={(level) => onChange({ level })}
            />
          </Field>
        )}
        <Field
          label={text.points}
          error={errors.points}
          hint={
            entry?.least != null && entry.most !== null && fixed === null
              ? text.range(entry.least, entry.most)
              : text.pointsHint
          }
        >
          <Input
            inputMode="decimal"
            aria-label={text.points}
            disabled={fixed !== null}
            value={form.points}
            onChange={(event) => onChange({ points: event.target.value })}
          />
        </Field>
      </div>
      <Field label={text.reason} error={errors.reason}>
        <Input.TextArea
          rows={2}
          maxLength={300}
          autoFocus={form.unit !== ''}
          aria-label={text.reason}
          placeholder={text.reasonHint}
          value={form.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      </Field>
      <div className="dec-pair">
        <Field label={text.evidence} hint={entry?.evidence === 'FILE' ? text.fileNeeded : undefined}>
          <Input
            maxLength={200}
            aria-label={text.evidence}
            placeholder={text.evidenceHint}
            value={form.evidence}
            onChange={(event) => onChange({ evidence: event.target.value })}
          />
        </Field>
        <div className="adj-people">
          <Field label={text.reporter} error={errors.reporter}>
            <Input
              maxLength={40}
              aria-label={text.reporter}
              value={form.reporter}
              onChange={(event) => onChange({ reporter: event.target.value })}
            />
          </Field>
          {view.review ? null : (
            <Field label={text.approver} error={errors.approver}>
              <Input
                maxLength={40}
                aria-label={text.approver}
                value={form.approver}
                onChange={(event) => onChange({ approver: event.target.value })}
              />
            </Field>
          )}
        </div>
      </div>
      <Checkbox checked={form.instant} onChange={(event) => onChange({ instant: event.target.checked })}>
        {text.instant}
      </Checkbox>
    </>
  )
}

/** Classes once each; the same class of several races is one. */
function classOptions({ classes }: LedgerView): { value: string; label: string }[] {
  const once = classes.filter(
    (entry, index) => classes.findIndex((other) => other.code === entry.code) === index
  )
  return once.map(({ code, name, sign, cap }) => {
    const limit = cap === null ? '' : `，封顶 ${cap}`
    return { value: code, label: `${name}（${adjustmentsText.signs[sign]}${limit}）` }
  })
}
