import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { CANCEL_CHANNEL, EVENT_CHANNEL, INVOKE_CHANNEL } from '#shared/ipc/channels.ts'
import type { AppEvent, PreloadApi } from '#shared/ipc/events.ts'

const api: PreloadApi = {
  invoke: (route, input) => ipcRenderer.invoke(INVOKE_CHANNEL, route, input),
  cancel: (job) => ipcRenderer.send(CANCEL_CHANNEL, job),
  on: (listener) => {
    const forward = (_event: IpcRendererEvent, event: AppEvent): void => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, forward)
    return () => ipcRenderer.removeListener(EVENT_CHANNEL, forward)
  }
}

contextBridge.exposeInMainWorld('liangji', api)
