export const incentiveRoutes = {}
