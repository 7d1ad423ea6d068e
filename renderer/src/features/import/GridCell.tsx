import type { ReactElement } from 'react'
import { columnLetter } from '#shared/domain/importing/grid/a1.ts'
import { importText } from '../../text/import.ts'
import { answerText } from '../../text/importSheet.ts'
import type { DrawnCell } from './cellLayout.ts'
import type { GridModel } from './gridModel.ts'

const SAID: Partial<Record<string, string>> = {
  error: importText.legend.error,
  confirm: importText.legend.confirm,
  info: importText.legend.info
}

interface Props {
  id: string
  cell: DrawnCell
  model: GridModel
  active: boolean
  style: { top: number; height: number; left: number | undefined; width: number }
  onClick: () => void
  onOpen: () => void
}

/** A cell as it stands in the file; a value that the clerk put in its place stands beside it. */
export function GridCell({ id, cell, model, active, style, onClick, onOpen }: Props): ReactElement {
  const tint = model.tint(cell.row, cell.col)
  const answer = model.answer(cell.row, cell.col)
  const names = [
    'sg-cell',
    tint === null ? '' : `sg-${tint}`,
    cell.numeric ? 'sg-num' : '',
    cell.merged && cell.right > cell.col ? 'sg-wide' : '',
    answer === null ? '' : 'sg-answered',
    active ? 'sg-active' : ''
  ]
  const messages = model.problems(cell.row, cell.col).map((problem) => problem.message)
  const said = answer === null ? '' : answerText(answer)
  return (
    <div
      id={id}
      role="gridcell"
      className={names.filter(Boolean).join(' ')}
      style={style}
      aria-rowindex={cell.row + 1}
      aria-colindex={cell.col + 1}
      aria-label={`${columnLetter(cell.col)}${cell.row + 1} ${cell.text} ${SAID[tint ?? ''] ?? ''} ${said}`}
      aria-selected={active}
      title={[...messages, said].filter(Boolean).join('\n') || cell.text || undefined}
      onClick={onClick}
      onDoubleClick={onOpen}
    >
      <span>{cell.text}</span>
      {answer?.as === 'VALUE' ? <b className="sg-instead">→ {answer.value}</b> : null}
    </div>
  )
}
