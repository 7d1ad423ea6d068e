import { useEffect, useRef, useState } from 'react'

export interface SlideShow {
  page: number
  paused: boolean
  turn: (by: number) => void
}

/** Turns pages by itself every `seconds`; 空格 pauses, arrows turn, Home and End jump, Esc leaves. */
export function useSlideShow(pages: number, seconds: number, leave: () => void): SlideShow {
  const [page, setPage] = useState(0)
  const [paused, setPaused] = useState(false)
  const turn = (by: number): void => setPage((now) => (now + by + pages) % pages)

  useEffect(() => {
    if (paused || pages < 2) return undefined
    const timer = setTimeout(() => setPage((now) => (now + 1) % pages), seconds * 1000)
    return () => clearTimeout(timer)
  }, [page, paused, pages, seconds])

  const leaving = useRef(leave)
  useEffect(() => {
    leaving.current = leave
  })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') leaving.current()
      else if (['ArrowRight', 'ArrowDown', 'PageDown'].includes(event.key))
        setPage((now) => (now + 1) % pages)
      else if (['ArrowLeft', 'ArrowUp', 'PageUp'].includes(event.key))
        setPage((now) => (now - 1 + pages) % pages)
      else if (event.key === 'Home') setPage(0)
      else if (event.key === 'End') setPage(pages - 1)
      else if (event.key === ' ') setPaused((now) => !now)
      else return
      event.preventDefault()
    }
    // Leaving full screen by the browser's own Esc leaves the board too.
    const screen = (): void => {
      if (document.fullscreenElement === null) leaving.current()
    }
    window.addEventListener('keydown', press)
    document.addEventListener('fullscreenchange', screen)
    return () => {
      window.removeEventListener('keydown', press)
      document.removeEventListener('fullscreenchange', screen)
    }
  }, [pages])

  return { page, paused, turn }
}
