import { useRoute } from '../ipc/queries.ts'

/** Height of a table row in the chosen density: 30 compact, 36 loose. */
export function useRowHeight(): number {
  return useRoute('settings.get', {}).data?.density === 'loose' ? 36 : 30
}
