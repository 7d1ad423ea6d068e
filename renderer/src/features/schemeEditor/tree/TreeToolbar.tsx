import { Button, Dropdown, Tooltip } from 'antd'
import type { ReactElement } from 'react'
import { Icon } from '../../../components/Icon.tsx'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { TreeEdits } from './useTreeEdits.ts'

const text = schemeEditorText.tree

/** Everything that can be done to the chosen row; each has its key. */
export function TreeToolbar({ edits, empty }: { edits: TreeEdits; empty: boolean }): ReactElement {
  if (empty) {
    return (
      <Button size="small" type="primary" onClick={edits.addRace}>
        {text.addRace}
      </Button>
    )
  }
  return (
    <>
      <Tooltip title={text.keys.add}>
        <Button size="small" onClick={edits.add}>
          {text.add}
        </Button>
      </Tooltip>
      <Tooltip title={text.keys.duplicate}>
        <Button size="small" onClick={edits.duplicate}>
          {text.duplicate}
        </Button>
      </Tooltip>
      <Tooltip title={text.keys.up}>
        <Button size="small" onClick={() => edits.move(-1)}>
          {text.up}
        </Button>
      </Tooltip>
      <Tooltip title={text.keys.down}>
        <Button size="small" onClick={() => edits.move(1)}>
          {text.down}
        </Button>
      </Tooltip>
      <Tooltip title={text.keys.remove}>
        <Button size="small" onClick={edits.remove}>
          {text.remove}
        </Button>
      </Tooltip>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'dimension', label: text.addDimension, onClick: edits.addDimension },
            { key: 'race', label: text.addRace, onClick: edits.addRace }
          ]
        }}
      >
        <Button size="small">
          {text.more}
          <Icon name="down" />
        </Button>
      </Dropdown>
    </>
  )
}
