import '../setup.ts'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { PdfPages } from '../../../renderer/src/components/PdfPages/PdfPages.tsx'
import { scaleOf } from '../../../renderer/src/components/PdfPages/useDesk.ts'
import { pdfText } from '../../../renderer/src/text/pdfPages.ts'

interface Drawing {
  file: string
  page: number
  scale: number
  signal: AbortSignal
  finish(): void
  fail(error: Error): void
}

/** What the reader was asked for; it answers as the tests say. */
interface Reader {
  opened: string[]
  closed: string[]
  drawings: Drawing[]
  pagesOf: Record<string, number>
}
const reader = vi.hoisted((): Reader => ({ opened: [], closed: [], drawings: [], pagesOf: {} }))

vi.mock('../../../renderer/src/components/PdfPages/pdfFile.ts', () => ({
  openPdf(bytes: Uint8Array) {
    const file = new TextDecoder().decode(bytes)
    const count = reader.pagesOf[file]
    if (count === undefined) return Promise.reject(new Error('not a PDF'))
    reader.opened.push(file)
    return Promise.resolve({
      pages: Array.from({ length: count }, (_, index) => ({
        width: 595,
        height: 842,
        draw: (_canvas: HTMLCanvasElement, scale: number, signal: AbortSignal) =>
          new Promise<boolean>((resolve, reject) => {
            signal.addEventListener('abort', () => resolve(false))
            reader.drawings.push({
              ...{ file, page: index + 1, scale, signal },
              finish: () => resolve(true),
              fail: reject
            })
          })
      })),
      close: () => reader.closed.push(file)
    })
  }
}))

/** Pages come near when a test says so. */
let near: (element: Element, isNear: boolean) => void

beforeEach(() => {
  Object.assign(reader, { opened: [], closed: [], drawings: [], pagesOf: { one: 2, two: 3 } })
  const watched = new Map<Element, (entries: { isIntersecting: boolean }[]) => void>()
  near = (element, isIntersecting) => act(() => watched.get(element)?.([{ isIntersecting }]))
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly notify: (entries: { isIntersecting: boolean }[]) => void
      constructor(notify: (entries: { isIntersecting: boolean }[]) => void) {
        this.notify = notify
      }
      observe(element: Element): void {
        watched.set(element, this.notify)
      }
      disconnect(): void {}
    }
  )
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

const bytes = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(name))

function desk(pdf: Uint8Array<ArrayBuffer> | null, more: Partial<Parameters<typeof PdfPages>[0]> = {}) {
  return <PdfPages pdf={pdf} busy={false} zoom="full" label="季度通报" {...more} />
}

const sheets = (): HTMLElement[] => screen.queryAllByRole('img')

it('shows an empty sheet while the first report is being typeset, then its pages, named and counted', async () => {
  const onPages = vi.fn()
  const { rerender } = render(desk(null, { busy: true, onPages }))
  expect(screen.getByRole('status').textContent).toBe(pdfText.typesetting)
  expect(screen.getByRole('region', { name: '季度通报' }).getAttribute('aria-busy')).toBe('true')

  rerender(desk(bytes('one'), { onPages }))
  await waitFor(() => expect(sheets()).toHaveLength(2))
  expect(sheets().map((sheet) => sheet.getAttribute('aria-label'))).toEqual([
    '第 1 页，共 2 页',
    '第 2 页，共 2 页'
  ])
  expect(onPages).toHaveBeenLastCalledWith(2)
  expect(screen.queryByRole('status')).toBeNull()
})

it('draws a page when it comes near, in device pixels, and lets its picture go when it is far', async () => {
  vi.stubGlobal('devicePixelRatio', 1.5)
  render(desk(bytes('one')))
  await waitFor(() => expect(sheets()).toHaveLength(2))
  expect(reader.drawings).toEqual([])

  const [first] = sheets() as HTMLCanvasElement[]
  near(first!, true)
  expect(reader.drawings).toMatchObject([{ page: 1, scale: (96 / 72) * 1.5 }])
  reader.drawings[0]!.finish()
  await waitFor(() => expect(first!.dataset['drawn']).toBe(''))

  near(first!, false)
  expect([first!.width, first!.dataset['drawn']]).toEqual([0, undefined])
  expect(reader.drawings).toHaveLength(1)
})

