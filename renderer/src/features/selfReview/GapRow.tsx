import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { GapFields } from '#shared/domain/selfReview/gapFields.ts'
import { gapOf } from '#shared/domain/selfReview/gapMath.ts'
import { DIRECTION_WORDS } from '#shared/domain/selfReview/gapWords.ts'
import type { Direction } from '#shared/domain/scheme/schemeDefinition.ts'
import { describePlace } from '#shared/problem.ts'
import type { GapRowView, KnownBenchmark } from '#shared/ipc/selfReview.ts'
import { Icon } from '../../components/Icon.tsx'
import { selfReviewText as text } from '../../text/selfReview.ts'
import { LineField, NumberField, TextField } from './fields.tsx'
import { TaskLink } from './marks.tsx'
import type { DraftRow } from './reviewDraft.ts'

interface Props {
  no: number
  row: DraftRow
  /** The row as main has it; null until it is saved. */
  saved: GapRowView | null
  lacks: readonly string[]
  unit: string
  units: readonly { unit: string; name: string }[]
  benchmarks: readonly KnownBenchmark[]
  editable: boolean
  picked: boolean
  onPick: (on: boolean) => void
  onChange: (change: Partial<GapFields>) => void
  onRemove: () => void
  onTask: () => void
}

/** One gap with its six answers. */
export function GapRow(props: Props): ReactElement {
  const { no, row, saved, editable, onChange, lacks } = props
  const { fields } = row
  const item = saved?.item ?? null
  const name = (field: keyof typeof text.fields): string => text.rowName(no, text.fields[field])
  const words = (field: 'topic' | 'cause' | 'measures', most: number): ReactElement => (
    <TextField
      label={name(field)}
      value={fields[field]}
      most={most}
      editable={editable}
      onChange={(value) => onChange({ [field]: value })}
    />
  )
  return (
    <tr className={lacks.length > 0 ? 'sr-lacks' : undefined}>
      <td className="sr-no">
        {item === null ? (
          <input
            type="checkbox"
            aria-label={text.select(no)}
            checked={props.picked}
            onChange={(event) => props.onPick(event.target.checked)}
          />
        ) : null}
        <span title={lacks.length === 0 ? undefined : `还缺：${lacks.join('、')}`}>{no}</span>
        {lacks.length > 0 ? <Icon name="half" className="check" /> : null}
      </td>
      <td className="sr-topic">
        {words('topic', 200)}
        {saved?.source == null ? null : (
          <span
            className="small quiet ellipsis sr-from"
            title={describePlace({
              file: saved.source.file,
              sheet: saved.source.sheet,
              cell: saved.source.address
            })}
          >
            {saved.source.sheet} · {saved.source.address}
          </span>
        )}
      </td>
      <td>
        <Benchmark {...props} name={name} />
      </td>
      <td>
        <Own {...props} name={name} />
      </td>
      <td>{words('cause', 2000)}</td>
      <td>{words('measures', 2000)}</td>
      <td>
        <LineField
          label={name('person')}
          placeholder={text.fields.person}
          value={fields.person}
          most={60}
          editable={editable}
          onChange={(person) => onChange({ person })}
        />
        <Owner {...props} label={name('owner')} />
      </td>
      <td>
        {editable ? (
          <input
            type="date"
            className="sr-input"
            aria-label={name('due')}
            value={fields.due ?? ''}
            onChange={(event) => onChange({ due: event.target.value === '' ? null : event.target.value })}
          />
        ) : (
          <span className="sr-read">{fields.due ?? '/'}</span>
        )}
      </td>
      <td className="sr-end">
        {item === null ? (
          <Button size="small" disabled={fields.topic.trim() === ''} onClick={props.onTask}>
            {text.toTask}
          </Button>
        ) : (
          <TaskLink item={item} />
        )}
        {editable && item === null ? (
          <button type="button" className="link small quiet" title={text.removeRow} onClick={props.onRemove}>
            删除
          </button>
        ) : null}
      </td>
    </tr>
  )
}

type Part = Props & { name: (field: keyof typeof text.fields) => string }

