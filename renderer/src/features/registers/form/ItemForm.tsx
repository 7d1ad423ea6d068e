import { App, Button, Drawer } from 'antd'
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react'
import type { RegisterType } from '#shared/domain/register/registerItem.ts'
import type { RegisterItemView, RegisterListView } from '#shared/ipc/register.ts'
import { chord } from '../../../app/shortcuts.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Loaded } from '../../../components/Loaded.tsx'
import { useCall, useRoute } from '../../../ipc/queries.ts'
import { common } from '../../../text/common.ts'
import { registerFormText as text } from '../../../text/registerForm.ts'
import type { RegisterNames } from '../useRegister.ts'
import { BasicPart } from './BasicPart.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { DuePart } from './DuePart.tsx'
import { emptyForm, fieldsOf, formOf } from './formState.ts'
import { OwnerPart } from './OwnerPart.tsx'
import { PlanGrid } from './PlanGrid.tsx'
import { TagPart } from './TagPart.tsx'
import { useItemForm } from './useItemForm.ts'

interface Props {
  /** Null for a new item. */
  id: number | null
  /** Register of a new item; null where none is looked at. */
  type: RegisterType | null
  list: RegisterListView
  names: RegisterNames
  onSaved: (id: number) => void
  onClose: () => void
}

/** 登记事项 and 修改, in a drawer: the list stays in sight. */
export function ItemForm(props: Props): ReactElement {
  const { id, list } = props
  const detail = useRoute('register.get', id === null ? null : { id })
  if (id === null) {
    return <Opened {...props} item={null} form={emptyForm(props.type ?? 'ANNUAL_TARGET', list.on)} />
  }
  return (
    <Loaded query={detail} skeleton={null}>
      {({ item }) => <Opened {...props} item={item} form={formOf(item)} />}
    </Loaded>
  )
}

type OpenedProps = Props & { item: RegisterItemView | null; form: ReturnType<typeof formOf> }

function Opened(props: OpenedProps): ReactElement {
  const { id, list, names, onClose } = props
  // The item as it was opened: what is read again after a write elsewhere must not swap it under the clerk.
  const [opened] = useState({ form: props.form, item: props.item })
  const { item } = opened
  const state = useItemForm(opened, names)
  const { form, errors, put } = state
  const edit = useCall('register.edit')
  const { message, notification, modal } = App.useApp()
  const part = { form, errors, names, list, id, put }
  const wrong = Object.keys(errors).length

  function done(saved: RegisterItemView | null, again: boolean): void {
    if (saved === null) return
    props.onSaved(saved.id)
    tell(saved)
    if (again) state.next()
    else onClose()
  }

  /** A new item needs no way back (作废 is one); a change has one as long as nobody else touched the item. */
  function tell(saved: RegisterItemView): void {
    if (item === null) return void message.success(text.added(saved.number))
    const key = `edit-${saved.id}`
    const before = fieldsOf(item)
    notification.success({
      key,
      title: text.saved(saved.number),
      placement: 'bottomRight',
      duration: 8,
      actions: (
        <Button
          size="small"
          onClick={() => {
            notification.destroy(key)
            edit.mutate(
              { id: saved.id, version: saved.version, fields: before },
              {
                onSuccess: () => void message.success(text.undone),
                onError: (error) => notification.warning({ title: error.message, placement: 'bottomRight' })
              }
            )
          }}
        >
          {text.undo}
        </Button>
      )
    })
  }

  function save(again = false): void {
    if (!state.busy) void state.save().then((saved) => done(saved, again))
  }

  function leave(): void {
    if (!state.dirty) return onClose()
    modal.confirm({
      title: text.leaveTitle,
      content: text.leaveBody,
      // Esc and Enter stay: losing words needs a click of its own.
      okText: text.leave,
      okButtonProps: { type: 'default' },
      cancelText: text.stay,
      cancelButtonProps: { type: 'primary' },
      autoFocusButton: 'cancel',
      icon: null,
      onOk: onClose
    })
  }

  useSaveKey(() => save())
  useLeaveGuard(state.dirty)

  return (
    <Drawer
      open
      size={720}
      rootClassName="below-bar"
      title={item === null ? text.addTitle : text.editTitle(item.number)}
      mask={{ closable: true }}
      onClose={leave}
      footer={
        <div className="rg-form-foot">
          <span className="small soft grow">{wrong > 0 ? text.wrong(wrong) : text.keys}</span>
          <Button onClick={leave}>{common.cancel}</Button>
          {item === null ? (
            <Button disabled={state.busy} onClick={() => save(true)}>
              {text.saveNext}
            </Button>
          ) : null}
          <Button type="primary" loading={state.busy} onClick={() => save()}>
            {item === null ? text.saveAdd : text.save}
          </Button>
        </div>
      }
    >
      <form
        className="rg-item-form"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Section title={text.sections.basic}>
          <BasicPart {...part} />
        </Section>
        <Section title={text.sections.owner}>
          <OwnerPart {...part} />
        </Section>
        <Section title={text.sections.due}>
          <DuePart {...part} />
        </Section>
        <Section title={text.sections.plan}>
          <PlanGrid form={form} today={list.on} error={errors.plan} onPlan={(plan) => put({ plan })} />
        </Section>
        <Section title={text.sections.tags}>
          <TagPart {...part} />
        </Section>
        {state.failed === null ? null : <ErrorPanel error={state.failed} />}
      </form>
      {state.conflict === null ? null : (
        <ConflictDialog
          {...state.conflict}
          words={fieldNames(names, list)}
          busy={state.busy}
          onSave={(fields) =>
            void state.settle(fields, state.conflict!.version).then((saved) => done(saved, false))
          }
          onBack={state.leaveConflict}
        />
      )}
    </Drawer>
  )
}

function Section(props: { title: string; children: ReactNode }): ReactElement {
  return (
    <section aria-label={props.title}>
      <h3>{props.title}</h3>
      {props.children}
    </section>
  )
}

function fieldNames(names: RegisterNames, list: RegisterListView) {
  const nameOf = (options: RegisterNames['units'], code: string): string =>
    options.find(({ value }) => value === code)?.label ?? code
  return {
    unit: (code: string) => nameOf(names.units, code),
    indicator: (code: string) => nameOf(names.indicators, code),
    item: (id: number) => list.items.find((entry) => entry.id === id)?.number ?? String(id)
  }
}

/** Ctrl+S saves wherever the focus is, also inside of a field. */
function useSaveKey(save: () => void): void {
  const current = useRef(save)
  useEffect(() => {
    current.current = save
  })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (chord(event) !== 'Ctrl+S') return
      event.preventDefault()
      current.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Closing the window with unsaved words asks first. */
function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return undefined
    const onUnload = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', onUnload)
    return () => window.removeEventListener('beforeunload', onUnload)
  }, [dirty])
}
