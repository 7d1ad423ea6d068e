import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Panel } from '../../../../components/Panel.tsx'
import { QUESTIONS_OF, type PolicySection } from '../../../../text/policyQuestions.ts'
import { policySettingsText as text } from '../../../../text/policySettings.ts'
import type { EditorTabProps } from '../../editorTab.ts'
import { Question } from './Question.tsx'
import { keepDefaults, openQuestions } from './questions.ts'

/** The questions of one part, one below the other. */
export function QuestionList({
  section,
  draft,
  change
}: EditorTabProps & { section: PolicySection }): ReactElement {
  const open = openQuestions(draft)
  return (
    <Panel
      title={text.sections[section]}
      hint={text.intro}
      scroll
      extra={
        <>
          <span className="soft">{open.length === 0 ? text.allAnswered : text.openCount(open.length)}</span>
          {open.length === 0 ? null : (
            <Button
              size="small"
              onClick={() =>
                change((before) => keepDefaults(before, openQuestions(before)), text.labels.keep)
              }
            >
              {text.keepAll}
            </Button>
          )}
        </>
      }
    >
      <div className="questions">
        {QUESTIONS_OF[section].map((key) => (
          <Question key={key} name={key} draft={draft} change={change} />
        ))}
      </div>
    </Panel>
  )
}
