import { useSyncExternalStore } from 'react'

/** Follows a media query, e.g. `(max-width: 1099px)` where side panes become drawers. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', notify)
      return () => list.removeEventListener('change', notify)
    },
    () => window.matchMedia(query).matches
  )
}

/** DESIGN: below 1100 side panes become drawers. */
export const NARROW = '(max-width: 1099px)'
/** Animations are switched off in Windows (also usual in remote sessions). */
export const STILL = '(prefers-reduced-motion: reduce)'
/** DESIGN: below 1200 the rail folds to icons. */
export const FOLDED = '(max-width: 1199px)'
