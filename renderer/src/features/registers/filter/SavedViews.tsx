import { App, Button, Dropdown, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import type { RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { useCall, useRoute } from '../../../ipc/queries.ts'
import { common } from '../../../text/common.ts'
import { savedViewText as text } from '../../../text/registers.ts'
import { Field } from '../../../components/Field.tsx'

const PAGE = 'registers'
const SAVE = 'save'

interface Props {
  filter: RegisterFilter
  onChoose: (filter: RegisterFilter) => void
}

/** Filters that somebody gave a name. Deleting one can be taken back at once. */
export function SavedViews({ filter, onChoose }: Props): ReactElement {
  const views = useRoute('register.views', { page: PAGE }).data ?? []
  const save = useCall('register.saveView')
  const remove = useCall('register.removeView')
  const [naming, setNaming] = useState(false)
  const { notification } = App.useApp()

  function drop(id: number): void {
    const view = views.find((entry) => entry.id === id)
    if (view === undefined) return
    const key = `view-${id}`
    remove.mutate(
      { id },
      {
        onError: (error) => notification.warning({ title: error.message, placement: 'bottomRight' }),
        onSuccess: () =>
          notification.success({
            key,
            title: text.removed(view.name),
            placement: 'bottomRight',
            actions: (
              <Button
                size="small"
                onClick={() => {
                  notification.destroy(key)
                  save.mutate({ page: PAGE, name: view.name, filter: view.filter })
                }}
              >
                {text.undo}
              </Button>
            )
          })
      }
    )
  }

  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            ...(views.length === 0 ? [{ key: 'none', label: text.none, disabled: true }] : []),
            ...views.map((view) => ({
              key: String(view.id),
              label: (
                <span className="rg-view">
                  <span className="grow">{view.name}</span>
                  <button
                    type="button"
                    className="link quiet"
                    aria-label={text.remove(view.name)}
                    onClick={(event) => {
                      event.stopPropagation()
                      drop(view.id)
                    }}
                  >
                    <Icon name="close" />
                  </button>
                </span>
              )
            })),
            { type: 'divider' as const },
            { key: SAVE, label: text.save, disabled: Object.keys(filter).length === 0 }
          ],
          onClick: ({ key }) => {
            if (key === SAVE) setNaming(true)
            const view = views.find((entry) => String(entry.id) === key)
            if (view !== undefined) onChoose(view.filter)
          }
        }}
      >
        <Button aria-label={text.menu}>
          {text.short}
          <Icon name="down" />
        </Button>
      </Dropdown>
      {naming ? (
        <NameDialog filter={filter} names={views.map((view) => view.name)} onClose={() => setNaming(false)} />
      ) : null}
    </>
  )
}

function NameDialog(props: { filter: RegisterFilter; names: string[]; onClose: () => void }): ReactElement {
  const [name, setName] = useState('')
  const [asked, setAsked] = useState(false)
  const save = useCall('register.saveView')
  const { message } = App.useApp()
  const words = name.trim()

  function submit(): void {
    setAsked(true)
    if (words === '' || save.isPending) return
    save.mutate(
      { page: PAGE, name: words, filter: props.filter },
      {
        onSuccess: () => {
          props.onClose()
          void message.success(text.saved(words))
        }
      }
    )
  }

  return (
    <Modal open width={400} title={text.saveTitle} footer={null} onCancel={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field
          label={text.name}
          required
          error={asked && words === '' ? text.nameMissing : undefined}
          hint={props.names.includes(words) ? text.same : undefined}
        >
          <Input
            autoFocus
            aria-label={text.name}
            maxLength={40}
            placeholder={text.namePlaceholder}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        {save.error === null ? null : <ErrorPanel error={save.error} />}
        <div className="confirm-foot">
          <span className="grow" />
          <Button onClick={props.onClose}>{common.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {common.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
