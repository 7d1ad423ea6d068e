import { Select } from 'antd'
import type { ReactElement } from 'react'
import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'

const text = schemeEditorText.pane

const OPTIONS = RULE_KINDS.map(({ kind, name, plain, sources }) => ({
  value: kind,
  label: name,
  plain,
  sources
}))

interface Props {
  kind: string | undefined
  onChange: (kind: string) => void
  label?: string
}

/** Chooses how to score by what it means: each kind with when to use it and where it was published. */
export function KindPicker({ kind, onChange, label = text.kind }: Props): ReactElement {
  return (
    <Select
      className="se-kind"
      aria-label={label}
      placeholder={schemeEditorText.tree.chooseKind}
      value={kind === undefined || kind === '' ? null : kind}
      options={OPTIONS}
      listHeight={420}
      popupMatchSelectWidth={460}
      showSearch={{
        filterOption: (typed, option) =>
          option !== undefined &&
          `${option.label}${option.plain}${option.sources.join()}`.includes(typed.trim())
      }}
      optionRender={(option) => (
        <span className="se-kind-option">
          <b>{option.data.label}</b>
          <span>{option.data.plain}</span>
          <span className="quiet small">{text.source(option.data.sources)}</span>
        </span>
      )}
      onChange={onChange}
    />
  )
}
