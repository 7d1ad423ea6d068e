import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pageTitle, renderApp } from '../renderApp.tsx'
import { CALENDAR, registerWorld } from './registerWorld.ts'

describe('holidays and clocks in the settings', () => {
  it('names the line of the file that is wrong and what is used meanwhile', async () => {
    renderApp('/settings', {
      ...registerWorld([]).handlers,
      'calendar.get': () => ({
        ...CALENDAR,
        source: 'LAST_GOOD',
        hasOwnFile: true,
        problems: [
          { code: 'CALENDAR', level: 'error', message: '2026-10-01 既放假又上班。', place: { row: 7 } }
        ]
      })
    })
    await pageTitle('设置')
    expect(await screen.findByText('文件里有 1 处要改', { exact: false })).toBeTruthy()
    expect(screen.getByText(/第 7 行：2026-10-01 既放假又上班。/)).toBeTruthy()
    expect(screen.getByText(/暂用上次读得通的内容/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '恢复自带' })).toBeTruthy()
  })

  it('saves the days of a clock when the field is left, and only what can be', async () => {
    const { user, api } = renderApp('/settings', registerWorld([]).handlers)
    const field = await screen.findByRole('textbox', { name: '限时办 个工作日' })
    await user.clear(field)
    await user.type(field, '0')
    await user.tab()
    expect(await screen.findByText('请填 1 到 250 的整数')).toBeTruthy()
    expect(api.inputsOf('register.setSettings')).toEqual([])
    await user.clear(field)
    await user.type(field, '7')
    await user.tab()
    await waitFor(() => expect(api.inputsOf('register.setSettings')).toEqual([{ timedDays: 7 }]))
  })
})
