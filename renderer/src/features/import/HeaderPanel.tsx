import { Button, Select } from 'antd'
import type { ReactElement } from 'react'
import { layoutKind, type ColumnPlan, type LayoutKind } from '#shared/domain/importing/importPlan.ts'
import { importText, LAYOUT_NAMES, ROLE_NAMES, rowsText } from '../../text/import.ts'
import { columnTag } from './columnTag.ts'
import { withLayout, withoutSheet, withSheetIndicator, withSheetUnit, withSheetUsed } from './fixes.ts'
import type { SheetDetail } from './gridModel.ts'
import type { RepairContext } from './Repair.tsx'

const { header: text } = importText

interface Props {
  context: RepairContext
  sheet: SheetDetail
  onColumn: (letter: string) => void
}

/** 认表头: how the sheet is read, in words, each of them to be corrected here. */
export function HeaderPanel({ context, sheet, onColumn }: Props): ReactElement {
  const { detail, names, work } = context
  const file = detail.file.id
  const changed = detail.fixes.sheets[sheet.sheet] !== undefined
  return (
    <aside className="panel ip-pane" aria-label={text.title}>
      <div className="panel-head">
        <h2>{text.title}</h2>
        <span className="panel-hint">{text.hint}</span>
        <span className="panel-extra">
          {changed ? (
            <button
              type="button"
              className="link small"
              disabled={work.busy}
              onClick={() => work.fix(file, withoutSheet(detail.fixes, sheet.sheet))}
            >
              {text.reset}
            </button>
          ) : null}
        </span>
      </div>
      <div className="ip-list ih-body" tabIndex={0} role="region" aria-label={text.title}>
        {sheet.used ? null : (
          <div className="ip-card">
            <p>
              <b>{sheet.leftOut ?? importText.grid.notImported}</b>
            </p>
          </div>
        )}
        <Fields context={context} sheet={sheet} />
        {sheet.columns.length === 0 ? null : (
          <>
            <h3>{text.columns}</h3>
            <table className="plain ih-columns">
              <tbody>
                {sheet.columns.map((column) => (
                  <ColumnLine
                    key={column.col}
                    column={column}
                    tag={columnTag(column, names)}
                    busy={work.busy}
                    onColumn={onColumn}
                  />
                ))}
              </tbody>
            </table>
          </>
        )}
        <div className="rp-row">
          <Button
            size="small"
            disabled={work.busy}
            onClick={() => work.fix(file, withSheetUsed(detail.fixes, sheet.sheet, !sheet.used))}
          >
            {sheet.used ? text.skip : text.use}
          </Button>
        </div>
      </div>
    </aside>
  )
}

function Fields({ context: { detail, names, work }, sheet }: Omit<Props, 'onColumn'>): ReactElement {
  const file = detail.file.id
  const asOptions = (list: readonly { code: string; name: string }[]): { value: string; label: string }[] =>
    list.map(({ code, name }) => ({ value: code, label: name }))
  const chosenIndicator = detail.fixes.sheets[sheet.sheet]?.indicator
  return (
    <dl className="ih-fields">
      <dt>{text.rows}</dt>
      <dd>
        {sheet.header === null ? importText.by.none : rowsText(sheet.header.first + 1, sheet.header.last + 1)}
        <span className="small quiet"> {text.rowsHint}</span>
      </dd>
      <dt>{text.layout}</dt>
      <dd>
        <Select<LayoutKind>
          size="small"
          aria-label={text.layout}
          value={sheet.layout}
          disabled={work.busy}
          options={layoutKind.options.map((kind) => ({ value: kind, label: LAYOUT_NAMES[kind] }))}
          onChange={(layout) => work.fix(file, withLayout(detail.fixes, sheet.sheet, layout))}
        />
      </dd>
      {sheet.layout === 'UNIT_ITEMS' || sheet.unit !== null ? (
        <>
          <dt>{text.unit}</dt>
          <dd>
            <Select
              size="small"
              aria-label={text.unit}
              placeholder={text.chooseUnit}
              value={sheet.unit?.code ?? null}
              disabled={work.busy}
              showSearch={{ optionFilterProp: 'label' }}
              options={asOptions(names.units)}
              onChange={(unit: string) => work.fix(file, withSheetUnit(detail.fixes, sheet.sheet, unit))}
            />
            {sheet.unit === null ? null : (
              <span className="small quiet"> {importText.unitBy[sheet.unit.by]}</span>
            )}
          </dd>
        </>
      ) : null}
      {sheet.layout === 'RATER_MATRIX' ? (
        <>
          <dt>{text.indicator}</dt>
          <dd>
            <Select
              size="small"
              aria-label={text.indicator}
              placeholder={text.chooseIndicator}
              value={chosenIndicator ?? ratedIndicator(sheet)}
              disabled={work.busy}
              showSearch={{ optionFilterProp: 'label' }}
              options={asOptions(names.indicators)}
              onChange={(code: string) => work.fix(file, withSheetIndicator(detail.fixes, sheet.sheet, code))}
            />
          </dd>
        </>
      ) : null}
      {sheet.title === null ? null : (
        <>
          <dt>{text.titleLine}</dt>
          <dd className="soft">{sheet.title}</dd>
        </>
      )}
      {Object.entries(sheet.meta).map(([label, value]) => (
        <Meta key={label} label={label} value={value} />
      ))}
    </dl>
  )
}

function Meta({ label, value }: { label: string; value: string }): ReactElement {
  return (
    <>
      <dt>{label}</dt>
      <dd className="soft">{value}</dd>
    </>
  )
}

/** The indicator that the marks of a rater matrix were staged for. */
function ratedIndicator(sheet: SheetDetail): string | null {
  return sheet.staged[0]?.indicator ?? null
}

interface LineProps {
  column: ColumnPlan
  tag: string
  busy: boolean
  onColumn: (letter: string) => void
}

function ColumnLine({ column, tag, busy, onColumn }: LineProps): ReactElement {
  const path = column.path.join(' / ')
  return (
    <tr>
      <td className="mid quiet">{column.letter}</td>
      <td className="ih-path" title={path}>
        {path === '' ? <span className="quiet">{importText.grid.empty}</span> : path}
      </td>
      <td className="ih-role">
        <button
          type="button"
          className={tag === '' ? 'link small quiet' : 'link small'}
          disabled={busy}
          title={tag === '' ? ROLE_NAMES.ignore : tag}
          onClick={() => onColumn(column.letter)}
        >
          {tag === '' ? ROLE_NAMES.ignore : tag}
        </button>
      </td>
      <td className="small quiet nowrap">{importText.by[column.by]}</td>
    </tr>
  )
}
