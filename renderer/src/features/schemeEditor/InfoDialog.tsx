import { Button, Input, InputNumber, Modal } from 'antd'
import type { ReactElement } from 'react'
import { common } from '../../text/common.ts'
import { schemeEditorText } from '../../text/schemeEditor.ts'
import type { ChangeDraft, Draft } from './editorTab.ts'
import { withField } from './draft/rowPath.ts'

const text = schemeEditorText.info

interface Props {
  draft: Draft
  change: ChangeDraft
  onClose: () => void
}

/** 方案信息: title, organisation, document, year. Changes count at once, like everywhere in the editor. */
export function InfoDialog({ draft, change, onClose }: Props): ReactElement {
  const line = (
    key: 'title' | 'organisation' | 'basisDocument',
    label: string,
    hint?: string,
    optional = false
  ): ReactElement => (
    <label className="se-more-field">
      <span className="field-label">
        {label}
        {optional ? null : <em>{common.required}</em>}
      </span>
      <Input
        aria-label={label}
        value={draft[key] ?? ''}
        placeholder={hint}
        maxLength={120}
        onChange={(event) => {
          const value = event.target.value
          change(
            (old) => withField(old, key, value === '' ? undefined : value),
            text.changed(label),
            `info:${key}`
          )
        }}
      />
    </label>
  )
  return (
    <Modal
      open
      width={520}
      title={text.open}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {common.close}
        </Button>
      }
    >
      {line('title', text.title)}
      {line('organisation', text.organisation)}
      {line('basisDocument', text.basis, text.basisHint, true)}
      <label className="se-more-field">
        <span className="field-label">
          {text.year}
          <em>{common.required}</em>
        </span>
        <InputNumber
          aria-label={text.year}
          min={1990}
          max={2100}
          precision={0}
          value={draft.year ?? null}
          onChange={(year) =>
            change((old) => withField(old, 'year', year ?? undefined), text.changed(text.year), 'info:year')
          }
        />
      </label>
    </Modal>
  )
}
