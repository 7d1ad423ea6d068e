import { App, Button, Dropdown, Tooltip } from 'antd'
import type { ReactElement } from 'react'
import { Icon } from '../../components/Icon.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { useCall } from '../../ipc/queries.ts'
import { schemeEditorText as text } from '../../text/schemeEditor.ts'
import { saveState, type EditorState } from './draft/draftState.ts'

interface Props {
  state: EditorState
  onUndo: () => void
  onRedo: () => void
  onSave: () => void
  onChecks: () => void
  onInfo: () => void
  onActivate: () => void
}

/** Title, whether everything is saved, undo, checks, and the one next step: 生效. */
export function EditorHead(props: Props): ReactElement {
  const { state } = props
  const { draft, problems } = state
  const errors = problems.filter((problem) => problem.level === 'error').length
  const confirms = problems.filter((problem) => problem.level === 'confirm').length
  const saved = saveState(state)
  const blocked =
    errors > 0 ? text.activate.blocked(errors) : saved === 'SAVED' ? null : text.activate.unsaved
  return (
    <PageHead
      title={text.title}
      tags={<SaveMark state={state} onSave={props.onSave} />}
      note={
        <span title={[draft.title, state.origin].filter(Boolean).join('\n')}>
          {[draft.year === undefined ? null : `${draft.year}年`, draft.title ?? text.untitled, state.origin]
            .filter(Boolean)
            .join('　')}
        </span>
      }
    >
      <StepButtons state={state} onUndo={props.onUndo} onRedo={props.onRedo} />
      <Button onClick={props.onChecks}>{text.checks.button(errors, confirms)}</Button>
      <MoreMenu id={state.id} onInfo={props.onInfo} />
      <Tooltip title={blocked}>
        <Button type="primary" disabled={blocked !== null} onClick={props.onActivate}>
          {text.activate.open}
        </Button>
      </Tooltip>
    </PageHead>
  )
}

function SaveMark({ state, onSave }: { state: EditorState; onSave: () => void }): ReactElement {
  const saved = saveState(state)
  const failed = saved === 'FAILED' || saved === 'CONFLICT'
  const tone = saved === 'SAVED' ? 'tag-done' : failed ? 'tag-ask' : ''
  return (
    <span className={`tag ${tone}`} role="status" title={state.failure?.message}>
      {saved === 'SAVED' ? <Icon name="box" /> : failed ? <Icon name="triangle" /> : null}
      {text.save[saved]}
      {failed ? (
        <button type="button" className="link small" onClick={onSave}>
          {text.retry}
        </button>
      ) : null}
    </span>
  )
}

function StepButtons({ state, onUndo, onRedo }: Pick<Props, 'state' | 'onUndo' | 'onRedo'>): ReactElement {
  const undo = state.past.at(-1)?.label ?? null
  const redo = state.future.at(-1)?.label ?? null
  return (
    <>
      <Tooltip title={text.undoOf(undo)}>
        <Button disabled={undo === null} onClick={onUndo}>
          {text.undo}
        </Button>
      </Tooltip>
      <Tooltip title={text.redoOf(redo)}>
        <Button disabled={redo === null} onClick={onRedo}>
          {text.redo}
        </Button>
      </Tooltip>
    </>
  )
}

function MoreMenu({ id, onInfo }: { id: number; onInfo: () => void }): ReactElement {
  const { message } = App.useApp()
  const exporting = useCall('draft.export')
  const reveal = useCall('report.reveal')
  function write(format: 'JSON' | 'XLSX'): void {
    exporting.mutate(
      { id, format },
      {
        onSuccess: (file) => {
          if (file === null) return
          void message.success({
            content: (
              <>
                {text.exported(file.fileName)}{' '}
                <button type="button" className="link" onClick={() => reveal.mutate({ ticket: file.ticket })}>
                  {text.reveal}
                </button>
              </>
            ),
            duration: 6
          })
        },
        onError: (error) => void message.error(error.message)
      }
    )
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'info', label: text.info.open, onClick: onInfo },
          { key: 'json', label: `${text.export}${text.exportJson}`, onClick: () => write('JSON') },
          { key: 'xlsx', label: `${text.export} ${text.exportXlsx}`, onClick: () => write('XLSX') }
        ]
      }}
    >
      <Button loading={exporting.isPending}>
        {text.tree.more}
        <Icon name="down" />
      </Button>
    </Dropdown>
  )
}
