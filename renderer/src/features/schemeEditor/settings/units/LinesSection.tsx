import { Button } from 'antd'
import type { ReactElement } from 'react'
import { EmptyState } from '../../../../components/EmptyState.tsx'
import { Panel } from '../../../../components/Panel.tsx'
import { linesText as text } from '../../../../text/schemeSettings.ts'
import { codeOptions } from '../../draft/draftNames.ts'
import { newCode } from '../../draft/newCode.ts'
import type { Draft, EditorTabProps } from '../../editorTab.ts'
import { ManyField } from '../fields/ManyField.tsx'
import { RowTools } from '../fields/RowTools.tsx'
import { TextField } from '../fields/TextField.tsx'
import { put, removeAt, replaceAt } from '../listEdits.ts'

/** 战线: departments that work together. */
export function LinesSection({ draft, change }: EditorTabProps): ReactElement {
  const lines = draft.lines ?? []
  return (
    <Panel
      title={text.title}
      hint={text.hint}
      scroll
      extra={
        <Button size="small" onClick={() => change(addLine, text.labels.add)}>
          {text.add}
        </Button>
      }
    >
      {lines.length === 0 ? (
        <EmptyState title={text.none.title} hint={text.none.hint} />
      ) : (
        <table className="plain set-rows">
          <thead>
            <tr>
              <th className="set-col-name">{text.name}</th>
              <th>{text.members}</th>
              <th className="set-col-tools" />
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={line.code ?? index}>
                <td>
                  <TextField
                    bare
                    required
                    label={text.name}
                    value={line.name}
                    onChange={(name) =>
                      change(
                        (before) => ({
                          ...before,
                          lines: replaceAt(before.lines, index, (item) => ({ ...item, name }))
                        }),
                        text.labels.edit,
                        `line:${index}:name`
                      )
                    }
                  />
                </td>
                <td>
                  <ManyField
                    bare
                    label={`${text.members} ${line.name ?? ''}`}
                    value={membersOf(draft, line.code)}
                    options={codeOptions(draft.units)}
                    onChange={(units) =>
                      change((before) => setMembers(before, line.code, units), text.labels.edit)
                    }
                  />
                </td>
                <td>
                  <RowTools
                    name={line.name ?? ''}
                    onRemove={() => change((before) => removeLine(before, index), text.labels.remove)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function addLine(draft: Draft): Draft {
  const lines = draft.lines ?? []
  const code = newCode(
    'line',
    lines.map((line) => line.code)
  )
  return { ...draft, lines: [...lines, { code, name: text.newName }] }
}

function removeLine(draft: Draft, index: number): Draft {
  const code = draft.lines?.[index]?.code
  return { ...setMembers(draft, code, []), lines: removeAt(draft.lines, index) }
}

function membersOf(draft: Draft, line: string | undefined): string[] {
  return (draft.units ?? []).flatMap((unit) =>
    unit.line === line && unit.code !== undefined ? [unit.code] : []
  )
}

/** A unit belongs to one line: joining this one leaves the other. */
function setMembers(draft: Draft, line: string | undefined, members: readonly string[]): Draft {
  return {
    ...draft,
    units: (draft.units ?? []).map((unit) => {
      if (unit.code !== undefined && members.includes(unit.code)) return { ...unit, line }
      return unit.line === line ? put(unit, 'line', undefined) : unit
    })
  }
}
