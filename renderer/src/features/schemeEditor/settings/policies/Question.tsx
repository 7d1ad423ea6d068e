import { Radio } from 'antd'
import { useId, type ReactElement } from 'react'
import { Icon } from '../../../../components/Icon.tsx'
import { POLICY_QUESTIONS, type PolicyKey } from '../../../../text/policyQuestions.ts'
import { policySettingsText as text } from '../../../../text/policySettings.ts'
import type { ChangeDraft, Draft } from '../../editorTab.ts'
import { editPolicies } from '../draftEdits.ts'
import { DecimalField } from '../fields/DecimalField.tsx'
import {
  answer,
  answersOf,
  currentAnswer,
  dependsOn,
  isAnswered,
  keepDefaults,
  takeBack
} from './questions.ts'

interface Props {
  name: PolicyKey
  draft: Draft
  change: ChangeDraft
}

/** One switch: the question, its answers with what each does in numbers, the source, and whether anybody answered. */
export function Question({ name, draft, change }: Props): ReactElement {
  const id = useId()
  const { question, when, source } = POLICY_QUESTIONS[name]
  const current = currentAnswer(draft, name)
  const answered = isAnswered(draft, name)
  const needed = dependsOn(name)
  const idle = needed !== null && currentAnswer(draft, needed.key) !== needed.value
  return (
    <section className={idle ? 'question question-idle' : 'question'} aria-labelledby={id}>
      <div className="question-head">
        <h3 id={id}>{question}</h3>
        <span className={answered ? 'status done' : 'status check'}>
          <Icon name={answered ? 'box' : 'half'} />
          {answered ? text.answered : text.open}
        </span>
        {answered ? (
          <button
            type="button"
            className="link small"
            onClick={() => change((before) => takeBack(before, name), text.labels.answer)}
          >
            {text.takeBack}
          </button>
        ) : (
          <button
            type="button"
            className="link small"
            onClick={() => change((before) => keepDefaults(before, [name]), text.labels.keep)}
          >
            {text.keepOne}
          </button>
        )}
      </div>
      <p className="soft small">
        {idle ? text.only(POLICY_QUESTIONS[needed.key].question, needed.label) : when}
      </p>
      <Radio.Group
        className="question-answers"
        aria-label={question}
        value={current}
        onChange={(event) =>
          change((before) => answer(before, name, String(event.target.value)), text.labels.answer)
        }
      >
        {answersOf(name).map((item) => (
          <Radio key={item.value} value={item.value} className="question-answer">
            <span className="question-label">
              {item.label}
              {item.isDefault ? <span className="tag">{text.standard}</span> : null}
            </span>
            <span className="question-effect">{item.effect}</span>
            <span className="question-example">{item.example}</span>
          </Radio>
        ))}
      </Radio.Group>
      {name === 'missing' ? <MissingNumbers draft={draft} change={change} /> : null}
      <p className="quiet small">
        {text.source}：{source}
      </p>
    </section>
  )
}

/** The share or the points that two of the answers need. */
function MissingNumbers({ draft, change }: Pick<Props, 'draft' | 'change'>): ReactElement | null {
  const current = currentAnswer(draft, 'missing')
  if (current === 'FLOOR') {
    return (
      <div className="question-number">
        <DecimalField
          label={text.floor}
          suffix="%"
          value={draft.policies?.missingFloor ?? '0'}
          onChange={(missingFloor) =>
            change(
              (before) => editPolicies(before, { missingFloor }),
              text.labels.answer,
              'policy:missingFloor'
            )
          }
        />
      </div>
    )
  }
  if (current !== 'DEDUCT') return null
  return (
    <div className="question-number">
      <DecimalField
        label={text.points}
        suffix="分"
        value={draft.policies?.missingPoints ?? '0'}
        onChange={(missingPoints) =>
          change(
            (before) => editPolicies(before, { missingPoints }),
            text.labels.answer,
            'policy:missingPoints'
          )
        }
      />
    </div>
  )
}
