import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { importText } from '../../../text/import.ts'
import { checkText } from '../../../text/importCheck.ts'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { hasFixes, NO_FIXES } from '../fixes.ts'
import { readyFiles } from '../wizardSteps.ts'
import { AllProblems } from './AllProblems.tsx'
import type { CheckView } from './checkView.ts'
import { FileProblems } from './FileProblems.tsx'
import type { PaneProps } from './paneProps.ts'

const { problems: text } = importText

/** 按修法归类, of the file on the screen or of all files. One card settles all cells of its kind. */
export function ProblemPane(props: PaneProps & { onClose?: () => void }): ReactElement {
  const { context, view, onView, onClose } = props
  const { session, detail, work } = context
  const several = readyFiles(session).length > 1
  const all = several && view.scope === 'ALL'
  return (
    <aside className="panel ip-pane" aria-label={text.open}>
      <div className="panel-head">
        <h2>{text.title}</h2>
        {several ? (
          <Segmented<CheckView['scope']>
            size="small"
            aria-label={checkText.scope}
            value={view.scope}
            options={[
              { value: 'FILE', label: checkText.thisFile },
              { value: 'ALL', label: checkText.allFiles }
            ]}
            onChange={(scope) => onView({ scope })}
          />
        ) : (
          <span className="panel-hint">{text.hint}</span>
        )}
        <span className="panel-extra">
          {!all && hasFixes(detail.fixes) ? (
            <button
              type="button"
              className="link small"
              disabled={work.busy}
              title={checkText.resetHint}
              onClick={() => work.fix(detail.file.id, NO_FIXES)}
            >
              {text.resetAll}
            </button>
          ) : null}
          {onClose === undefined ? null : (
            <button type="button" className="link small" onClick={onClose}>
              {text.collapse}
            </button>
          )}
        </span>
      </div>
      {all ? <AllProblems {...props} /> : <FileProblems {...props} />}
      <p className="ip-keys">
        <KeyHint keys="N">{text.nextKey}</KeyHint>
        <KeyHint keys="P">{text.previousKey}</KeyHint>
        <KeyHint keys="F6">{text.switchKey}</KeyHint>
      </p>
    </aside>
  )
}
