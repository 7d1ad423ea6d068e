import { Select } from 'antd'
import type { ReactElement } from 'react'
import { blockOption, sheetText } from '../../../text/importSheet.ts'
import type { Block } from '../sheetBlocks.ts'

interface Props {
  blocks: readonly Block[]
  value: Block
  onChange: (block: Block) => void
}

/** Which of several tables of a sheet the fields below are about. */
export function BlockChoice({ blocks, value, onChange }: Props): ReactElement {
  return (
    <dl className="ih-fields">
      <dt>{sheetText.block}</dt>
      <dd>
        <Select
          size="small"
          aria-label={sheetText.block}
          value={blocks.indexOf(value)}
          options={blocks.map((block, index) => ({
            value: index,
            label: blockOption(index, block.header?.first ?? null)
          }))}
          onChange={(index: number) => onChange(blocks[index]!)}
        />
      </dd>
    </dl>
  )
}
