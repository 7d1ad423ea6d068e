import { useEffect, useRef, useState } from 'react'
import { lastStep } from './reveal.ts'

export interface Reveal {
  step: number
  /** H: the wall is covered until H or 空格. */
  hidden: boolean
  forward: () => void
}

/** The operator's keys: 空格 → reveals, ← goes back, A shows all, H covers, Esc leaves. */
export function useReveal(units: number, leave: () => void): Reveal {
  const [step, setStep] = useState(0)
  const [hidden, setHidden] = useState(false)
  const last = lastStep(units)
  const leaving = useRef(leave)
  useEffect(() => {
    leaving.current = leave
  })
  const forward = (): void => {
    if (hidden) setHidden(false)
    else setStep((now) => Math.min(last, now + 1))
  }
  const act = useRef(forward)
  useEffect(() => {
    act.current = forward
  })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key } = event
      if (key === 'Escape') leaving.current()
      else if ([' ', 'ArrowRight', 'PageDown', 'Enter'].includes(key)) act.current()
      else if (['ArrowLeft', 'PageUp', 'Backspace'].includes(key)) setStep((now) => Math.max(0, now - 1))
      else if (key === 'Home') setStep(0)
      else if (key === 'a' || key === 'A' || key === 'End') {
        setHidden(false)
        setStep(last)
      } else if (key === 'h' || key === 'H') setHidden((now) => !now)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [last])
  return { step: Math.min(step, last), hidden, forward }
}
