import { Button, Switch } from 'antd'
import type { ReactElement } from 'react'
import { QUOTA_ROUNDING_NAMES } from '#shared/domain/ranking/grades/quotaPlaces.ts'
import type { GradeRules, QuotaRounding } from '#shared/domain/scheme/gradeRules.ts'
import { EmptyState } from '../../../../components/EmptyState.tsx'
import { Notice } from '../../../../components/Notice.tsx'
import { Panel } from '../../../../components/Panel.tsx'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { put } from '../listEdits.ts'
import { GradeLevels } from './GradeLevels.tsx'
import {
  BAND_PRESET,
  EXAMPLE_SIZES,
  GRADE_STANDARD,
  gradeFaults,
  placesText,
  QUOTA_PRESET
} from './gradeTable.ts'
import type { DraftGrades, RaceSectionProps } from './raceSection.ts'

const { grades: text, sections, labels } = raceSettingsText

/** 等次: score lines and quotas, with the places that they give in groups of 6, 22 and 78. */
export function GradesSection({ race, edit }: RaceSectionProps): ReactElement {
  const grades = race.grades
  const write = (next: DraftGrades | undefined): void =>
    edit((before) => put(before, 'grades', next), labels.grades)
  return (
    <Panel
      title={sections.GRADES}
      hint={text.hint}
      scroll
      extra={
        <>
          <span className="soft">{text.use}</span>
          <Switch
            size="small"
            aria-label={text.use}
            checked={grades !== undefined}
            onChange={(on) => write(on ? BAND_PRESET : undefined)}
          />
        </>
      }
    >
      {grades === undefined ? (
        <EmptyState title={text.none.title} hint={text.none.hint}>
          <Button onClick={() => write(BAND_PRESET)}>{text.presetBands}</Button>
          <Button onClick={() => write(QUOTA_PRESET)}>{text.presetQuota}</Button>
        </EmptyState>
      ) : (
        <Body grades={grades} edit={edit} />
      )}
    </Panel>
  )
}

function Body({ grades, edit }: { grades: DraftGrades; edit: RaceSectionProps['edit'] }): ReactElement {
  const update = (change: (grades: DraftGrades) => DraftGrades, merge?: string): void =>
    edit((before) => ({ ...before, grades: change(before.grades ?? {}) }), labels.grades, merge)
  const rounding = grades.rounding ?? GRADE_STANDARD.rounding
  const levels = grades.levels ?? []
  return (
    <div className="set-block">
      {gradeFaults(grades).map((fault) => (
        <Notice key={fault} tone="ask" title={fault} />
      ))}
      <GradeLevels
        levels={levels}
        onChange={(change, merge) =>
          update((before) => ({ ...before, levels: change(before.levels ?? []) }), merge)
        }
      />
      <div className="set-grid">
        <ChoiceField<GradeRules['of']>
          label={text.of}
          value={grades.of ?? GRADE_STANDARD.of}
          options={(['GROUP', 'ALL'] as const).map((value) => ({ value, label: text.ofChoices[value] }))}
          onChange={(of) => update((before) => ({ ...before, of }))}
        />
        <ChoiceField<QuotaRounding>
          label={text.rounding}
          value={rounding}
          options={(['FLOOR', 'ROUND', 'CEIL'] as const).map((value) => ({
            value,
            label: QUOTA_ROUNDING_NAMES[value]
          }))}
          onChange={(next) => update((before) => ({ ...before, rounding: next }))}
        />
        <ChoiceField<GradeRules['straddle']>
          label={text.straddle}
          value={grades.straddle ?? GRADE_STANDARD.straddle}
          options={(['DECIDE', 'ALL_IN', 'ALL_OUT'] as const).map((value) => ({
            value,
            label: text.straddleChoices[value]
          }))}
          onChange={(straddle) => update((before) => ({ ...before, straddle }))}
        />
      </div>
      <span className="field-label">
        {text.example}
        <em>{text.exampleHint}</em>
      </span>
      <table className="plain set-rows-narrow" aria-label={text.example}>
        <thead>
          <tr>
            <th>{text.head.name}</th>
            {EXAMPLE_SIZES.map((size) => (
              <th key={size} className="num">
                {size} {text.head.example}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map((level, index) => (
            <tr key={index}>
              <td>{level.name ?? ''}</td>
              {EXAMPLE_SIZES.map((size) => (
                <td key={size} className="num">
                  {placesText(level, index === levels.length - 1, size, rounding)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">{text.source}</p>
    </div>
  )
}
