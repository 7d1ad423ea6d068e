import { Button, Modal } from 'antd'
import type { ReactElement } from 'react'
import type { ReadGapFile } from '#shared/ipc/selfReview.ts'
import { describePlace } from '#shared/problem.ts'
import { Icon } from '../../components/Icon.tsx'
import { common } from '../../text/common.ts'
import { selfReviewText as text } from '../../text/selfReview.ts'

/** What became of each workbook that was handed back; refused ones with every cell to repair. */
export function ReadOutcomes(props: {
  files: readonly ReadGapFile[] | null
  onClose: () => void
}): ReactElement {
  return (
    <Modal
      open={props.files !== null}
      title={text.readTitle}
      width={640}
      onCancel={props.onClose}
      footer={
        <Button type="primary" onClick={props.onClose}>
          {common.close}
        </Button>
      }
      destroyOnHidden
    >
      <ul className="sr-files">
        {(props.files ?? []).map((file) => (
          <File key={file.file} file={file} />
        ))}
      </ul>
    </Modal>
  )
}

function File({ file }: { file: ReadGapFile }): ReactElement {
  const refused = file.problems.length > 0
  return (
    <li>
      <p>
        <Icon name={refused ? 'triangle' : 'box'} className={refused ? 'ask' : 'done'} />
        <b>{file.unitName ?? file.file}</b>
        <span className="soft">
          {refused
            ? text.readRefused(file.problems.length)
            : text.readResult(file.added, file.changed, file.same, file.skipped)}
        </span>
      </p>
      {file.unitName === null ? null : <p className="small quiet">{file.file}</p>}
      {file.problems.map((problem, index) => (
        <p key={index} className="small">
          {describePlace(problem.place)}：{problem.message}
          {problem.suggestion}
        </p>
      ))}
    </li>
  )
}
