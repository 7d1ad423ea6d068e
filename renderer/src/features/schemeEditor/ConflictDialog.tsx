import { Button, Modal } from 'antd'
import type { ReactElement } from 'react'
import { schemeEditorText } from '../../text/schemeEditor.ts'

const text = schemeEditorText.conflict

interface Props {
  open: boolean
  onTheirs: () => void
  onMine: () => void
  onLater: () => void
}

/** The draft was changed elsewhere meanwhile: which of the two stays is the clerk's choice, never a guess. */
export function ConflictDialog({ open, onTheirs, onMine, onLater }: Props): ReactElement {
  return (
    <Modal
      open={open}
      width={520}
      title={text.title}
      onCancel={onLater}
      footer={null}
      mask={{ closable: false }}
    >
      <p className="confirm-text">{text.body}</p>
      <div className="se-conflict">
        <Button onClick={onTheirs}>{text.theirs}</Button>
        <span className="soft small">{text.theirsHint}</span>
        <Button onClick={onMine}>{text.mine}</Button>
        <span className="soft small">{text.mineHint}</span>
        <Button type="text" onClick={onLater}>
          {text.later}
        </Button>
      </div>
    </Modal>
  )
}
