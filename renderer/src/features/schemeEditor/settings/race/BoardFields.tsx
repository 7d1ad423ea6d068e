import type { ReactElement } from 'react'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { codeOptions } from '../../draft/draftNames.ts'
import type { DraftRace } from '../../editorTab.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DecimalField } from '../fields/DecimalField.tsx'
import { IntegerField } from '../fields/IntegerField.tsx'
import { ManyField } from '../fields/ManyField.tsx'
import { orNothing, put } from '../listEdits.ts'
import type { DraftBoard } from './raceSection.ts'

const { boards: text } = raceSettingsText

interface Props<B extends DraftBoard = DraftBoard> {
  board: B
  race: DraftRace
  onChange: (next: DraftBoard, merge?: string) => void
}
type Of<K extends DraftBoard['kind']> = Extract<DraftBoard, { kind?: K }>

/** The conditions that a kind of board asks for. */
export function BoardFields(props: Props): ReactElement | null {
  const { board } = props
  switch (board.kind) {
    case 'RED_BLACK':
      return <RedBlack {...props} board={board} />
    case 'TOPICS':
      return <Topics {...props} board={board} />
    case 'MOVERS':
      return <Movers {...props} board={board} />
    case 'CALLED_IN':
      return <CalledIn {...props} board={board} />
    case undefined:
      return null
  }
}

function RedBlack({ board, race, onChange }: Props<Of<'RED_BLACK'>>): ReactElement {
  const dimensions = race.dimensions ?? []
  const indicators = dimensions.flatMap((dimension) => dimension.indicators ?? [])
  const { measure } = board
  const key =
    measure?.by === 'DIMENSION'
      ? `DIMENSION:${measure.dimension ?? ''}`
      : measure?.by === 'INDICATOR'
        ? `INDICATOR:${measure.indicator ?? ''}`
        : 'TOTAL'
  return (
    <>
      <ChoiceField
        label={text.measure}
        value={key}
        options={[
          { value: 'TOTAL', label: text.measureTotal },
          ...codeOptions(dimensions).map(({ value, label }) => ({ value: `DIMENSION:${value}`, label })),
          ...codeOptions(indicators).map(({ value, label }) => ({ value: `INDICATOR:${value}`, label }))
        ]}
        onChange={(chosen) => onChange({ ...board, measure: measureOf(chosen) })}
      />
      <IntegerField
        label={text.first}
        min={1}
        suffix="名"
        value={board.first}
        onChange={(first) => onChange(put(board, 'first', first), 'first')}
      />
      <IntegerField
        label={text.last}
        min={1}
        suffix="名"
        value={board.last}
        onChange={(last) => onChange(put(board, 'last', last), 'last')}
      />
      <DecimalField
        label={text.fulfilled}
        suffix="%"
        value={board.fulfilled ?? '100'}
        onChange={(fulfilled) => onChange(put(board, 'fulfilled', fulfilled), 'fulfilled')}
      />
    </>
  )
}

function measureOf(key: string): Of<'RED_BLACK'>['measure'] {
  const code = key.slice(key.indexOf(':') + 1)
  if (key.startsWith('DIMENSION:')) return { by: 'DIMENSION', dimension: code }
  return key.startsWith('INDICATOR:') ? { by: 'INDICATOR', indicator: code } : { by: 'TOTAL' }
}

function Topics({ board, race, onChange }: Props<Of<'TOPICS'>>): ReactElement {
  const dimensions = race.dimensions ?? []
  const topics = board.topics ?? 'DIMENSIONS'
  const among = topics === 'DIMENSIONS' ? dimensions : dimensions.flatMap((item) => item.indicators ?? [])
  return (
    <>
      <ChoiceField
        label={text.topics}
        value={topics}
        options={(['DIMENSIONS', 'INDICATORS'] as const).map((value) => ({
          value,
          label: text.topicChoices[value]
        }))}
        // Codes of the other sort would name nothing.
        onChange={(next) => onChange(put({ ...board, topics: next }, 'only', undefined))}
      />
      <ManyField
        label={text.only}
        hint={text.onlyHint}
        value={board.only}
        options={codeOptions(among)}
        onChange={(only) => onChange(put(board, 'only', orNothing(only)))}
      />
      <IntegerField
        label={text.first}
        suffix="名"
        value={board.first ?? 3}
        onChange={(first) => onChange(put(board, 'first', first), 'first')}
      />
      <IntegerField
        label={text.last}
        suffix="名"
        value={board.last ?? 1}
        onChange={(last) => onChange(put(board, 'last', last), 'last')}
      />
    </>
  )
}

function Movers({ board, onChange }: Props<Of<'MOVERS'>>): ReactElement {
  return (
    <>
      <IntegerField
        label={text.up}
        suffix="名"
        value={board.up ?? 3}
        onChange={(up) => onChange(put(board, 'up', up), 'up')}
      />
      <IntegerField
        label={text.down}
        suffix="名"
        value={board.down ?? 3}
        onChange={(down) => onChange(put(board, 'down', down), 'down')}
      />
      <IntegerField
        label={text.atLeast}
        min={1}
        suffix="位"
        value={board.atLeast ?? 1}
        onChange={(atLeast) => onChange(put(board, 'atLeast', atLeast), 'atLeast')}
      />
    </>
  )
}

function CalledIn({ board, onChange }: Props<Of<'CALLED_IN'>>): ReactElement {
  return (
    <>
      <ChoiceField
        label={text.belowMean}
        value={(board.belowMean ?? true) ? 'YES' : 'NO'}
        options={[
          { value: 'YES', label: text.yes },
          { value: 'NO', label: text.no }
        ]}
        onChange={(next) => onChange({ ...board, belowMean: next === 'YES' })}
      />
      <IntegerField
        label={text.last}
        suffix="名"
        value={board.last ?? 0}
        onChange={(last) => onChange(put(board, 'last', last), 'last')}
      />
    </>
  )
}
