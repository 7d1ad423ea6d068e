import { createFakeApi } from '../fakeApi.ts'
import { worlds, type WorldName } from './worlds.ts'

// The window's own entry runs after main's stand-in is in its place: `?world=frozen#/ranking`.
const name = new URLSearchParams(location.search).get('world') ?? 'open'
window.liangji = createFakeApi(worlds[name as WorldName]())
void import('../../../renderer/src/main.tsx')
