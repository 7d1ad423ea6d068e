import { HostEmitter } from './hostEmitter.ts'

/** The one display of the stand-in: full HD with a task bar of 40 pixels. */
export const primaryDisplay = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  size: { width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  workAreaSize: { width: 1920, height: 1040 },
  scaleFactor: 1,
  rotation: 0,
  internal: false
}

export class Screen extends HostEmitter {
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed'])
  }

  getPrimaryDisplay() {
    return primaryDisplay
  }

  getAllDisplays() {
    return [primaryDisplay]
  }

  getDisplayMatching() {
    return primaryDisplay
  }

  getDisplayNearestPoint() {
    return primaryDisplay
  }

  getCursorScreenPoint() {
    return { x: 0, y: 0 }
  }
}

export const screen = new Screen()
