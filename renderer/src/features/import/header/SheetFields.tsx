import { Select } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { layoutKind, type LayoutKind } from '#shared/domain/importing/importPlan.ts'
import { registerType } from '#shared/domain/register/registerItem.ts'
import { REGISTER_TYPES } from '#shared/domain/register/registerWords.ts'
import { importText, LAYOUT_NAMES, rowsText } from '../../../text/import.ts'
import { blockFix, withLayout, withRegister, withSheetIndicator, withSheetUnit } from '../fixes.ts'
import type { SheetDetail } from '../sheetDetail.ts'
import type { RepairContext } from '../repairs/repairContext.ts'
import type { Block } from '../sheetBlocks.ts'
import type { Named } from '../useNames.ts'

const { header: text } = importText
/** Layouts whose whole table is about one indicator. */
const ONE_INDICATOR = new Set<LayoutKind | null>(['RATER_MATRIX', 'EVENTS', 'BALLOTS'])
/** Layouts whose whole table belongs to one unit. */
const ONE_UNIT = new Set<LayoutKind | null>(['UNIT_ITEMS', 'FORM'])

interface Props {
  context: RepairContext
  sheet: SheetDetail
  block: Block
}

/** Header rows, layout, unit and indicator of a table, and what stands above it. */
export function SheetFields({ context: { detail, names, work }, sheet, block }: Props): ReactElement {
  const file = detail.file.id
  const fixed = blockFix(detail.fixes, sheet.sheet, block.key)
  const fixedRegister = detail.fixes.sheets[sheet.sheet]?.register
  const choice = (
    label: string,
    placeholder: string,
    value: string | null,
    list: readonly Named[],
    onChange: (code: string) => void
  ): ReactElement => (
    <Select
      size="small"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      disabled={work.busy}
      showSearch={{ optionFilterProp: 'label' }}
      options={list.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={onChange}
    />
  )
  return (
    <dl className="ih-fields">
      <Field name={text.rows}>
        {block.header === null ? importText.by.none : rowsText(block.header.first + 1, block.header.last + 1)}
        {block.key === null ? <span className="small quiet"> {text.rowsHint}</span> : null}
      </Field>
      <Field name={text.layout}>
        <Select<LayoutKind>
          size="small"
          aria-label={text.layout}
          value={block.layout}
          disabled={work.busy}
          options={layoutKind.options
            // Only the program's own key sheet makes a sheet an issued one.
            .filter((kind) => kind !== 'ISSUED' || block.layout === 'ISSUED')
            .map((kind) => ({ value: kind, label: LAYOUT_NAMES[kind] }))}
          onChange={(layout) => work.fix(file, withLayout(detail.fixes, sheet.sheet, layout, block.key))}
        />
      </Field>
      {ONE_UNIT.has(block.layout) || block.unit !== null ? (
        <Field name={text.unit}>
          {choice(text.unit, text.chooseUnit, block.unit, names.units, (unit) =>
            work.fix(file, withSheetUnit(detail.fixes, sheet.sheet, unit, block.key))
          )}
          {block.key === null && sheet.unit !== null ? (
            <span className="small quiet"> {importText.unitBy[sheet.unit.by]}</span>
          ) : null}
        </Field>
      ) : null}
      {ONE_INDICATOR.has(block.layout) ? (
        <Field name={text.indicator}>
          {choice(
            text.indicator,
            text.chooseIndicator,
            fixed.indicator ?? stagedIndicator(sheet, block),
            names.indicators,
            (code) => work.fix(file, withSheetIndicator(detail.fixes, sheet.sheet, code, block.key))
          )}
        </Field>
      ) : null}
      {block.layout === 'REGISTER' && block.key === null ? (
        <Field name={text.register}>
          {choice(
            text.register,
            text.chooseRegister,
            fixedRegister ?? sheet.staged.find(({ field }) => field === 'item')?.indicator ?? null,
            registerType.options.map((code) => ({ code, name: REGISTER_TYPES[code].name })),
            (code) => work.fix(file, withRegister(detail.fixes, sheet.sheet, registerType.parse(code)))
          )}
        </Field>
      ) : null}
      {sheet.title === null ? null : (
        <Field name={text.titleLine}>
          <span className="soft">{sheet.title}</span>
        </Field>
      )}
      {Object.entries(sheet.meta).map(([label, value]) => (
        <Field key={label} name={label}>
          <span className="soft">{value}</span>
        </Field>
      ))}
    </dl>
  )
}

function Field({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** The indicator that the values of a table were staged for. */
function stagedIndicator(sheet: SheetDetail, { header, columns }: Block): string | null {
  const cols = new Set(columns.map(({ col }) => col))
  const first = header?.last ?? -1
  return sheet.staged.find((cell) => cell.row > first && cols.has(cell.col))?.indicator ?? null
}
