import { screen, within } from '@testing-library/react'
import { pageTitle, renderApp, type Mounted } from '../renderApp.tsx'
import { registerItems } from './registerItems.ts'
import { registerWorld, type RegisterWorld } from './registerWorld.ts'

/** Few rows: looking up roles in a large table is what takes time here. */
export const COUNT = 14
export const small = (): RegisterWorld => registerWorld(registerItems(COUNT))

/** The register's page, read. */
export async function open(path = '/registers', world: RegisterWorld = small()): Promise<Mounted> {
  const app = renderApp(path, world.handlers)
  await pageTitle('清单台账')
  // The title stands while the list is still being read.
  await screen.findByText('日历')
  return app
}

export const rows = (): HTMLElement[] =>
  screen.getAllByRole('row').filter((row) => row.hasAttribute('data-row'))
export const rowOf = (number: string): HTMLElement =>
  rows().find((row) => within(row).queryByText(number) !== null)!
export const valueOf = (field: HTMLElement): string => (field as HTMLInputElement).value
export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name })
