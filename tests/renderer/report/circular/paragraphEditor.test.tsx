import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { CircularPiece } from '#shared/domain/report/circular/circularText.ts'
import {
  box,
  caret,
  COMPUTED,
  cut,
  mount,
  openTies,
  paste,
  read,
  savedText,
  SCORE,
  select,
  TIES,
  type,
  unfold
} from './mountCircular.tsx'

describe('a paragraph', () => {
  it('shows numbers and names as chips that cannot be written into', async () => {
    const element = await openTies(mount())
    expect(read('总体情况 第 3 段')).toBe(COMPUTED)
    const chips = [...element.querySelectorAll<HTMLElement>('[data-fact]')]
    expect(chips.map(({ textContent }) => textContent)).toEqual([
      ...['青少年体育处', '竞技体育处', '95.10', '机关处室组', '2']
    ])
    expect(chips.every((chip) => chip.contentEditable === 'false')).toBe(true)
  })

  it('is saved a moment after it was written, with marks for the facts', async () => {
    const mounted = mount()
    const element = await openTies(mounted)
    caret(element, 3)
    type(element, '两家')
    await savedText(
      mounted,
      `⟦tie.race.departments.youth.youth⟧、⟦tie.race.departments.youth.elite⟧两家得分同为${SCORE}分，并列⟦group.departments⟧第⟦tie.rank.race.departments.youth⟧名。`
    )
    expect(mounted.onSaved).toHaveBeenCalledTimes(1)
    expect(await screen.findByText('已保存')).toBeTruthy()
    expect(screen.getByText('已改 1 段')).toBeTruthy()
    // What was written stands as it was written after main has answered.
    expect(read('总体情况 第 3 段')).toBe(COMPUTED.replace('得分', '两家得分'))
  })

  it('never takes another number for a fact', async () => {
    const mounted = mount()
    const element = await openTies(mounted)
    element.querySelector<HTMLElement>('[data-fact="tie.total.race.departments.youth"]')!.textContent =
      '99.99'
    caret(element, 3)
    type(element, '两家')
    await waitFor(() => expect(mounted.world.saved()[TIES]?.text).toContain(SCORE), { timeout: 5000 })
    expect(JSON.stringify(mounted.world.saved())).not.toContain('99.99')
  })

  it('Backspace and Delete take a chip as a whole; Ctrl+Z brings it back', async () => {
    const mounted = mount()
    const element = await openTies(mounted)
    // Behind 青少年体育处 (1), 、 (1), 竞技体育处 (1).
    caret(element, 3)
    fireEvent.keyDown(element, { key: 'Backspace' })
    expect(read('总体情况 第 3 段')).toBe(COMPUTED.replace('竞技体育处', ''))
    caret(element, 0)
    fireEvent.keyDown(element, { key: 'Delete' })
    expect(read('总体情况 第 3 段')).toBe('、得分同为95.10分，并列机关处室组第2名。')
    fireEvent.keyDown(element, { key: 'z', ctrlKey: true })
    fireEvent.keyDown(element, { key: 'z', ctrlKey: true })
    expect(read('总体情况 第 3 段')).toBe(COMPUTED)
    fireEvent.keyDown(element, { key: 'y', ctrlKey: true })
    expect(read('总体情况 第 3 段')).toBe(COMPUTED.replace('竞技体育处', ''))
    fireEvent.keyDown(element, { key: 'z', ctrlKey: true })
    fireEvent.keyDown(element, { key: 'z', ctrlKey: true })
    expect(read('总体情况 第 3 段')).toBe(COMPUTED)
  })

  it('a number cut here and pasted there stays the number of the snapshot', async () => {
    const mounted = mount()
    const element = await openTies(mounted)
    element.focus()
    // 得分同为 is 3–7, the score 7–8, 分 8–9.
    select(element, 7, 9)
    const data = cut(element)
    expect(data['text/plain']).toBe('95.10分')
    caret(element, 0)
    paste(element, data)
    expect(read('总体情况 第 3 段')).toBe('95.10分青少年体育处、竞技体育处得分同为，并列机关处室组第2名。')
    await waitFor(() => expect(mounted.world.saved()[TIES]?.text.startsWith(`${SCORE}分`)).toBe(true), {
      timeout: 5000
    })
  })

  it('what is pasted from elsewhere is words, also when it pretends to be a fact', async () => {
    const mounted = mount()
    const element = await openTies(mounted)
    caret(element, 0)
    const foreign: CircularPiece[] = [{ text: '99.99', fact: 'mean.other' }, { text: '⟦n.race⟧' }]
    paste(element, { 'application/x-liangji-pieces': JSON.stringify(foreign) })
    paste(element, { 'text/plain': '一段\r\n\r\n文字\t<b>粗</b>\u0007\r\n', 'text/html': '<b>粗</b>' })
    expect(read('总体情况 第 3 段')).toBe(`99.99⟦n.race⟧一段\n文字 <b>粗</b>${COMPUTED}`)
    expect(element.querySelector('b')).toBeNull()
    await waitFor(() => expect(mounted.world.saved()[TIES]?.text).toContain('99.99⟦⟦n.race⟧一段'), {
      timeout: 5000
    })
  })

  it('Enter begins a further paragraph, Esc leaves', async () => {
    const element = await openTies(mount())
    caret(element, 3)
    const enter = new InputEvent('beforeinput', {
      inputType: 'insertParagraph',
      bubbles: true,
      cancelable: true
    })
    act(() => void element.dispatchEvent(enter))
    expect(enter.defaultPrevented).toBe(true)
    expect(read('总体情况 第 3 段')).toBe(COMPUTED.replace('得分', '\n得分'))
    const bold = new InputEvent('beforeinput', { inputType: 'formatBold', bubbles: true, cancelable: true })
    act(() => void element.dispatchEvent(bold))
    expect(bold.defaultPrevented).toBe(true)
    expect(document.activeElement).toBe(element)
    fireEvent.keyDown(element, { key: 'Escape' })
    expect(document.activeElement).not.toBe(element)
  })

  it('leaves an input method alone until its word is there', async () => {
    const mounted = mount()
    const element = await openTies(mounted)
    caret(element, 3)
    const text = document.getSelection()!.getRangeAt(0).startContainer as Text
    text.insertData(0, 'liang')
    fireEvent.input(element, { inputType: 'insertCompositionText', isComposing: true })
    fireEvent.keyDown(element, { key: 'Backspace', isComposing: true })
    expect(read('总体情况 第 3 段')).toContain('liang得分')
    text.replaceData(0, 5, '两家')
    fireEvent.compositionEnd(element)
    await waitFor(() => expect(mounted.world.saved()[TIES]?.text).toContain('两家得分'), { timeout: 5000 })
    expect(mounted.world.saved()[TIES]?.text).not.toContain('liang')
  })

  it('opens the unit of a chip that is a unit’s', async () => {
    const { user } = mount()
    await unfold(user, '总体情况')
    await user.click(within(box('总体情况 第 3 段')).getByText('青少年体育处'))
    expect(await screen.findByText('at /unit/youth')).toBeTruthy()
  })
})
