import { Button, Checkbox, Switch } from 'antd'
import { useState, type ReactElement } from 'react'
import { QUOTA_ROUNDING_NAMES } from '#shared/domain/ranking/grades/quotaPlaces.ts'
import type { QuotaRounding } from '#shared/domain/scheme/gradeRules.ts'
import { EmptyState } from '../../../../components/EmptyState.tsx'
import { Panel } from '../../../../components/Panel.tsx'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { codeOptions } from '../../draft/draftNames.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DecimalField } from '../fields/DecimalField.tsx'
import { IntegerField } from '../fields/IntegerField.tsx'
import { ManyField } from '../fields/ManyField.tsx'
import { RowTools } from '../fields/RowTools.tsx'
import { TextField } from '../fields/TextField.tsx'
import { put, removeAt, replaceAt } from '../listEdits.ts'
import { quotaExample, quotasFor, type DraftQuotas } from './quotaExample.ts'
import { gradeNames, type RaceSectionProps } from './raceSection.ts'

const { quotas: text, sections, labels } = raceSettingsText
const ROUNDINGS = (['FLOOR', 'ROUND', 'CEIL'] as const).map((value) => ({
  value,
  label: QUOTA_ROUNDING_NAMES[value]
}))

type Update = (update: (rules: DraftQuotas) => DraftQuotas, merge?: string) => void
interface PartProps extends RaceSectionProps {
  rules: DraftQuotas
  update: Update
}

/** 个人优秀名额 by the unit's grade, with one unit worked through (S36, G15). */
export function QuotasSection(props: RaceSectionProps): ReactElement {
  const { race, edit } = props
  const rules = race.personQuotas
  const grades = gradeNames(race)
  const update: Update = (change, merge) =>
    edit((before) => ({ ...before, personQuotas: change(before.personQuotas ?? {}) }), labels.quotas, merge)
  return (
    <Panel
      title={sections.QUOTAS}
      hint={text.hint}
      scroll
      extra={
        <>
          <span className="soft">{text.use}</span>
          <Switch
            size="small"
            aria-label={text.use}
            checked={rules !== undefined}
            disabled={rules === undefined && grades.length === 0}
            onChange={(on) =>
              edit(
                (before) => put(before, 'personQuotas', on ? quotasFor(gradeNames(before)) : undefined),
                labels.quotas
              )
            }
          />
        </>
      }
    >
      {rules === undefined ? (
        <EmptyState title={text.none.title} hint={grades.length === 0 ? text.noGrades : text.none.hint} />
      ) : (
        <div className="set-block">
          <ByGrade {...props} rules={rules} update={update} />
          <Honours {...props} rules={rules} update={update} />
          <div className="set-grid">
            <DecimalField
              label={text.cap}
              suffix="%"
              value={rules.cap}
              onChange={(cap) => update((before) => put(before, 'cap', cap), 'quotas:cap')}
            />
            <ChoiceField<QuotaRounding>
              label={text.rounding}
              value={rules.rounding ?? 'FLOOR'}
              options={ROUNDINGS}
              onChange={(rounding) => update((before) => ({ ...before, rounding }))}
            />
          </div>
          <Example rules={rules} />
          <p className="quiet small">{text.source}</p>
        </div>
      )}
    </Panel>
  )
}

