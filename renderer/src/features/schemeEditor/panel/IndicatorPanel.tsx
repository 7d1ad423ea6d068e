import { useMemo, type ReactElement } from 'react'
import { ruleKindOf } from '#shared/domain/scoring/registry.ts'
import { DIRECTIONS } from '../../../text/scheme.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { DraftIndicator } from '../editorTab.ts'
import { codeOptions } from '../draft/draftNames.ts'
import { filledIndicator, filledPolicies } from '../draft/filledDraft.ts'
import { raceAt, rowKey, withIndicator } from '../draft/rowPath.ts'
import { ExamplePanel } from '../example/ExamplePanel.tsx'
import { NumberLines } from '../example/NumberLines.tsx'
import { namedParams } from '#shared/domain/scoring/namedParams.ts'
import { RuleForm, type Params } from '../RuleForm.tsx'
import { withKind } from '../tree/cellOf.ts'
import { KindPicker } from './KindPicker.tsx'
import { MorePanel } from './MorePanel.tsx'
import { ProblemList } from './ProblemList.tsx'
import type { RowPanelProps } from './panelProps.ts'

const text = schemeEditorText.pane

interface Props extends RowPanelProps {
  indicator: DraftIndicator
}

/** One indicator: the rule as a sentence first, then how it is chosen, its parameters, and what comes of them. */
export function IndicatorPanel(props: Props): ReactElement {
  const { draft, change, names, path, indicator, problems } = props
  const kind = ruleKindOf(indicator.rule?.kind ?? '')
  const params: Params = indicator.rule?.params ?? {}
  const filled = useMemo(() => filledIndicator(indicator), [indicator])
  const policies = useMemo(() => filledPolicies(draft), [draft])
  const units = useMemo(() => codeOptions(draft.units), [draft.units])
  const groups = useMemo(() => codeOptions(draft.groups), [draft.groups])
  const parsed = kind?.params.safeParse(params)
  const said =
    kind === undefined || parsed?.success !== true ? undefined : namedParams(kind.form, parsed.data, names)
  const update = (next: (old: DraftIndicator) => DraftIndicator, label: string, merge?: string): void =>
    change((old) => withIndicator(old, path, next), label, merge)

  function setParams(next: Params, field: string): void {
    const label = kind?.form.find(({ key }) => key === field)?.label
    update(
      (old) => ({ ...old, rule: { ...old.rule, params: { ...next } } }),
      label === undefined ? text.fromExample : text.changedParam(label),
      field === '' ? undefined : `${rowKey(path)}:${field}`
    )
  }

  return (
    <div className="se-panel">
      <div className="se-panel-head">
        <h2 className="ellipsis" title={indicator.name}>
          {indicator.name === undefined || indicator.name === '' ? schemeEditorText.noName : indicator.name}
        </h2>
        <span className="tag">
          {text.fullMark} {indicator.fullMark ?? schemeEditorText.tree.fillIn}
        </span>
        <span className="tag">{DIRECTIONS[filled.direction]}</span>
        {filled.unit === '' ? null : <span className="tag">{filled.unit}</span>}
        <button type="button" className="link small se-panel-end" onClick={props.onTargets}>
          {text.targets(indicator.targets?.length ?? 0)}
        </button>
      </div>
      <div className="se-panel-body">
        <div className="plain-words" aria-live="polite">
          <p className="quiet small">{text.words}</p>
          <p>{kind === undefined || said === undefined ? text.wordsMissing : kind.describe(said, filled)}</p>
        </div>
        <ProblemList problems={problems} />
        <h3>
          {text.kind}
          <span className="quiet small">{kind?.plain ?? text.kindHint}</span>
        </h3>
        <KindPicker
          kind={indicator.rule?.kind}
          onChange={(next) => update((old) => withKind(old, next), text.changedKind)}
        />
        {kind === undefined ? null : (
          <>
            <p className="quiet small se-source">{text.source(kind.sources)}</p>
            <h3>{text.params}</h3>
            <RuleForm kind={kind} params={params} onChange={setParams} units={units} groups={groups} />
            {said === undefined || kind.coverage === undefined ? null : (
              <NumberLines lines={kind.coverage(said, filled)} />
            )}
            <ExamplePanel
              key={kind.kind}
              kind={kind}
              params={params}
              indicator={filled}
              policies={policies}
              group={raceAt(draft, path)?.groups?.[0] ?? ''}
            />
          </>
        )}
        <MorePanel {...props} update={update} units={units} groups={groups} />
      </div>
    </div>
  )
}
