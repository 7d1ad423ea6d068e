import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { ConfirmWithReason } from '../../../renderer/src/components/ConfirmWithReason.tsx'
import { CallError } from '../../../renderer/src/ipc/client.ts'
import '../setup.ts'

function setup(props: Partial<Parameters<typeof ConfirmWithReason>[0]> = {}) {
  const onConfirm = vi.fn()
  render(
    <ConfirmWithReason
      open
      title="重开2026年第二季度"
      consequence="重开后名次可能变化。"
      verb="重开第二季度"
      reason="required"
      reasonLabel="重开的理由"
      onConfirm={onConfirm}
      onCancel={() => undefined}
      {...props}
    />
  )
  return { onConfirm, user: userEvent.setup() }
}

it('wants the reason before its button works, and hands it over trimmed', async () => {
  const { onConfirm, user } = setup()
  const button = screen.getByRole('button', { name: /重开第二季度/ })
  expect(button.hasAttribute('disabled')).toBe(true)
  expect(screen.getByText('必填')).toBeTruthy()
  await user.type(screen.getByRole('textbox'), '  数据更正 ')
  expect(button.hasAttribute('disabled')).toBe(false)
  await user.click(button)
  expect(onConfirm).toHaveBeenCalledWith('数据更正')
})

it('blanks are no reason', async () => {
  const { user } = setup()
  await user.type(screen.getByRole('textbox'), '   ')
  expect(screen.getByRole('button', { name: /重开第二季度/ }).hasAttribute('disabled')).toBe(true)
})

it('says what went wrong, what to do and that nothing was changed', () => {
  setup({
    error: new CallError({
      code: 'PERIOD_STATE',
      message: '这个季度没有冻结。',
      details: { action: '请刷新。', place: { file: '目标任务.xlsx', sheet: '表1', cell: 'B12' } }
    })
  })
  expect(screen.getByRole('alert').textContent).toContain('这个季度没有冻结。')
  expect(screen.getByRole('alert').textContent).toContain('请刷新。数据没有任何改动。')
  expect(screen.getByRole('alert').textContent).toContain('位置：目标任务.xlsx · 表1 · B12')
  expect(screen.getByRole('alert').textContent).toContain('代码 PERIOD_STATE')
})
