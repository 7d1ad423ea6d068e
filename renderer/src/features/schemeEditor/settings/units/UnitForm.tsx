import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { UnitKind } from '#shared/domain/scheme/schemeDefinition.ts'
import { UNIT_KINDS } from '../../../../text/scheme.ts'
import { unitsText as text } from '../../../../text/schemeSettings.ts'
import { codeOptions } from '../../draft/draftNames.ts'
import type { ChangeDraft, Draft, DraftRace, DraftUnit } from '../../editorTab.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { IntegerField } from '../fields/IntegerField.tsx'
import { ManyField } from '../fields/ManyField.tsx'
import { QuarterField } from '../fields/QuarterField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { orNothing, put, replaceAt } from '../listEdits.ts'
import { assign, groupsOf, placesOf } from './groupEdits.ts'

interface Props {
  draft: Draft
  code: string
  change: ChangeDraft
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const KINDS = (Object.keys(UNIT_KINDS) as UnitKind[]).map((value) => ({ value, label: UNIT_KINDS[value] }))

/** Everything about one unit. */
export function UnitForm({ draft, code, change, onMove, onRemove }: Props): ReactElement | null {
  const at = (draft.units ?? []).findIndex((unit) => unit.code === code)
  const unit = draft.units?.[at]
  if (unit === undefined) return null
  function set<K extends keyof DraftUnit>(key: K, value: DraftUnit[K] | undefined, merge = true): void {
    change(
      (before) => ({ ...before, units: replaceAt(before.units, at, (item) => put(item, key, value)) }),
      text.edited,
      merge ? `unit:${code}:${key}` : undefined
    )
  }
  return (
    <div className="set-form">
      <TextField
        label={text.name}
        placeholder={text.namePlaceholder}
        value={unit.name}
        required
        autoFocus={unit.name === ''}
        onChange={(name) => set('name', name)}
      />
      <TextField
        label={text.short}
        hint={text.shortHint}
        value={unit.shortName}
        onChange={(name) => set('shortName', name === '' ? undefined : name)}
      />
      <ChoiceField
        label={text.kind}
        value={unit.kind}
        options={KINDS}
        onChange={(kind) => set('kind', kind, false)}
      />
      <Groups draft={draft} code={code} change={change} />
      <ChoiceField
        label={text.line}
        value={unit.line}
        placeholder={text.noLine}
        options={codeOptions(draft.lines)}
        onChange={(line) => set('line', line, false)}
        onClear={() => set('line', undefined, false)}
      />
      <ManyField
        label={text.aliases}
        hint={text.aliasesHint}
        free
        value={unit.aliases}
        placeholder={text.aliasesPlaceholder}
        options={[]}
        onChange={(aliases) => set('aliases', orNothing(aliases), false)}
      />
      <IntegerField
        label={text.staff}
        hint={text.staffHint}
        value={unit.staff}
        suffix="人"
        onChange={(staff) => set('staff', staff)}
      />
      <QuarterField
        label={text.from}
        placeholder={text.always}
        value={unit.from}
        year={draft.year}
        onChange={(from) => set('from', from, false)}
      />
      <QuarterField
        label={text.until}
        placeholder={text.always}
        value={unit.until}
        year={draft.year}
        onChange={(until) => set('until', until, false)}
      />
      <div className="row">
        <Button size="small" disabled={at === 0} onClick={() => onMove(-1)}>
          {text.up}
        </Button>
        <Button size="small" disabled={at === (draft.units?.length ?? 0) - 1} onClick={() => onMove(1)}>
          {text.down}
        </Button>
        <span className="grow" />
        <Button size="small" onClick={onRemove}>
          {text.removeOne}
        </Button>
      </div>
    </div>
  )
}

/** One choice a race: a unit stands in one group of each. */
function Groups({ draft, code, change }: Pick<Props, 'draft' | 'code' | 'change'>): ReactElement {
  const races: (DraftRace | undefined)[] =
    draft.races === undefined || draft.races.length === 0 ? [undefined] : draft.races
  return (
    <>
      {races.map((race, index) => {
        const places = placesOf(draft, race).get(code) ?? []
        return (
          <ChoiceField
            key={race?.code ?? index}
            label={races.length > 1 ? text.groupOf(race?.name ?? '') : text.group}
            hint={places.length > 1 ? text.twice : undefined}
            value={places[0]?.code}
            placeholder={groupsOf(draft, race).length === 0 ? text.noGroupYet : text.noGroup}
            options={codeOptions(groupsOf(draft, race))}
            onChange={(group) => change((before) => assign(before, race, [code], group), text.edited)}
            onClear={() => change((before) => assign(before, race, [code], null), text.edited)}
          />
        )
      })}
    </>
  )
}
