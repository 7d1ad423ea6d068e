import { App, Button, Checkbox, Input, Modal, Select } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import {
  channel,
  fourKnow,
  problemSource,
  registerType,
  urgency,
  type ItemPatch
} from '#shared/domain/register/registerItem.ts'
import {
  CHANNELS,
  FOUR_KNOWS,
  ITEM_FIELDS,
  PROBLEM_SOURCES,
  REGISTER_TYPES,
  URGENCIES
} from '#shared/domain/register/registerWords.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { useCall } from '../../../ipc/queries.ts'
import { common } from '../../../text/common.ts'
import { bulkText as text } from '../../../text/registerForm.ts'
import { registersText } from '../../../text/registers.ts'
import { canEdit } from '../itemWords.ts'
import type { RegisterNames } from '../useRegister.ts'

type Key =
  | 'owner'
  | 'due'
  | 'start'
  | 'urgency'
  | 'tags'
  | 'person'
  | 'leader'
  | 'channel'
  | 'problemSource'
  | 'type'
  | 'origin'

/** What a field is when it is ticked and nothing chosen yet: emptied. */
const EMPTY: Required<Pick<ItemPatch, Exclude<Key, 'type'>>> = {
  owner: null,
  due: null,
  start: null,
  urgency: null,
  tags: [],
  person: '',
  leader: '',
  channel: null,
  problemSource: null,
  origin: ''
}

interface Props {
  items: readonly RegisterItemView[]
  names: RegisterNames
  onDone: () => void
  onClose: () => void
}

/** One change to many, all or none: only ticked fields are touched. */
export function BulkEditDialog({ items: chosen, names, onDone, onClose }: Props): ReactElement {
  const items = chosen.filter(canEdit)
  const [patch, setPatch] = useState<ItemPatch>({})
  const [asked, setAsked] = useState(false)
  const edit = useCall('register.bulkEdit')
  const { message } = App.useApp()
  const nothing = Object.keys(patch).length === 0

  function submit(): void {
    setAsked(true)
    if (nothing || edit.isPending) return
    edit.mutate(
      { ids: items.map((item) => item.id), patch },
      {
        onSuccess: ({ changed, same }) => {
          onDone()
          onClose()
          void message.success(text.result(changed, same))
        }
      }
    )
  }

  function tick(key: Key, on: boolean): void {
    setPatch((now) => {
      const next = { ...now }
      delete next[key]
      return on ? { ...next, [key]: key === 'type' ? items[0]!.type : EMPTY[key] } : next
    })
  }
  const put = (change: ItemPatch): void => setPatch((now) => ({ ...now, ...change }))
  const line = (key: Key, control: ReactNode): ReactElement => (
    <div key={key} className="rg-bulk-line">
      <Checkbox checked={key in patch} onChange={(event) => tick(key, event.target.checked)}>
        {key === 'urgency' ? registersText.urgency : ITEM_FIELDS[key]}
      </Checkbox>
      {control}
    </div>
  )
  const pick = <T extends string>(
    key: Key,
    options: readonly { value: T; label: string }[],
    set: (value: T | null) => void
  ): ReactElement =>
    line(
      key,
      <Select
        aria-label={ITEM_FIELDS[key]}
        allowClear={key !== 'type'}
        placeholder={key in patch ? text.empty : ''}
        showSearch={{ optionFilterProp: 'label' }}
        value={(patch[key] as T | undefined) ?? null}
        options={[...options]}
        onChange={(value: T | undefined) => set(value ?? null)}
      />
    )
  const typed = (key: 'person' | 'leader' | 'origin' | 'due' | 'start', type = 'text'): ReactElement =>
    line(
      key,
      <Input
        type={type}
        aria-label={ITEM_FIELDS[key]}
        maxLength={type === 'text' ? 60 : undefined}
        placeholder={key in patch ? text.empty : ''}
        value={patch[key] ?? ''}
        onChange={({ target: { value } }) => put({ [key]: type === 'date' && value === '' ? null : value })}
      />
    )

  return (
    <Modal
      open
      width={560}
      title={text.title(items.length)}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p className="soft small rg-bulk-hint">{text.hint}</p>
        {items.length === chosen.length ? null : (
          <p className="check small rg-bulk-hint">{text.closed(chosen.length - items.length)}</p>
        )}
        {pick('owner', names.units, (owner) => put({ owner }))}
        {typed('due', 'date')}
        {pick(
          'urgency',
          urgency.options.map((value) => ({ value, label: URGENCIES[value].name })),
          (value) => put({ urgency: value })
        )}
        {typed('person')}
        {typed('leader')}
        {line(
          'tags',
          <Select
            mode="multiple"
            aria-label={ITEM_FIELDS.tags}
            placeholder={'tags' in patch ? text.empty : ''}
            value={patch.tags ?? []}
            options={fourKnow.options.map((value) => ({ value, label: FOUR_KNOWS[value] }))}
            onChange={(tags) => put({ tags })}
          />
        )}
        {pick(
          'channel',
          channel.options.map((value) => ({ value, label: CHANNELS[value] })),
          (value) => put({ channel: value })
        )}
        {pick(
          'problemSource',
          problemSource.options.map((value) => ({ value, label: PROBLEM_SOURCES[value] })),
          (value) => put({ problemSource: value })
        )}
        {typed('start', 'date')}
        {typed('origin')}
        {pick(
          'type',
          registerType.options.map((value) => ({ value, label: REGISTER_TYPES[value].name })),
          (value) => put(value === null ? {} : { type: value })
        )}
        {edit.error === null ? null : <ErrorPanel error={edit.error} />}
        <div className="confirm-foot">
          <span className="grow ask small">{asked && nothing ? text.nothing : ''}</span>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={edit.isPending}>
            {text.apply}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
