import { useState, type ReactElement } from 'react'
import { unitsText as text } from '../../../text/schemeSettings.ts'
import { groupsText } from '../../../text/schemeSettings.ts'
import type { EditorTabProps } from '../editorTab.ts'
import { SectionNav } from './SectionNav.tsx'
import { membershipFaults } from './units/groupEdits.ts'
import { GroupsSection } from './units/GroupsSection.tsx'
import { LinesSection } from './units/LinesSection.tsx'
import { SuccessionsSection } from './units/SuccessionsSection.tsx'
import { UnitsSection } from './units/UnitsSection.tsx'
import './settings.css'

type Open = keyof typeof text.sections

/** 单位与组别: who takes part, ranked against whom, and what became of units within the year. */
export function UnitsTab(props: EditorTabProps): ReactElement {
  const { draft } = props
  const [open, setOpen] = useState<Open>('UNITS')
  const faults = (draft.races ?? []).map((race) => membershipFaults(draft, race))
  const unassigned = new Set(faults.flatMap((fault) => fault.unassigned)).size
  const double = new Set(faults.flatMap((fault) => fault.double)).size
  const counts: Record<Open, number> = {
    UNITS: draft.units?.length ?? 0,
    GROUPS: draft.groups?.length ?? 0,
    LINES: draft.lines?.length ?? 0,
    SUCCESSIONS: draft.successions?.length ?? 0
  }
  return (
    <SectionNav
      label={text.nav}
      open={open}
      onOpen={(key) => setOpen(key as Open)}
      sections={(Object.keys(text.sections) as Open[]).map((key) => ({
        key,
        label: text.sections[key],
        hint: String(counts[key]),
        ask: key === 'GROUPS' && unassigned + double > 0 ? groupsText.faults(unassigned, double) : undefined
      }))}
    >
      {open === 'UNITS' ? <UnitsSection {...props} /> : null}
      {open === 'GROUPS' ? <GroupsSection {...props} /> : null}
      {open === 'LINES' ? <LinesSection {...props} /> : null}
      {open === 'SUCCESSIONS' ? <SuccessionsSection {...props} /> : null}
    </SectionNav>
  )
}
