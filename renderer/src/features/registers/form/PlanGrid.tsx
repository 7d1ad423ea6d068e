import { App, Input } from 'antd'
import type { ClipboardEvent, ReactElement } from 'react'
import { registerFormText as text } from '../../../text/registerForm.ts'
import type { FormState } from './formState.ts'
import { planMonths, spread, withCell, withPaste, type PlanRow } from './planGrid.ts'

interface Props {
  form: FormState
  today: string
  error: string | undefined
  onPlan: (plan: FormState['plan']) => void
}

/** 分月计划 in lines of six months: typed in, or pasted from a spreadsheet. */
export function PlanGrid({ form, today, error, onPlan }: Props): ReactElement {
  const { message } = App.useApp()
  const months = planMonths(form, today)
  const rows: PlanRow[] = form.target.trim() === '' ? ['percent'] : ['percent', 'amount']
  const names = { percent: text.planPercent, amount: `${text.planAmount} ${form.measure}`.trim() }

  function onPaste(event: ClipboardEvent, month: string, row: PlanRow): void {
    const block = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(block.trim())) return
    event.preventDefault()
    const pasted = withPaste(form.plan, months, rows, { month, row }, block)
    onPlan(pasted.plan)
    void (pasted.outside === 0
      ? message.success(`已填入 ${pasted.taken} 格`)
      : message.warning(`已填入 ${pasted.taken} 格，另有 ${pasted.outside} 格超出了计划的月份，没有填`))
  }

  return (
    <div className="rg-plan">
      <p className="small soft">
        {text.planHint}{' '}
        <button type="button" className="link" onClick={() => onPlan(spread(form.plan, months))}>
          {text.spread}
        </button>
        {Object.keys(form.plan).length === 0 ? null : (
          <>
            {' · '}
            <button type="button" className="link" onClick={() => onPlan({})}>
              {text.clearPlan}
            </button>
          </>
        )}
      </p>
      {error === undefined ? null : (
        <p className="small ask" role="alert">
          {error}
        </p>
      )}
      <div className="rg-plan-months">
        {months.map((month) => (
          <div key={month} className="rg-plan-month">
            <span className="small soft">{`${month.slice(2, 4)}年${Number(month.slice(5))}月`}</span>
            {rows.map((row) => (
              <Input
                key={row}
                size="small"
                inputMode="decimal"
                aria-label={text.planCell(month, names[row])}
                placeholder={row === 'percent' ? '%' : form.measure}
                value={form.plan[month]?.[row] ?? ''}
                onChange={(event) => onPlan(withCell(form.plan, month, row, event.target.value))}
                onPaste={(event) => onPaste(event, month, row)}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
