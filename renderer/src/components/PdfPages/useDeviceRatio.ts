import { useSyncExternalStore } from 'react'

/** Device pixels per css pixel; changes when the window moves to another screen or Windows scales anew. */
export function useDeviceRatio(): number {
  return useSyncExternalStore(
    (notify) => {
      const list = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
      list.addEventListener('change', notify)
      window.addEventListener('resize', notify)
      return () => {
        list.removeEventListener('change', notify)
        window.removeEventListener('resize', notify)
      }
    },
    () => window.devicePixelRatio
  )
}
