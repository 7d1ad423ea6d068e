import { useEffect, useState } from 'react'

export interface Timer {
  /** Seconds on the clock. */
  seconds: number
  running: boolean
  toggle: () => void
  reset: () => void
}

/** A stop watch: T starts and stops it; another unit begins at zero. */
export function useTimer(): Timer {
  const [seconds, setSeconds] = useState(0)
  const [running, setRunning] = useState(false)
  useEffect(() => {
    if (!running) return undefined
    const tick = setInterval(() => setSeconds((now) => now + 1), 1000)
    return () => clearInterval(tick)
  }, [running])
  return {
    seconds,
    running,
    toggle: () => setRunning((now) => !now),
    reset: () => {
      setRunning(false)
      setSeconds(0)
    }
  }
}

/** `03:42`. */
export function clockText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
}
