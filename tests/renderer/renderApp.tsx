import { render, screen, type RenderResult } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { App } from '../../renderer/src/app/App.tsx'
import { createQueryClient } from '../../renderer/src/ipc/queries.ts'
import { createFakeApi, type FakeApi, type Handlers } from './fakeApi.ts'
import { bureauHandlers } from './fixtures/handlers.ts'
import './setup.ts'

export interface Mounted extends RenderResult {
  api: FakeApi
  user: UserEvent
}

/** Mounts the whole window at an address, with the bureau's answers and those given here over them. */
export function renderApp(path: string, handlers: Handlers = {}): Mounted {
  const api = createFakeApi({ ...bureauHandlers(), ...handlers })
  window.liangji = api
  const user = userEvent.setup()
  const view = render(
    <MemoryRouter initialEntries={[path]}>
      <App client={createQueryClient()} />
    </MemoryRouter>
  )
  return { ...view, api, user }
}

/** Waits until a page's title stands. */
export function pageTitle(name: string): Promise<HTMLElement> {
  return screen.findByRole('heading', { level: 1, name })
}
