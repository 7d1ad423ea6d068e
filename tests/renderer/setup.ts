/** What jsdom lacks and the component library asks for. Import before rendering. */
import { afterEach } from 'vitest'
import { cleanup, configure } from '@testing-library/react'

configure({
  // Slow machines are no failures; a test that waits for something that never comes still ends.
  asyncUtilTimeout: 10_000,
  // The whole document in every message hides the message.
  getElementError: (message) =>
    Object.assign(new Error(message ?? ''), { name: 'TestingLibraryElementError' })
})

let matching: (query: string) => boolean = () => false

/** Makes media queries match, e.g. `(query) => query.includes('1199px')` for a folded rail. */
export function matchMedia(answer: (query: string) => boolean): void {
  matching = answer
}

Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (query: string) => ({
    matches: matching(query),
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false
  })
})

class Observer {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return []
  }
}
Object.assign(globalThis, { ResizeObserver: Observer, IntersectionObserver: Observer })
Element.prototype.scrollIntoView = () => undefined
HTMLCanvasElement.prototype.getContext = () => null
// antd asks for pseudo-element styles, which jsdom answers with an error on the console.
const computed = window.getComputedStyle.bind(window)
window.getComputedStyle = (element: Element) => computed(element)

afterEach(() => {
  cleanup()
  matching = () => false
  localStorage.clear()
  delete window.liangji
})
