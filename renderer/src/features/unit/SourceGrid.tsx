import type { ReactElement } from 'react'
import type { SourceRef } from '#shared/domain/scoring/reading.ts'
import type { SourceSnippet } from '#shared/ipc/results.ts'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { printMoment } from '../../text/format.ts'
import { importedBy, unitText } from '../../text/unit.ts'

type CellSource = Extract<SourceRef, { kind: 'cell' }>

/** 来源: the rows around a cell as they stood in the file, the cell itself framed. */
export function SourceGrid({ source }: { source: CellSource }): ReactElement {
  const { batchId, sheet, address, raw } = source
  const snippet = useRoute('unit.source', { batch: batchId, sheet, address })
  return (
    <>
      <p className="small soft trace-where" title={source.file}>
        {source.file} · {sheet} · <b>{address}</b>
      </p>
      {snippet.data !== undefined ? (
        <Grid snippet={snippet.data} />
      ) : snippet.error === null ? (
        <Skeleton rows={3} />
      ) : (
        <p className="small ask">
          {unitText.trace.sourceFailed}
          <span className="soft">
            {snippet.error.message} {address}：{raw}
          </span>
        </p>
      )}
    </>
  )
}

function Grid({ snippet }: { snippet: SourceSnippet }): ReactElement {
  const here = snippet.rows.flatMap((row) => row.cells).find((cell) => cell.here)
  const column = here?.address.replace(/\d+$/, '')
  return (
    <>
      <div className="trace-grid-box">
        <table className="trace-grid" aria-label={`${snippet.sheet} ${snippet.address}`}>
          <thead>
            <tr>
              <th />
              {snippet.columns.map((letter) => (
                <th key={letter} className={letter === column ? 'trace-grid-on' : undefined} scope="col">
                  {letter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {snippet.rows.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row" className={cells.some((cell) => cell.here) ? 'trace-grid-on' : undefined}>
                  {row}
                </th>
                {cells.map((cell) => (
                  <td
                    key={cell.address}
                    className={cell.here ? 'trace-grid-here' : undefined}
                    aria-current={cell.here ? 'true' : undefined}
                    title={`${cell.address}：${cell.text}`}
                  >
                    {cell.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small soft">
        {importedBy(snippet.importedBy, printMoment(snippet.importedAt), snippet.batch)}
      </p>
    </>
  )
}
