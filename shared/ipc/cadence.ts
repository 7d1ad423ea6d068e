export const cadenceRoutes = {}
