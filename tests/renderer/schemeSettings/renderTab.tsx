import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, type RenderResult } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { App, ConfigProvider } from 'antd'
import { useState, type ComponentType, type ReactElement } from 'react'
import { draftNames } from '../../../renderer/src/features/schemeEditor/draft/draftNames.ts'
import type { Draft, EditorTabProps } from '../../../renderer/src/features/schemeEditor/editorTab.ts'
import { createQueryClient } from '../../../renderer/src/ipc/queries.ts'
import { createFakeApi } from '../fakeApi.ts'
import { bureauHandlers } from '../fixtures/handlers.ts'
import '../setup.ts'

export interface MountedTab extends RenderResult {
  user: UserEvent
  /** The draft as it stands now. */
  draft: () => Draft
  /** Names of the steps so far. */
  steps: () => readonly string[]
  /** Puts another draft under the tab, as undo does. */
  undo: () => void
}

/** Mounts one tab over a draft that remembers its steps, without the rest of the editor. */
export function renderTab(Tab: ComponentType<EditorTabProps>, first: Draft): MountedTab {
  const past: Draft[] = []
  const labels: string[] = []
  let current = first
  let show: (draft: Draft) => void = () => undefined
  function Host(): ReactElement {
    const [draft, setDraft] = useState(first)
    show = (next) => {
      current = next
      setDraft(next)
    }
    return (
      <Tab
        draft={draft}
        names={draftNames(draft)}
        problems={[]}
        change={(update, label) => {
          past.push(current)
          labels.push(label)
          show(update(current))
        }}
      />
    )
  }
  window.liangji = createFakeApi(bureauHandlers())
  const view = render(
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={createQueryClient()}>
          <Host />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
  return {
    ...view,
    user: userEvent.setup(),
    draft: () => current,
    steps: () => labels,
    undo: () => {
      const before = past.pop()
      if (before !== undefined) show(before)
    }
  }
}

/** Opens a select and takes the option of that name. */
export async function pick(user: UserEvent, select: string, option: string): Promise<void> {
  await user.click(screen.getByRole('combobox', { name: select }))
  const found = await waitFor(() => {
    const shown = [
      ...document.querySelectorAll<HTMLElement>(
        '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option'
      )
    ]
    const match = shown.find((item) => item.title === option || item.textContent === option)
    if (match === undefined) throw new Error(`no option ${option}`)
    return match
  })
  await user.click(found)
}
