import { Button, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { raceSettingsText as text } from '../../../text/raceSettings.ts'
import { newCode } from '../draft/newCode.ts'
import type { Draft, DraftRace, EditorTabProps } from '../editorTab.ts'
import { editRace } from './draftEdits.ts'
import { AdjustmentsSection } from './race/AdjustmentsSection.tsx'
import { BasicSection } from './race/BasicSection.tsx'
import { BoardsSection } from './race/BoardsSection.tsx'
import { GradesSection } from './race/GradesSection.tsx'
import { QuotasSection } from './race/QuotasSection.tsx'
import type { RaceSectionProps } from './race/raceSection.ts'
import { StreaksSection } from './race/StreaksSection.tsx'
import { TiesSection } from './race/TiesSection.tsx'
import { TotalsSection } from './race/TotalsSection.tsx'
import { VetoesSection } from './race/VetoesSection.tsx'
import { YearSection } from './race/YearSection.tsx'
import { SectionNav, type Section } from './SectionNav.tsx'
import './settings.css'

type Open = keyof typeof text.sections

const OF_RACE = ['BASIC', 'ADJUSTMENTS', 'TIES', 'GRADES', 'QUOTAS', 'BOARDS', 'STREAKS', 'YEAR'] as const
const PARTS: Record<(typeof OF_RACE)[number], (props: RaceSectionProps) => ReactElement> = {
  BASIC: BasicSection,
  ADJUSTMENTS: AdjustmentsSection,
  TIES: TiesSection,
  GRADES: GradesSection,
  QUOTAS: QuotasSection,
  BOARDS: BoardsSection,
  STREAKS: StreaksSection,
  YEAR: YearSection
}

/** 赛项设置: one race after the other, and what reaches over all of them. */
export function RaceTab(props: EditorTabProps): ReactElement {
  const { draft, change, names } = props
  const [open, setOpen] = useState<Open>('BASIC')
  const [wanted, setWanted] = useState(0)
  const races = draft.races ?? []
  const at = Math.min(wanted, races.length - 1)
  const race = races[at]
  const ofRace = isOfRace(open)
  return (
    <SectionNav
      label={text.nav}
      open={open}
      onOpen={(key) => setOpen(key as Open)}
      sections={sectionsOf(draft, race)}
      head={
        <div className="set-nav-head">
          <Select
            className="set-select"
            aria-label={text.race}
            value={race === undefined ? undefined : at}
            placeholder={text.none.title}
            disabled={races.length === 0}
            options={races.map((item, index) => ({ value: index, label: names.race(item.code) }))}
            onChange={(index: number) => setWanted(index)}
          />
        </div>
      }
    >
      {!ofRace ? (
        open === 'TOTALS' ? (
          <TotalsSection {...props} />
        ) : (
          <VetoesSection {...props} />
        )
      ) : race === undefined ? (
        <Panel>
          <EmptyState title={text.none.title} hint={text.none.hint}>
            <Button type="primary" onClick={() => change(addFirstRace, text.labels.addRace)}>
              {text.none.add}
            </Button>
          </EmptyState>
        </Panel>
      ) : (
        <Part
          key={`${open}:${race.code ?? at}`}
          open={open}
          draft={draft}
          race={race}
          names={names}
          edit={(update, label, merge) =>
            change(
              (before) => editRace(before, at, update),
              label,
              merge === undefined ? undefined : `race:${at}:${merge}`
            )
          }
        />
      )}
    </SectionNav>
  )
}

function isOfRace(key: Open): key is (typeof OF_RACE)[number] {
  return (OF_RACE as readonly string[]).includes(key)
}

function Part({ open, ...props }: RaceSectionProps & { open: (typeof OF_RACE)[number] }): ReactElement {
  const Chosen = PARTS[open]
  return <Chosen {...props} />
}

function addFirstRace(draft: Draft): Draft {
  const race: DraftRace = {
    code: newCode(
      'race',
      (draft.races ?? []).map((item) => item.code)
    ),
    name: text.none.name,
    groups: (draft.groups ?? []).flatMap((group) => group.code ?? []),
    fullMark: '100',
    dimensions: []
  }
  return { ...draft, races: [...(draft.races ?? []), race] }
}

function sectionsOf(draft: Draft, race: DraftRace | undefined): Section[] {
  const counts: Partial<Record<Open, number | undefined>> = {
    ADJUSTMENTS: race?.adjustments?.classes?.length,
    TIES: race?.tieBreak?.length,
    GRADES: race?.grades?.levels?.length,
    QUOTAS: race?.personQuotas?.byGrade?.length,
    BOARDS: race?.boards?.length,
    STREAKS: race?.streaks?.length,
    TOTALS: draft.totals?.length,
    VETOES: draft.vetoKinds?.length
  }
  return (Object.keys(text.sections) as Open[]).map((key) => ({
    key,
    label: text.sections[key],
    hint: key === 'BASIC' || key === 'YEAR' ? undefined : counts[key] ? String(counts[key]) : text.off,
    ...(key === 'TOTALS' ? { caption: text.wholeScheme } : {})
  }))
}
