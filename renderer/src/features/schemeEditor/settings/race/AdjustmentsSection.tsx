import { Button } from 'antd'
import type { ReactElement } from 'react'
import { EmptyState } from '../../../../components/EmptyState.tsx'
import { Notice } from '../../../../components/Notice.tsx'
import { Panel } from '../../../../components/Panel.tsx'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { markOf } from '../../draft/markOf.ts'
import { newCode } from '../../draft/newCode.ts'
import type { DraftRace } from '../../editorTab.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DecimalField } from '../fields/DecimalField.tsx'
import { ManyField } from '../fields/ManyField.tsx'
import { RowTools } from '../fields/RowTools.tsx'
import { TextField } from '../fields/TextField.tsx'
import { moveAt, put, removeAt, replaceAt } from '../listEdits.ts'
import type { RaceSectionProps } from './raceSection.ts'

const { adjustments: text, sections, labels } = raceSettingsText
const SIGNS = (['BONUS', 'DEDUCTION'] as const).map((value) => ({ value, label: text.signs[value] }))

type Adjustments = NonNullable<DraftRace['adjustments']>
type Class = NonNullable<Adjustments['classes']>[number]

/** Classes of bonuses and deductions with their caps, and the caps over all (S21, S22, S40). */
export function AdjustmentsSection({ draft, race, edit }: RaceSectionProps): ReactElement {
  const rules = race.adjustments ?? {}
  const classes = rules.classes ?? []
  const write = (update: (rules: Adjustments) => Adjustments, merge?: string): void =>
    edit(
      (before) => ({ ...before, adjustments: update(before.adjustments ?? {}) }),
      labels.adjustments,
      merge
    )
  const rows = (update: (list: Class[]) => Class[], merge?: string): void =>
    write((before) => ({ ...before, classes: update([...(before.classes ?? [])]) }), merge)
  const set = <K extends keyof Class>(index: number, key: K, value: Class[K] | undefined): void =>
    rows((list) => replaceAt(list, index, (item) => put(item, key, value)), `class:${index}:${key}`)
  function add(): void {
    const taken = (draft.races ?? []).flatMap((item) =>
      (item.adjustments?.classes ?? []).map((entry) => entry.code)
    )
    rows((list) => [...list, { code: newCode('class', taken), name: text.newName, sign: 'BONUS' }])
  }
  const useless = classes.flatMap((entry) => warningOf(entry, rules) ?? [])
  return (
    <Panel
      title={sections.ADJUSTMENTS}
      hint={text.hint}
      scroll
      extra={
        <Button size="small" onClick={add}>
          {text.add}
        </Button>
      }
    >
      {classes.length === 0 ? (
        <EmptyState title={text.none.title} hint={text.none.hint} />
      ) : (
        <table className="plain set-rows">
          <thead>
            <tr>
              <th className="set-col-name">{text.head.name}</th>
              <th className="set-col-choice">{text.head.sign}</th>
              <th className="set-col-number">{text.head.cap}</th>
              <th>{text.head.aliases}</th>
              <th className="set-col-tools" />
            </tr>
          </thead>
          <tbody>
            {classes.map((entry, index) => (
              <tr key={entry.code ?? index}>
                <td>
                  <TextField
                    bare
                    required
                    label={text.head.name}
                    value={entry.name}
                    onChange={(name) => set(index, 'name', name)}
                  />
                </td>
                <td>
                  <ChoiceField
                    bare
                    label={`${entry.name ?? ''} ${text.head.sign}`}
                    value={entry.sign}
                    options={SIGNS}
                    onChange={(sign) => set(index, 'sign', sign)}
                  />
                </td>
                <td>
                  <DecimalField
                    bare
                    label={`${entry.name ?? ''} ${text.head.cap}`}
                    placeholder={text.noCap}
                    suffix="分"
                    value={entry.cap}
                    onChange={(cap) => set(index, 'cap', cap)}
                  />
                </td>
                <td>
                  <ManyField
                    bare
                    free
                    label={`${entry.name ?? ''} ${text.head.aliases}`}
                    value={entry.aliases}
                    options={[]}
                    onChange={(aliases) => set(index, 'aliases', aliases)}
                  />
                </td>
                <td>
                  <RowTools
                    ordered
                    name={entry.name ?? ''}
                    onUp={index === 0 ? undefined : () => rows((list) => moveAt(list, index, index - 1))}
                    onDown={
                      index === classes.length - 1
                        ? undefined
                        : () => rows((list) => moveAt(list, index, index + 1))
                    }
                    onRemove={() => rows((list) => removeAt(list, index))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="set-block">
        {useless.map((sentence) => (
          <Notice key={sentence} title={sentence} />
        ))}
        <div className="set-grid">
          <DecimalField
            label={text.bonusCap}
            placeholder={text.noCap}
            suffix="分"
            value={rules.bonusCap}
            onChange={(cap) => write((before) => put(before, 'bonusCap', cap), 'bonusCap')}
          />
          <DecimalField
            label={text.deductionCap}
            placeholder={text.noCap}
            suffix="分"
            value={rules.deductionCap}
            onChange={(cap) => write((before) => put(before, 'deductionCap', cap), 'deductionCap')}
          />
        </div>
        <p className="quiet small">{text.source}</p>
      </div>
    </Panel>
  )
}

/** A class cap above the cap over all never bites. */
function warningOf(entry: Class, rules: Adjustments): string | null {
  const overall = entry.sign === 'DEDUCTION' ? rules.deductionCap : rules.bonusCap
  const [cap, all] = [markOf(entry.cap), markOf(overall)]
  return cap !== null && all !== null && cap.greaterThan(all)
    ? text.aboveAll(entry.name ?? '', entry.cap!, overall!)
    : null
}
