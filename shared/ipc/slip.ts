export const slipRoutes = {}
