export const raceRoutes = {}
