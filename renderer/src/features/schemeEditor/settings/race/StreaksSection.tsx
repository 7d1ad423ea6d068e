import { Button } from 'antd'
import type { ReactElement } from 'react'
import { EmptyState } from '../../../../components/EmptyState.tsx'
import { Panel } from '../../../../components/Panel.tsx'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { streakSentence } from '../../../../text/raceSentences.ts'
import { newCode } from '../../draft/newCode.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { IntegerField } from '../fields/IntegerField.tsx'
import { RowTools } from '../fields/RowTools.tsx'
import { TextField } from '../fields/TextField.tsx'
import { put, removeAt, replaceAt } from '../listEdits.ts'
import type { DraftStreak, RaceSectionProps } from './raceSection.ts'
import { StreakCondition } from './StreakCondition.tsx'

const { streaks: text, sections, labels } = raceSettingsText

/** 连续情形: what, how many quarters running, and what follows (S50, S51, S54). */
export function StreaksSection({ race, edit }: RaceSectionProps): ReactElement {
  const streaks = race.streaks ?? []
  const write = (update: (streaks: readonly DraftStreak[]) => DraftStreak[], merge?: string): void =>
    edit((before) => ({ ...before, streaks: update(before.streaks ?? []) }), labels.streaks, merge)
  function add(): void {
    write((before) => [
      ...before,
      {
        code: newCode(
          'streak',
          before.map((streak) => streak.code)
        ),
        name: text.newName,
        when: { on: 'LAST', places: 1 },
        times: 2,
        outcome: '约谈',
        tone: 'BAD'
      }
    ])
  }
  return (
    <Panel
      title={sections.STREAKS}
      hint={text.hint}
      scroll
      extra={
        <Button size="small" onClick={add}>
          {text.add}
        </Button>
      }
    >
      {streaks.length === 0 ? (
        <EmptyState title={text.none.title} hint={text.none.hint} />
      ) : (
        streaks.map((streak, index) => {
          const set = <K extends keyof DraftStreak>(key: K, value: DraftStreak[K] | undefined): void =>
            write(
              (before) => replaceAt(before, index, (item) => put(item, key, value)),
              `streak:${index}:${key}`
            )
          return (
            <section className="set-card" key={streak.code ?? index}>
              <div className="set-grid">
                <TextField
                  label={text.name}
                  required
                  value={streak.name}
                  onChange={(name) => set('name', name)}
                />
                <StreakCondition
                  when={streak.when ?? {}}
                  race={race}
                  onChange={(when) => set('when', when)}
                />
                <IntegerField
                  label={text.times}
                  min={1}
                  suffix="个季度"
                  value={streak.times}
                  onChange={(times) => set('times', times)}
                />
                <ChoiceField
                  label={text.reset}
                  value={streak.reset ?? 'CLEAN_QUARTER'}
                  options={(['CLEAN_QUARTER', 'YEAR'] as const).map((value) => ({
                    value,
                    label: text.resets[value]
                  }))}
                  onChange={(reset) => set('reset', reset)}
                />
                <TextField
                  label={text.outcome}
                  placeholder={text.outcomePlaceholder}
                  required
                  value={streak.outcome}
                  onChange={(outcome) => set('outcome', outcome)}
                />
                <ChoiceField
                  label={text.tone}
                  value={streak.tone}
                  options={(['GOOD', 'BAD'] as const).map((value) => ({ value, label: text.tones[value] }))}
                  onChange={(tone) => set('tone', tone)}
                />
                <div className="set-card-tools">
                  <RowTools
                    name={streak.name ?? ''}
                    onRemove={() => write((before) => removeAt(before, index))}
                  />
                </div>
              </div>
              <p className="set-says">{streakSentence(streak, race)}</p>
            </section>
          )
        })
      )}
      <p className="quiet small set-block">{text.source}</p>
    </Panel>
  )
}