it('keeps the sheets and the place when a newer report comes, and closes the older one', async () => {
  const { rerender } = render(desk(bytes('one')))
  await waitFor(() => expect(sheets()).toHaveLength(2))
  const [first] = sheets()
  near(first!, true)
  const region = screen.getByRole('region')
  region.scrollTop = 700

  rerender(desk(bytes('two'), { busy: true }))
  expect(screen.getByRole('status').textContent).toBe(pdfText.updating)
  await waitFor(() => expect(sheets()).toHaveLength(3))
  // The same element: what was drawn on it stays until the newer picture is there.
  expect(sheets()[0]).toBe(first)
  expect(region.scrollTop).toBe(700)
  expect(reader.closed).toEqual(['one'])
  expect(reader.drawings.map(({ file, signal }) => [file, signal.aborted])).toEqual([
    ['one', true],
    ['two', false]
  ])
})

it('takes only the newest of several reports that come quickly', async () => {
  const { rerender } = render(desk(bytes('one')))
  rerender(desk(bytes('two')))
  await waitFor(() => expect(sheets()).toHaveLength(3))
  await waitFor(() => expect(reader.opened.filter((file) => file === 'one')).toEqual(reader.closed))
})

it('leaves nothing open when it goes', async () => {
  const { unmount } = render(desk(bytes('one')))
  await waitFor(() => expect(sheets()).toHaveLength(2))
  near(sheets()[0]!, true)
  unmount()
  expect(reader.closed).toEqual(['one'])
  expect(reader.drawings[0]!.signal.aborted).toBe(true)
})

it('says that a report cannot be shown, and that it can be exported all the same', async () => {
  const { rerender } = render(desk(bytes('broken')))
  await screen.findByText(pdfText.failed)
  expect(screen.getByText(pdfText.failedHint)).toBeTruthy()

  rerender(desk(bytes('one')))
  await waitFor(() => expect(sheets()).toHaveLength(2))
  expect(screen.queryByText(pdfText.failed)).toBeNull()
  near(sheets()[0]!, true)
  reader.drawings[0]!.fail(new Error('bad font'))
  await screen.findByText(pdfText.failed)
})

it('is leafed through page by page where pages fit on the desk, and tells which one is looked at', async () => {
  const onPage = vi.fn()
  render(desk(bytes('two'), { onPage }))
  await waitFor(() => expect(sheets()).toHaveLength(3))
  const region = screen.getByRole('region')
  // jsdom has no layout: three sheets 1,000 px apart on a desk of 800.
  let sheetHeight = 780
  Object.defineProperty(region, 'clientHeight', { value: 800 })
  sheets().forEach((sheet, index) =>
    Object.defineProperties(sheet.parentElement, {
      offsetTop: { value: 14 + index * 1000 },
      offsetHeight: { get: () => sheetHeight }
    })
  )
  region.scrollTo = ((to: ScrollToOptions) => {
    region.scrollTop = to.top!
    fireEvent.scroll(region)
  }) as typeof region.scrollTo
  fireEvent.scroll(region)
  onPage.mockClear()

  const press = (key: string): number => {
    fireEvent.keyDown(region, { key })
    return region.scrollTop
  }
  expect(['PageDown', 'PageDown', 'PageDown', 'PageUp', 'PageUp', 'PageUp'].map(press)).toEqual([
    1000, 2000, 2000, 1000, 0, 0
  ])
  expect(onPage.mock.calls.map(([page]) => page as number)).toEqual([2, 3, 2, 1])

  // Taller than the desk: left to the browser, or half of each page would be skipped.
  sheetHeight = 1100
  expect(fireEvent.keyDown(region, { key: 'PageDown' })).toBe(true)
  expect(region.scrollTop).toBe(0)
})

it('fits paper to the desk, never larger than it is', () => {
  const landscape = { width: 842, height: 595 }
  const portrait = { width: 595, height: 842 }
  const room = { width: 870, height: 623 }
  expect(scaleOf('fit', landscape, room)).toBe(1)
  expect(scaleOf('fit', portrait, room)).toBeCloseTo(96 / 72)
  expect(scaleOf('page', portrait, room)).toBeCloseTo(595 / 842)
  expect(scaleOf('full', landscape, room)).toBeCloseTo(96 / 72)
  expect(scaleOf('fit', landscape, { width: 4000, height: 4000 })).toBeCloseTo(96 / 72)
})
