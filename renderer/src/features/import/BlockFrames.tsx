import type { ReactElement } from 'react'
import { blockName } from '../../text/importSheet.ts'
import { ROW } from './gridSize.ts'
import { blockArea, type Block } from './sheetBlocks.ts'

interface Props {
  blocks: readonly Block[]
  lastRow: number
  /** Left edge of every column in px, and of the one after the last. */
  starts: readonly number[]
}

/** Where a sheet holds several tables, each gets a frame with its number; a single table needs none. */
export function BlockFrames({ blocks, lastRow, starts }: Props): ReactElement | null {
  if (blocks.length < 2) return null
  return (
    <>
      {blocks.map((block, index) => {
        const area = blockArea(blocks, block, lastRow)
        if (area === null) return null
        const left = starts[area.left] ?? 0
        return (
          <div
            key={`${block.key ?? 'first'}:${area.left}`}
            className="sg-block"
            style={{
              top: area.top * ROW,
              height: (area.bottom - area.top + 1) * ROW,
              left,
              width: (starts[area.right + 1] ?? left) - left
            }}
          >
            <span aria-label={blockName(index)}>{index + 1}</span>
          </div>
        )
      })}
    </>
  )
}
