import { Button, Checkbox } from 'antd'
import type { ReactElement } from 'react'
import type { UnitKind } from '#shared/domain/scheme/schemeDefinition.ts'
import { Panel } from '../../../../components/Panel.tsx'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { UNIT_KINDS } from '../../../../text/scheme.ts'
import { codeOptions } from '../../draft/draftNames.ts'
import type { DraftRace } from '../../editorTab.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DecimalField } from '../fields/DecimalField.tsx'
import { Field } from '../fields/Field.tsx'
import { ManyField } from '../fields/ManyField.tsx'
import { RowTools } from '../fields/RowTools.tsx'
import { TextField } from '../fields/TextField.tsx'
import { orNothing, put, removeAt, replaceAt } from '../listEdits.ts'
import { candidatesOf, placesOf } from '../units/groupEdits.ts'
import type { RaceSectionProps } from './raceSection.ts'

const { basic: text, sections, labels } = raceSettingsText
const KINDS = (Object.keys(UNIT_KINDS) as UnitKind[]).map((value) => ({ value, label: UNIT_KINDS[value] }))

/** Name, full mark, who takes part, which rankings are made besides. */
export function BasicSection({ draft, race, edit }: RaceSectionProps): ReactElement {
  const set = <K extends keyof DraftRace>(key: K, value: DraftRace[K] | undefined, merge?: string): void =>
    edit((before) => put(before, key, value), labels.basic, merge)
  const places = placesOf(draft, race)
  const taking = candidatesOf(draft, race).filter((unit) => places.has(unit.code ?? '')).length
  const also = race.alsoRank ?? []
  const toggle = (kind: 'ALL' | 'LINE', on: boolean): void =>
    set(
      'alsoRank',
      orNothing((['ALL', 'LINE'] as const).filter((item) => (item === kind ? on : also.includes(item))))
    )
  return (
    <Panel title={sections.BASIC} scroll pad>
      <div className="set-grid">
        <TextField
          label={text.name}
          value={race.name}
          required
          onChange={(name) => set('name', name, 'name')}
        />
        <DecimalField
          label={text.fullMark}
          suffix="分"
          placeholder="100"
          value={race.fullMark}
          onChange={(mark) => set('fullMark', mark, 'fullMark')}
        />
        <ManyField
          label={text.groups}
          hint={text.groupsHint}
          wide
          value={race.groups}
          options={codeOptions(draft.groups)}
          onChange={(groups) => set('groups', groups)}
        />
        <ManyField
          label={text.participants}
          hint={text.participantsHint}
          placeholder={text.participantsAll}
          wide
          value={race.participants}
          options={KINDS}
          onChange={(kinds) => set('participants', orNothing(kinds))}
        />
      </div>
      <p className={taking === 0 ? 'set-says check' : 'set-says'}>
        {taking === 0 ? text.nobody : text.members(taking)}
      </p>
      <Field label={text.alsoRank}>
        <div className="row">
          <Checkbox checked={also.includes('ALL')} onChange={(event) => toggle('ALL', event.target.checked)}>
            {text.alsoRankAll}
          </Checkbox>
          <Checkbox
            checked={also.includes('LINE')}
            onChange={(event) => toggle('LINE', event.target.checked)}
          >
            {text.alsoRankLine}
          </Checkbox>
        </div>
      </Field>
      <GroupMarks draft={draft} race={race} edit={edit} />
    </Panel>
  )
}

/** Full marks of groups that differ from the race's (S10). */
function GroupMarks({ draft, race, edit }: Omit<RaceSectionProps, 'names'>): ReactElement {
  const marks = race.byGroup ?? []
  const groups = codeOptions(draft.groups).filter((group) => race.groups?.includes(group.value) === true)
  const free = groups.find((group) => !marks.some((mark) => mark.group === group.value))
  const write = (next: NonNullable<DraftRace['byGroup']>, merge?: string): void =>
    edit((before) => put(before, 'byGroup', orNothing(next)), labels.basic, merge)
  return (
    <div className="set-sub">
      <span className="field-label">
        {text.byGroup}
        <em>{text.byGroupHint}</em>
      </span>
      {marks.map((mark, index) => (
        <div className="row set-line" key={index}>
          <ChoiceField
            bare
            label={text.group}
            value={mark.group}
            options={groups}
            onChange={(group) => write(replaceAt(marks, index, (item) => ({ ...item, group })))}
          />
          <DecimalField
            bare
            label={text.fullMark}
            suffix="分"
            value={mark.fullMark}
            onChange={(fullMark) =>
              write(
                replaceAt(marks, index, (item) => ({ ...item, fullMark })),
                `byGroup:${index}`
              )
            }
          />
          <RowTools name={text.byGroup} onRemove={() => write(removeAt(marks, index))} />
        </div>
      ))}
      <Button
        size="small"
        disabled={free === undefined}
        onClick={() => write([...marks, { group: free!.value, fullMark: race.fullMark ?? '100' }])}
      >
        {text.byGroupAdd}
      </Button>
    </div>
  )
}
