import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { displayReport } from '#shared/domain/report/display/displayReport.ts'
import { officeFacts, OPTIONS } from '../../helpers/reportFacts.ts'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { renderApp } from '../renderApp.tsx'

const content = displayReport.display!(officeFacts({ units: 3 }), OPTIONS)
const handlers: Handlers = {
  'report.options': () => OPTIONS,
  'report.display': () => content
}

describe('晾晒大屏 in the window', () => {
  it('shows the pages of the exported file, turned by the keyboard', async () => {
    const { user } = renderApp('/display', handlers)
    const last = content.pages.length
    await screen.findByRole('region', { name: `晾晒大屏，第 1 页，共 ${last} 页` })
    expect(screen.getByText('2026年第三季度')).toBeTruthy()
    await user.keyboard('{ArrowRight}')
    await screen.findByRole('region', { name: `晾晒大屏，第 2 页，共 ${last} 页` })
    expect(screen.getAllByText(/^第 \d 单位$/)).toHaveLength(3)
    await user.keyboard('{Home}{ArrowLeft}')
    await screen.findByRole('region', { name: `晾晒大屏，第 ${last} 页，共 ${last} 页` })
    await user.keyboard(' ')
    expect(screen.getByText(/^已暂停/)).toBeTruthy()
  })

  it('goes back to the reports on Esc', async () => {
    const { user } = renderApp('/display', handlers)
    await screen.findByRole('region', { name: /晾晒大屏/ })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('region', { name: /晾晒大屏/ })).toBeNull())
  })

  it('says what is missing', async () => {
    renderApp('/display', {
      ...handlers,
      'report.display': () => {
        throw new Refusal('NOT_COMPUTED', '这一季度还没有计算成绩，不能导出。', { action: '请先计算。' })
      }
    })
    expect((await screen.findByRole('alert')).textContent).toContain('还没有计算成绩')
  })
})
