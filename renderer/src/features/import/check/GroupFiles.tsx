import { useState, type ReactElement } from 'react'
import type { SessionProblemGroup } from '#shared/ipc/importViews.ts'
import { importText } from '../../../text/import.ts'
import { cellsIn, checkText } from '../../../text/importCheck.ts'
import { stopAt, type ProblemStop } from '../problemOrder.ts'
import { groupInFile } from './sharedAnswer.ts'

const { problems: text } = importText
const FILES_SHOWN = 3

interface Props {
  group: SessionProblemGroup
  onLocate: (stop: ProblemStop) => void
}

/** The files that have the problem; a click goes to its first cell there. */
export function GroupFiles({ group, onLocate }: Props): ReactElement {
  const [open, setOpen] = useState(false)
  const shown = open ? group.files : group.files.slice(0, FILES_SHOWN)
  return (
    <ul className="ip-card-files small">
      {shown.map((file) => (
        <li key={file.id}>
          <button
            type="button"
            className="link ellipsis"
            title={file.name}
            onClick={() => {
              const first = group.problems.find(({ place }) => place.file === file.name)
              const own = groupInFile(group.group, file.id)
              onLocate(
                first === undefined
                  ? { file: file.id, group: own, sheet: null, cell: null }
                  : stopAt(file.id, own, first)
              )
            }}
          >
            {file.name}
          </button>
          <span className="quiet nowrap">{cellsIn(file.count)}</span>
        </li>
      ))}
      {group.files.length <= FILES_SHOWN ? null : (
        <li>
          <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? text.collapse : checkText.moreFiles(group.files.length - FILES_SHOWN)}
          </button>
        </li>
      )}
    </ul>
  )
}
