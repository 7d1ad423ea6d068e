import { QueryClientProvider } from '@tanstack/react-query'
import { act, createEvent, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { useState, type ReactElement } from 'react'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { expect, vi } from 'vitest'
import type { CircularPiece } from '#shared/domain/report/circular/circularText.ts'
import { reportOptions, type ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { CircularEditor } from '../../../../renderer/src/features/report/circular/CircularEditor.tsx'
import { placeCaret } from '../../../../renderer/src/features/report/circular/editableDom.ts'
import { createQueryClient } from '../../../../renderer/src/ipc/queries.ts'
import { createFakeApi, type FakeApi, type Handlers } from '../../fakeApi.ts'
import '../../setup.ts'
import { circularWorld, type CircularWorld } from './circularWorld.ts'

export const TIES = 'overall.race.ties'
export const COMPUTED = '青少年体育处、竞技体育处得分同为95.10分，并列机关处室组第2名。'
export const SCORE = '⟦tie.total.race.departments.youth⟧'

export interface Mounted {
  api: FakeApi
  user: UserEvent
  world: CircularWorld
  onSaved: ReturnType<typeof vi.fn<() => void>>
  options: () => ReportOptions
  close: () => void
  reopen: () => void
}

export function mount(world = circularWorld(), handlers: Handlers = {}): Mounted {
  const api = createFakeApi({ ...world.handlers, ...handlers })
  window.liangji = api
  const client = createQueryClient()
  const onSaved = vi.fn<() => void>()
  let options = reportOptions.parse({})
  let show: (shown: boolean) => void = () => undefined
  function Harness(): ReactElement {
    const [chosen, setChosen] = useState(options)
    const [shown, setShown] = useState(true)
    options = chosen
    show = setShown
    return shown ? (
      <CircularEditor period="2026Q3" options={chosen} onOptions={setChosen} onSaved={onSaved} />
    ) : (
      <p>closed</p>
    )
  }
  function Elsewhere(): ReactElement {
    return <p>at {useLocation().pathname}</p>
  }
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={['/report']}>
        <Routes>
          <Route path="/report" element={<Harness />} />
          <Route path="*" element={<Elsewhere />} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>
  )
  return {
    ...{ api, world, onSaved, user: userEvent.setup(), options: () => options },
    close: () => act(() => show(false)),
    reopen: () => act(() => show(true))
  }
}

export async function unfold(user: UserEvent, part: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name: `改文字：${part}` }))
}

export const box = (name: string): HTMLElement => screen.getByRole('textbox', { name })
export const read = (name: string): string => box(name).textContent.replaceAll('\u200b', '')

/** The paragraph about the ties, with the caret at a place. */
export async function openTies(mounted: Mounted): Promise<HTMLElement> {
  await unfold(mounted.user, '总体情况')
  return box('总体情况 第 3 段')
}

export function caret(element: HTMLElement, place: number): void {
  element.focus()
  placeCaret(element, place)
}

/** What the browser does when somebody types: it changes the text, then tells. */
export function type(element: HTMLElement, text: string): void {
  const selection = document.getSelection()!
  const { startContainer, startOffset } = selection.getRangeAt(0)
  if (!(startContainer instanceof Text)) throw new Error('the caret stands in no text')
  startContainer.insertData(startOffset, text)
  selection.collapse(startContainer, startOffset + text.length)
  fireEvent.input(element, { inputType: 'insertText' })
}

export function paste(element: HTMLElement, data: Record<string, string>): void {
  fireEvent.paste(element, { clipboardData: { getData: (type: string) => data[type] ?? '' } })
}

export function cut(element: HTMLElement): Record<string, string> {
  const data: Record<string, string> = {}
  const event = createEvent.cut(element, {
    clipboardData: { setData: (type: string, text: string) => (data[type] = text) }
  })
  fireEvent(element, event)
  return data
}

export function select(element: HTMLElement, from: number, to: number): void {
  placeCaret(element, to)
  const end = document.getSelection()!.getRangeAt(0).cloneRange()
  placeCaret(element, from)
  const start = document.getSelection()!.getRangeAt(0).cloneRange()
  start.setEnd(end.startContainer, end.startOffset)
  const selection = document.getSelection()!
  selection.removeAllRanges()
  selection.addRange(start)
}

export async function savedText({ world }: Mounted, text: string | undefined): Promise<void> {
  await waitFor(() => expect(world.saved()[TIES]?.text).toBe(text), { timeout: 5000 })
}

/** A paragraph as main computes it. */
export function bureau(key: string): { computed: CircularPiece[] } {
  const view = circularWorld().handlers['report.text']!({
    period: '2026Q3',
    options: reportOptions.parse({})
  })
  if (view instanceof Promise) throw new Error('computed at once')
  return view.paragraphs.find((each) => each.key === key)!
}
