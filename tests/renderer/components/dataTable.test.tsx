import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState, type ReactElement } from 'react'
import { expect, it, vi } from 'vitest'
import { DataTable } from '../../../renderer/src/components/DataTable.tsx'
import '../setup.ts'

interface Unit {
  code: string
  name: string
}
const UNITS: Unit[] = [
  { code: 'a', name: '办公室' },
  { code: 'b', name: '竞技体育处' },
  { code: 'c', name: '审计处' }
]

function Table(props: { onOpen: (unit: Unit) => void; onSpace: (unit: Unit) => void }): ReactElement {
  const [selected, setSelected] = useState<string | null>(null)
  return (
    <DataTable
      label="单位"
      rows={UNITS}
      columns={[
        { title: '单位', dataIndex: 'name' },
        { title: '操作', key: 'act', render: (_, unit) => <button type="button">看 {unit.name}</button> }
      ]}
      rowKey={(unit) => unit.code}
      selected={selected}
      onSelect={setSelected}
      {...props}
    />
  )
}

const focusedRow = (): string | null => document.activeElement?.getAttribute('data-row-key') ?? null

it('is worked with ↑↓, Home, End, Enter and Space, and keeps the focus in the table', async () => {
  const onOpen = vi.fn()
  const onSpace = vi.fn()
  const user = userEvent.setup()
  render(<Table onOpen={onOpen} onSpace={onSpace} />)
  await user.tab()
  expect(focusedRow()).toBe('a')
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
  expect(focusedRow()).toBe('c')
  expect(screen.getByText('审计处').closest('tr')?.getAttribute('aria-selected')).toBe('true')
  await user.keyboard('{Home}{ArrowDown} ')
  expect(onSpace).toHaveBeenCalledExactlyOnceWith(UNITS[1])
  expect(focusedRow()).toBe('b')
  await user.keyboard('{End}{Enter}')
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(UNITS[2])
})

it('leaves keys alone that are typed in a control of the row', async () => {
  const onOpen = vi.fn()
  const user = userEvent.setup()
  render(<Table onOpen={onOpen} onSpace={() => undefined} />)
  screen.getByRole('button', { name: '看 竞技体育处' }).focus()
  await user.keyboard('{Enter}')
  expect(onOpen).not.toHaveBeenCalled()
})
