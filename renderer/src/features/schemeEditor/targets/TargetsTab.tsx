import { App, Button, Segmented, Select } from 'antd'
import { useMemo, useState, type ReactElement } from 'react'
import { fieldsOfRule } from '#shared/domain/scoring/registry.ts'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import { schemeTargetsText } from '../../../text/schemeTargets.ts'
import type { EditorTabProps } from '../editorTab.ts'
import { allIndicators, indicatorAt, pathOfKey, rowKey, withIndicator } from '../draft/rowPath.ts'
import { PasteDialog } from './PasteDialog.tsx'
import type { PasteColumn } from './readPaste.ts'
import { EVERY_UNIT, TARGET_FIELDS, targetOf, withoutTarget, type TargetField } from './targetEdits.ts'
import {
  readCell,
  standingCell,
  targetGrid,
  withCell,
  withChanges,
  withEveryUnit,
  type TargetView
} from './targetGrid.ts'
import { TargetTable, type TargetSpot } from './TargetTable.tsx'
import './targets.css'

const text = schemeTargetsText

interface Props extends EditorTabProps {
  /** Key of the indicator whose targets are shown. */
  indicator: string | null
  onIndicator: (key: string) => void
}

/** 目标: what every unit has to reach, indicator by indicator or one column over all of a dimension. */
export function TargetsTab({ draft, change, names, indicator, onIndicator }: Props): ReactElement {
  const { message } = App.useApp()
  const all = useMemo(() => allIndicators(draft), [draft])
  const chosen = all.some(({ path }) => rowKey(path) === indicator) ? indicator! : firstKey(all)
  const [by, setBy] = useState<TargetView['by']>('INDICATOR')
  const [field, setField] = useState<TargetField>('base')
  const [spot, setSpot] = useState<TargetSpot>({ row: EVERY_UNIT, column: '' })
  const [block, setBlock] = useState<string | null>(null)
  const view: TargetView =
    by === 'INDICATOR'
      ? { by, indicator: chosen }
      : { by, field, dimension: chosen.split('/').slice(0, 2).join('/') }
  const grid = targetGrid(draft, view, names)
  const placed = indicatorAt(draft, pathOfKey(chosen))
  if (placed === undefined) {
    return (
      <Panel className="se-targets-panel">
        <EmptyState title={text.empty} hint={text.emptyHint} />
      </Panel>
    )
  }

  const active = grid.columns.find((column) => column.key === spot.column) ?? grid.columns[0]
  const row = grid.rows.some(({ key }) => key === spot.row) ? spot.row : EVERY_UNIT
  const at = { row, column: active?.key ?? '' }
  const nameOf = (column: PasteColumn): string =>
    indicatorAt(draft, pathOfKey(column.indicator))?.name ?? schemeEditorText.noName

  function type(unit: string, column: PasteColumn, typed: string): void {
    const read = readCell(typed, column)
    if (read.kind === 'BAD') return void message.warning(read.message)
    const value = read.kind === 'VALUE' ? read.value : undefined
    change((old) => withCell(old, unit, column, value), text.changed(nameOf(column)))
    if (read.kind === 'VALUE' && read.note !== null) void message.info(read.note)
  }

  function fill(): void {
    if (active === undefined) return
    const value = cellValue(draft, row, active)
    change((old) => withEveryUnit(old, active, grid.rows, value), text.filled)
  }

  const own = row !== EVERY_UNIT && active !== undefined && targetOf(placed, row) !== undefined
  const reads = fieldsOfRule({ kind: placed.rule?.kind ?? '', params: placed.rule?.params ?? {} }).includes(
    'target'
  )
  return (
    <Panel
      className="se-targets-panel"
      title={
        <Segmented
          size="small"
          value={by}
          options={[
            { value: 'INDICATOR', label: text.byIndicator },
            { value: 'COLUMN', label: text.byColumn }
          ]}
          onChange={setBy}
        />
      }
      hint={by === 'INDICATOR' && placed.rule !== undefined && !reads ? text.notUsed : undefined}
      extra={
        <>
          {by === 'COLUMN' ? (
            <Select
              size="small"
              className="se-targets-field"
              aria-label={text.field}
              value={field}
              options={TARGET_FIELDS.map((value) => ({ value, label: text.heads[value] }))}
              onChange={setField}
            />
          ) : null}
          <Select
            size="small"
            className="se-targets-choice"
            aria-label={by === 'INDICATOR' ? text.indicator : text.dimension}
            showSearch={{ optionFilterProp: 'label' }}
            value={by === 'INDICATOR' ? chosen : view.by === 'COLUMN' ? view.dimension : ''}
            options={by === 'INDICATOR' ? indicatorOptions(all) : dimensionOptions(all)}
            onChange={(key: string) => onIndicator(by === 'INDICATOR' ? key : `${key}/0`)}
          />
          {own ? (
            <Button
              size="small"
              onClick={() =>
                change(
                  (old) =>
                    withIndicator(old, pathOfKey(active.indicator), (thing) => withoutTarget(thing, row)),
                  text.clearedOwn
                )
              }
            >
              {text.clearOwn}
            </Button>
          ) : null}
          <Button size="small" onClick={fill} disabled={grid.rows.length < 2}>
            {text.fill}
          </Button>
          <Button size="small" onClick={() => setBlock('')}>
            {text.paste}
          </Button>
        </>
      }
    >
      {grid.rows.length < 2 ? (
        <EmptyState title={text.noUnits} hint={text.noUnitsHint} />
      ) : (
        <TargetTable draft={draft} grid={grid} spot={at} onSpot={setSpot} onType={type} onPaste={setBlock} />
      )}
      {block === null ? null : (
        <PasteDialog
          draft={draft}
          names={names}
          grid={grid}
          spot={at}
          block={block}
          onCancel={() => setBlock(null)}
          onApply={(changes) => {
            change((old) => withChanges(old, changes), text.pasted(changes.length))
            setBlock(null)
            void message.success(text.done(changes.length))
          }}
        />
      )}
    </Panel>
  )
}

type Placed = ReturnType<typeof allIndicators>

const firstKey = (all: Placed): string => (all[0] === undefined ? '' : rowKey(all[0].path))

function cellValue(draft: EditorTabProps['draft'], row: string, column: PasteColumn): string | undefined {
  const { text: standing } = standingCell(draft, row, column)
  return standing === '' ? undefined : standing
}

function indicatorOptions(all: Placed): { value: string; label: string }[] {
  return all.map(({ path, dimension, indicator }) => ({
    value: rowKey(path),
    label: `${dimension.name ?? schemeEditorText.noName} › ${indicator.name ?? schemeEditorText.noName}`
  }))
}

function dimensionOptions(all: Placed): { value: string; label: string }[] {
  const options = all.map(({ path, race, dimension }) => ({
    value: `${path.race}/${path.dimension}`,
    label: `${race.name ?? schemeEditorText.noName} › ${dimension.name ?? schemeEditorText.noName}`
  }))
  return options.filter((option, index) => options.findIndex(({ value }) => value === option.value) === index)
}
