import type { ReactElement } from 'react'
import { yearRules } from '#shared/domain/scheme/yearRules.ts'
import { Panel } from '../../../../components/Panel.tsx'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DecimalField } from '../fields/DecimalField.tsx'
import { IntegerField } from '../fields/IntegerField.tsx'
import { put } from '../listEdits.ts'
import type { DraftYear, RaceSectionProps } from './raceSection.ts'
import { yearExample } from './yearExample.ts'

const { year: text, sections, labels } = raceSettingsText
const STANDARD = yearRules.parse({})
const QUARTERS = [
  ['Q1', '一季度'],
  ['Q2', '二季度'],
  ['Q3', '三季度'],
  ['Q4', '四季度']
] as const

/** How quarters make the year, with the published year worked through (G17, G18). */
export function YearSection({ race, edit }: RaceSectionProps): ReactElement {
  const year = race.year ?? {}
  const set = <K extends keyof DraftYear>(key: K, value: DraftYear[K] | undefined): void =>
    edit((before) => ({ ...before, year: put(before.year ?? {}, key, value) }), labels.year, `year:${key}`)
  const method = year.method ?? STANDARD.method
  return (
    <Panel title={sections.YEAR} hint={text.hint} scroll pad>
      <div className="set-grid">
        <ChoiceField
          label={text.method}
          value={method}
          options={(['MEAN', 'WEIGHTED', 'BEST'] as const).map((value) => ({
            value,
            label: text.methods[value]
          }))}
          onChange={(next) => set('method', next)}
        />
        {method === 'BEST' ? (
          <IntegerField
            label={text.best}
            min={1}
            suffix="个"
            value={year.best ?? STANDARD.best}
            onChange={(best) => set('best', best)}
          />
        ) : null}
        {method === 'WEIGHTED'
          ? QUARTERS.map(([key, name]) => (
              <DecimalField
                key={key}
                label={text.weight(name)}
                value={year.weights?.[key] ?? STANDARD.weights[key]}
                onChange={(weight) =>
                  set('weights', { ...STANDARD.weights, ...year.weights, [key]: weight ?? '0' })
                }
              />
            ))
          : null}
        <ChoiceField
          label={text.missing}
          value={year.missing ?? STANDARD.missing}
          options={(['DECIDE', 'EXCLUDE', 'ZERO'] as const).map((value) => ({
            value,
            label: text.missings[value]
          }))}
          onChange={(missing) => set('missing', missing)}
        />
        <DecimalField
          label={text.leadership}
          hint={text.leadershipHint}
          suffix="分"
          value={year.leadership ?? STANDARD.leadership}
          onChange={(leadership) => set('leadership', leadership)}
        />
        <IntegerField
          label={text.minQuarters}
          min={1}
          suffix="个"
          value={year.minQuarters ?? STANDARD.minQuarters}
          onChange={(count) => set('minQuarters', count)}
        />
        <ChoiceField
          label={text.quarterScore}
          value={year.quarterScore ?? STANDARD.quarterScore}
          options={(['PRINTED', 'EXACT'] as const).map((value) => ({
            value,
            label: text.quarterScores[value]
          }))}
          onChange={(next) => set('quarterScore', next)}
        />
      </div>
      <div className="set-example">
        <span className="field-label">{text.example}</span>
        <p className="set-says">{yearExample(year, null) ?? ''}</p>
        <p className="small soft">
          {text.exampleMissing}：{yearExample(year, 'Q2') ?? ''}
        </p>
      </div>
      <p className="quiet small">{text.source}</p>
    </Panel>
  )
}
