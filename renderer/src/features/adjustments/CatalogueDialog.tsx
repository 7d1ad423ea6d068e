import { App, Checkbox, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { EVIDENCE_WORDS, type CatalogueEntry, type EvidenceNeed } from '#shared/domain/incentive/catalogue.ts'
import { LEVEL_WORDS, LEVELS } from '#shared/domain/incentive/honourLevel.ts'
import type { LedgerView } from '#shared/ipc/incentive.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { useCall } from '../../ipc/queries.ts'
import { adjustmentsText, catalogueText } from '../../text/adjustments.ts'
import { common } from '../../text/common.ts'
import { Field } from '../../components/Field.tsx'
import { blankCatalogue, catalogueFormOf, catalogueInputOf, type CatalogueForm } from './catalogueForm.ts'

const text = catalogueText.form

interface Props {
  view: LedgerView
  /** Null for a new one. */
  entry: CatalogueEntry | null
  onClose: () => void
}

/** One entry of the 加减分目录. */
export function CatalogueDialog({ view, entry, onClose }: Props): ReactElement {
  const [form, setForm] = useState<CatalogueForm>(() =>
    entry === null ? blankCatalogue() : catalogueFormOf(entry)
  )
  const [asked, setAsked] = useState(false)
  const save = useCall('incentive.saveCatalogue')
  const { message } = App.useApp()
  const built = catalogueInputOf(form)
  const errors = asked && 'errors' in built ? built.errors : {}
  const set = (change: Partial<CatalogueForm>): void => setForm((now) => ({ ...now, ...change }))

  function submit(): void {
    setAsked(true)
    if ('errors' in built) return
    save.mutate(
      { period: view.period, id: entry?.id ?? null, entry: built.input },
      {
        onSuccess: () => {
          onClose()
          void message.success(catalogueText.saved)
        }
      }
    )
  }

  const classes = view.classes.filter(
    (one, index) => view.classes.findIndex((other) => other.code === one.code) === index
  )
  const short = (key: 'code' | 'name' | 'clause', label: string, most: number): ReactElement => (
    <Field label={label} error={errors[key]}>
      <Input
        aria-label={label}
        maxLength={most}
        value={form[key]}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </Field>
  )
  const number = (key: 'points' | 'least' | 'most', label: string, hint?: string): ReactElement => (
    <Field label={label} error={errors[key]} hint={hint}>
      <Input
        inputMode="decimal"
        aria-label={label}
        value={form[key]}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </Field>
  )
  return (
    <FormDialog
      title={entry === null ? text.addTitle : text.editTitle}
      width={640}
      className="dec-form"
      verb={common.save}
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="adj-code-name">
        {short('code', text.code, 20)}
        {short('name', text.name, 80)}
      </div>
      <div className="dec-pair">
        <Field label={text.class} error={errors.classCode}>
          <Select
            aria-label={text.class}
            value={form.classCode === '' ? null : form.classCode}
            options={classes.map(({ code, name, sign, cap }) => ({
              value: code,
              label: `${name}（${adjustmentsText.signs[sign]}${cap === null ? '' : `，封顶 ${cap}`}）`
            }))}
            onChange={(classCode) => set({ classCode })}
          />
        </Field>
        <Field label={text.evidence}>
          <Select<EvidenceNeed>
            aria-label={text.evidence}
            value={form.evidence}
            options={(Object.keys(EVIDENCE_WORDS) as EvidenceNeed[]).map((value) => ({
              value,
              label: EVIDENCE_WORDS[value]
            }))}
            onChange={(evidence) => set({ evidence })}
          />
        </Field>
      </div>
      <div className="adj-thirds">
        {number('points', text.points)}
        {number('least', text.least, text.rangeHint)}
        {number('most', text.most)}
      </div>
      <Field label={text.levels} error={errors.levels} hint={text.levelsHint}>
        <span className="adj-levels">
          {LEVELS.map((level) => (
            <Input
              key={level}
              inputMode="decimal"
              aria-label={`${text.levels} ${LEVEL_WORDS[level]}`}
              prefix={<span className="soft">{LEVEL_WORDS[level]}</span>}
              value={form.levels[level]}
              onChange={(event) => set({ levels: { ...form.levels, [level]: event.target.value } })}
            />
          ))}
        </span>
      </Field>
      {short('clause', text.clause, 120)}
      <Checkbox checked={form.highestOnly} onChange={(event) => set({ highestOnly: event.target.checked })}>
        {text.highest}
      </Checkbox>
      <Checkbox checked={form.instant} onChange={(event) => set({ instant: event.target.checked })}>
        {text.instant}
      </Checkbox>
    </FormDialog>
  )
}
