import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { parseTrialCase } from '#shared/domain/trial/parseTrialCase.ts'
import { runTrial } from '#shared/domain/trial/runTrial.ts'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { pageTitle, renderApp, type Mounted } from '../renderApp.tsx'
import { pick } from '../schemeSettings/renderTab.tsx'

const handlers: Handlers = { 'trial.run': (given) => runTrial(parseTrialCase(given)) }

async function opened(more: Handlers = {}): Promise<Mounted> {
  const mounted = renderApp('/trial', { ...handlers, ...more })
  await pageTitle('试算')
  return mounted
}

it('is found in the rail, and says how to begin', async () => {
  await opened()
  expect(screen.getByRole('link', { name: '试算' })).toBeTruthy()
  expect(screen.getByText('先写上单位和数，或填入示例。')).toBeTruthy()
})

it('computes the published example (G1): 22.50 of 30, with the way it came about', async () => {
  const { user } = await opened()
  await user.click(screen.getByRole('button', { name: '填入示例' }))
  expect(await screen.findByRole('button', { name: '22.50' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '22.50' }))
  expect(screen.getByRole('heading', { name: '甲 怎么得的分' })).toBeTruthy()
  expect(screen.getByText('完成 3 / 目标 4 = 75.00%，满分 30 → 22.50')).toBeTruthy()
})

it('computes again when a number changes, and refuses what is none', async () => {
  const { user, api } = await opened()
  await user.click(screen.getByRole('button', { name: '填入示例' }))
  await screen.findByRole('button', { name: '22.50' })
  const actual = screen.getByRole('textbox', { name: '甲 实际' })
  await user.clear(actual)
  await user.type(actual, '1')
  expect(await screen.findByRole('button', { name: '7.50' })).toBeTruthy()
  const asked = api.inputsOf('trial.run').length
  await user.type(actual, ' 左右')
  expect(screen.getByText('有 1 格要改')).toBeTruthy()
  expect(actual.getAttribute('aria-invalid')).toBe('true')
  expect(screen.queryByRole('button', { name: '7.50' })).toBeNull()
  expect(api.inputsOf('trial.run').length).toBe(asked)
})

it('takes a block out of Excel, and grows by the rows it needs', async () => {
  await opened()
  const first = screen.getByRole('textbox', { name: '第 1 行 单位' })
  fireEvent.paste(first, {
    clipboardData: { getData: () => '甲处\t100\t80\r\n乙处\t100\t１２０\r\n丙处\t100\t/\r\n' }
  })
  expect(await screen.findByRole('button', { name: '80.00' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '100.00' })).toBeTruthy()
  expect(screen.getByRole('textbox', { name: '第 4 行 单位' })).toBeTruthy()
})

it('changes the columns with the kind', async () => {
  const { user } = await opened()
  await pick(user, '计分方式', '评委评分评委现场打分：可以去掉最高分和最低分，可以分评委席加权。')
  await user.click(screen.getByRole('button', { name: '填入示例' }))
  expect(await screen.findByRole('button', { name: '88.75' })).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '甲 各人评分' }).value).toBe(
    '95、92、90、88、85、70'
  )
})

it('copies the case as the file that the command line reads', async () => {
  const { user } = await opened()
  await user.click(screen.getByRole('button', { name: '填入示例' }))
  await screen.findByRole('button', { name: '22.50' })
  await user.click(screen.getByRole('button', { name: '复制为文件内容' }))
  const file = await navigator.clipboard.readText()
  expect(runTrial(parseTrialCase(JSON.parse(file))).results[0]!.score!.printed).toBe('22.50')
})

it('uses the switches of the scheme in force', async () => {
  const { user, api } = await opened()
  await user.click(screen.getByRole('button', { name: '填入示例' }))
  await screen.findByRole('button', { name: '22.50' })
  expect(api.inputsOf('trial.run').at(-1)!.policies).toBeDefined()
  await user.click(screen.getByText('用默认的'))
  await waitFor(() => expect(api.inputsOf('trial.run').at(-1)!.policies).toBeUndefined())
})

it('says why nothing came back, and tries again', async () => {
  const { user, api } = await opened({
    'trial.run': () => {
      throw new Refusal('INTERNAL', '试算时出错。', { action: '请再试一次。' })
    }
  })
  await user.click(screen.getByRole('button', { name: '填入示例' }))
  expect(await screen.findByText('试算时出错。')).toBeTruthy()
  api.set(handlers)
  await user.click(screen.getByRole('button', { name: '再试一次' }))
  expect(await screen.findByRole('button', { name: '22.50' })).toBeTruthy()
})
