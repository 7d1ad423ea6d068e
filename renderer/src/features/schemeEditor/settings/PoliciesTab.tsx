import { useState, type ReactElement } from 'react'
import type { Policies } from '#shared/domain/scheme/policies.ts'
import { progressRules } from '#shared/domain/scheme/progressRules.ts'
import { QUESTIONS_OF, type PolicySection } from '../../../text/policyQuestions.ts'
import { policySettingsText as text } from '../../../text/policySettings.ts'
import type { EditorTabProps } from '../editorTab.ts'
import { EmptyWordsSection } from './policies/EmptyWordsSection.tsx'
import { progressCoverage } from './policies/progressCoverage.ts'
import { ProgressSection } from './policies/ProgressSection.tsx'
import { isAnswered } from './policies/questions.ts'
import { QuestionList } from './policies/QuestionList.tsx'
import { SectionNav, type Section } from './SectionNav.tsx'
import './settings.css'

type Open = keyof typeof text.sections

/** 通用规则: every switch of the scheme as a question, the words in cells, the status lines. */
export function PoliciesTab(props: EditorTabProps): ReactElement {
  const [open, setOpen] = useState<Open>('ROUNDING')
  return (
    <SectionNav
      label={text.nav}
      open={open}
      onOpen={(key) => setOpen(key as Open)}
      sections={(Object.keys(text.sections) as Open[]).map((key) => sectionOf(key, props))}
    >
      {open === 'WORDS' ? (
        <EmptyWordsSection {...props} />
      ) : open === 'PROGRESS' ? (
        <ProgressSection {...props} />
      ) : (
        <QuestionList key={open} section={open} {...props} />
      )}
    </SectionNav>
  )
}

function sectionOf(key: Open, { draft }: EditorTabProps): Section {
  const head = { key, label: text.sections[key] }
  if (key === 'WORDS') return head
  if (key === 'PROGRESS') {
    const { faults } = progressCoverage(draft.progress?.rows ?? progressRules.parse({}).rows)
    return { ...head, ask: faults[0] }
  }
  const asked = QUESTIONS_OF[key satisfies PolicySection]
  const answered = asked.filter((name) => isAnswered(draft, name satisfies keyof Policies)).length
  return { ...head, hint: `${answered}/${asked.length}` }
}
