import { useNavigate, useSearchParams } from 'react-router'

/**
 * 冻结 and 重开 are asked over whatever page is open; the address says so (`?freeze`), so a link from main or
 * from a to-do can open them too.
 */
export function useFreezeDialog(): {
  shown: 'freeze' | 'reopen' | null
  openFreeze: () => void
  openReopen: () => void
  close: () => void
} {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const shown = params.has('freeze') ? 'freeze' : params.has('reopen') ? 'reopen' : null
  function show(name: 'freeze' | 'reopen' | null): void {
    const next = new URLSearchParams(params)
    next.delete('freeze')
    next.delete('reopen')
    if (name !== null) next.set(name, '')
    void navigate({ search: next.toString() }, { replace: name === null })
  }
  return {
    shown,
    openFreeze: () => show('freeze'),
    openReopen: () => show('reopen'),
    close: () => show(null)
  }
}