/** 一问: who, how much, and where that is from. A benchmark of one's own is an outside one. */
function Benchmark({ row, editable, benchmarks, onChange, name }: Part): ReactElement {
  const { fields } = row
  const choose = (benchmark: string): void => {
    const known = benchmarks.find(
      (entry) => entry.benchmark === benchmark && (entry.topic === fields.topic || fields.topic === '')
    )
    const isEmpty = fields.benchmarkValue === null && fields.benchmarkSource === ''
    onChange({
      benchmark,
      kind: 'EXTERNAL',
      ...(known !== undefined && isEmpty
        ? { benchmarkValue: known.value, benchmarkSource: known.source, unitOfMeasure: known.unitOfMeasure }
        : {})
    })
  }
  return (
    <>
      <LineField
        label={name('benchmark')}
        placeholder={text.fields.benchmark}
        value={fields.benchmark}
        most={200}
        list="sr-benchmarks"
        editable={editable}
        onChange={choose}
      />
      <span className="sr-pair">
        <NumberField
          label={name('benchmarkValue')}
          placeholder={text.fields.benchmarkValue}
          value={fields.benchmarkValue}
          unit={fields.unitOfMeasure}
          editable={editable}
          onChange={(benchmarkValue) => onChange({ benchmarkValue })}
        />
        <LineField
          label={name('unitOfMeasure')}
          placeholder={text.fields.unitOfMeasure}
          value={fields.unitOfMeasure}
          most={20}
          editable={editable}
          onChange={(unitOfMeasure) => onChange({ unitOfMeasure })}
        />
      </span>
      <LineField
        label={name('benchmarkSource')}
        placeholder={text.fields.benchmarkSource}
        value={fields.benchmarkSource}
        most={400}
        editable={editable}
        small
        onChange={(benchmarkSource) => onChange({ benchmarkSource })}
      />
    </>
  )
}

/** 二问: where we stand; the gap is always reckoned, in words only where there are no numbers. */
function Own({ row, editable, onChange, name }: Part): ReactElement {
  const { fields } = row
  const gap = gapOf(fields)
  return (
    <>
      <span className="sr-pair">
        <NumberField
          label={name('ownValue')}
          placeholder={text.fields.ownValue}
          value={fields.ownValue}
          unit={fields.unitOfMeasure}
          editable={editable}
          onChange={(ownValue) => onChange({ ownValue, ownSource: '' })}
        />
        {gap === null ? null : (
          <b className={gap.state === 'BEHIND' ? 'sr-gap ask' : 'sr-gap good'}>{gap.words}</b>
        )}
      </span>
      {gap === null ? (
        <LineField
          label={name('gapNote')}
          placeholder={text.fields.gapNote}
          value={fields.gapNote}
          most={1000}
          editable={editable}
          onChange={(gapNote) => onChange({ gapNote })}
        />
      ) : (
        <DirectionChoice {...{ row, editable, onChange }} label={name('direction')} />
      )}
      <LineField
        label={name('ownSource')}
        placeholder={text.fields.ownSource}
        value={fields.ownSource}
        most={400}
        editable={editable}
        small
        onChange={(ownSource) => onChange({ ownSource })}
      />
    </>
  )
}

function DirectionChoice(
  props: Pick<Props, 'row' | 'editable' | 'onChange'> & { label: string }
): ReactElement {
  const { direction } = props.row.fields
  if (!props.editable) return <span className="sr-read small soft">{DIRECTION_WORDS[direction]}</span>
  return (
    <select
      className="sr-input sr-small"
      aria-label={props.label}
      value={direction}
      onChange={(event) => props.onChange({ direction: event.target.value as Direction })}
    >
      {(Object.keys(DIRECTION_WORDS) as Direction[]).map((value) => (
        <option key={value} value={value}>
          {DIRECTION_WORDS[value]}
        </option>
      ))}
    </select>
  )
}

/** 五问: usually the unit itself answers. */
function Owner({ row, units, unit, editable, onChange, label }: Props & { label: string }): ReactElement {
  const { owner } = row.fields
  const shown = owner === null || owner === unit ? null : units.find((entry) => entry.unit === owner)
  if (!editable) return <span className="sr-read small soft">{shown?.name ?? text.ownUnit}</span>
  return (
    <select
      className="sr-input sr-small"
      aria-label={label}
      value={owner ?? ''}
      onChange={(event) => onChange({ owner: event.target.value === '' ? null : event.target.value })}
    >
      <option value="">{text.ownUnit}</option>
      {units
        .filter((entry) => entry.unit !== unit)
        .map((entry) => (
          <option key={entry.unit} value={entry.unit}>
            {entry.name}
          </option>
        ))}
    </select>
  )
}
