/** jsdom lays nothing out: gives elements a size, so that the virtual grid draws its cells. */
export function giveElementsSize(width = 1200, height = 800): void {
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => width })
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => height })
  Element.prototype.scrollTo = () => undefined
}
