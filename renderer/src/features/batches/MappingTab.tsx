import type { ReactElement } from 'react'
import type { BatchDetail } from '#shared/ipc/batch.ts'
import { batchesText } from '../../text/batches.ts'
import { importText, ITEM_COLUMN_NAMES, LAYOUT_NAMES, ROLE_NAMES, rowsText } from '../../text/import.ts'

const { mapping: text } = batchesText

/** How each sheet of the file was read when it was imported. */
export function MappingTab({ sheets }: { sheets: BatchDetail['sheets'] }): ReactElement {
  return (
    <div className="bt-scroll">
      {sheets
        .filter((sheet) => sheet.layout !== null)
        .map((sheet) => (
          <section key={sheet.sheet} className="bt-sheet">
            <h3>
              {sheet.sheet}
              <span className="small soft">
                {sheet.layout === null ? '' : LAYOUT_NAMES[sheet.layout]}
                {sheet.header === null
                  ? ''
                  : ` · ${text.header}${rowsText(sheet.header.first + 1, sheet.header.last + 1)}`}
              </span>
            </h3>
            {sheet.columns.length === 0 ? (
              <p className="quiet">{text.none}</p>
            ) : (
              <table className="plain" aria-label={sheet.sheet}>
                <thead>
                  <tr>
                    <th>{text.column}</th>
                    <th>{text.label}</th>
                    <th>{text.role}</th>
                    <th>{text.how}</th>
                  </tr>
                </thead>
                <tbody>
                  {sheet.columns.map((column) => (
                    <tr key={column.letter}>
                      <td>{column.letter}</td>
                      <td>{column.path.join(' / ')}</td>
                      <td>
                        {column.role.role === 'item'
                          ? ITEM_COLUMN_NAMES[column.role.field]
                          : ROLE_NAMES[column.role.role]}
                        {column.role.role === 'ignore' ? (
                          <span className="small quiet">（{column.role.reason}）</span>
                        ) : null}
                      </td>
                      <td className="soft">{importText.by[column.by]}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        ))}
    </div>
  )
}
