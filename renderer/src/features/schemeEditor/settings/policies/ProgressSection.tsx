import { Button, Radio } from 'antd'
import type { ReactElement } from 'react'
import { dec } from '#shared/domain/number/decimal.ts'
import { progressRules, type ProgressRules } from '#shared/domain/scheme/progressRules.ts'
import { Icon } from '../../../../components/Icon.tsx'
import { Notice } from '../../../../components/Notice.tsx'
import { Panel } from '../../../../components/Panel.tsx'
import { policySettingsText } from '../../../../text/policySettings.ts'
import { markOf } from '../../draft/markOf.ts'
import type { EditorTabProps } from '../../editorTab.ts'
import { editProgress } from '../draftEdits.ts'
import { DecimalField } from '../fields/DecimalField.tsx'
import { ProgressLine } from './ProgressLine.tsx'
import { progressCoverage } from './progressCoverage.ts'
import { ProgressRows } from './ProgressRows.tsx'

const { progress: text, vocabularies, labels } = policySettingsText
const STANDARD = progressRules.parse({})
type Vocabulary = ProgressRules['vocabulary']

/** Status lines and how a status is drawn. */
export function ProgressSection({ draft, change }: EditorTabProps): ReactElement {
  const progress = draft.progress ?? {}
  const met = progress.met ?? STANDARD.met
  const slight = progress.slightlyBehind ?? STANDARD.slightlyBehind
  const rows = progress.rows ?? STANDARD.rows
  const { segments, faults } = progressCoverage(rows)
  return (
    <div className="set-stack">
      <Panel title={text.completion} hint={text.completionHint} pad>
        <div className="set-grid">
          <DecimalField
            label={text.met}
            suffix="%"
            value={met}
            onChange={(value) =>
              change((before) => editProgress(before, { met: value }), labels.progress, 'progress:met')
            }
          />
          <DecimalField
            label={text.slightlyBehind}
            suffix="%"
            value={slight}
            onChange={(value) =>
              change(
                (before) => editProgress(before, { slightlyBehind: value }),
                labels.progress,
                'progress:slight'
              )
            }
          />
        </div>
        <p className={isUpsideDown(met, slight) ? 'small ask' : 'set-says'}>
          {isUpsideDown(met, slight) ? text.upsideDown : text.says(met, slight)}
        </p>
      </Panel>
      <Panel
        title={text.behind}
        hint={text.behindHint}
        pad
        extra={
          progress.rows === undefined ? undefined : (
            <Button
              size="small"
              onClick={() => change((before) => editProgress(before, { rows: undefined }), labels.progress)}
            >
              {text.reset}
            </Button>
          )
        }
      >
        <ProgressLine segments={segments} />
        {faults.length === 0 ? (
          <p className="small done">
            <Icon name="box" /> {text.complete}
          </p>
        ) : (
          <Notice tone="ask" title={faults[0]}>
            {faults.slice(1).join('；')}
          </Notice>
        )}
        <ProgressRows
          rows={rows}
          onChange={(next, merge) =>
            change(
              (before) => editProgress(before, { rows: next(before.progress?.rows ?? STANDARD.rows) }),
              labels.progress,
              merge
            )
          }
        />
        <p className="quiet small">{text.source}</p>
      </Panel>
      <Panel title={text.vocabulary} hint={text.vocabularyHint} pad>
        <Radio.Group
          className="question-answers"
          aria-label={text.vocabulary}
          value={progress.vocabulary ?? STANDARD.vocabulary}
          onChange={(event) =>
            change(
              (before) => editProgress(before, { vocabulary: event.target.value as Vocabulary }),
              labels.progress
            )
          }
        >
          {(Object.keys(vocabularies) as Vocabulary[]).map((key) => (
            <Radio key={key} value={key} className="question-answer">
              <span className="question-label">{vocabularies[key].name}</span>
              <span className="question-effect">{vocabularies[key].hint}</span>
              <span className="question-example">{vocabularies[key].sample}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Panel>
    </div>
  )
}

function isUpsideDown(met: string, slight: string): boolean {
  return markOf(met) !== null && markOf(slight) !== null && dec(slight).greaterThan(dec(met))
}
