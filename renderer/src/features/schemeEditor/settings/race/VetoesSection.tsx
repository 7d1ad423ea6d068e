import { Button, Checkbox } from 'antd'
import { useState, type ReactElement } from 'react'
import { EmptyState } from '../../../../components/EmptyState.tsx'
import { Notice } from '../../../../components/Notice.tsx'
import { Panel } from '../../../../components/Panel.tsx'
import { listNames } from '../../../../text/format.ts'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { newCode } from '../../draft/newCode.ts'
import type { Draft, EditorTabProps } from '../../editorTab.ts'
import { editPolicies } from '../draftEdits.ts'
import { removeAt, replaceAt } from '../listEdits.ts'
import { gradeNames } from './raceSection.ts'
import { VetoForm } from './VetoForm.tsx'

const { vetoes: text, sections, labels } = raceSettingsText
type Veto = NonNullable<Draft['vetoKinds']>[number]

/** 否决事项: off by default, and switched on only after the policy note was read and every basis is written (S26, S74a). */
export function VetoesSection({ draft, change, names }: EditorTabProps): ReactElement {
  const kinds = draft.vetoKinds ?? []
  const grades = [...new Set((draft.races ?? []).flatMap(gradeNames))]
  const write = (update: (kinds: readonly Veto[]) => Veto[], merge?: string): void =>
    change((before) => ({ ...before, vetoKinds: update(before.vetoKinds ?? []) }), labels.vetoes, merge)
  function add(): void {
    write((before) => [
      ...before,
      {
        code: newCode(
          'veto',
          before.map((veto) => veto.code)
        ),
        name: text.newName,
        effects: ['EXCLUDE_FROM_AWARD'],
        awards: grades.slice(0, 1)
      }
    ])
  }
  return (
    <Panel
      title={sections.VETOES}
      hint={text.hint}
      scroll
      extra={
        <Button size="small" onClick={add}>
          {text.add}
        </Button>
      }
    >
      <div className="set-block">
        <SwitchOn draft={draft} change={change} names={names} problems={[]} />
      </div>
      {kinds.length === 0 ? (
        <EmptyState title={text.none.title} hint={text.none.hint} />
      ) : (
        kinds.map((veto, index) => (
          <VetoForm
            key={veto.code ?? index}
            veto={veto}
            grades={grades}
            onChange={(update, merge) =>
              write(
                (before) => replaceAt(before, index, update),
                merge === undefined ? undefined : `veto:${index}:${merge}`
              )
            }
            onRemove={() => write((before) => removeAt(before, index))}
          />
        ))
      )}
      <p className="quiet small set-block">{text.example}</p>
    </Panel>
  )
}

/** The policy note of 2019 in plain words, and the switch behind it. */
function SwitchOn({ draft, change }: EditorTabProps): ReactElement {
  const [checked, setChecked] = useState(false)
  const on = draft.policies?.vetoes === true
  const kinds = draft.vetoKinds ?? []
  const bare = kinds.filter((veto) => (veto.basis ?? '').trim() === '')
  const blocked =
    kinds.length === 0
      ? text.needKinds
      : bare.length > 0
        ? text.needBasis(listNames(bare.map((veto) => `「${veto.name ?? ''}」`)))
        : null
  const set = (vetoes: boolean): void => change((before) => editPolicies(before, { vetoes }), labels.vetoes)
  return (
    <>
      <Notice tone="check" title={text.notice}>
        {on ? text.inUse : text.notInUse}
      </Notice>
      <p className="soft small set-note">{text.noticeBody}</p>
      <div className="row">
        {on ? null : (
          <Checkbox
            checked={checked}
            disabled={blocked !== null}
            onChange={(event) => setChecked(event.target.checked)}
          >
            {text.confirm}
          </Checkbox>
        )}
        <Checkbox
          checked={on}
          disabled={!on && (blocked !== null || !checked)}
          onChange={(event) => {
            set(event.target.checked)
            setChecked(false)
          }}
        >
          {text.use}
        </Checkbox>
        <span className={on && blocked !== null ? 'small ask' : 'small soft'}>{blocked ?? ''}</span>
      </div>
    </>
  )
}