function ByGrade({ race, rules, update }: PartProps): ReactElement {
  const rows = rules.byGrade ?? []
  const grades = gradeNames(race)
  const options = [...new Set([...grades, ...rows.flatMap((row) => row.grade ?? [])])]
  const free = grades.find((grade) => !rows.some((row) => row.grade === grade))
  return (
    <div className="set-sub">
      <span className="field-label">{text.byGrade}</span>
      {rows.map((row, index) => (
        <div className="row set-line" key={index}>
          <ChoiceField
            bare
            label={text.byGrade}
            value={row.grade}
            options={options.map((grade) => ({ value: grade, label: grade }))}
            onChange={(grade) =>
              update((before) => ({
                ...before,
                byGrade: replaceAt(before.byGrade, index, (item) => ({ ...item, grade }))
              }))
            }
          />
          <DecimalField
            bare
            label={`${row.grade ?? ''} ${text.percent}`}
            suffix="%"
            value={row.percent}
            onChange={(percent) =>
              update(
                (before) => ({
                  ...before,
                  byGrade: replaceAt(before.byGrade, index, (item) => ({ ...item, percent }))
                }),
                `quotas:${index}`
              )
            }
          />
          <RowTools
            name={row.grade ?? ''}
            onRemove={() => update((before) => ({ ...before, byGrade: removeAt(before.byGrade, index) }))}
          />
        </div>
      ))}
      <Button
        size="small"
        disabled={free === undefined}
        onClick={() =>
          update((before) => ({
            ...before,
            byGrade: [...(before.byGrade ?? []), { grade: free, percent: '0' }]
          }))
        }
      >
        {text.add}
      </Button>
    </div>
  )
}

function Honours({ draft, rules, update }: PartProps): ReactElement {
  const rows = rules.honours ?? []
  type Honour = (typeof rows)[number]
  const set = <K extends keyof Honour>(index: number, key: K, value: Honour[K] | undefined): void =>
    update(
      (before) => ({ ...before, honours: replaceAt(before.honours, index, (item) => put(item, key, value)) }),
      `honours:${index}:${key}`
    )
  return (
    <div className="set-sub">
      <span className="field-label">{text.honours}</span>
      {rows.map((row, index) => (
        <div className="row set-line" key={index}>
          <TextField
            bare
            required
            label={text.honour}
            placeholder={text.honour}
            value={row.name}
            onChange={(name) => set(index, 'name', name)}
          />
          <DecimalField
            bare
            label={`${row.name ?? ''} ${text.plus}`}
            suffix="%"
            value={row.plus}
            onChange={(plus) => set(index, 'plus', plus)}
          />
          <ManyField
            bare
            label={`${row.name ?? ''} ${text.units}`}
            placeholder={text.units}
            value={row.units}
            options={codeOptions(draft.units)}
            onChange={(units) => set(index, 'units', units)}
          />
          <RowTools
            name={row.name ?? ''}
            onRemove={() => update((before) => ({ ...before, honours: removeAt(before.honours, index) }))}
          />
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          update((before) => ({
            ...before,
            honours: [...(before.honours ?? []), { name: '', plus: '5', units: [] }]
          }))
        }
      >
        {text.honoursAdd}
      </Button>
    </div>
  )
}

/** One unit worked through; nothing of it is kept in the scheme. */
function Example({ rules }: { rules: DraftQuotas }): ReactElement {
  const grades = (rules.byGrade ?? []).flatMap((row) => row.grade ?? [])
  const [staff, setStaff] = useState<number | undefined>(43)
  const [wanted, setGrade] = useState<string | undefined>(undefined)
  const [held, setHeld] = useState<readonly number[]>([])
  const grade = wanted !== undefined && grades.includes(wanted) ? wanted : grades[0]
  const sentence =
    staff === undefined || grade === undefined ? null : quotaExample(rules, { staff, grade, honours: held })
  return (
    <div className="set-example">
      <div className="row">
        <span className="nowrap">{text.staff}</span>
        <IntegerField bare label={text.staff} suffix="人" value={staff} onChange={setStaff} />
        <span className="nowrap">{text.grade}</span>
        <ChoiceField
          bare
          label={text.grade}
          value={grade}
          options={grades.map((name) => ({ value: name, label: name }))}
          onChange={setGrade}
        />
        {(rules.honours ?? []).map((honour, index) => (
          <Checkbox
            key={index}
            checked={held.includes(index)}
            onChange={(event) =>
              setHeld(event.target.checked ? [...held, index] : held.filter((item) => item !== index))
            }
          >
            {honour.name ?? text.withHonours}
          </Checkbox>
        ))}
      </div>
      <p className="set-says">{sentence ?? text.nothing}</p>
    </div>
  )
}
