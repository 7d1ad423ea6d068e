import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import electron from '../api/electron.ts'
import { APP_EVENTS, CONTENTS_EVENTS, WINDOW_EVENTS } from '../api/eventNames.ts'
import { HostEmitter } from '../api/hostEmitter.ts'
import { WebContents } from '../api/webContents.ts'

// Electron's own description of itself: nothing that the stand-in offers may be an invention.
const path = createRequire(import.meta.url).resolve('electron/electron.d.ts')
const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest)

interface Description {
  members: Set<string>
  events: Set<string>
}

function describeAll(): Map<string, Description> {
  const all = new Map<string, Description>()
  const visit = (node: ts.Node): void => {
    if (
      (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) &&
      node.name &&
      !all.has(node.name.text)
    )
      all.set(node.name.text, describeMembers(node))
    else if (ts.isModuleDeclaration(node) || ts.isModuleBlock(node)) ts.forEachChild(node, visit)
  }
  ts.forEachChild(source, visit)
  return all
}

function describeMembers(node: ts.InterfaceDeclaration | ts.ClassDeclaration): Description {
  const found: Description = { members: new Set(), events: new Set() }
  for (const member of node.members) {
    const name =
      member.name && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) ? member.name.text : ''
    found.members.add(name)
    const first =
      ts.isMethodSignature(member) || ts.isMethodDeclaration(member) ? member.parameters[0]?.type : undefined
    if (name === 'on' && first && ts.isLiteralTypeNode(first) && ts.isStringLiteral(first.literal))
      found.events.add(first.literal.text)
  }
  return found
}

const documented = describeAll()
const EMITTER = new Set(Object.getOwnPropertyNames(Object.getPrototypeOf(HostEmitter.prototype) as object))

/** Public members of an object and of its classes, without those of every emitter. */
function membersOf(object: object): string[] {
  const names = new Set<string>()
  for (
    let o = object;
    o !== Object.prototype && o !== Function.prototype;
    o = Object.getPrototypeOf(o) as object
  )
    for (const name of Object.getOwnPropertyNames(o)) names.add(name)
  return [...names].filter(
    (n) => !n.startsWith('_') && n !== 'constructor' && n !== 'domain' && !EMITTER.has(n)
  )
}

function eventsOf(emitter: HostEmitter): string[] {
  return [...emitter._events_known]
}

const instances: [string, object][] = [
  ['App', electron.app],
  ['CommandLine', electron.app.commandLine],
  ['Clipboard', electron.clipboard],
  ['CrashReporter', electron.crashReporter],
  ['Dialog', electron.dialog],
  ['IpcMain', electron.ipcMain],
  ['NativeTheme', electron.nativeTheme],
  ['Net', electron.net],
  ['Protocol', electron.protocol],
  ['SafeStorage', electron.safeStorage],
  ['Screen', electron.screen],
  ['Session', electron.session.defaultSession],
  ['WebRequest', electron.session.defaultSession.webRequest],
  ['Shell', electron.shell],
  ['BrowserWindow', electron.BrowserWindow.prototype],
  ['WebContents', WebContents.prototype],
  ['Menu', new electron.Menu()],
  ['MenuItem', new electron.MenuItem({ label: 'x' })],
  ['Notification', new electron.Notification()],
  ['NativeImage', electron.nativeImage.createEmpty()]
]

describe('names', () => {
  it('covers the modules of the main process, and no others', () => {
    const modules = /namespace Main \{[\s\S]*?\n {2}\}/.exec(source.text)?.[0] ?? ''
    const common = /namespace Common \{[\s\S]*?\n {2}\}/.exec(source.text)?.[0] ?? ''
    const names = [...(modules + common).matchAll(/^ {4}(?:const|class) (\w+)/gm)].map((m) => m[1] ?? '')
    expect(names.length).toBeGreaterThan(30)
    // What the host has not even by name is never needed by an application of one window.
    const left = new Set(['IpcMainServiceWorker', 'WebSocket', 'sharedTexture'])
    expect(Object.keys(electron).sort()).toEqual([...new Set(names.filter((n) => !left.has(n)))].sort())
  })

  it.each(instances)('%s has no member that Electron does not document', (name, object) => {
    const { members } = documented.get(name) ?? { members: new Set<string>() }
    expect(members.size).toBeGreaterThan(0)
    const own = membersOf(object)
    expect(own.length).toBeGreaterThan(0)
    expect(own.filter((n) => !members.has(n))).toEqual([])
  })

  it.each([
    ['App', APP_EVENTS],
    ['BrowserWindow', WINDOW_EVENTS],
    ['WebContents', CONTENTS_EVENTS],
    ['Menu', eventsOf(new electron.Menu())],
    ['NativeTheme', eventsOf(electron.nativeTheme)],
    ['Notification', eventsOf(new electron.Notification())],
    ['PowerMonitor', eventsOf(electron.powerMonitor)],
    ['Screen', eventsOf(electron.screen)],
    ['Session', eventsOf(electron.session.defaultSession)]
  ])('%s knows no event that Electron does not document', (name, events) => {
    expect(events.length).toBeGreaterThan(0)
    expect(events.filter((e) => !documented.get(name)?.events.has(e))).toEqual([])
  })
})
