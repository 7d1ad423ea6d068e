import { describe, expect, it } from 'vitest'
import { isTrustedSender } from '#electron/ipc/senderGate.ts'

const OWN = ['app://liangji']

describe('the sender gate', () => {
  it.each([
    ['app://liangji/index.html', true],
    ['app://liangji/index.html#/ranking', true],
    ['app://liangji.evil/index.html', false],
    ['app://evil/liangji', false],
    ['https://liangji/index.html', false],
    ['http://evil/?next=app://liangji', false],
    ['file:///C:/index.html', false],
    ['about:blank', false],
    ['', false]
  ])('%s → %s', (url, trusted) => {
    expect(isTrustedSender({ url, isTopFrame: true }, OWN)).toBe(trusted)
  })

  it('refuses frames inside the page', () => {
    expect(isTrustedSender({ url: 'app://liangji/index.html', isTopFrame: false }, OWN)).toBe(false)
  })

  it('knows the dev server only when told', () => {
    const sender = { url: 'http://localhost:5173/', isTopFrame: true }
    expect(isTrustedSender(sender, OWN)).toBe(false)
    expect(isTrustedSender(sender, [...OWN, 'http://localhost:5173'])).toBe(true)
  })
})
