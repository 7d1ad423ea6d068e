/** Channel names, in a file of their own so that the preload bundles nothing else. */
export const INVOKE_CHANNEL = 'liangji:invoke'
export const EVENT_CHANNEL = 'liangji:event'
/** The window asks to stop a job. */
export const CANCEL_CHANNEL = 'liangji:cancel'
