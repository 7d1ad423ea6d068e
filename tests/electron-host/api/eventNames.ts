/**
 * The events that each emitter may be asked for: first those that the host sends, then documented ones that cannot
 * happen here. Listening to any other throws its name; tests/electron-host/fidelity/names.test.ts holds the lists
 * against Electron's own description.
 */
export const APP_EVENTS: readonly string[] = [
  'will-finish-launching',
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'activate',
  'second-instance',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'web-contents-created',
  'render-process-gone',
  // Documented events that cannot happen here: listening is no mistake.
  'child-process-gone',
  'certificate-error',
  'select-client-certificate',
  'login',
  'open-file',
  'open-url',
  'gpu-info-update',
  'accessibility-support-changed',
  'session-created'
]

export const WINDOW_EVENTS: readonly string[] = [
  'page-title-updated',
  'close',
  'closed',
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
  'resize',
  'move',
  'enter-full-screen',
  'leave-full-screen',
  // Documented events that cannot happen here: listening is no mistake.
  'will-resize',
  'resized',
  'will-move',
  'moved',
  'unresponsive',
  'responsive',
  'session-end',
  'query-session-end',
  'system-context-menu',
  'app-command'
]

export const CONTENTS_EVENTS: readonly string[] = [
  'did-start-loading',
  'did-stop-loading',
  'dom-ready',
  'did-finish-load',
  'did-fail-load',
  'did-navigate',
  'did-navigate-in-page',
  'will-navigate',
  'will-frame-navigate',
  'did-create-window',
  'page-title-updated',
  'console-message',
  'preload-error',
  'ipc-message',
  'render-process-gone',
  'destroyed',
  // Documented events that cannot happen here: listening is no mistake.
  'will-redirect',
  'will-attach-webview',
  'did-attach-webview',
  'will-prevent-unload',
  'before-input-event',
  'context-menu',
  'unresponsive',
  'responsive',
  'certificate-error',
  'select-bluetooth-device',
  'zoom-changed',
  'devtools-opened',
  'devtools-closed'
]
