import type { ReactElement } from 'react'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { codeOptions } from '../../draft/draftNames.ts'
import type { DraftRace } from '../../editorTab.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DecimalField } from '../fields/DecimalField.tsx'
import { IntegerField } from '../fields/IntegerField.tsx'
import { ManyField } from '../fields/ManyField.tsx'
import { put } from '../listEdits.ts'
import { gradeNames, type DraftCondition } from './raceSection.ts'

const { streaks: text } = raceSettingsText
type On = keyof typeof text.conditions
const CONDITIONS = (Object.keys(text.conditions) as On[]).map((value) => ({
  value,
  label: text.conditions[value]
}))

interface Props {
  when: DraftCondition
  race: DraftRace
  onChange: (when: DraftCondition) => void
}

/** What a quarter must show, with what that condition needs to know. */
export function StreakCondition({ when, race, onChange }: Props): ReactElement {
  return (
    <>
      <ChoiceField
        label={text.when}
        value={when.on}
        options={CONDITIONS}
        onChange={(on) => onChange(fresh(on, race))}
      />
      <Details when={when} race={race} onChange={onChange} />
    </>
  )
}

function Details({ when, race, onChange }: Props): ReactElement | null {
  switch (when.on) {
    case 'GRADE':
      return (
        <ManyField
          label={text.grades}
          value={when.grades}
          options={gradeNames(race).map((grade) => ({ value: grade, label: grade }))}
          onChange={(grades) => onChange({ ...when, grades })}
        />
      )
    case 'BOARD':
      return (
        <>
          <ChoiceField
            label={text.board}
            value={when.board}
            options={codeOptions(race.boards)}
            onChange={(board) => onChange({ ...when, board })}
          />
          <ChoiceField
            label={text.side}
            value={when.side}
            options={(['GOOD', 'BAD'] as const).map((value) => ({ value, label: text.sides[value] }))}
            onChange={(side) => onChange({ ...when, side })}
          />
        </>
      )
    case 'FIRST':
      return (
        <>
          <IntegerField
            label={text.places}
            min={1}
            suffix="名"
            value={when.places}
            onChange={(places) => onChange(put(when, 'places', places))}
          />
          <DecimalField
            label={text.atLeast}
            suffix="分"
            value={when.atLeast}
            onChange={(atLeast) => onChange(put(when, 'atLeast', atLeast))}
          />
        </>
      )
    case 'LAST':
      return (
        <IntegerField
          label={text.places}
          min={1}
          suffix="名"
          value={when.places}
          onChange={(places) => onChange(put(when, 'places', places))}
        />
      )
    case 'BELOW_MEAN':
    case 'ALL_MET':
    case 'INDICATOR_MET':
    case undefined:
      return null
  }
}

/** A condition of another sort starts with what the published cases have. */
function fresh(on: On, race: DraftRace): DraftCondition {
  switch (on) {
    case 'GRADE':
      return { on, grades: gradeNames(race).slice(-1) }
    case 'BOARD':
      return { on, board: race.boards?.[0]?.code, side: 'BAD' }
    case 'FIRST':
    case 'LAST':
      return { on, places: 1 }
    case 'BELOW_MEAN':
    case 'ALL_MET':
    case 'INDICATOR_MET':
      return { on }
  }
}
