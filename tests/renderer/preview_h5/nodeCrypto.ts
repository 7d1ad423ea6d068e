/** Main's own code runs in the preview's page, where `node:crypto` does not exist. */
export const randomUUID = (): string => crypto.randomUUID()
