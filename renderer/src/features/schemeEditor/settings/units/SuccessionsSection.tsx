import { Button } from 'antd'
import type { ReactElement } from 'react'
import { EmptyState } from '../../../../components/EmptyState.tsx'
import { Panel } from '../../../../components/Panel.tsx'
import { successionText as text } from '../../../../text/schemeSettings.ts'
import type { EditorTabProps } from '../../editorTab.ts'
import { removeAt, replaceAt } from '../listEdits.ts'
import { SuccessionForm } from './SuccessionForm.tsx'

/** 沿革: units renamed, merged, split or abolished within the year. */
export function SuccessionsSection({ draft, change, names }: EditorTabProps): ReactElement {
  const entries = draft.successions ?? []
  return (
    <Panel
      title={text.title}
      hint={text.hint}
      scroll
      extra={
        <Button
          size="small"
          onClick={() =>
            change(
              (before) => ({
                ...before,
                successions: [...(before.successions ?? []), { kind: 'RENAME', from: [], to: [] }]
              }),
              text.labels.add
            )
          }
        >
          {text.add}
        </Button>
      }
    >
      {entries.length === 0 ? (
        <EmptyState title={text.none.title} hint={text.none.hint} />
      ) : (
        entries.map((entry, index) => (
          <SuccessionForm
            key={index}
            entry={entry}
            draft={draft}
            names={names}
            onChange={(update, merge) =>
              change(
                (before) => ({ ...before, successions: replaceAt(before.successions, index, update) }),
                text.labels.edit,
                merge === undefined ? undefined : `succession:${index}:${merge}`
              )
            }
            onRemove={() =>
              change(
                (before) => ({ ...before, successions: removeAt(before.successions, index) }),
                text.labels.remove
              )
            }
          />
        ))
      )}
    </Panel>
  )
}
