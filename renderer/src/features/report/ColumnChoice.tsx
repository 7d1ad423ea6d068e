import { Checkbox } from 'antd'
import type { ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { hideableColumn, type HideableColumn } from '#shared/domain/report/reportOptions.ts'
import { useRoute } from '../../ipc/queries.ts'
import { reportText as text } from '../../text/report.ts'

interface Props {
  period: PeriodKey
  hide: readonly HideableColumn[]
  onChange: (hide: HideableColumn[]) => void
}

/** Columns of the ranking table (domain.md §3.3); 等次 only where the scheme has grades. */
export function ColumnChoice({ period, hide, onChange }: Props): ReactElement {
  const results = useRoute('ranking.get', { period }).data?.results
  const graded = results?.races.some((race) => race.grades.length > 0) ?? false
  const columns = hideableColumn.options.filter((column) => column !== 'GRADE' || graded)
  return (
    <fieldset>
      <legend className="field-label">{text.columns}</legend>
      {columns.map((column) => (
        <Checkbox
          key={column}
          checked={!hide.includes(column)}
          onChange={(event) =>
            onChange(event.target.checked ? hide.filter((code) => code !== column) : [...hide, column])
          }
        >
          {text.hide[column]}
        </Checkbox>
      ))}
    </fieldset>
  )
}
