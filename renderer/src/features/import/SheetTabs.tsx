import type { ReactElement } from 'react'
import type { ImportFileDetail } from '#shared/ipc/importViews.ts'
import { Icon } from '../../components/Icon.tsx'
import { importText, leftOutSheet } from '../../text/import.ts'
import { sheetCounts } from './gridModel.ts'

interface Props {
  detail: ImportFileDetail
  value: string
  onChange: (sheet: string) => void
}

/** Sheets of the file with what is open in each; those that are not imported say so. */
export function SheetTabs({ detail, value, onChange }: Props): ReactElement {
  return (
    <div className="sg-tabs" role="tablist" aria-label={detail.file.name}>
      {detail.sheets.map((sheet) => {
        const { errors, confirms } = sheetCounts(detail, sheet.sheet)
        const on = sheet.sheet === value
        return (
          <button
            key={sheet.sheet}
            type="button"
            role="tab"
            aria-selected={on}
            className={['sg-tab', on ? 'sg-tab-on' : '', sheet.used ? '' : 'quiet'].filter(Boolean).join(' ')}
            title={sheet.leftOut ?? sheet.sheet}
            onClick={() => onChange(sheet.sheet)}
          >
            <span className="ellipsis">{sheet.used ? sheet.sheet : leftOutSheet(sheet.sheet)}</span>
            {errors > 0 ? <span className="tag tag-ask">{errors}</span> : null}
            {errors === 0 && confirms > 0 ? <span className="tag tag-check">{confirms}</span> : null}
            {sheet.used && errors + confirms === 0 ? <Icon name="box" className="done" /> : null}
          </button>
        )
      })}
    </div>
  )
}

/** What the tints mean, as long as no cell is chosen. */
export function GridLegend(): ReactElement {
  const { legend } = importText
  return (
    <div className="sg-legend small soft" aria-hidden="true">
      {(['header', 'error', 'confirm', 'info', 'skipped'] as const).map((tint) => (
        <span key={tint}>
          <i className={`sg-${tint}`} />
          {legend[tint]}
        </span>
      ))}
    </div>
  )
}
