import { useEffect, useState, type CSSProperties } from 'react'
import { STAGE } from '#shared/domain/report/display/displayMarkup.ts'

/** The projector's page (1920 × 1080) scaled as a whole, so that what fits on one screen fits on every one. */
export function useFit(): CSSProperties {
  const measure = (): CSSProperties => {
    const scale = Math.min(window.innerWidth / STAGE.width, window.innerHeight / STAGE.height)
    const left = Math.max(0, (window.innerWidth - STAGE.width * scale) / 2)
    const top = Math.max(0, (window.innerHeight - STAGE.height * scale) / 2)
    return { transform: `translate(${left}px, ${top}px) scale(${scale})` }
  }
  const [style, setStyle] = useState(measure)
  useEffect(() => {
    const fit = (): void => setStyle(measure())
    window.addEventListener('resize', fit)
    return () => window.removeEventListener('resize', fit)
  }, [])
  return style
}
