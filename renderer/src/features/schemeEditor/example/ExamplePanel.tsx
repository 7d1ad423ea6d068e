import { useMemo, useState, type ReactElement } from 'react'
import type { RuleKind } from '#shared/domain/scoring/ruleKind.ts'
import type { IndicatorDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Policies } from '#shared/domain/scheme/policies.ts'
import { fieldsOfRule } from '#shared/domain/scoring/registry.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { Params } from '../RuleForm.tsx'
import { exampleFields, withExampleText, type ExampleField, type Participant } from './exampleRows.ts'
import { ExampleTable } from './ExampleTable.tsx'
import { runExample } from './runExample.ts'
import { ScoreCurve } from './ScoreCurve.tsx'

const text = schemeEditorText.example

interface Props {
  kind: RuleKind
  params: Params
  indicator: IndicatorDefinition
  policies: Policies
  /** Group that the participants stand for. */
  group: string
}

/** 算一遍看看: the rule on a few made-up numbers that can be changed, by the engine itself, and the curve of one of them. */
export function ExamplePanel({ kind, params, indicator, policies, group }: Props): ReactElement {
  const [participants, setParticipants] = useState<readonly Participant[]>(kind.example.case.participants)
  const [chosen, setChosen] = useState(0)
  const outcome = useMemo(
    () => runExample({ kind: kind.kind, params, indicator, policies, participants, group }),
    [kind, params, indicator, policies, participants, group]
  )
  const fields = exampleFields(fieldsOfRule({ kind: kind.kind, params }))
  const set = (index: number, field: ExampleField, typed: string): void =>
    setParticipants((old) => old.map((one, at) => (at === index ? withExampleText(one, field, typed) : one)))
  const subject = participants[chosen] ?? participants[0]
  const changed = participants !== kind.example.case.participants

  return (
    <section aria-label={text.title}>
      <h3>
        {text.title}
        <span className="quiet small">{text.hint}</span>
        {changed ? (
          <button
            type="button"
            className="link small se-reset"
            onClick={() => setParticipants(kind.example.case.participants)}
          >
            {text.reset}
          </button>
        ) : null}
      </h3>
      <ExampleTable
        indicator={indicator}
        participants={participants}
        fields={fields}
        result={outcome.ok ? outcome.result : null}
        chosen={chosen}
        onChoose={setChosen}
        onChange={set}
      />
      {outcome.ok ? null : (
        <p className="ask small">{outcome.wrong === 'PARAMS' ? text.paramsMissing : text.numbersWrong}</p>
      )}
      {outcome.ok && subject !== undefined ? (
        <ScoreCurve
          trial={outcome.case}
          result={outcome.result}
          unit={subject.unit}
          measure={indicator.unit}
        />
      ) : null}
    </section>
  )
}
