import { Button, Modal, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { fieldText, type FieldNames } from '#shared/domain/register/fieldWords.ts'
import type { ItemFields } from '#shared/domain/register/registerItem.ts'
import { ITEM_FIELDS } from '#shared/domain/register/registerWords.ts'
import { registerFormText } from '../../../text/registerForm.ts'
import { merged, mergeOf } from './formState.ts'

const text = registerFormText.conflict

interface Props {
  base: ItemFields
  mine: ItemFields
  theirs: ItemFields
  words: FieldNames
  busy: boolean
  onSave: (fields: ItemFields) => void
  onBack: () => void
}

/** Changed elsewhere meanwhile: what only one side changed is kept, what both changed is the clerk's choice. */
export function ConflictDialog(props: Props): ReactElement {
  const { base, mine, theirs, words } = props
  const { theirs: taken, both } = mergeOf(base, mine, theirs)
  const [chosen, setChosen] = useState<ReadonlySet<keyof ItemFields>>(new Set())
  const say = (fields: ItemFields, field: keyof ItemFields): string =>
    fieldText(fields, field, words) || text.empty
  return (
    <Modal
      open
      width={680}
      title={text.title}
      onCancel={props.onBack}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={props.onBack}>{text.back}</Button>
          <Button
            type="primary"
            loading={props.busy}
            onClick={() => props.onSave(merged(mine, theirs, [...taken, ...chosen]))}
          >
            {text.save}
          </Button>
        </>
      }
    >
      <p className="confirm-text">{text.body}</p>
      <table className="plain">
        <thead>
          <tr>
            <th>{text.field}</th>
            <th>{text.theirs}</th>
            <th>{text.mine}</th>
          </tr>
        </thead>
        <tbody>
          {taken.map((field) => (
            <tr key={field}>
              <td>{ITEM_FIELDS[field]}</td>
              <td>{say(theirs, field)}</td>
              <td className="quiet">{text.onlyTheirs}</td>
            </tr>
          ))}
          {both.map((field) => (
            <tr key={field}>
              <td>{ITEM_FIELDS[field]}</td>
              {(['theirs', 'mine'] as const).map((side) => (
                <td key={side}>
                  <Radio
                    name={field}
                    checked={chosen.has(field) === (side === 'theirs')}
                    onChange={() => {
                      const next = new Set(chosen)
                      if (side === 'theirs') next.add(field)
                      else next.delete(field)
                      setChosen(next)
                    }}
                  >
                    {say(side === 'theirs' ? theirs : mine, field)}
                  </Radio>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
