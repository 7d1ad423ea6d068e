export const registerFileRoutes = {}
