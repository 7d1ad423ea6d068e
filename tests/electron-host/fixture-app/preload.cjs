const { contextBridge, ipcRenderer, webUtils } = require('electron')

window.leak = 'written by the preload'
const refusals = []
for (const name of ['node:fs', './main.js']) {
  try {
    require(name)
  } catch (error) {
    refusals.push(error.message)
  }
}

class Counter {
  count = 1
  increase() {
    this.count++
  }
}

contextBridge.exposeInMainWorld('fixture', {
  invoke: (channel, value) => ipcRenderer.invoke(channel, value),
  say: (text) => ipcRenderer.send('say', text),
  onHeard: (listener) => {
    const forward = (_event, ...args) => listener(...args)
    ipcRenderer.on('heard', forward)
    return () => ipcRenderer.removeListener('heard', forward)
  },
  pathOf: (file) => webUtils.getPathForFile(file),
  counter: new Counter(),
  refusals,
  world: {
    leak: window.leak,
    platform: process.platform,
    electron: process.versions.electron,
    sandboxed: process.sandboxed
  },
  missing: () => require('electron').webFrame
})
