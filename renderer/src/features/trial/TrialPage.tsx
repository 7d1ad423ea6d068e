import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import type { Policies } from '#shared/domain/scheme/policies.ts'
import { ruleKindOf } from '#shared/domain/scoring/registry.ts'
import { copyText } from '../../app/copyText.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { trialText as text } from '../../text/trial.ts'
import { modelOfCase } from './modelOfCase.ts'
import { TrialExplanation } from './TrialExplanation.tsx'
import { TrialRule } from './TrialRule.tsx'
import { TrialTable } from './TrialTable.tsx'
import { trialAsText } from './trialAsText.ts'
import { firstModel, readCase, type TrialModel } from './trialModel.ts'
import { useTrial } from './useTrial.ts'
import './trial.css'

/** 试算: pick a rule, write numbers, see every score with the way it came about. Nothing is stored. */
export function TrialPage(): ReactElement {
  const { message } = App.useApp()
  const { period } = usePeriod()
  const scheme = useRoute('scheme.get', period === null ? null : { period }).data ?? null
  const [model, setModel] = useState<TrialModel>(firstModel)
  const [ofScheme, setOfScheme] = useState(true)
  const [chosen, setChosen] = useState<string | null>(null)
  const policies: Policies | null = ofScheme && scheme !== null ? scheme.definition.policies : null
  const read = readCase(model, policies)
  const trial = useTrial(read.case)
  const result = read.case === null ? null : (trial.data ?? null)
  const example = ruleKindOf(model.kind)?.example

  async function copy(words: string): Promise<void> {
    if (await copyText(words)) void message.success(text.copied)
    else void message.warning(text.notCopied)
  }
  return (
    <div className="page">
      <PageHead title={text.title} note={text.note}>
        <Button disabled={result === null} onClick={() => void copy(trialAsText(result!))}>
          {text.copyResult}
        </Button>
        <Button
          disabled={read.case === null}
          title={text.copyCaseHint}
          onClick={() => void copy(JSON.stringify(read.case, null, 2))}
        >
          {text.copyCase}
        </Button>
        <Button
          type="primary"
          disabled={example === undefined}
          onClick={() => {
            setModel(modelOfCase(example!.case))
            void message.success(text.filled(example!.title))
          }}
        >
          {text.fill}
        </Button>
      </PageHead>
      <div className="trial">
        <TrialRule
          model={model}
          onChange={setModel}
          scheme={scheme}
          ofScheme={ofScheme}
          onOfScheme={setOfScheme}
        />
        <div className="trial-main">
          <TrialTable
            model={model}
            onChange={setModel}
            faults={read.case === null ? read.faults : []}
            reason={read.case === null ? read.reason : null}
            result={result}
            computing={read.case !== null && trial.isFetching}
            chosen={chosen}
            onChoose={setChosen}
          />
          <TrialExplanation
            result={result}
            error={read.case === null ? null : trial.error}
            chosen={chosen}
            onRetry={() => void trial.refetch()}
          />
        </div>
      </div>
    </div>
  )
}
