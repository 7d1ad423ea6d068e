import { Button, Input, Modal, type GetRef } from 'antd'
import { useRef, useState, type ReactElement, type RefObject } from 'react'
import type { UnitKind } from '#shared/domain/scheme/schemeDefinition.ts'
import { common } from '../../../../text/common.ts'
import { UNIT_KINDS } from '../../../../text/scheme.ts'
import { unitsText } from '../../../../text/schemeSettings.ts'
import { codeOptions } from '../../draft/draftNames.ts'
import type { ChangeDraft, Draft } from '../../editorTab.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { parseUnitList, type PastedUnit } from './parseUnitList.ts'
import { addListed } from './unitEdits.ts'

const text = unitsText.pasteDialog
type Box = GetRef<typeof Input.TextArea>
const LATER = ''
const KINDS = (Object.keys(UNIT_KINDS) as UnitKind[]).map((value) => ({ value, label: UNIT_KINDS[value] }))

interface Props {
  draft: Draft
  change: ChangeDraft
  open: boolean
  onClose: () => void
}

/** A list of names out of Excel: what will be added is shown before it is. */
export function PasteUnits(props: Props): ReactElement {
  const box = useRef<Box>(null)
  return (
    <Modal
      open={props.open}
      title={text.title}
      width={680}
      footer={null}
      destroyOnHidden
      onCancel={props.onClose}
      mask={{ closable: false }}
      // The dialog takes the focus when it opens; what is pasted next belongs into the box.
      afterOpenChange={(open) => open && box.current?.focus()}
    >
      <Body {...props} box={box} />
    </Modal>
  )
}

function Body({ draft, change, onClose, box }: Props & { box: RefObject<Box | null> }): ReactElement {
  const [pasted, setPasted] = useState('')
  const [kind, setKind] = useState<UnitKind>(draft.units?.at(-1)?.kind ?? 'DEPARTMENT')
  const [group, setGroup] = useState(LATER)
  const rows = parseUnitList(pasted, draft)
  const fresh = rows.filter((row) => row.status === 'NEW')
  function apply(): void {
    const rest = { kind, ...(group === LATER ? {} : { group }) }
    change((before) => addListed(before, fresh, rest), text.label)
    onClose()
  }
  return (
    <form
      className="set-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (fresh.length > 0) apply()
      }}
    >
      <p className="soft small">{text.how}</p>
      <Input.TextArea
        ref={box}
        rows={6}
        aria-label={text.box}
        placeholder={text.placeholder}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
      />
      <div className="set-pair">
        <ChoiceField label={text.kind} value={kind} options={KINDS} onChange={setKind} />
        <ChoiceField
          label={text.group}
          value={group}
          options={[{ value: LATER, label: text.later }, ...codeOptions(draft.groups)]}
          onChange={setGroup}
        />
      </div>
      {rows.length === 0 ? null : <Preview rows={rows} kind={kind} />}
      <div className="confirm-foot">
        <span className="grow soft small">{fresh.length === 0 ? text.nothing : ''}</span>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button type="primary" htmlType="submit" disabled={fresh.length === 0}>
          {text.apply(fresh.length)}
        </Button>
      </div>
    </form>
  )
}

function Preview({ rows, kind }: { rows: readonly PastedUnit[]; kind: UnitKind }): ReactElement {
  return (
    <div className="set-preview">
      <table className="plain">
        <thead>
          <tr>
            <th>{unitsText.head.name}</th>
            <th>{unitsText.head.short}</th>
            <th>{unitsText.head.kind}</th>
            <th className="num">{unitsText.head.staff}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td className={row.status === 'NEW' ? 'bold' : 'quiet'}>{row.name}</td>
              <td className="soft">{row.shortName ?? ''}</td>
              <td className="soft">{UNIT_KINDS[row.kind ?? kind]}</td>
              <td className="num soft">{row.staff ?? ''}</td>
              <td className="small">
                <span className={row.status === 'NEW' ? 'soft' : 'check'}>{text.status[row.status]}</span>
                {row.status === 'NEW' && row.groupName !== undefined && row.group === undefined ? (
                  <span className="check set-option-hint">{text.newGroup(row.groupName)}</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
